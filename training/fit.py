"""One step of training: what the model should say of a batch, and how far off it is."""

import random
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from graph_service.pipeline.tagger import decode
from graph_service.pipeline.tagger.batches import CueBatch, cue_batch, near_columns, window_batch
from graph_service.pipeline.tagger.model import WINDOW
from training.data import Article, Place
from training.model import Model

_IGNORED = -100
# the column of the rules' role among the marks
_ROLE = 5


class Recipe(NamedTuple):
    """How the model is trained."""

    seed: int = 7
    epochs: int = 10
    # no more than so many steps, None for all epochs
    steps: int | None = None
    # pieces in a window, and about as many in a batch
    window: int = WINDOW
    pieces: int = 4096
    encoder_rate: float = 1.5e-4
    head_rate: float = 1e-3
    # how much smaller the rate is from one layer to the one below
    layer_decay: float = 0.9
    weight_decay: float = 0.01
    # share of the steps in which the rate rises
    warm_up: float = 0.08
    clip: float = 1.0
    # how much of the averaged weights stays at each step
    average: float = 0.99
    # share of the steps that do without what the rules say
    blind: float = 0.1
    # what the model takes for a cue by this chance is shown to the pair head as none, from a step on
    negative: float = 0.08
    negatives_from: int = 30
    pair_weight: float = 2.0
    valid_weight: float = 0.3
    kind_weight: float = 0.1


class Wanted(NamedTuple):
    """The gold of a batch: labels of the cue head, and the cues with their labels and kinds."""

    labels: Tensor
    cues: list[tuple[int, int, int]]
    pairs: list[npt.NDArray[np.int64]]
    kinds: list[int]
    # of texts that nobody annotated
    is_plain: bool = False


class Asked(NamedTuple):
    """The cues that are read in a batch: their rows and words in windows, and what the pair head is given of them."""

    batch: Sequence[Place]
    cues: Sequence[tuple[int, int, int]]
    given: CueBatch


class Fit:
    """A model in training, with the average of its weights over the last steps: that is what is kept."""

    def __init__(self, model: Model, recipe: Recipe, device: torch.device) -> None:
        self.model, self.recipe, self.device = model.to(device), recipe, device
        self.optimiser = torch.optim.AdamW(_groups(model, recipe), weight_decay=recipe.weight_decay, fused=True)
        self.average = {name: each.detach().clone() for name, each in model.state_dict().items()}
        self.step = 0

    def state(self) -> dict[str, Any]:
        """All that is needed to go on from here."""
        return {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average,
            "step": self.step,
            "random": torch.get_rng_state(),
        }

    def resume(self, state: dict[str, Any]) -> None:
        """Goes on from a state."""
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average, self.step = state["average"], state["step"]
        torch.set_rng_state(state["random"])

    def train_step(self, articles: Sequence[Article], batch: Sequence[Place], total: int) -> dict[str, float]:
        """One step of ``total`` on one batch; the losses, weighted."""
        self.model.train()
        self.step += 1
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * self._share(total)
        # 16-bit products are twice as fast on processors that have them, with the same figures
        with torch.autocast(self.device.type, torch.bfloat16):
            losses = self._losses([articles[index] for index, _ in batch], batch)
        self.optimiser.zero_grad(set_to_none=True)
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), self.recipe.clip)
        self.optimiser.step()
        keep = min(self.recipe.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)
        return {name: float(value.detach()) for name, value in losses.items()}

    def _share(self, total: int) -> float:
        warm = max(1, int(total * self.recipe.warm_up))
        return self.step / warm if self.step < warm else max(0.0, (total - self.step) / (total - warm))

    def _losses(self, articles: Sequence[Article], batch: Sequence[Place]) -> dict[str, Tensor]:
        read, windows = [each.syntax for each in articles], [window for _, window in batch]
        arrays = window_batch(read, windows)
        is_blind = random.Random(self.step).random() < self.recipe.blind  # noqa: S311
        if is_blind:
            arrays.marks[..., _ROLE] = 0
        states, scores = self.model.encoder(*(tensor(each, self.device) for each in arrays))
        wanted = _wanted(articles, batch, scores.shape[1])
        losses = {"cue": self._cue_loss(scores, wanted, batch)}
        cues = wanted.cues + self._negatives(scores, wanted, batch)
        if not cues:
            return losses
        given = cue_batch(read, windows, cues)
        if is_blind:
            given.roles[:] = 0
        scores, at_cue = self.model.pair(*pair_inputs(states, given))
        return losses | self._pair_losses(scores, at_cue, Asked(batch, cues, given), wanted)

    def _cue_loss(self, scores: Tensor, wanted: Wanted, batch: Sequence[Place]) -> Tensor:
        """How far off the cue labels are, in a batch."""
        return cross_entropy(scores, wanted.labels)

    def _pair_losses(self, scores: Tensor, at_cue: Tensor, asked: Asked, wanted: Wanted) -> dict[str, Tensor]:
        """How far off what is said of cues is: first of the annotated ones, then of those that are none."""
        recipe, true, given = self.recipe, len(wanted.cues), asked.given
        valid = torch.zeros(len(at_cue), device=self.device)
        valid[:true] = 1
        valid_loss = functional.binary_cross_entropy_with_logits(at_cue[:, 0].float(), valid)
        losses = {
            "pair": recipe.pair_weight * cross_entropy(scores, _pair_labels(given, wanted)),
            "valid": recipe.valid_weight * valid_loss,
        }
        kinds = torch.tensor([each if each >= 0 else _IGNORED for each in wanted.kinds])
        if (kinds >= 0).any():
            losses["kind"] = recipe.kind_weight * cross_entropy(at_cue[None, :true, 1:], kinds[None])
        return losses

    def _negatives(self, scores: Tensor, wanted: Wanted, batch: Sequence[Place]) -> list[tuple[int, int, int]]:
        """What the model takes for cues and is none, the surest first, at most half as many as there are cues."""
        if self.step <= self.recipe.negatives_from:
            return []
        chances = torch.softmax(scores.detach().float(), -1).cpu().numpy()
        made: list[tuple[float, tuple[int, int, int]]] = []
        for row, (_, window) in enumerate(batch):
            for found in decode.cues(chances[row, : window.end - window.start], self.recipe.negative):
                if not wanted.labels[row, found.start : found.end].any():
                    made.append((found.probability, (row, found.start, found.end)))
        return [cue for _, cue in sorted(made, reverse=True)][: len(wanted.cues) // 2]


def _groups(model: Model, recipe: Recipe) -> list[dict[str, Any]]:
    """Parameters with their learning rates: the lower a layer lies, the smaller (Howard and Ruder 2018)."""
    count = len(model.encoder.layers)
    rates: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if name.startswith("encoder.layers."):
            rate = recipe.encoder_rate * recipe.layer_decay ** (count - 1 - int(name.split(".")[2]))
        elif name.startswith(("encoder.pieces", "encoder.positions", "encoder.norm")):
            rate = recipe.encoder_rate * recipe.layer_decay**count
        else:
            rate = recipe.head_rate
        rates.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate, "base": rate} for rate, parameters in rates.items()]


def _wanted(articles: Sequence[Article], batch: Sequence[Place], width: int) -> Wanted:
    found = Wanted(torch.full((len(batch), width), _IGNORED), [], [], [], is_plain=not articles[0].annotated)
    for row, (article, (_, window)) in enumerate(zip(articles, batch, strict=True)):
        found.labels[row, : window.end - window.start] = 0
        found.labels[row, : window.end - window.start][article.silent[window.start : window.end]] = _IGNORED
        for gold in article.gold:
            if not window.start <= gold.cue[0] < window.end:
                continue
            start, end = gold.cue[0] - window.start, min(gold.cue[1], window.end) - window.start
            found.labels[row, start:end] = 2
            found.labels[row, start] = 1
            found.cues.append((row, start, end))
            found.pairs.append(gold.labels[window.start : window.end])
            found.kinds.append(gold.kind)
    return found


def _pair_labels(given: CueBatch, wanted: Wanted) -> Tensor:
    labels = torch.full(given.mask.shape, _IGNORED)
    for position, (first, mask) in enumerate(zip(given.starts.tolist(), given.mask, strict=True)):
        length = int(mask.sum())
        labels[position, :length] = 0
        if position < len(wanted.pairs):
            labels[position, :length] = torch.from_numpy(wanted.pairs[position][first : first + length])
    return labels


def cross_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    """The mean over the labels that are not ignored."""
    flat = labels.flatten().to(scores.device)
    return functional.cross_entropy(scores.float().flatten(0, 1), flat, ignore_index=_IGNORED)


def pair_inputs(states: Tensor, given: CueBatch) -> tuple[Tensor, ...]:
    """What the pair head reads: the states of the words in reach of each cue, and how they lie to it."""
    device = states.device
    columns = near_columns(given, states.shape[1])
    near = states[tensor(given.rows, device)[:, None], tensor(columns, device)]
    return (near, *(tensor(each, device) for each in given[2:]))


def tensor(array: npt.NDArray[Any], device: torch.device) -> Tensor:
    """An array on a device."""
    return torch.from_numpy(array).to(device)
