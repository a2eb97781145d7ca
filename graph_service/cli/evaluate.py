"""``graph-service evaluate``: how good the extraction is on the development corpora."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.extract import predict
from graph_service.cli.options import Workers
from graph_service.cli.output import AsJson, json_lines, stdout, table

if TYPE_CHECKING:
    from graph_service.evaluation.corpora import Scores

_Corpora = Annotated[Path, typer.Option(help="Folder with the corpora and their scorers.")]
_Only = Annotated[list[str] | None, typer.Option(help="Only this file of the folder; may be given again.")]
_Keep = Annotated[Path | None, typer.Option(help="Keep the prediction files in this folder.")]
_HEADINGS = {
    "corpus": "corpus",
    "articles": "articles",
    "gold": "statements",
    "content P": "content_precision",
    "content R": "content_recall",
    "content F1": "content_f1",
    "linked F1": "linked_f1",
    "exact F1": "exact_f1",
    "speaker of found": "speaker_of_found",
    "speaker F1": "speaker_f1",
    "who about whom F1": "who_about_whom_f1",
    "mentions F1": "mentions_f1",
}


def evaluate(
    corpora: _Corpora = Path("../shared/corpora"),
    only: _Only = None,
    keep: _Keep = None,
    workers: Workers = None,
    as_json: AsJson = False,
) -> None:
    """Score the extraction on the development corpora; no database is needed.

    The corpora and their scorers are not part of this project. Content: half of the words overlap. Linked: and the
    source is right. Exact: the same words.

    Examples:

    ```console
    graph-service evaluate
    graph-service evaluate --only seed.jsonl --keep predictions/
    graph-service evaluate --corpora ~/corpora --json
    ```
    """
    scores = _scores(corpora, only or [], keep, workers)
    if as_json:
        json_lines(each._asdict() for each in scores)
    else:
        stdout().print(table(_row(each) for each in scores))


def _row(scores: "Scores") -> dict[str, object]:
    return {heading: getattr(scores, figure) for heading, figure in _HEADINGS.items()}


def _scores(folder: Path, only: list[str], keep: Path | None, workers: int | None) -> list["Scores"]:
    from graph_service.evaluation.corpora import chosen, score

    corpora = chosen(folder, only)
    with TemporaryDirectory() as scratch:
        predictions = keep or Path(scratch)
        predictions.mkdir(parents=True, exist_ok=True)
        for file in dict.fromkeys(each.file for each in corpora):
            predict(folder / file, predictions / file, workers)
        return [score(each, folder, predictions / each.file) for each in corpora]
