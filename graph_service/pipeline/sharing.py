"""Quotations that two statements of an article share: each is of one cue."""

from collections.abc import Mapping, Sequence

from graph_service.models import Span
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.page import Page

_STOPS = frozenset(".!?")


def shared_out(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without the quotations that are another one's.

    A quotation is of the cue that stands nearer on the same side, "“A,” she said, suggesting | a question: “B”"; with
    one on either side, of the statement that has no other: "Brun scolded him: | “A,” | she said. “B”". No other
    one's source is a piece of what is said.
    """
    sources = {page.offsets[draft.source.start]: draft for draft in drafts if draft.source is not None}
    found = [draft for draft in (_without_source(page, each, sources) for each in drafts) if draft.content]
    ending: dict[int, list[int]] = {}
    for index, draft in enumerate(found):
        for span in draft.content if draft.cue_run is not None else ():
            ending.setdefault(span.end, []).append(index)
    for quotation in reversed(page.quotations):
        for piece in quotation.pieces:
            owners = ending.get(piece.end, [])
            for index in owners if len(owners) > 1 else ():
                others = [found[other] for other in owners if other != index]
                if any(_takes(page, other, found[index], piece) for other in others):
                    found[index] = _without(found[index], piece)
    return found


def _takes(page: Page, other: Draft, draft: Draft, piece: Span) -> bool:
    """Whether a quotation is the other statement's, and the draft has more than that."""
    if piece not in draft.content or len(draft.content) == 1 or other.cue is None:
        return False
    own, its = _at(page, draft), _at(page, other)
    if own < its < piece.start or piece.end <= its < own:
        return any(span.start <= piece.start and span.end == piece.end for span in other.content)
    if other.content == (piece,):
        return (own < piece.start) != (its < piece.start)
    # "“A,” Brun said. | “B.” | Sole asked: “C?”"
    is_between = its < piece.start < own and page.text[piece.end - 2 : piece.end - 1] in _STOPS
    return is_between and draft.content[-1].start > own and other.content[0].start < its


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


def _without(draft: Draft, piece: Span) -> Draft:
    return draft._replace(content=tuple(span for span in draft.content if span != piece))
