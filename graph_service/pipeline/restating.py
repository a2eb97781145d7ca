"""Which statements only sum up a fuller one of the same speaker: headlines, ledes, and words before their quotation."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from graph_service.ids import fold
from graph_service.models import Modality, Span, StatementType, text_at
from graph_service.pipeline.annotations import Attribution
from graph_service.pipeline.cast import Cast

#: how many of its words a fuller statement must have in one sentence
_SHARE = 0.6
_FEWEST, _FEWEST_BESIDE = 2, 3
_LEDE_LINES, _LONGEST_LEDE = 3, 1_200
_NO_WORD = re.compile(r"\W+")
# headlines choose their own verbs, but name the same things
_ENTITY = 2.0
_WEIGHTS = {"NOUN": 1.0, "PROPN": 1.0, "NUM": 1.0, "VERB": 0.5, "ADJ": 0.5, "ADV": 0.5}


def with_restated(doc: Doc, cast: Cast, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Attributions, each with the index of the one that it sums up; that one sums up nothing itself.

    A statement is summed up by an earlier one that stands in the first lines of the article, or right before it, when
    both have the same speaker and most of the shorter one's words stand in one sentence of the fuller one.
    """
    return _Restating(doc, cast, attributions).all()


class _Restating:
    def __init__(self, doc: Doc, cast: Cast, attributions: Sequence[Attribution]) -> None:
        self._doc = doc
        self._cast = cast
        self._attributions = attributions
        self._units: dict[int, list[dict[str, float]]] = {}
        self._texts: dict[int, str] = {}
        self._lede = _end_of_lede(cast.text)

    def all(self) -> tuple[Attribution, ...]:
        """From the last to the first, so that what is summed up is known before."""
        found: dict[int, int] = {}
        for index in reversed(range(len(self._attributions))):
            chosen = self._fullest(index, found)
            if chosen is not None:
                found[index] = chosen
        return tuple(each._replace(same_as=found.get(i)) for i, each in enumerate(self._attributions))

    def _fullest(self, index: int, found: dict[int, int]) -> int | None:
        if self._is_lede(index):
            others = [other for other in range(index + 1, len(self._attributions)) if self._may_restate(index, other)]
        else:
            beside = range(index + 1, min(index + 2, len(self._attributions)))
            others = [each for each in beside if self._may_restate(index, each) and self._is_fuller(index, each)]
        scored = [(self._alike(index, other), other) for other in others]
        fitting = [
            (self._does_the_same(index, other), score, -found.get(other, other))
            for score, other in scored
            if score >= _SHARE
        ]
        return -max(fitting)[2] if fitting else None

    def _is_lede(self, index: int) -> bool:
        return self._attributions[index].statement.content[0].start < self._lede

    def _does_the_same(self, index: int, other: int) -> bool:
        first, second = self._attributions[index].statement, self._attributions[other].statement
        return first.modality is second.modality

    def _asks_the_same(self, index: int, other: int) -> bool:
        """Whether two statements demand something of one and the same."""
        both = (self._attributions[index], self._attributions[other])
        if any(each.statement.modality is not Modality.DEMAND for each in both):
            return False
        first, second = ({party.entity for party in each.addressees if party.entity} for each in both)
        return not first.isdisjoint(second)

    def _may_restate(self, index: int, other: int) -> bool:
        """Whether two statements have one speaker, and both say something or neither does."""
        first, second = self._attributions[index], self._attributions[other]
        if first.statement.negated != second.statement.negated or _overlap(first, second):
            return False
        if first.speaker is not None or second.speaker is not None:
            return first.speaker == second.speaker
        return self._is_same_unnamed(first, second)

    def _is_same_unnamed(self, first: Attribution, second: Attribution) -> bool:
        """Unnamed speakers are the same where the later words have all of the earlier ones: "leaders"."""
        texts = [fold(each.anonymous.text).split() for each in (first, second) if each.anonymous is not None]
        if len(texts) < 2 or first.statement.content[0].start >= self._lede:
            return False
        return texts[0][-1] in texts[1] and texts[0][-1].endswith("s")

    def _is_fuller(self, index: int, other: int) -> bool:
        """Whether a quotation gives the words that were reported before."""
        first, second = self._attributions[index].statement, self._attributions[other].statement
        is_longer = _length(second.content) > _length(first.content)
        return is_longer and first.type is StatementType.INDIRECT and second.type is StatementType.DIRECT

    def _alike(self, index: int, other: int) -> float:
        """Which share of what a statement says stands in one sentence of another, from 0 to 1.

        They must share more than whom they are about, unless both ask the same one for it.
        """
        if self._repeats(index, other):
            return 1.0
        words: dict[str, float] = {}
        for sentence in self._sentences(index):
            words |= sentence
        shared = [words.keys() & sentence.keys() for sentence in self._sentences(other)]
        fewest = _FEWEST if self._is_lede(index) else _FEWEST_BESIDE
        told = [each for each in shared if len(each) >= fewest and any(words[word] < _ENTITY for word in each)]
        if words and min(words.values()) == _ENTITY and self._asks_the_same(index, other):
            # "Brun asks Peru for Patriots"
            told += shared
        best = max((sum(words[word] for word in each) for each in told), default=0.0)
        return best / sum(words.values()) if words else 0.0

    def _repeats(self, index: int, other: int) -> bool:
        """Whether a statement's words stand in another's as they are."""
        first, second = (self._plain(each) for each in (index, other))
        return first.count(" ") >= _FEWEST_BESIDE and f" {first} " in f" {second} "

    def _plain(self, index: int) -> str:
        if index not in self._texts:
            content = self._attributions[index].statement.content
            self._texts[index] = _NO_WORD.sub(" ", fold(text_at(self._cast.text, content))).strip()
        return self._texts[index]

    def _sentences(self, index: int) -> list[dict[str, float]]:
        if index not in self._units:
            content = self._attributions[index].statement.content
            self._units[index] = list(_by_sentence(self._doc, self._cast, content))
        return self._units[index]


def _by_sentence(doc: Doc, cast: Cast, content: Sequence[Span]) -> Iterator[dict[str, float]]:
    """What each sentence of a content says: its entities and the lemmas of its other words, with their weights."""
    found: dict[str, float] = {}
    for span in content:
        tokens = doc.char_span(*span, alignment_mode="expand")
        for i in range(tokens.start, tokens.end) if tokens is not None else ():
            token = cast.tokens[i]
            if token.is_sent_start and found:
                yield found
                found = {}
            actors = cast.at(token.idx)
            if actors:
                found[actors[0][1].id] = _ENTITY
            elif token.pos_ in _WEIGHTS and not token.is_stop:
                found[token.lemma_.lower()] = _WEIGHTS[token.pos_]
    yield found


def _end_of_lede(text: str) -> int:
    """Where the headline, a dateline of its own and the first paragraph end."""
    position, lines = 0, 0
    for line in text.splitlines(keepends=True):
        lines += bool(line.strip())
        position += len(line)
        if lines == _LEDE_LINES:
            break
    return min(position, _LONGEST_LEDE)


def _overlap(first: Attribution, second: Attribution) -> bool:
    spans = ((a, b) for a in first.statement.content for b in second.statement.content)
    return any(a.start < b.end and b.start < a.end for a, b in spans)


def _length(content: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in content)
