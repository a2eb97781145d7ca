"""What goes wrong, in kinds that can be counted: not found, found where nothing is, wrong words, wrong source."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from graph_service.evaluation.corpora import Corpus, Line, json_objects, load_scorer

#: a statement as the scorer prepares it: spans by role, ``w`` the words of its content, ``type``
Prepared = Mapping[str, Any]

#: words in common that make two contents one, as intersection over union
ENOUGH = 0.5
# a content with at least this share of the words in common has the rest too much or too little
_MOSTLY = 0.8


class Mistake(NamedTuple):
    """A kind of mistake."""

    what: str
    # direct, mixed or indirect; of the gold where there is one
    type: str
    # speech or attitude by the gold, and how its cue is made; "" where there is no gold
    cue: str = ""

    @property
    def words(self) -> str:
        """The kind for people."""
        return ", ".join(filter(None, (self.what, self.type, self.cue)))


def mistakes(corpus: Corpus, folder: Path, predictions: Path) -> Counter[Mistake]:
    """How often each kind of mistake was made on one corpus; statements are paired as the scorer pairs them.

    Raises:
        SharedDataMissing: the scorer cannot be loaded.
    """
    scorer = load_scorer(folder)
    found = {line["id"]: line["statements"] for line in json_objects(predictions)}
    made: Counter[Mistake] = Counter()
    for line in json_objects(folder / corpus.file):
        doc = scorer.Doc(line["text"])
        gold, predicted = (scorer.prepare(doc, each) for each in (line["statements"], found.get(line["id"], [])))
        made.update(_of_article(scorer, doc, gold, [each for each in predicted if not _ignored(doc, each, line)]))
    return made


def _ignored(doc: Any, predicted: Prepared, line: Line) -> bool:
    """Whether most of a content lies where the annotation does not say."""
    ignored = doc.chars(line.get("ignore") or ())
    return bool(ignored) and len(predicted["c"] & ignored) * 2 > len(predicted["c"])


def _of_article(
    scorer: ModuleType, doc: Any, gold: Sequence[Prepared], predicted: Sequence[Prepared]
) -> Iterator[Mistake]:
    paired = dict(pairs(scorer, doc, gold, predicted))
    for index, wanted in enumerate(gold):
        cue = _cue(doc, wanted)
        if index not in paired:
            yield Mistake("not found", wanted["type"], cue)
            continue
        got = predicted[paired[index]]
        if scorer.overlap("iou", wanted["w"], got["w"]) < ENOUGH:
            yield Mistake(_wrong_words(wanted["w"], got["w"]), wanted["type"], cue)
        elif not scorer.source_match(doc, wanted, got):
            yield Mistake(_wrong_source(scorer, doc, wanted, got), wanted["type"], cue)
    for index in set(range(len(predicted))) - set(paired.values()):
        yield Mistake("found where no statement is annotated", predicted[index]["type"])


def pairs(
    scorer: ModuleType, doc: Any, gold: Sequence[Prepared], predicted: Sequence[Prepared]
) -> Iterator[tuple[int, int]]:
    """Positions that belong together, the best overlap first."""
    candidates = [
        (overlap, scorer.source_match(doc, wanted, got), -abs(len(wanted["w"]) - len(got["w"])), -i, -j)
        for i, wanted in enumerate(gold)
        for j, got in enumerate(predicted)
        if (overlap := scorer.overlap("iou", wanted["w"], got["w"]))
    ]
    taken_gold, taken = set(), set()
    for *_, i, j in sorted(candidates, reverse=True):
        if i not in taken_gold and j not in taken:
            taken_gold.add(i)
            taken.add(j)
            yield -i, -j


def _cue(doc: Any, wanted: Prepared) -> str:
    kind = wanted.get("cue_kind") or "statement"
    count = len(doc.words(wanted["cue"]))
    return f"{kind} by " + ("no cue" if not count else "one word" if count == 1 else "several words")


def _wrong_words(wanted: frozenset[int], got: frozenset[int]) -> str:
    common = len(wanted & got)
    if common >= _MOSTLY * len(got):
        return "content too short"
    return "content too long" if common >= _MOSTLY * len(wanted) else "content partly elsewhere"


def _wrong_source(scorer: ModuleType, doc: Any, wanted: Prepared, got: Prepared) -> str:
    if not got["source"]:
        return "no source"
    if not wanted["source"]:
        return "a source where none is annotated"
    words = doc.string(wanted["source"]).lower().split()
    is_pronoun = len(words) == 1 and words[0] in scorer.PRON
    return "another source than the pronoun" if is_pronoun else "another source"


def commonest(made: Counter[Mistake], most: int) -> Iterable[tuple[str, int]]:
    """The commonest kinds for people, with their counts; ties in alphabetical order."""
    ranked = sorted(made.items(), key=lambda each: (-each[1], each[0]))
    return [(mistake.words, count) for mistake, count in ranked[:most]]
