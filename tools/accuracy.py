"""``python -m tools.accuracy CORPORA``: writes ``docs/accuracy.md`` from an evaluation on the development corpora."""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from graph_service.cli.extract import predict
from graph_service.evaluation.corpora import CORPORA
from graph_service.evaluation.errors import Mistake, commonest, mistakes
from graph_service.evaluation.mentions import Beside
from graph_service.evaluation.run import Evaluated, evaluate, evaluate_mentions
from graph_service.evaluation.stances import StanceScores, evaluate_stances

PAGE = Path(__file__).resolve().parents[1] / "docs" / "accuracy.md"

# by the same scorer, from the literature on the corpora; None where nobody measured
_PEERS: tuple[tuple[str, str, float | None, float | None], ...] = (
    ("PolNeAR dev", "two people agree (20 articles)", 0.796, 0.751),
    ("PolNeAR dev", "our rules alone", 0.699, 0.649),
    ("PolNeAR dev", "regular expressions", 0.452, 0.313),
    ("GUM news", "Gender Gap Tracker", None, 0.64),
    ("GUM news", "regular expressions", 0.544, 0.435),
    ("Agency dev", "our rules alone", 0.964, 0.950),
    ("Agency dev", "Gender Gap Tracker", 0.61, 0.51),
)
# exact spans, roles not linked: ours by the scorer's nearest equivalent
_SPANS = (
    ("CofeNet (BERT, 110 million weights), PolNeAR test", "0.832", "0.753", "0.729"),
    ("BERT-CRF, PolNeAR test", "0.822", "0.749", "0.710"),
    ("one annotator against another", "0.780", "0.706", "0.684"),
)
# macro F1 and accuracy on the test sets (Hamborg and Donnay, EACL 2021, table 2)
_STANCE_PEERS = (
    ("NewsMTSC test-rw", "BERT-base, 110 million weights", 0.801, 0.807),
    ("NewsMTSC test-mt", "BERT-base, 110 million weights", 0.737, 0.761),
)
_INTRO = """\
# Accuracy

Made by `python -m tools.accuracy`; do not edit. All figures are F1 from 0 to 1 on development sets, by the scorer that
lies beside the corpora. *Content*: half of the words are common to both. *Linked*: and the source is right.

The agency set was used to find errors of the rules, and PolNeAR dev to stop the training and to set the confidences:
expect less on other text. The calibration error on PolNeAR dev is that of weights fitted there; the others test it.
The texts of the corpora are not part of this project.
"""
_ERRORS = """\
## What goes wrong

The {count} commonest of {kinds} kinds on {corpus}, {made} mistakes in all; counted by
`graph_service.evaluation.errors` with the same predictions:

{table}
Seen in other text:

- statements within statements are the rules' alone, and PolNeAR, which has none, counts them as false;
- plans and beliefs that only the rules see are kept with a confidence of 0.4: PolNeAR has three in ten of them.
"""
_COMMONEST = 20


def page(
    found: Sequence[Evaluated],
    mentions: Sequence[Beside],
    stances: Sequence[StanceScores],
    made: Counter[Mistake],
) -> str:
    """The page for an evaluation; ``made`` are the mistakes on the first corpus."""
    parts = (_scores, _speakers, _graph, _by_type, _by_outlet, _spans, _calibration)
    shown = [_INTRO, *(part(found) for part in parts), _mentions(mentions), _stances(stances)]
    return "\n".join([*shown, _errors(found[0].scores.corpus, made)])


def _scores(found: Sequence[Evaluated]) -> str:
    rows: list[tuple[object, ...]] = []
    for each in (one.scores for one in found):
        rows.append(
            (each.corpus, "**this version**", each.content_f1, each.linked_f1, each.exact_f1, each.speaker_of_found)
        )
        rows += [
            (corpus, who, content, linked, None, None)
            for corpus, who, content, linked in _PEERS
            if corpus == each.corpus
        ]
    head = ("corpus", "who", "content", "linked", "same words", "right speaker, of those found")
    return "## Statements\n\n" + _table(head, rows)


def _speakers(found: Sequence[Evaluated]) -> str:
    rows = [(one.scores.corpus, one.speakers.precision, one.speakers.recall) for one in found if one.speakers.wanted]
    words = "Of the statements found; who is left unresolved costs recall only.\n\n"
    return "## Named speakers\n\n" + words + _table(("corpus", "precision", "recall"), rows)


def _graph(found: Sequence[Evaluated]) -> str:
    rows = [
        (one.scores.corpus, name.replace("_", " "), figure.precision, figure.recall, figure.value)
        for one in found
        for name, figure in one.graph.items()
    ]
    head = ("corpus", "what", "precision", "recall", "F1, or accuracy")
    return "## About whom, to whom, by way of whom\n\n" + _table(head, rows)


def _mentions(found: Sequence[Beside]) -> str:
    rows = [
        (one.corpus, one.kind, one.way, one.ours.precision, one.ours.recall, one.ours.f1, one.bare.f1) for one in found
    ]
    head = ("corpus", "named mentions of", "counted", "precision", "recall", "F1", "bare model's F1")
    return "## Named mentions, beside the bare spaCy model\n\n" + _table(head, rows)


def _by_type(found: Sequence[Evaluated]) -> str:
    rows = [
        (one.scores.corpus, *(one.scores.linked_recall.get(name) for name in ("direct", "mixed", "indirect")))
        for one in found
    ]
    return "## Found with the right source, by type (recall)\n\n" + _table(
        ("corpus", "direct", "mixed", "indirect"), rows
    )


def _by_outlet(found: Sequence[Evaluated]) -> str:
    rows = [(one.scores.corpus, outlet, linked) for one in found for outlet, linked in one.scores.outlet_f1.items()]
    return "## Linked, by outlet\n\n" + _table(("corpus", "outlet", "linked"), rows)


def _errors(corpus: str, made: Counter[Mistake]) -> str:
    table = _table(("what", "how many"), commonest(made, _COMMONEST))
    return _ERRORS.format(count=_COMMONEST, kinds=len(made), corpus=corpus, made=made.total(), table=table)


def _spans(found: Sequence[Evaluated]) -> str:
    rows: list[tuple[object, ...]] = [
        (one.scores.corpus, *(one.scores.span_f1[name] for name in ("source", "cue", "content")))
        for one in found
        if one.scores.span_f1
    ]
    head = ("", "source", "cue", "content")
    return "## Exact spans, roles not linked\n\n" + _table(head, [*rows, *_SPANS])


def _stances(found: Sequence[StanceScores]) -> str:
    ours = [(each.corpus, "**this version**", each.macro_f1, each.accuracy) for each in found]
    return "## Stance of a sentence towards a target, by the model alone\n\n" + _table(
        ("corpus", "who", "macro F1", "accuracy"), [*ours, *_STANCE_PEERS]
    )


def _calibration(found: Sequence[Evaluated]) -> str:
    first = found[0]
    rows = [(each.statements, each.confidence, each.right) for each in first.calibration.bins]
    errors = ", ".join(f"{one.scores.corpus} {one.calibration.error:.3f}" for one in found)
    return (
        f"## Confidence\n\nHow often statements of a confidence are right, on {first.scores.corpus}:\n\n"
        + _table(("statements", "mean confidence", "share that is right"), rows)
        + f"\nExpected calibration error: {errors}.\n"
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *([_cell(each) for each in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def main(corpora: Path) -> None:
    """Evaluates and writes the page."""
    with TemporaryDirectory() as scratch:
        predictions, predict_file = Path(scratch), partial(predict, workers=None)
        found = evaluate(corpora, [], predictions, predict_file)
        mentions = evaluate_mentions(corpora, [], predictions, predict_file)
        made = mistakes(CORPORA[0], corpora, Path(scratch) / CORPORA[0].file)
    PAGE.write_text(page(found, mentions, evaluate_stances(corpora, []), made), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
