"""Training that listens to a teacher, beside the annotation and on texts that have none."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from graph_service.pipeline.tagger.decode import CUE, PAIR
from training.data import Place
from training.fit import Asked, Fit, Recipe, Wanted
from training.lessons import Lesson
from training.model import Model

#: how much a model listens to its teacher instead of the annotation, where there is one
LISTENS = 0.85


class Distilled(Fit):
    """A small model in training, with one lesson for each of its articles."""

    def __init__(self, model: Model, recipe: Recipe, device: torch.device, lessons: Sequence[Lesson]) -> None:
        super().__init__(model, recipe, device)
        self._lessons = lessons

    def _cue_loss(self, scores: Tensor, wanted: Wanted, batch: Sequence[Place]) -> Tensor:
        taught = np.zeros((*scores.shape[:2], len(CUE)), dtype=np.float32)
        live = np.zeros(scores.shape[:2], dtype=np.bool_)
        for row, (index, window) in enumerate(batch):
            length = window.end - window.start
            taught[row, :length] = self._lessons[index].cues[window.start : window.end]
            live[row, :length] = True
        soft = _soft(scores, taught, live)
        return soft if wanted.is_plain else LISTENS * soft + (1 - LISTENS) * super()._cue_loss(scores, wanted, batch)

    def _negatives(self, scores: Tensor, wanted: Wanted, batch: Sequence[Place]) -> list[tuple[int, int, int]]:
        """What the teacher reads beside the annotated cues."""
        taken = {(row, word) for row, start, end in wanted.cues for word in range(start, end)}
        found = (
            (row, start - window.start, end - window.start)
            for row, (index, window) in enumerate(batch)
            for start, end in self._lessons[index].readings
            if window.start <= start and end <= window.end
        )
        return [(row, start, end) for row, start, end in found if taken.isdisjoint((row, i) for i in range(start, end))]

    def _pair_losses(self, scores: Tensor, at_cue: Tensor, asked: Asked, wanted: Wanted) -> dict[str, Tensor]:
        recipe = self.recipe
        taught, live, of_cue, known = self._taught(asked, scores.shape[1])
        if not known.any():
            return super()._pair_losses(scores, at_cue, asked, wanted)
        attributes, speech = (torch.from_numpy(of_cue[known, side]).to(scores.device) for side in (0, 1))
        said = at_cue[torch.from_numpy(known).to(scores.device)].float()
        kinds = torch.log_softmax(said[:, 1:], -1)
        soft = {
            "pair": recipe.pair_weight * _soft(scores, taught, live),
            "valid": recipe.valid_weight * functional.binary_cross_entropy_with_logits(said[:, 0], attributes),
            "kind": -recipe.kind_weight * (speech * kinds[:, 0] + (1 - speech) * kinds[:, 1]).mean(),
        }
        if wanted.is_plain:
            return soft
        hard = super()._pair_losses(scores, at_cue, asked, wanted)
        return {name: LISTENS * soft[name] + (1 - LISTENS) * hard.get(name, soft[name]) for name in soft}

    def _taught(self, asked: Asked, width: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Chances of the pair labels [cues, words, 5] and where they are known, those of the cues, and of which."""
        count = len(asked.cues)
        taught, live = np.zeros((count, width, len(PAIR)), dtype=np.float32), np.zeros((count, width), dtype=np.bool_)
        of_cue, known = np.zeros((count, 2), dtype=np.float32), np.zeros(count, dtype=np.bool_)
        for position, (row, start, end) in enumerate(asked.cues):
            index, window = asked.batch[row]
            reading = self._lessons[index].readings.get((start + window.start, end + window.start))
            if reading is None:
                continue
            first = window.start + int(asked.given.starts[position])
            last = first + int(asked.given.mask[position].sum())
            begin, stop = max(first, reading.first), min(last, reading.first + len(reading.labels))
            if begin < stop:
                taught[position, begin - first : stop - first] = reading.labels[
                    begin - reading.first : stop - reading.first
                ]
                live[position, begin - first : stop - first] = True
                of_cue[position], known[position] = reading.at_cue, True
        return taught, live, of_cue, known


def _soft(scores: Tensor, taught: np.ndarray, live: np.ndarray) -> Tensor:
    """How far off the teacher's chances scores are, on the average of where they are known."""
    where = torch.from_numpy(live).to(scores.device)
    told = torch.from_numpy(taught).to(scores.device)
    return -(told * torch.log_softmax(scores.float(), -1)).sum(-1)[where].mean()
