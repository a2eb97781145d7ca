"""Quotations that two statements of an article share: each is of one cue."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph_service.models import Span
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.page import STOPS, Page


class _Owner(NamedTuple):
    """A statement that a quotation ends a span of, with the spans that are left of it."""

    draft: Draft
    span: Span
    left: set[Span]


def shared_out(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without the quotations that are another one's.

    A quotation is of the cue that stands nearer on the same side, "“A,” she said, suggesting | a question: “B”"; with
    one on either side, of the statement that has no other: "Brun scolded him: | “A,” | she said. “B”". No other
    one's source is a piece of what is said.
    """
    sources = {page.offsets[draft.source.start]: draft for draft in drafts if draft.source is not None}
    singles = {draft.content[0]: draft for draft in drafts if len(draft.content) == 1 and draft.cue_run is not None}
    whole = (_without_next(each, singles) for each in drafts)
    found = [draft for draft in (_without_source(page, each, sources) for each in whole) if draft.content]
    left = [set(draft.content) for draft in found]
    ending: dict[int, list[_Owner]] = {}
    for draft, rest in zip(found, left, strict=True):
        for span in draft.content if draft.cue_run is not None else ():
            ending.setdefault(span.end, []).append(_Owner(draft, span, rest))
    for piece in (piece for quotation in reversed(page.quotations) for piece in quotation.pieces):
        owners = ending.get(piece.end, [])
        for owner in owners if len(owners) > 1 else ():
            others = (each for each in owners if each is not owner and each.span in each.left)
            is_shared = owner.span == piece in owner.left and len(owner.left) > 1
            if is_shared and any(_takes(page, other, owner.draft, piece) for other in others):
                owner.left.discard(piece)
    return [
        draft._replace(content=tuple(span for span in draft.content if span in rest))
        for draft, rest in zip(found, left, strict=True)
    ]


def _takes(page: Page, owner: _Owner, draft: Draft, piece: Span) -> bool:
    """Whether a quotation that ends a span of another statement is that one's, and not the draft's."""
    other = owner.draft
    if other.cue is None:
        # "…; | Brun: “A”" is the label's
        is_label = other.cue_run is not None and page.words[other.cue_run.start] == ":"
        is_behind = other.source is not None and page.offsets[other.source.start] > _at(page, draft)
        return is_label and is_behind and _at(page, draft) < _at(page, other) < piece.start and owner.left == {piece}
    own, its = _at(page, draft), _at(page, other)
    if own < its < piece.start or piece.end <= its < own:
        return owner.span.start <= piece.start
    if owner.left == {piece}:
        return (own < piece.start) != (its < piece.start)
    # "“A,” Brun said. | “B.” | Sole asked: “C?”"
    is_between = its < piece.start < own and page.text[piece.end - 2 : piece.end - 1] in STOPS
    return is_between and draft.content[-1].start > own and other.content[0].start < its


def _without_next(draft: Draft, singles: Mapping[Span, Draft]) -> Draft:
    """A draft without a piece that is all the next cue tells: "It was late, he said, but added | that it rained"."""

    def is_next(piece: Span) -> bool:
        other = singles.get(piece)
        if other is None or other is draft or other.cue_run is None or draft.cue_run is None:
            return False
        return draft.cue_run.start < other.cue_run.start and draft.start < piece.start

    if len(draft.content) < 2:
        return draft
    return draft._replace(content=tuple(piece for piece in draft.content if not is_next(piece)))


def _without_source(page: Page, draft: Draft, sources: Mapping[int, Draft]) -> Draft:
    """A draft without pieces that are only who says something beside it, or that he says so."""
    if draft.cue_run is None:
        return draft
    rest = (span for span in draft.content if not _says(page, sources.get(span.start), draft, span))
    return draft._replace(content=tuple(rest))


def _says(page: Page, other: Draft | None, draft: Draft, piece: Span) -> bool:
    """Whether a piece is another statement's source, whose cue is no part of what else is said."""
    if other is None or other.source is None or other.cue_run is None or other.cue_run == draft.cue_run:
        return False
    cue = page.span(other.cue_run)
    if piece.end <= page.span(other.source).end:
        return not any(span.start <= cue.start < span.end for span in draft.content)
    return page.span(other.source).end < cue.start and piece.end == cue.end


def _at(page: Page, draft: Draft) -> int:
    return page.offsets[draft.cue_run.start] if draft.cue_run is not None else draft.start
