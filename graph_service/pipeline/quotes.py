"""Pairs quotation marks, deterministically and in one pass: every style of news English, one paragraph at a time."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph_service.models import Span

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚']")
_OPENERS = frozenset("“„‟«‹") | {"``"}
_SINGLE = frozenset("‘’‚'")
_ENDERS = frozenset("”»›")
_STRAIGHT = frozenset({'"', "''"})
# "the ministers' talks": no closing mark
_POSSESSIVE = re.compile(r"s['’]\s+\w", re.IGNORECASE)
# apostrophes that open a word: 'em, 'tis, the '90s; and nothing that could be quoted
_CLIPPED_WORD = re.compile(r"(?:em|tis|twas|til|till|cause|bout|n)\b|\d|\W", re.IGNORECASE)
# who speaks, in a transcript whose paragraphs all begin with a mark: "BRUN: We row."
_LABEL = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}:")
_BEFORE_OPENER = frozenset("([{—–-/:\u2026")
_PARAGRAPH = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# what a mark may be closed with
_CLOSERS = {
    '"': '"”',
    "''": ("''", '"', "”"),
    "``": ("''", '"'),
    "“": ("”", "“", '"', "''"),
    "‟": ("”", '"'),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
}


class Quotation(NamedTuple):
    """A passage in quotation marks, the marks included; several pieces where it goes on over paragraphs."""

    pieces: tuple[Span, ...]
    # whether the last piece has its closing mark
    closed: bool

    @property
    def start(self) -> int:
        """Where the first piece opens."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.pieces[-1].end


def covers(spans: Sequence[Span], position: int) -> bool:
    """Whether a position stands in one of some spans, which are in order and do not overlap."""
    before = bisect_right(spans, position, key=lambda span: span.start)
    return before > 0 and position < spans[before - 1].end


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    may_open: bool
    may_close: bool


@lru_cache(maxsize=4)
def quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of a text in order.

    A quotation without a closing mark ends with its paragraph, unless the next one goes on with it: by an opening mark
    at its start, or by a closing mark that nothing in it opened. Apostrophes are no quotation marks.
    """
    return tuple(_join_paragraphs(text))


def _join_paragraphs(text: str) -> Iterator[Quotation]:
    pieces: list[Span] = []
    for match in _PARAGRAPH.finditer(text):
        found = _in_paragraph(text, *match.span(), is_open=bool(pieces))
        starts = match.start() + len(match.group()) - len(match.group().lstrip())
        goes_on = bool(found) and found[0].start <= starts and _is_alike(text, pieces[-1:], found[0])
        if pieces and not goes_on and not match.group().isspace():
            yield Quotation(tuple(pieces), False)
            pieces = []
        for position, quotation in enumerate(found):
            if pieces and position:
                yield Quotation(tuple(pieces), False)
                pieces = []
            pieces.extend(quotation.pieces)
            if quotation.closed:
                yield Quotation(tuple(pieces), True)
                pieces = []
    if pieces:
        yield Quotation(tuple(pieces), False)


def _is_alike(text: str, last: Sequence[Span], quotation: Quotation) -> bool:
    """Whether a paragraph goes on with the mark that the one before opened with: none begins with " after “."""
    marks = [text[each.start] for each in (*last, quotation.pieces[0])]
    return not all(_MARK.match(mark) for mark in marks) or len({mark in _STRAIGHT for mark in marks}) < 2


def _in_paragraph(text: str, start: int, end: int, *, is_open: bool) -> list[Quotation]:
    marks = list(_marks(text, start, end))
    double = [mark for mark in marks if mark.text not in _SINGLE]
    if is_open and double and _only_closes(double[0]):
        rest = [mark for mark in marks if mark.start > double[0].start]
        return [Quotation((Span(start, double[0].end),), True), *_paired(text, rest, end)]
    return _paired(text, marks, end)


def _paired(text: str, marks: Sequence[_Mark], end: int) -> list[Quotation]:
    double = sorted(_pair([mark for mark in marks if mark.text not in _SINGLE], text, end))
    single = _pair_singles([mark for mark in marks if mark.text in _SINGLE], text, double)
    return _outermost(sorted(double + single))


def _only_closes(mark: _Mark) -> bool:
    return mark.text in _ENDERS or (mark.text in _STRAIGHT and mark.may_close and not mark.may_open)


def _outermost(found: Sequence[Quotation]) -> list[Quotation]:
    kept: list[Quotation] = []
    for quotation in found:
        if not kept or quotation.start >= kept[-1].end:
            kept.append(quotation)
    return kept


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, start, end):
        a, b = match.span()
        before = text[a - 1] if a > start else " "
        after = text[b] if b < end else " "
        opens_after = before.isspace() or before in _BEFORE_OPENER or _MARK.match(before) is not None
        yield _Mark(a, b, match.group(), opens_after and not after.isspace(), not before.isspace())


def _pair(marks: Sequence[_Mark], text: str, end: int) -> list[Quotation]:
    """Pairs double marks with a stack; a mark that was never closed ends at the next opening mark or the paragraph."""
    inner: list[list[Quotation]] = [[]]
    stack: list[_Mark] = []
    for mark in marks:
        if stack and _closes(mark, stack[-1]):
            inner.pop()
            inner[-1].append(Quotation((Span(stack.pop().start, mark.end),), True))
        elif _opens(mark, bool(stack)):
            stack.append(mark)
            inner.append([])
    found = inner[0]
    if stack and _LABEL.match(text, stack[0].end):
        # '"BRUN: We row.', which no mark closes
        found, stack = found + inner[1], stack[1:]
        inner = inner[1:]
    for depth, opener in enumerate(stack):
        next_opening = [mark.start for mark in stack[depth + 1 : depth + 2]] + [
            each.start for each in inner[depth + 1][:1]
        ]
        stop = min(next_opening, default=end)
        piece = Span(opener.start, opener.start + len(text[opener.start : stop].rstrip()))
        found += [Quotation((piece,), False), *inner[depth + 1]]
    return found


def _closes(mark: _Mark, opener: _Mark) -> bool:
    if mark.text not in _CLOSERS[opener.text]:
        return False
    if mark.text == opener.text or mark.text in _OPENERS:
        return mark.may_close or not mark.may_open
    return True


def _opens(mark: _Mark, inside: bool) -> bool:
    if mark.text in _OPENERS:
        return True
    if mark.text == "”":
        return False
    return mark.may_open or (not inside and mark.text in _STRAIGHT and not mark.may_close)


def _pair_singles(marks: Sequence[_Mark], text: str, double: Sequence[Quotation]) -> list[Quotation]:
    """Pairs single marks outside double ones: each opening one with the next mark that can only be closing."""
    closers = [
        mark for mark in marks if mark.text in "’'" and mark.may_close and not text[mark.end : mark.end + 1].isalnum()
    ]
    sure = [mark for mark in closers if not _POSSESSIVE.match(text, mark.start - 1)]
    found: list[Quotation] = []
    for mark in marks:
        if (found and mark.start < found[-1].end) or not _opens_single(mark, text):
            continue
        closer = _next(sure, mark.end) or _next(closers, mark.end)
        if closer and not _within(double, mark.start) and not _within(double, closer.start):
            found.append(Quotation((Span(mark.start, closer.end),), True))
    return found


def _opens_single(mark: _Mark, text: str) -> bool:
    return mark.text != "’" and mark.may_open and not _CLIPPED_WORD.match(text, mark.end)


def _next(marks: Sequence[_Mark], position: int) -> _Mark | None:
    index = bisect_left(marks, position, key=lambda mark: mark.start)
    return marks[index] if index < len(marks) else None


def _within(found: Sequence[Quotation], position: int) -> bool:
    index = bisect_right(found, position, key=lambda quotation: quotation.start) - 1
    return index >= 0 and position < found[index].end
