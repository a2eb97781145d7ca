"""Events: a verb or noun of the table, and the entities at the places its patterns name."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from spacy.tokens import Token

from graph_service.models import EntityType, RelationType
from graph_service.pipeline.cast import Actor
from graph_service.pipeline.lexicon import words
from graph_service.pipeline.relations.actors import Participant, Participants
from graph_service.pipeline.relations.conditions import holds
from graph_service.pipeline.relations.surroundings import Surroundings
from graph_service.pipeline.relations.table import Frame, Pattern, frames

_PEOPLE = frozenset({EntityType.PERSON})
_STATES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_ACTING = _PEOPLE | _STATES
_TALKING = {RelationType.MET, RelationType.CONSULTED}
#: of each type what the subject and what the object may be; all others are between people, countries and organisations
_SIDES = {
    RelationType.SUPPLIES: (_ACTING, _STATES),
    RelationType.SANCTIONS: (_STATES | _PEOPLE, _ACTING),
    RelationType.AT_WAR_WITH: (_STATES, _STATES),
    RelationType.MEMBER_OF: (_ACTING, frozenset({EntityType.ORGANISATION})),
    RelationType.SEEKS_MEMBERSHIP: (_STATES, frozenset({EntityType.ORGANISATION})),
    RelationType.USES_WEAPON: (_STATES, frozenset({EntityType.WEAPON_SYSTEM})),
}
_BEFORE_NAME = 30
_ENTERING = {EntityType.COUNTRY}


class Event(NamedTuple):
    """A relation of two participants, as a word and its frame say it."""

    word: Token
    frame: Frame
    subject: Participant
    object: Participant
    topic: Token | None


def events(word: Token, participants: Participants) -> Iterator[Event]:
    """The events that a word says, each by the first pattern of its frame that fits."""
    part = "verb" if word.pos_ in {"VERB", "AUX"} else "noun"
    around: Surroundings | None = None
    for frame in frames(part).get(word.lemma_, ()):
        if frame.particle and not _has_particle(word, frame.particle):
            continue
        around = around or Surroundings(word, participants)
        if holds(frame, word, around):
            yield from _first_that_fits(frame, around)


def _first_that_fits(frame: Frame, around: Surroundings) -> Iterator[Event]:
    for pattern in frame.patterns:
        topic = around.topic(pattern.topic)
        if "goods" in frame.conditions and not around.is_goods(topic):
            continue
        found = [each for each in _pairs(pattern, around) if _fits(frame, each[0].actor, each[1].actor)]
        if frame.type in _TALKING:
            found = [each for each in found if not any(_is_journalist(one, around.text) for one in each)]
        if found:
            yield from (Event(around.word, frame, first, second, topic) for first, second in found)
            return


def _pairs(pattern: Pattern, around: Surroundings) -> Iterator[tuple[Participant, Participant]]:
    if not pattern.object:
        return around.together(pattern.subject)
    subjects = around.at(pattern.subject)
    return product(subjects, around.at(pattern.object)) if subjects else iter(())


def _fits(frame: Frame, subject: Actor, object_: Actor) -> bool:
    first, second = _SIDES.get(frame.type, (_ACTING, _ACTING))
    if subject is object_ or subject.type not in first or object_.type not in second:
        return False
    kinds = {subject.type, object_.type}
    if "people" in frame.conditions and kinds != _PEOPLE:
        return False
    if "bodies" in frame.conditions and not kinds <= _STATES:
        return False
    if "enters" in frame.conditions and (subject.type not in _ENTERING or is_medium(object_)):
        return False
    if "infinitive" in frame.conditions and is_medium(object_):
        return False
    return frame.type not in _TALKING or not (is_medium(subject) or is_medium(object_))


def _is_journalist(participant: Participant, text: str) -> bool:
    """ "The radio host Ada Lund"."""
    before = text[max(participant.span.start - _BEFORE_NAME, 0) : participant.span.start].lower().split()
    return bool(set(before[-2:]) & words("journalists.txt"))


def is_medium(actor: Actor) -> bool:
    """Whether an entity is an outlet, or somebody who works for one."""
    if actor.known is not None and actor.known.kind == "media":
        return True
    return any(word in words("journalists.txt") for title, _ in actor.titles for word in title.split())


def _has_particle(word: Token, particle: str) -> bool:
    return any(particle in {each.lower_, each.lemma_} for each in word.children)


@cache
def triggers() -> frozenset[str]:
    """The lemmas of the table."""
    return frozenset({*frames("verb"), *frames("noun")})
