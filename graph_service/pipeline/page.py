"""A parsed article with what every step of finding statements asks for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Token

from graph_service.models import Span
from graph_service.pipeline.quotes import Quotation, quotations

_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_TRIMMED = frozenset(",;:–—-−") | {"--", "---"}


class Run(NamedTuple):
    """A run of tokens, end exclusive."""

    start: int
    end: int


class Page:
    """A parsed article by token: quotations, sentences and paragraphs; tokens are named by their index."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self.quotations = quotations(self.text)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens, to be had without making them anew."""
        return list(self.doc)

    @cached_property
    def words(self) -> list[str]:
        """The tokens' texts in lower case."""
        return [token.lower_ for token in self.tokens]

    @cached_property
    def offsets(self) -> list[int]:
        """Where each token starts, and where the text ends."""
        return [token.idx for token in self.tokens] + [len(self.text)]

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
        breaks = [
            index
            for index, token in enumerate(self.tokens)
            if index == 0 or token.is_sent_start or self.ends_line(index - 1)
        ]
        runs = [Run(a, b) for a, b in pairwise([*breaks, len(self.tokens)])]
        return [run for run in runs for _ in range(run.end - run.start)]

    @cached_property
    def paragraphs(self) -> list[Run]:
        """The paragraphs that hold a word, in order; a paragraph is a line."""
        ends = [index + 1 for index in range(len(self.tokens)) if self.ends_line(index)]
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

    def span(self, run: Run) -> Span:
        """The offsets of a run of tokens."""
        last = self.tokens[run.end - 1]
        return Span(self.offsets[run.start], last.idx + len(last))

    def quoted_share(self, spans: Iterable[Span]) -> float:
        """How much of some spans stands in quotation marks, from 0 to 1; white space counts neither way."""
        quoted = total = 0
        for start, end in self.token_runs(spans):
            words = [i for i in range(start, end) if not self.tokens[i].is_punct and not self.tokens[i].is_space]
            total += len(words)
            quoted += sum(self.quoted[i] >= 0 for i in words)
        return quoted / total if total else 0.0

    def token_runs(self, spans: Iterable[Span]) -> Iterator[Run]:
        """The tokens of several spans."""
        return (self.run(span) for span in spans)

    def trim_spaces(self, run: Run) -> Run:
        """A run without white space at its ends."""
        start, end = run
        while start < end and self.tokens[start].is_space:
            start += 1
        while end > start and self.tokens[end - 1].is_space:
            end -= 1
        return Run(start, end)

    def ends_line(self, index: int) -> bool:
        """Whether a token holds a line end."""
        return not _LINE_ENDS.isdisjoint(self.tokens[index].text)
