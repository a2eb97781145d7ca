"""A whole training run: epochs, a log, the best weights so far, early stopping, and a state to resume from."""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from rich.progress import Progress
from torch import Tensor

from training.data import Article, Place, steps
from training.development import Development
from training.fit import Fit

#: steps between two looks at the development sets, and how many of those without progress end a run
EVERY, PATIENCE = 200, 5
_LOG_EVERY = 20
_DECIDES = ("polnear_dev", "end to end")


class Run:
    """Trains in ``folder``: ``log.jsonl``, ``state.pt`` and ``best.pt`` are written there."""

    def __init__(self, fit: Fit, articles: Sequence[Article], development: Development, folder: Path) -> None:
        self._fit, self._articles, self._development, self._folder = fit, articles, development, folder
        self._best, self._since = -1.0, 0
        self._begun = time.monotonic()
        folder.mkdir(parents=True, exist_ok=True)

    def resume(self) -> None:
        """Goes on from the last state, where there is one."""
        path = self._folder / "state.pt"
        if path.is_file():
            state = torch.load(path, weights_only=False)
            self._fit.resume(state["fit"])
            self._best, self._since = state["best"], state["since"]

    def train(self) -> dict[str, Tensor]:
        """The best weights, by the linked F1 on the development set."""
        recipe = self._fit.recipe
        epochs = (
            steps(self._articles, recipe.window, recipe.pieces, f"{recipe.seed}-{number}")
            for number in range(recipe.epochs)
        )
        listed = [batch for each in epochs for batch in each][: recipe.steps]
        with Progress() as progress:
            task = progress.add_task("training", total=len(listed), completed=self._fit.step)
            while self._fit.step < len(listed) and self._since < PATIENCE:
                self._step(listed[self._fit.step], len(listed))
                progress.update(task, completed=self._fit.step)
        best: dict[str, Tensor] = torch.load(self._folder / "best.pt", weights_only=True)
        return best

    def _step(self, batch: Sequence[Place], total: int) -> None:
        losses = self._fit.train_step(self._articles, batch, total)
        if self._fit.step % _LOG_EVERY == 0:
            self._log({name: round(value, 4) for name, value in losses.items()})
        if self._fit.step % EVERY == 0 or self._fit.step == total:
            self._look()

    def _look(self) -> None:
        scores = self._development.scores_in_training(self._fit)
        corpus, figure = _DECIDES
        self._log(scores)
        self._since += 1
        if scores[corpus][figure] > self._best:
            self._best, self._since = scores[corpus][figure], 0
            torch.save(self._fit.average, self._folder / "best.pt")
        torch.save({"fit": self._fit.state(), "best": self._best, "since": self._since}, self._folder / "state.pt")

    def _log(self, figures: dict[str, Any]) -> None:
        line = {"step": self._fit.step, "seconds": round(time.monotonic() - self._begun), **figures}
        with (self._folder / "log.jsonl").open("a") as file:
            file.write(json.dumps(line) + "\n")
