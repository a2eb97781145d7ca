"""Named mentions of people, organisations and locations, beside those of the bare spaCy model, by one rule for both.

Named: it begins with a capital and is no pronoun. The gold calls a country, a city or a government an organisation
where it acts and a location where it is a place. So each is counted in two ways, for both systems: *strict*, a country
or a geopolitical name is a location; *by use*, it may be either, and is what the gold calls it.

Of mentions within each other the longest counts: the model has no others, nor has the gold but for one in forty, while
a role of ours holds its country ("the Danish prime minister").
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from graph_service.evaluation.corpora import Corpus, Line, json_objects
from graph_service.pipeline.language import load_bare

PERSON, ORGANISATION, LOCATION = KINDS = ("person", "organisation", "location")
_EITHER = (LOCATION, ORGANISATION)
#: kinds that a type of ours, or a label of the model, may be called; the first one where nothing else is allowed
_OURS = {"person": (PERSON,), "organisation": (ORGANISATION,), "country": _EITHER, "place": (LOCATION,)}
_MODELS = {"PERSON": (PERSON,), "ORG": (ORGANISATION,), "GPE": _EITHER, "LOC": (LOCATION,), "FAC": (LOCATION,)}
_PRONOUNS = frozenset(
    {"i", "me", "my", "mine", "you", "your", "he", "him", "his", "she", "her", "hers", "it", "its", "we", "us", "our"}
    | {"ours", "they", "them", "their", "theirs", "who", "whom", "whose"}
)


class Marked(NamedTuple):
    """A stretch of text and what it may be called."""

    start: int
    end: int
    kinds: tuple[str, ...]


class Figures(NamedTuple):
    """Counts of one kind of mention; a mention is right where it overlaps one of the gold, each taken once."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Right ones of those found."""
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        """Right ones of the gold's."""
        return self.right / max(self.gold, 1)

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.right / max(self.found + self.gold, 1)


class Beside(NamedTuple):
    """One kind of mention, by us and by the bare model on the same texts."""

    corpus: str
    kind: str
    # "strict" or "by use"
    way: str
    ours: Figures
    bare: Figures


def beside_bare(corpus: Corpus, folder: Path, predictions: Path) -> list[Beside]:
    """Our predictions for a corpus of marked mentions, and the bare model's, each kind in both ways.

    Raises:
        ModelMissing: the spaCy model is not installed.
    """
    lines = list(json_objects(folder / corpus.file))
    found = {line["id"]: ours(line) for line in json_objects(predictions)}
    nlp = load_bare()
    bare = {line["id"]: list(_of_model(nlp, line["text"])) for line in lines}
    return [
        Beside(corpus.name, kind, way, ours[kind], models[kind])
        for way in ("strict", "by use")
        for ours, models in [(figures(lines, found, way=way), figures(lines, bare, way=way))]
        for kind in KINDS
    ]


def figures(lines: Iterable[Line], found: Mapping[object, Sequence[Marked]], *, way: str) -> dict[str, Figures]:
    """The counts of each kind over some gold lines, for mentions by the line's id."""
    right: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for line in lines:
        gold, others = _gold(line)
        marked = [each for each in found.get(line["id"], ()) if _is_named(line["text"], each)]
        marked = [each if way == "by use" else each._replace(kinds=each.kinds[:1]) for each in marked]
        pairs = dict(_pairs(marked, gold))
        right.update(gold[index].kinds[0] for index in pairs.values())
        wanted.update(each.kinds[0] for each in gold)
        for index, each in enumerate(marked):
            if index in pairs:
                counted[gold[pairs[index]].kinds[0]] += 1
            elif not any(_overlap(each, other) and other.kinds[0] in each.kinds for other in others):
                counted[each.kinds[0]] += 1
    return {kind: Figures(right[kind], counted[kind], wanted[kind]) for kind in KINDS}


def _gold(line: Line) -> tuple[list[Marked], list[Marked]]:
    """The named mentions of a gold line, and the others, of which nobody is asked and which are no mistakes."""
    marked = [Marked(start, end, (label.lower(),)) for start, end, label in line["entities"]]
    marked = [each for each in marked if each.kinds[0] in KINDS]
    named = [each for each in marked if _is_named(line["text"], each)]
    return named, [each for each in marked if each not in named]


def _is_named(text: str, marked: Marked) -> bool:
    words = text[marked.start : marked.end]
    return words[:1].isupper() and words.casefold() not in _PRONOUNS


def _pairs(marked: Sequence[Marked], gold: Sequence[Marked]) -> Iterator[tuple[int, int]]:
    """Positions that belong together, the best overlap first, each taken once."""
    candidates = [
        (-_share(each, other), index, position)
        for index, each in enumerate(marked)
        for position, other in enumerate(gold)
        if other.kinds[0] in each.kinds and _overlap(each, other)
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, index, position in sorted(candidates):
        if index not in taken[0] and position not in taken[1]:
            taken[0].add(index)
            taken[1].add(position)
            yield index, position


def _overlap(one: Marked, other: Marked) -> bool:
    return one.start < other.end and other.start < one.end


def _share(one: Marked, other: Marked) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))


def ours(line: Line) -> list[Marked]:
    """The mentions of a prediction, but for those within longer ones."""
    found = [
        Marked(start, end, _OURS[entity["type"]])
        for entity in line["entities"]
        if entity["type"] in _OURS
        for start, end in entity["mentions"]
    ]
    return [each for each in found if not any(_holds(other, each) for other in found)]


def _holds(longer: Marked, one: Marked) -> bool:
    return longer.end - longer.start > one.end - one.start and longer.start <= one.start and one.end <= longer.end


def _of_model(nlp: Language, text: str) -> Iterator[Marked]:
    for entity in nlp(text).ents:
        if entity.label_ in _MODELS:
            yield Marked(entity.start_char, entity.end_char, _MODELS[entity.label_])
