"""Writes a trained model in the form the package reads, with its calibration and its scores."""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from graph_service.pipeline.tagger import model as tagger
from graph_service.pipeline.tagger.confidence import PLAIN
from graph_service.pipeline.tagger.syntax import Labels
from training.calibrate import calibrate
from training.development import Development
from training.export import export
from training.model import Model


def ship(model: Model, labels: Labels, vocabulary: Path, development: Development, folder: Path) -> dict[str, Any]:
    """Writes ``model`` (8 bits) and ``whole`` (32 bits) below a folder; both with the scores of both on each set."""
    scores: dict[str, Any] = {}
    for name, whole in (("whole", True), ("model", False)):
        export(model, folder / name, whole=whole)
        shutil.copy(vocabulary, folder / name / tagger.VOCABULARY)
        _describe(folder / name, labels, PLAIN)
        scores[name] = development.scores(tagger.load(folder / name))
    found = calibrate(tagger.load(folder / "model"), development.deciding, development.scorer)
    _describe(folder / "model", labels, found.weights)
    scores["calibration error"] = round(found.error, 4)
    (folder / "scores.json").write_text(json.dumps(scores, indent=2) + "\n", "utf-8")
    return scores


def _describe(folder: Path, labels: Labels, calibration: Sequence[float]) -> None:
    about = {**labels._asdict(), "calibration": list(calibration)}
    (folder / tagger.ABOUT).write_text(json.dumps(about, indent=1) + "\n", "utf-8")
