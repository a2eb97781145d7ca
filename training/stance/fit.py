"""Training: steps over the examples, with a teacher where there is one; the average of the weights is what is kept."""

import random
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from graph_service.pipeline.stance.passages import batch
from training.stance.data import Example, epoch, unnamed
from training.stance.network import StanceNetwork


class Recipe(NamedTuple):
    """How the model is trained."""

    seed: int = 7
    epochs: int = 3
    # examples in a batch
    size: int = 32
    encoder_rate: float = 1.5e-4
    head_rate: float = 5e-4
    # how much smaller the rate is from one layer to the one below
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    # share of the steps in which the rate rises
    warm_up: float = 0.08
    clip: float = 1.0
    # how much of the averaged weights stays at each step
    average: float = 0.99
    # share of the examples whose mention is hidden
    unnamed: float = 0.5
    # how much a student listens to its teacher instead of the annotation
    listens: float = 0.6


class Fit:
    """A network in training on the processor."""

    def __init__(
        self, network: StanceNetwork, recipe: Recipe, stand_in: int, teacher: StanceNetwork | None = None
    ) -> None:
        self.network, self.recipe, self._stand_in = network, recipe, stand_in
        self._teacher = teacher.eval() if teacher is not None else None
        self._optimiser = torch.optim.AdamW(_groups(network, recipe), weight_decay=recipe.weight_decay)
        self.average = {name: each.detach().clone() for name, each in network.state_dict().items()}
        self._step = 0

    def train(self, examples: Sequence[Example], on_epoch: Callable[[int, float], None]) -> None:
        """All epochs; ``on_epoch`` is told the number and the mean loss of each."""
        chance = random.Random(self.recipe.seed)  # noqa: S311  (nothing to guess)
        epochs = [list(epoch(examples, self.recipe.size, chance)) for _ in range(self.recipe.epochs)]
        total = sum(map(len, epochs))
        for number, groups in enumerate(epochs, start=1):
            losses = [self._train_step([self._hidden(each, chance) for each in group], total) for group in groups]
            on_epoch(number, sum(losses) / len(losses))

    def _hidden(self, example: Example, chance: random.Random) -> Example:
        return unnamed(example, self._stand_in) if chance.random() < self.recipe.unnamed else example

    def _train_step(self, group: Sequence[Example], total: int) -> float:
        self.network.train()
        self._step += 1
        for each in self._optimiser.param_groups:
            each["lr"] = each["base"] * self._share(total)
        loss = self._loss(group)
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip)
        self._optimiser.step()
        keep = min(self.recipe.average, (1 + self._step) / (10 + self._step))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)
        return float(loss.detach())

    def _loss(self, group: Sequence[Example]) -> Tensor:
        """How far off the annotation, and the teacher's chances (Hinton et al. 2015)."""
        given = inputs(group)
        scores = self.network(*given)
        loss = functional.cross_entropy(scores, torch.tensor([each.stance for each in group]))
        if self._teacher is None:
            return loss
        with torch.no_grad():
            wanted = torch.softmax(self._teacher(*given), -1)
        listens = self.recipe.listens
        return (1 - listens) * loss + listens * functional.cross_entropy(scores, wanted)

    def _share(self, total: int) -> float:
        warm = max(1, int(total * self.recipe.warm_up))
        return self._step / warm if self._step < warm else max(0.0, (total - self._step) / (total - warm))


def inputs(group: Sequence[Example]) -> tuple[Tensor, ...]:
    """What the network reads."""
    return tuple(torch.from_numpy(each) for each in batch([example.passage for example in group]))


def _groups(network: StanceNetwork, recipe: Recipe) -> list[dict[str, Any]]:
    """Parameters with their learning rates: the lower a layer lies, the smaller (Howard and Ruder 2018)."""
    count = len(network.layers)
    rates: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if name.startswith("layers."):
            rate = recipe.encoder_rate * recipe.layer_decay ** (count - 1 - int(name.split(".")[1]))
        elif name.startswith(("pieces", "positions", "norm")):
            rate = recipe.encoder_rate * recipe.layer_decay**count
        else:
            rate = recipe.head_rate
        rates.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate, "base": rate} for rate, parameters in rates.items()]
