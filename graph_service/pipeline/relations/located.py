"""Which place lies in which country or place, where the text says so: "Lyon, France", "the Latvian town of Cesis"."""

import re
from collections.abc import Iterator

from graph_service.knowledge import KnowledgeBase
from graph_service.models import EntityType, Mention, MentionKind, RelationModality, RelationType, Span
from graph_service.pipeline.annotations import FoundRelation
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.lexicon import words

_AFTER = re.compile(r", (?:in |(?:(?:north|south|east|west|central)\w* )+)?")
_KIND_OF = re.compile(r" ((?:[\w-]+ ){0,2}[\w-]+) of ")
_GOES_ON = re.compile(r",? (?:and|or) |'s|’s|-")
_FURTHEST = 40
_WIDER = {EntityType.COUNTRY, EntityType.PLACE}


def located(cast: Cast, knowledge: KnowledgeBase) -> Iterator[FoundRelation]:
    """Places with the country, or the known place, that the words beside them put them in."""
    for place in cast.of_type(EntityType.PLACE):
        for mention in place.mentions:
            if mention.kind is not MentionKind.NAME:
                continue
            around = _behind(cast, mention) or _before(cast, mention)
            if around is not None:
                other, wider = around
                if wider is not place and _may_be_in(place, wider, knowledge):
                    yield _relation(place, wider, mention, other)
                    break


def _behind(cast: Cast, mention: Mention) -> tuple[Mention, Actor] | None:
    """ "Lyon, France": the country ends the phrase, it begins no list."""
    match = _AFTER.match(cast.text, mention.end)
    if match is None:
        return None
    for other, actor in cast.at(match.end()):
        ends = not _GOES_ON.match(cast.text, other.end) and not cast.at(other.end + len(", "))
        if other.start == match.end() and actor.type in _WIDER and other.kind is MentionKind.NAME and ends:
            return other, actor
    return None


def _before(cast: Cast, mention: Mention) -> tuple[Mention, Actor] | None:
    """ "The Latvian town of Cesis"."""
    start = max(mention.start - _FURTHEST, 0)
    for other, actor in reversed(cast.within(Span(start, mention.start))):
        match = _KIND_OF.fullmatch(cast.text, other.end, mention.start)
        if (
            match
            and actor.type is EntityType.COUNTRY
            and match[1].split()[-1] in words("place_nouns.txt") | words("settlements.txt")
        ):
            return other, actor
    return None


def _may_be_in(place: Actor, wider: Actor, knowledge: KnowledgeBase) -> bool:
    """Whether the knowledge base does not put it elsewhere."""
    if place.known is None or not place.known.countries:
        return True
    known = knowledge.get(wider.id)
    return wider.id in place.known.countries or bool(
        known and wider.type is EntityType.PLACE and set(known.countries) & set(place.known.countries)
    )


def _relation(place: Actor, wider: Actor, mention: Mention, other: Mention) -> FoundRelation:
    return FoundRelation(
        subject=place.id,
        type=RelationType.LOCATED_IN,
        object=wider.id,
        modality=RelationModality.ASSERTED,
        span=Span(min(mention.start, other.start), max(mention.end, other.end)),
        anchor=mention.start,
        sentence=mention.start,
    )
