"""Training: steps over the examples, with a teacher where there is one; the average of the weights is what is kept."""

import random
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

from graph_service.pipeline.stance.model import ORDER
from graph_service.pipeline.stance.passages import batch
from training.stance.data import Example, batches, unnamed
from training.stance.network import StanceNetwork

# examples that a teacher reads at once
_READ = 64
_TEMPERATURES = [each / 20 for each in range(10, 81)]


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
    # plain sentences that only the teacher tells of
    plain: int = 12_000
    # how much a student listens to its teacher instead of the annotation, and how much softer the teacher's chances are
    listens: float = 0.8
    temperature: float = 2.0


class Lesson(NamedTuple):
    """An example as it is and with its mention hidden, and what a teacher says of each: scores [3]."""

    forms: tuple[Example, Example]
    taught: tuple[Tensor, Tensor] | None


def lessons(examples: Sequence[Example], stand_in: int, teacher: StanceNetwork | None = None) -> list[Lesson]:
    """Examples to learn from; the teacher reads each in both forms, once."""
    hidden = [unnamed(each, stand_in) for each in examples]
    if teacher is None:
        return [Lesson(forms, None) for forms in zip(examples, hidden, strict=True)]
    taught = zip(scores(teacher, examples), scores(teacher, hidden), strict=True)
    return [Lesson(*each) for each in zip(zip(examples, hidden, strict=True), taught, strict=True)]


def scores(network: StanceNetwork, examples: Sequence[Example]) -> Tensor:
    """What a finished network says of examples [examples, 3]."""
    found = torch.zeros(len(examples), len(ORDER))
    network.eval()
    with torch.no_grad():
        for group in batches([each.passage for each in examples], _READ, random.Random(0)):  # noqa: S311
            found[group] = network(*inputs([examples[each] for each in group]))
    return found


def temperature(network: StanceNetwork, examples: Sequence[Example]) -> float:
    """By what its scores are divided so that its chances fit annotated examples best (Guo et al. 2017)."""
    found = scores(network, examples)
    stances = torch.tensor([each.stance for each in examples])
    return min(_TEMPERATURES, key=lambda each: float(functional.cross_entropy(found / each, stances)))


class Fit:
    """A network in training on the processor."""

    def __init__(self, network: StanceNetwork, recipe: Recipe) -> None:
        self.network, self.recipe = network, recipe
        self._optimiser = torch.optim.AdamW(_groups(network, recipe), weight_decay=recipe.weight_decay)
        self.average = {name: each.detach().clone() for name, each in network.state_dict().items()}
        self._step = 0

    def train(self, given: Sequence[Lesson], on_epoch: Callable[[int, float], None]) -> None:
        """All epochs; ``on_epoch`` is told the number and the mean loss of each."""
        chance = random.Random(self.recipe.seed)  # noqa: S311  (nothing to guess)
        passages = [each.forms[0].passage for each in given]
        epochs = [list(batches(passages, self.recipe.size, chance)) for _ in range(self.recipe.epochs)]
        total = sum(map(len, epochs))
        for number, groups in enumerate(epochs, start=1):
            losses = [self._train_step([given[each] for each in group], chance, total) for group in groups]
            on_epoch(number, sum(losses) / len(losses))

    def _train_step(self, group: Sequence[Lesson], chance: random.Random, total: int) -> float:
        self.network.train()
        self._step += 1
        for each in self._optimiser.param_groups:
            each["lr"] = each["base"] * self._share(total)
        loss = self._loss(group, [chance.random() < self.recipe.unnamed for _ in group])
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.recipe.clip)
        self._optimiser.step()
        keep = min(self.recipe.average, (1 + self._step) / (10 + self._step))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)
        return float(loss.detach())

    def _loss(self, group: Sequence[Lesson], hidden: Sequence[bool]) -> Tensor:
        """How far off the annotation, where there is one, and the teacher's chances (Hinton et al. 2015)."""
        scores = self.network(*inputs([each.forms[hide] for each, hide in zip(group, hidden, strict=True)]))
        stances = torch.tensor([-1 if each.forms[0].stance is None else each.forms[0].stance for each in group])
        summed = functional.cross_entropy(scores, stances, ignore_index=-1, reduction="sum")
        told = summed / len(group)
        taught = [each.taught[hide] for each, hide in zip(group, hidden, strict=True) if each.taught is not None]
        if not taught:
            return told
        listens, softer = self.recipe.listens, self.recipe.temperature
        wanted = torch.softmax(torch.stack(taught) / softer, -1)
        return (1 - listens) * told + listens * softer**2 * functional.cross_entropy(scores / softer, wanted)

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
