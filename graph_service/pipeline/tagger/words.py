"""An article as the tagger reads it: its words with what the vocabulary leaves out, and windows of them."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from graph_service.models import Span
from graph_service.pipeline.quotes import Quotation

Ints = npt.NDArray[np.int64]

#: states of a word: outside quotation marks, the first word of a quotation, within one
OUTSIDE, OPENS, INSIDE = range(3)
#: how a word is written; the vocabulary has lower case only
LOWER, CAPITALISED, CAPITALS = range(3)
#: every style of quotation marks and dashes as one, character for character
STYLES = str.maketrans(
    dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("‘’‚‹›`", "'")
    | dict.fromkeys("–—−", "-")
    | dict.fromkeys("\xa0\t", " ")
)
_STOPS = frozenset({".", "!", "?"})
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


class Window(NamedTuple):
    """A run of words that is read at once, end exclusive."""

    start: int
    end: int


class Words:
    """The words of an article, in order; a word is what the vocabulary's own splitter gives, so "U.S." is four."""

    def __init__(self, text: str, tokenizer: Tokenizer, quotations: Sequence[Quotation]) -> None:
        self.text = text
        pieces: list[int] = []
        first: list[int] = []
        spans: list[tuple[int, int]] = []
        paragraphs: list[int] = []
        lines = list(_lines(text))
        encodings = tokenizer.encode_batch(
            [text[start:end].translate(STYLES) for start, end in lines], add_special_tokens=False
        )
        for paragraph, ((offset, _), encoding) in enumerate(zip(lines, encodings, strict=True)):
            last = None
            for word, piece, (start, end) in zip(encoding.word_ids, encoding.ids, encoding.offsets, strict=True):
                if word != last:
                    first.append(len(pieces))
                    spans.append((offset + start, offset + end))
                    paragraphs.append(paragraph)
                    last = word
                else:
                    spans[-1] = (spans[-1][0], offset + end)
                pieces.append(piece)
        self.pieces: Ints = np.array(pieces, dtype=np.int64)
        # the first piece of each word, and where the last word's pieces end
        self.first: Ints = np.array([*first, len(pieces)], dtype=np.int64)
        self.spans = spans
        self.paragraphs: Ints = np.array(paragraphs, dtype=np.int64)
        self._quotations = quotations

    def __len__(self) -> int:
        return len(self.spans)

    @cached_property
    def starts(self) -> Ints:
        """Where each word starts in the text."""
        return np.array([start for start, _ in self.spans], dtype=np.int64)

    @cached_property
    def ends(self) -> Ints:
        """Where each word ends in the text."""
        return np.array([end for _, end in self.spans], dtype=np.int64)

    @cached_property
    def quoted(self) -> Ints:
        """For each word whether it is outside quotation marks, opens a quotation or stands within one."""
        found = np.zeros(len(self), dtype=np.int64)
        for quotation in self._quotations:
            for piece in quotation.pieces:
                run = self.run(piece)
                found[run[0] : run[1]] = INSIDE
                found[run[0] : run[0] + 1] = OPENS
        return found

    @cached_property
    def cases(self) -> Ints:
        """For each word whether it has a capital at its start, or capitals only."""
        found = np.full(len(self), LOWER, dtype=np.int64)
        for index, (start, end) in enumerate(self.spans):
            if self.text[start].isupper():
                found[index] = CAPITALS if end - start > 1 and self.text[start:end].isupper() else CAPITALISED
        return found

    @cached_property
    def opens_line(self) -> Ints:
        """For each word 1 where it is the first of its paragraph, else 0."""
        found = np.zeros(len(self), dtype=np.int64)
        if len(self):
            found[0] = 1
            found[1:] = np.diff(self.paragraphs) > 0
        return found

    def run(self, span: Span | tuple[int, int]) -> tuple[int, int]:
        """The words that a span of the text touches, end exclusive."""
        return int(np.searchsorted(self.ends, span[0], "right")), int(np.searchsorted(self.starts, span[1], "left"))

    def length(self, start: int, end: int) -> int:
        """How many pieces a run of words has."""
        return int(self.first[end] - self.first[start])

    def windows(self, most: int, first: int | None = None) -> Iterator[Window]:
        """The article in windows of at most ``most`` pieces, the first one of at most ``first``: whole paragraphs.

        A paragraph that is longer is cut where a sentence ends, or where the pieces run out.
        """
        start = 0
        while start < len(self):
            end = self._cut(start, first if first and not start else most)
            yield Window(start, end)
            start = end

    def _cut(self, start: int, most: int) -> int:
        furthest = max(int(np.searchsorted(self.first, self.first[start] + most, "right")) - 1, start + 1)
        if furthest >= len(self):
            return len(self)
        breaks = np.flatnonzero(self.opens_line[start + 1 : furthest + 1])
        if len(breaks):
            return start + 1 + int(breaks[-1])
        stops = (i + 1 for i in range(furthest - 1, start, -1) if self.text[self.starts[i]] in _STOPS)
        return next(stops, furthest)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines that hold a word start and end."""
    return (match.span() for match in _LINE.finditer(text) if not match.group().isspace())
