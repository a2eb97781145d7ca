"""A statement while it is being found: tokens and offsets, before overlaps are settled."""

from collections.abc import Iterable
from typing import NamedTuple

from graph_service.models import Span
from graph_service.pipeline.cues import Cue
from graph_service.pipeline.lexicon import CueClass
from graph_service.pipeline.page import Page, Run

_DASHES = ",;:–—-−"


_CLAUSES = frozenset({"quote", "that", "clause", "wh"})
SPOKEN = frozenset({CueClass.SPEECH, CueClass.DENIAL, CueClass.WARNING})
_VOICED = SPOKEN | {CueClass.DEMAND}


class Draft(NamedTuple):
    """A statement found, by the cue that attributes it; mostly no cue and no source where it is carried over."""

    content: tuple[Span, ...]
    cue_class: CueClass
    cue: Cue | None = None
    cue_run: Run | None = None
    source: Run | None = None
    addressees: tuple[Run, ...] = ()
    relays: tuple[Run, ...] = ()
    carried: bool = False
    # it stands in a paragraph of somebody's own words without quotation marks
    in_own_words: bool = False
    confidence: float = 1.0
    # the complement that gave the content, as in the lexicon
    pattern: str = "quote"

    @property
    def start(self) -> int:
        """Where the content starts."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1].end

    @property
    def is_attitude(self) -> bool:
        """Whether it is a belief, a wish or an intention that nobody is told to have voiced."""
        return self.pattern != "quote" and self.cue_class not in _VOICED

    @property
    def tells(self) -> bool:
        """Whether somebody is told to speak, in quotation marks or in a clause."""
        return self.pattern in _CLAUSES and self.cue_class in SPOKEN


def is_within(page: Page, draft: Draft) -> bool:
    """Whether somebody is quoted as telling of it: its cue stands in quotation marks."""
    return draft.cue is not None and page.quoted[draft.cue.head.i] >= 0


def spans_of(page: Page, runs: Iterable[Run], within: int = -1) -> tuple[Span, ...]:
    """Runs as content: widened to the quotations they cut, without commas, dashes and full stops around them.

    ``within`` is the index of the quotation that their cue stands in: that one they only cut.
    """
    found: list[Span] = []
    for run in runs:
        trimmed = _trim(page, run, within)
        if trimmed.start < trimmed.end:
            found += _widen(page, trimmed, within)
    return merge(found)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, overlapping ones joined."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def overlaps(content: Iterable[Span], held: Iterable[Span]) -> bool:
    """Whether any span of one is partly in one of the other."""
    return any(a < end and start < b for a, b in content for start, end in held)


def _trim(page: Page, run: Run, within: int) -> Run:
    start, end = run
    while start < end and _is_margin(page, start, within):
        start += 1
    while end > start and (_is_margin(page, end - 1, within) or _is_stop(page, end - 1, within)):
        end -= 1
    return Run(start, end)


def _is_margin(page: Page, index: int, within: int) -> bool:
    word = page.words[index]
    is_margin = word.isspace() or not word.strip(_DASHES) or (within >= 0 and _is_mark(page, index, within))
    return page.quoted[index] in {-1, within} and is_margin


def _is_mark(page: Page, index: int, within: int) -> bool:
    """Whether a token is a mark that opens or closes a quotation."""
    around = (page.quoted[index - 1] if index else -1, *page.quoted[index + 1 : index + 2])
    return not page.words[index].isalnum() and (len(around) < 2 or any(each != within for each in around))


def _is_stop(page: Page, index: int, within: int) -> bool:
    return page.words[index] == "." and page.quoted[index] in {-1, within}


def _widen(page: Page, run: Run, within: int) -> list[Span]:
    """The offsets of a run, with all pieces of the quotations at its ends."""
    span = page.span(run)
    first, last = page.quoted[run.start], page.quoted[run.end - 1]
    if within >= 0:
        return [span]
    if first == last and first >= 0 and page.span(run) in page.quotations[first].pieces:
        return list(page.quotations[first].pieces)
    whole = [span]
    for index in {first, last} - {-1}:
        whole += page.quotations[index].pieces
    return whole
