"""A parsed article with what every step of finding statements asks for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token

from graph_service.models import Span
from graph_service.pipeline.cast import cast
from graph_service.pipeline.parse import sentence_starts
from graph_service.pipeline.quotes import quotations

_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_TRIMMED = frozenset(",;:–—-−") | {"--", "---"}

_MARKS = "\"“”„‟«»‹›`'‘’‚"
#: marks that end a sentence
STOPS = frozenset({".", "!", "?"})
#: after these inside its marks a quotation is complete
ENDS_SENTENCE = ".?!,…—"
_ASIDE_WORDS = 5
# tokens
_LONGEST_SENTENCE = 300


class Run(NamedTuple):
    """A run of tokens, end exclusive."""

    start: int
    end: int


class Page:
    """A parsed article by token: quotations, sentences and paragraphs; tokens are named by their index."""

    def __init__(self, doc: Doc) -> None:
        self.tokens = doc
        self.text = doc.text
        self.quotations = quotations(self.text)

    @cached_property
    def words(self) -> list[str]:
        """The tokens' texts in lower case."""
        strings = self.tokens.vocab.strings
        return [strings[each] for each in self.tokens.to_array("LOWER").tolist()]

    @cached_property
    def media(self) -> frozenset[int]:
        """The tokens of known media's names, where mentions were looked for."""
        known = (actor for actor in cast(self.tokens) if actor.known is not None and actor.known.kind == "media")
        spans = (self.run(Span(each.start, each.end)) for actor in known for each in actor.mentions)
        return frozenset(i for run in spans for i in range(*run))

    @cached_property
    def offsets(self) -> list[int]:
        """Where each token starts, and where the text ends."""
        return [*self.tokens.to_array("IDX").tolist(), len(self.text)] if len(self.tokens) else [0]

    @cached_property
    def quoted(self) -> list[int]:
        """For each token the index of the quotation it stands in, its marks included, or -1."""
        found = [-1] * len(self.tokens)
        for index, quotation in enumerate(self.quotations):
            for piece in quotation.pieces:
                run = self.run(piece)
                found[run.start : run.end] = [index] * (run.end - run.start)
        return found

    @cached_property
    def sentences(self) -> list[Run]:
        """For each token its sentence; none crosses a line end."""
        if not len(self.tokens):
            return []
        ends = (index + 1 for index in self.line_ends)
        breaks = sorted({*sentence_starts(self.tokens), *ends} - {len(self.tokens)})
        runs = [Run(a, b) for a, b in pairwise([*breaks, len(self.tokens)])]
        return [run for run in runs for _ in range(run.end - run.start)]

    def is_broken(self, index: int) -> bool:
        """Whether a token's sentence is too long to be one: its parse says nothing, and walking it would take long."""
        start, end = self.sentences[index]
        return end - start > _LONGEST_SENTENCE

    @cached_property
    def line_ends(self) -> list[int]:
        """The tokens that hold a line end, in order."""
        return [i for i, word in enumerate(self.words) if word.isspace() and not _LINE_ENDS.isdisjoint(word)]

    @cached_property
    def paragraphs(self) -> list[Run]:
        """The paragraphs that hold a word, in order; a paragraph is a line."""
        ends = [index + 1 for index in self.line_ends]
        runs = [self.trim_spaces(Run(a, b)) for a, b in pairwise([0, *ends, len(self.tokens)])]
        return [run for run in runs if run.start < run.end]

    @cached_property
    def paragraph_of(self) -> list[int]:
        """For each token the index of its paragraph, or of the one before it."""
        found: list[int] = []
        for index, (run, following) in enumerate(pairwise([*self.paragraphs, Run(len(self.tokens), 0)])):
            found += [index] * (following.start - (run.start if found else 0))
        return found

    def run(self, span: Span) -> Run:
        """The tokens that a span touches."""
        start = max(bisect_right(self.offsets, span.start, hi=len(self.tokens)) - 1, 0)
        return Run(start, max(bisect_left(self.offsets, span.end, hi=len(self.tokens)), start))

    def top(self, run: Run) -> Token:
        """The token of a run that is highest in the parse, the first of several."""
        tokens = (self.tokens[i] for i in range(*run))
        tops = (each for each in tokens if each.head == each or not run.start <= each.head.i < run.end)
        return next(tops, self.tokens[run.start])

    def span(self, run: Run) -> Span:
        """The offsets of a run of tokens."""
        last = self.tokens[run.end - 1]
        return Span(self.offsets[run.start], last.idx + len(last))

    @cached_property
    def asides(self) -> list[bool]:
        """For each quotation whether it is a few words within a sentence: scare quotes, a title, a nickname."""
        return [self._is_aside(index) for index in range(len(self.quotations))]

    def _is_aside(self, index: int) -> bool:
        quotation = self.quotations[index]
        few = self.text[quotation.start : quotation.end].split(maxsplit=_ASIDE_WORDS)
        return len(few) < _ASIDE_WORDS and self.last_mark(index) not in ENDS_SENTENCE

    def last_mark(self, index: int) -> str:
        """The last character that a quotation holds inside its marks."""
        quotation = self.quotations[index]
        return self.text[quotation.pieces[-1].start : quotation.end].rstrip(_MARKS + " \xa0")[-1:]

    def quoted_share(self, spans: Iterable[Span]) -> float:
        """How much of some spans' tokens stands in quotation marks, from 0 to 1."""
        runs = [self.run(span) for span in spans]
        quoted = sum(self._quoted_before[run.end] - self._quoted_before[run.start] for run in runs)
        return quoted / sum(run.end - run.start for run in runs)

    @cached_property
    def _quoted_before(self) -> list[int]:
        return [0, *accumulate(index >= 0 for index in self.quoted)]

    def with_glued(self, run: Run) -> Run:
        """A run with what a hyphen ties to its ends: "vice" in "vice-president"."""
        start, end = run
        while start and self._is_tied(start):
            start -= 1
        while end < len(self.words) and self._is_tied(end):
            end += 1
        return Run(start, end)

    def _is_tied(self, index: int) -> bool:
        """Whether a token and the one before it are parts of one word with a hyphen."""
        at = self.offsets[index]
        before, behind = self.text[at - 2 : at], self.text[at : at + 2]
        is_before = len(before) > 1 and before[0].isalnum() and before[1] == "-" and behind[:1].isalnum()
        is_hyphen = behind[:1] == "-" and before[-1:].isalnum() and behind[1:].isalnum()
        return is_before or is_hyphen

    def trim_spaces(self, run: Run) -> Run:
        """A run without white space at its ends."""
        start, end = run
        while start < end and self.words[start].isspace():
            start += 1
        while end > start and self.words[end - 1].isspace():
            end -= 1
        return Run(start, end)

    def ends_line(self, index: int) -> bool:
        """Whether a token holds a line end."""
        return self.words[index].isspace() and not _LINE_ENDS.isdisjoint(self.words[index])
