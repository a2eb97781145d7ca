"""Which of the rules' statements stand beside those of the model."""

from collections.abc import Iterable, Iterator, Sequence

from graph_service.pipeline.drafts import Draft, merge, overlaps
from graph_service.pipeline.lexicon import CueClass
from graph_service.pipeline.page import Page
from graph_service.pipeline.parse import above_as, child, is_passed_on
from graph_service.pipeline.relays import is_medium
from graph_service.pipeline.sources import QUOTING

# complements that are statements of their own also within another statement
_NESTED = frozenset({"quote", "that", "clause", "person-inf"})
# complements that are statements also where the model finds none: three in ten by PolNeAR, whose annotators pass over
# many plans and beliefs, and nearly all by the agency set
_ALONE = frozenset({"quote", "that", "clause", "wh", "person-inf", "inf", "object", "as", "of", "predicate"})
_ALONE_CONFIDENCE = 0.4
# "according to X" where the model finds none: six of seven are right on the development sets
_ACCORDING_CONFIDENCE = 0.8


def kept(page: Page, made: Sequence[Draft], rest: Iterable[Draft]) -> Iterator[Draft]:
    """Those that the model leaves alone and that mostly are statements, and those within a statement.

    ``made`` are the model's statements, ``rest`` the rules' ones with other cues.
    """
    held = merge(span for draft in made for span in draft.content)
    relaying = (draft for draft in made if _passes_on(page, draft))
    relayed = merge(span for draft in relaying for span in draft.content)
    for draft in rest:
        if _may_be_told(page, draft) or _is_turned(draft):
            continue
        at = draft.cue.head.idx if draft.cue is not None else draft.start
        if any(span.start <= at < span.end for span in held):
            if draft.pattern == "quote" and draft.cue is not None and not draft.cue.quotes:
                # "Only Brun, she said, | would be able to: “…”"
                continue
            # "Brun called it a joke, Harbour Wire reported": it is only said that she spoke
            is_relayed = draft.pattern in _ALONE and any(span.start <= at < span.end for span in relayed)
            if is_relayed or draft.pattern in _NESTED or _may_stand_within(draft):
                yield draft
        elif draft.cue is not None and draft.cue.part == "according":
            yield draft._replace(confidence=_ACCORDING_CONFIDENCE)
        elif _is_statement(draft) and not overlaps(draft.content, held):
            yield draft._replace(confidence=_ALONE_CONFIDENCE)


def _passes_on(page: Page, draft: Draft) -> bool:
    """Whether it may only be said that somebody else spoke: by a medium, or "Brun, according to Lima, wants"."""
    is_according = draft.cue is not None and draft.cue.part == "according"
    return is_according or (draft.source is not None and is_medium(page, draft.source))


def _is_statement(draft: Draft) -> bool:
    """Whether a cue's complement is mostly one; of those in "-ing" what is denied: "denies having rowed"."""
    is_one = draft.pattern in _ALONE or (draft.pattern == "ing" and draft.cue_class is CueClass.DENIAL)
    return is_one and not _is_accused(draft) and not _is_named(draft)


def _may_stand_within(draft: Draft) -> bool:
    """Whether a cue tells ("promised to"), or is passed on, or may go on for the speaker before ("… and dismissed")."""
    if draft.cue is None:
        return False
    head = draft.cue.head
    tells = draft.pattern == "inf" and (draft.cue.quotes or is_passed_on(head))
    # "quoted Brun as calling it a joke"
    above = above_as(head)
    is_quoted = above is not None and above.lower_ in QUOTING
    return tells or is_quoted or (head.dep_ == "conj" and child(head, "nsubj") is None)


def _is_accused(draft: Draft) -> bool:
    """Whether a source is whom somebody else accuses: "He was held and accused of rowing"."""
    return draft.pattern == "of" and draft.cue is not None and child(draft.cue.head, "dobj") is None


def _is_named(draft: Draft) -> bool:
    """Whether it only tells a name: "the boat called Ridge"."""
    head = draft.cue.head if draft.cue is not None else None
    return draft.pattern == "predicate" and head is not None and (head.dep_ == "acl" or child(head, "dobj") is None)


def _is_turned(draft: Draft) -> bool:
    """Whether what is only thought or meant would stand before its verb: that is no order for it."""
    is_before = draft.cue is not None and draft.end <= draft.cue.head.idx
    return is_before and draft.is_attitude and draft.pattern == "clause"


def _may_be_told(page: Page, draft: Draft) -> bool:
    """Whether a name that ends a headline may be who speaks, or who is spoken to: "Brun tours port, warns Lima"."""
    if draft.cue is None or draft.source is None or draft.source.start != draft.cue.head.i + 1:
        return False
    rest = page.text[page.offsets[draft.source.start] :].partition("\n")[0].strip()
    is_end = len(rest.split()) <= draft.source.end - draft.source.start
    addresses = any("object" in reading.entry.addressee for reading in draft.cue.readings)
    return is_end and addresses and draft.pattern == "clause"
