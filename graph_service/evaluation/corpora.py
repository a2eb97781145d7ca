"""The development corpora, and the scorers that lie beside them. Nothing of them is part of this project."""

import json
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any, NamedTuple

from graph_service.errors import BadParameter, SharedDataMissing
from graph_service.evaluation.calibration import BINS, Bin, Calibration, bin_of, of_bins

_SPANS, _GRAPH = "score.py", "score_graph.py"
_SCORER_SECONDS = 600
_FEWEST_OUTLETS = 2
_ADVICE = "The evaluation corpora are not part of this project: give their folder with --corpora."

#: a JSON object
Line = Mapping[str, Any]


class Corpus(NamedTuple):
    """A set of gold articles and how to score it."""

    name: str
    # file with one gold article a line; also the input, of which the pipeline sees only text, title, date, outlet
    file: str
    # options for the scorer of spans
    options: tuple[str, ...] = ()
    # whether the gold is a whole statement graph
    graph: bool = False


CORPORA = (
    Corpus("PolNeAR dev", "polnear_dev.jsonl"),
    Corpus("PolNeAR dev, speech", "polnear_dev.jsonl", ("--only", "cue_kind=speech")),
    Corpus("GUM news", "gum_news.jsonl", ("--only", "nested=False")),
    Corpus("Agency dev", "agency_dev.jsonl", graph=True),
    Corpus("Seed", "seed.jsonl", graph=True),
)

#: corpora whose gold marks mentions of people, organisations and locations, and no statements
MARKED = (Corpus("re3d dev", "re3d_dev.jsonl"),)

#: single sentences with the stance towards one mention in each
STANCES = (Corpus("NewsMTSC dev-rw", "newsmtsc_dev_rw.jsonl"), Corpus("NewsMTSC dev-mt", "newsmtsc_dev_mt.jsonl"))


class Scores(NamedTuple):
    """The figures of one corpus, 0 to 1; None where its gold does not say."""

    corpus: str
    articles: int
    statements: int
    content_precision: float
    content_recall: float
    content_f1: float
    # content found and source right
    linked_f1: float
    # the same words, not only half of them
    exact_f1: float
    # speaker entity right, of the statements found that have a named one
    speaker_of_found: float | None = None
    # statement found and speaker entity right
    speaker_f1: float | None = None
    # the same, and one target right, or none where there is none
    who_about_whom_f1: float | None = None
    mentions_f1: float | None = None
    # characters of content in common, not thresholded
    soft_f1: float | None = None
    # found with the right source, of the gold statements of each type
    linked_recall: Mapping[str, float] = {}
    # spans of source, cue and content that are exactly those of the gold, roles not linked
    span_f1: Mapping[str, float] = {}
    # ``linked_f1`` on the articles of each outlet; empty where there is no more than one
    outlet_f1: Mapping[str, float] = {}


class Figure(NamedTuple):
    """One figure of a graph, 0 to 1: F1 with precision and recall, or an accuracy."""

    value: float | None
    precision: float | None = None
    recall: float | None = None


#: what the scorer of graphs counts, by its words for it
_GRAPH_F1 = ("who_about_whom", "targets", "addressees", "reported_by", "relations")
_GRAPH_ACCURACY = ("modality", "stance", "negated")


def chosen(folder: Path, files: Collection[str] = ()) -> list[Corpus]:
    """The corpora of statements to score: all, or those of the given files.

    Raises:
        SharedDataMissing: names the corpora or scorers that are not in the folder.
        BadParameter: a file is none of the corpora.
    """
    known = {each.file for each in (*CORPORA, *MARKED, *STANCES)}
    if unknown := sorted(set(files) - known):
        raise BadParameter(f"{', '.join(unknown)} is no corpus.", advice=f"There are {', '.join(sorted(known))}.")
    corpora = [each for each in CORPORA if not files or each.file in files]
    needed = {_SPANS, *(each.file for each in corpora), *(_GRAPH for each in corpora if each.graph)}
    if missing := sorted(name for name in needed if not (folder / name).is_file()):
        raise SharedDataMissing(
            f"No {', '.join(missing)} in {folder}.",
            advice=_ADVICE,
        )
    return corpora


def chosen_marked(folder: Path, files: Collection[str] = ()) -> list[Corpus]:
    """The corpora of mentions to score that are in the folder: all, or those of the given files."""
    return [each for each in MARKED if (not files or each.file in files) and (folder / each.file).is_file()]


def chosen_stances(folder: Path, files: Collection[str] = ()) -> list[Corpus]:
    """The corpora of stances to score that are in the folder: all, or those of the given files."""
    return [each for each in STANCES if (not files or each.file in files) and (folder / each.file).is_file()]


def score(corpus: Corpus, folder: Path, predictions: Path) -> Scores:
    """The figures of a file of predictions on one corpus, by the scorers in the corpora's folder.

    Raises:
        SharedDataMissing: a scorer does not run or does not answer as expected.
    """
    gold = folder / corpus.file
    spans = _run(folder / _SPANS, gold, predictions, corpus.options)
    graph = _run(folder / _GRAPH, gold, predictions) if corpus.graph else {}
    content = spans["content >=0.5"]
    return Scores(
        corpus=corpus.name,
        articles=spans["articles"],
        statements=content["n_gold"],
        content_precision=content["p"],
        content_recall=content["r"],
        content_f1=content["f1"],
        linked_f1=spans["end to end"]["f1"],
        exact_f1=spans["content exact"]["f1"],
        speaker_of_found=_speaker_of_found(spans, graph),
        speaker_f1=_f1(graph, "statement_speaker"),
        who_about_whom_f1=_f1(graph, "who_about_whom"),
        mentions_f1=_f1(graph, "mentions"),
        soft_f1=spans["content soft"]["f1"],
        linked_recall={name: each["end to end"]["r"] for name, each in spans["by type"].items()},
        span_f1={name: each["f1"] for name, each in spans.get("span exact", {}).items()},
        outlet_f1=dict(_by_outlet(corpus, folder, predictions)),
    )


def graph_figures(corpus: Corpus, folder: Path, predictions: Path) -> dict[str, Figure]:
    """About whom, to whom, by way of whom: the figures of a statement graph; empty where the gold has none.

    Raises:
        SharedDataMissing: the scorer does not run or does not answer as expected.
    """
    if not corpus.graph:
        return {}
    graph = _run(folder / _GRAPH, folder / corpus.file, predictions)
    found = {name: Figure(graph[name]["f1"], graph[name]["p"], graph[name]["r"]) for name in _GRAPH_F1}
    return found | {name: Figure(graph["accuracy"][name]["acc"]) for name in _GRAPH_ACCURACY}


def _by_outlet(corpus: Corpus, folder: Path, predictions: Path) -> Iterator[tuple[str, float]]:
    outlets: dict[str, list[str]] = {}
    for line in (folder / corpus.file).read_text("utf-8").splitlines():
        article = json.loads(line)
        if outlet := article.get("outlet") or article.get("publisher"):
            outlets.setdefault(outlet, []).append(line)
    if len(outlets) < _FEWEST_OUTLETS:
        return
    with TemporaryDirectory() as scratch:
        for outlet in sorted(outlets):
            part = Path(scratch) / corpus.file
            part.write_text("\n".join(outlets[outlet]) + "\n", "utf-8")
            yield outlet, _run(folder / _SPANS, part, predictions, corpus.options)["end to end"]["f1"]


def json_objects(path: Path) -> Iterator[Line]:
    """The JSON objects of a file with one a line."""
    return (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def load_scorer(folder: Path) -> ModuleType:
    """The scorer of spans as a module: for figures that it does not print.

    Raises:
        SharedDataMissing: there is none in the folder.
    """
    spec = spec_from_file_location("score", folder / _SPANS)
    if spec is None or spec.loader is None or not (folder / _SPANS).is_file():
        raise SharedDataMissing(f"No {_SPANS} in {folder}.", advice=_ADVICE)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reliability(corpus: Corpus, folder: Path, predictions: Path) -> Calibration:
    """How often statements of each confidence have the words and the source of the gold, by the scorer of spans.

    Raises:
        SharedDataMissing: the scorer does not run or does not answer as expected.
    """
    lines = list(json_objects(predictions))
    with TemporaryDirectory() as scratch:
        part = Path(scratch) / "part.jsonl"
        found = [_bin(corpus, folder, lines, part, index) for index in range(BINS)]
    return of_bins(each for each in found if each is not None)


def _bin(corpus: Corpus, folder: Path, lines: Sequence[Line], part: Path, index: int) -> Bin | None:
    chances: list[float] = []
    with part.open("w", encoding="utf-8") as file:
        for line in lines:
            kept = [each for each in line["statements"] if bin_of(each["confidence"]) == index]
            chances += [each["confidence"] for each in kept]
            file.write(json.dumps({**line, "statements": kept}) + "\n")
    if not chances:
        return None
    linked = _run(folder / _SPANS, folder / corpus.file, part, corpus.options)["end to end"]
    return Bin(len(chances), sum(chances) / len(chances), linked["p"])


def _speaker_of_found(spans: Mapping[str, Any], graph: Mapping[str, Any]) -> float | None:
    by_graph = graph["accuracy"]["speaker_given_found"]["acc"] if graph else None
    accuracy: float | None = spans["speaker entity accuracy"]["accuracy"]
    return by_graph if accuracy is None else accuracy


def _f1(graph: Mapping[str, Any], figure: str) -> float | None:
    return graph[figure]["f1"] if graph else None


def _run(scorer: Path, gold: Path, predictions: Path, options: tuple[str, ...] = ()) -> Mapping[str, Any]:
    command = [sys.executable, str(scorer), str(gold), str(predictions), "--json", *options]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_SCORER_SECONDS)  # noqa: S603 (their folder)
        found: Mapping[str, Any] = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise SharedDataMissing(f"The scorer {scorer.name} did not score {gold.name}: {error}.") from error
    return found
