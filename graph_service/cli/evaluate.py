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
    from graph_service.evaluation.mentions import Beside
    from graph_service.evaluation.run import Evaluated

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
    source is right. Exact: the same words. The second table has recall by type, exact spans, precision and recall of
    named speakers, and how far confidence and share of right statements are apart. The next ones have the figures of
    the statement graph and linked F1 by outlet; the last has named mentions of people, organisations and locations
    beside the bare spaCy model (a country's name is a location, or either, by its use), and the stance model alone, on
    sentences with one target each.

    Examples:

    ```console
    graph-service evaluate
    graph-service evaluate --only seed.jsonl --keep predictions/
    graph-service evaluate --corpora ~/corpora --json
    ```
    """
    from graph_service.evaluation.run import evaluate as run
    from graph_service.evaluation.run import evaluate_mentions
    from graph_service.evaluation.stances import evaluate_stances

    with TemporaryDirectory() as scratch:
        where = (corpora, only or [], keep or Path(scratch), lambda file, out: predict(file, out, workers))
        found, mentions = run(*where), evaluate_mentions(*where)
    stances = evaluate_stances(corpora, only or [])
    if as_json:
        json_lines(_beside(each) for each in mentions)
        json_lines(each._asdict() for each in stances)
        json_lines(
            {
                **each.scores._asdict(),
                "calibration": _reliability(each),
                "words_per_cpu_second": each.speed,
                "named_speakers": {"precision": each.speakers.precision, "recall": each.speakers.recall},
                "graph": {name: figure._asdict() for name, figure in each.graph.items()},
            }
            for each in found
        )
    else:
        if found:
            stdout().print(table(_row(each.scores) for each in found))
            stdout().print(table(_detail(each) for each in found))
        if graphs := [row for each in found for row in _graph(each)]:
            stdout().print(table(graphs))
        if outlets := [row for each in found for row in _outlets(each.scores)]:
            stdout().print(table(outlets))
        if mentions:
            stdout().print(table(map(_beside, mentions)))
        if stances:
            stdout().print(table(each._asdict() for each in stances))


def _beside(found: "Beside") -> dict[str, object]:
    ours, bare = found.ours, found.bare
    told = {"corpus": found.corpus, "named mentions": found.kind, "counted": found.way}
    return {**told, "P": ours.precision, "R": ours.recall, "F1": ours.f1, "bare model's F1": bare.f1,
            "above it": ours.f1 - bare.f1}  # fmt: skip


def _row(scores: "Scores") -> dict[str, object]:
    return {heading: getattr(scores, figure) for heading, figure in _HEADINGS.items()}


def _reliability(found: "Evaluated") -> dict[str, object]:
    bins = [each._asdict() for each in found.calibration.bins]
    return {"error": found.calibration.error, "bins": bins}


def _detail(found: "Evaluated") -> dict[str, object]:
    scores = found.scores
    return {
        "corpus": scores.corpus,
        **{f"{name} linked R": scores.linked_recall.get(name) for name in ("direct", "mixed", "indirect")},
        **{f"{name} exact": scores.span_f1.get(name) for name in ("source", "cue", "content")},
        "named speaker P": found.speakers.precision,
        "named speaker R": found.speakers.recall,
        "soft F1": scores.soft_f1,
        "calibration error": found.calibration.error,
        "words per CPU-second": found.speed,
    }


def _graph(found: "Evaluated") -> list[dict[str, object]]:
    return [
        {
            "corpus": found.scores.corpus,
            "of the graph": name.replace("_", " "),
            "P": figure.precision,
            "R": figure.recall,
            "F1 or accuracy": figure.value,
        }
        for name, figure in found.graph.items()
    ]


def _outlets(scores: "Scores") -> list[dict[str, object]]:
    return [
        {"corpus": scores.corpus, "outlet": outlet, "linked F1": linked} for outlet, linked in scores.outlet_f1.items()
    ]
