"""Events: a verb or noun of the table, and the entities at the places its patterns name."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, product
from typing import NamedTuple

from spacy.tokens import Token

from graph_service.models import EntityType, RelationType
from graph_service.pipeline.cast import Actor
from graph_service.pipeline.lexicon import words
from graph_service.pipeline.relations import syntax
from graph_service.pipeline.relations.actors import Participant, Participants
from graph_service.pipeline.relations.table import Frame, Pattern, frames, light_verbs

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
_PAST = {"former", "previous", "ex", "onetime", "past", "erstwhile", "late", "then"}
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
    for frame in frames(part).get(word.lemma_, ()):
        if frame.particle and not _has_particle(word, frame.particle):
            continue
        places = _Places(word, participants)
        if not all(_CONDITIONS[each](word, places, frame) for each in frame.conditions & _CONDITIONS.keys()):
            continue
        yield from _first_that_fits(frame, places)


def _first_that_fits(frame: Frame, places: "_Places") -> Iterator[Event]:
    for pattern in frame.patterns:
        topic = places.topic(pattern.topic)
        if "goods" in frame.conditions and not places.is_goods(topic):
            continue
        found = [each for each in _pairs(pattern, places) if _fits(frame, each[0].actor, each[1].actor)]
        if found:
            yield from (Event(places.word, frame, first, second, topic) for first, second in found)
            return


def _pairs(pattern: Pattern, places: "_Places") -> Iterator[tuple[Participant, Participant]]:
    if not pattern.object:
        return places.together(pattern.subject)
    subjects = places.at(pattern.subject)
    return product(subjects, places.at(pattern.object)) if subjects else iter(())


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


def is_medium(actor: Actor) -> bool:
    """Whether an entity is an outlet, or somebody who works for one."""
    if actor.known is not None and actor.known.kind == "media":
        return True
    return any(word in words("journalists.txt") for title, _ in actor.titles for word in title.split())


class _Places:
    """The places around one word of the table."""

    def __init__(self, word: Token, participants: Participants) -> None:
        self.word = word
        self._participants = participants
        self._seen: dict[str, list[Participant]] = {}

    def at(self, name: str) -> list[Participant]:
        """Who stands at a place; with an asterisk also whose deed stands there: "the German decision"."""
        if name not in self._seen:
            self._seen[name] = self._find(name)
        return self._seen[name]

    def together(self, name: str) -> Iterator[tuple[Participant, Participant]]:
        """Those at a place who do it to each other; a possessor and an adjective are not joined."""
        if name == "own":
            groups = [self._participants.modifying(self.word, only=each) for each in self.word.children]
            return (pair for group in groups for pair in combinations(group, 2))
        if name == "doer" and not _is_bare(self.word):
            return iter(())
        return combinations(self.at(name), 2)

    def _find(self, name: str) -> list[Participant]:
        if name.endswith("*"):
            plain = self.at(name[:-1])
            return plain or [each for token in self._tokens(name[:-1]) for each in self._doer_of(token)]
        if name == "own":
            by = [each for token in syntax.after(self.word, "by") for each in self._participants.of(token)]
            return [*self._participants.modifying(self.word), *by]
        if name == "owner":
            subject = syntax.subject(self.word)
            return self._participants.modifying(subject) if subject is not None else []
        if name == "is":
            return self._is()
        if name == "doer":
            return next(filter(None, map(self._participants.of, _doers(self.word))), [])
        return [each for token in self._tokens(name) for each in self._participants.of(token)]

    def _doer_of(self, noun: Token) -> list[Participant]:
        if noun.lemma_ not in words("deeds.txt"):
            return []
        return self._participants.modifying(noun) or [
            each
            for preposition in ("by", "of")
            for token in syntax.after(noun, preposition)
            for each in self._participants.of(token)
        ]

    def _is(self) -> list[Participant]:
        """Whom a noun describes: "Chile is a member", "Chile, a member", "member Chile"."""
        head = self.word.head
        if any(each.lower_ in _PAST for each in self.word.children):
            return []
        match self.word.dep_:
            case "attr" if head.lemma_ in {"be", "become", "remain", "stay"}:
                return self._participants.of(syntax.subject(head))
            case "appos" | "compound" | "nmod" | "amod":
                return self._participants.of(head)
        return self._participants.of(syntax.child(self.word, "appos"))

    def _tokens(self, name: str) -> list[Token]:
        is_verb = self.word.pos_ in {"VERB", "AUX"}
        match name:
            case "subj":
                return _some(syntax.subject(self.word))
            case "obj":
                return _some(syntax.direct_object(self.word))
            case "dative":
                return _some(syntax.dative(self.word))
            case "that":
                clause = syntax.child(self.word, "ccomp")
                return _some(syntax.child(clause, "nsubj", "nsubjpass") if clause is not None else None)
            case "do":
                return _done(self.word)
        found = list(syntax.after(self.word, name))
        # "held talks on Monday with Brun": the preposition may hang on the verb
        if not found and not is_verb and name != "of":
            verb = syntax.carrier(self.word)
            if verb is not None and verb.lemma_ in light_verbs():
                found = [each for each in syntax.after(verb, name) if each.i > self.word.i]
        return found

    def topic(self, name: str) -> Token | None:
        """What is supplied or asked for."""
        if not name:
            return None
        found = next(iter(self._tokens(name)), None)
        is_relative = found is not None and found.tag_ in {"WDT", "WP"} and self.word.dep_ == "relcl"
        return self.word.head if is_relative else found

    def is_goods(self, topic: Token | None) -> bool:
        """Whether it is something to be supplied with: a weapon, goods or money."""
        if topic is None:
            return False
        # "hundreds of drones"
        heads = [*syntax.joined(topic), *syntax.after(topic, "of")]
        if any(each.lemma_.lower() in words("goods.txt") for each in heads):
            return True
        return topic.ent_type_ == "MONEY" or any(
            each.actor.type is EntityType.WEAPON_SYSTEM for each in self._participants.of(topic)
        )


def _some(token: Token | None) -> list[Token]:
    return [] if token is None else [token]


def _done(word: Token) -> list[Token]:
    """The object of what somebody threatens or applies to do."""
    clause = syntax.child(word, "xcomp", "ccomp", "acl", "advcl")
    if clause is None:
        return []
    behind = [each for preposition in ("against", "on") for each in syntax.after(clause, preposition)]
    return _some(syntax.direct_object(clause)) or behind


def _doers(noun: Token) -> Iterator[Token]:
    """Who may do what a noun says, by the verbs it hangs on: "Chile held talks", "said after talks"."""
    verb = syntax.carrier(noun)
    if verb is None:
        return
    direct = noun.dep_ in {"dobj", "attr", "nsubjpass"}
    if direct and verb.lemma_ not in light_verbs():
        return
    yield from _some(syntax.agent(verb) if noun.dep_ == "nsubjpass" else syntax.subject(verb))
    # "called for ships to leave after talks": the parse may hang the date on the wrong clause
    while not direct and verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
        yield from _some(syntax.subject(verb))


def _is_bare(noun: Token) -> bool:
    """ "After talks", "after a meeting", but not after a meeting that is known already and may be of others."""
    if noun.dep_ == "dobj":
        return True
    if any(each.dep_ == "poss" or each.lower_ in {"the", "this", "that"} for each in noun.children):
        return False
    preposition = noun.head.head.head if noun.head.lower_ == "of" else noun.head
    return preposition.lower_ in {"after", "following"}


def _has_particle(word: Token, particle: str) -> bool:
    return any(each.lower_ == particle or each.lemma_ == particle for each in word.children)


def _alone(word: Token, places: _Places, frame: Frame) -> bool:
    """ "Called the minister", not "called the minister a liar" or "called for"."""
    named_so = syntax.child(word, "oprd") is not None and syntax.child(word, "dobj", "nsubjpass") is not None
    return (
        not named_so
        and syntax.child(word, "ccomp", "xcomp", "prt") is None
        and not any(each.dep_ == "prep" and each.lower_ in {"for", "upon", "off", "out"} for each in word.children)
    )


def _asks(word: Token, places: _Places, frame: Frame) -> bool:
    """Asked to do or to give, not asked whether."""
    return _infinitive(word, places, frame) or any(
        each.dep_ == "prep" and each.lower_ == "for" for each in word.children
    )


def _infinitive(word: Token, places: _Places, frame: Frame) -> bool:
    clauses = [each for each in word.children if each.dep_ in {"xcomp", "ccomp", "advcl"} and each.tag_ == "VB"]
    return any(part.lower_ == "to" and part.dep_ == "aux" for clause in clauses for part in clause.children)


def _with(word: Token, places: _Places, frame: Frame) -> bool:
    return any(each.dep_ == "prep" and each.lower_ == "with" for each in word.children)


def _many(word: Token, places: _Places, frame: Frame) -> bool:
    return word.tag_ == "NNS"


def _phoned(word: Token, places: _Places, frame: Frame) -> bool:
    """A call by telephone, not "a call for restraint"."""
    return not any(
        each.dep_ in {"acl", "relcl"} or (each.dep_ == "prep" and each.lower_ in {"for", "on"})
        for each in word.children
        if each.tag_ != "VBN"
    )


def _private(word: Token, places: _Places, frame: Frame) -> bool:
    """Neither what an infinitive asks for, nor what is said for the public to hear: "told the show's host"."""
    heads = [each for each in word.children if each.dep_ in {"dobj", "dative", "prep"}]
    near = [*heads, *(other for each in heads for other in each.children)]
    if any(each.lemma_.lower() in words("journalists.txt") | words("public_talk.txt") for each in near):
        return False
    return not _infinitive(word, places, frame)


def _plain(word: Token, places: _Places, frame: Frame) -> bool:
    """Without an object: "appealed the case to" a court is no request."""
    return syntax.child(word, "dobj") is None


def _speaking(word: Token, places: _Places, frame: Frame) -> bool:
    """ "Blasted the minister", no bomb."""
    return not any(each.actor.type is EntityType.PLACE for each in places.at("obj"))


def _fought(word: Token, places: _Places, frame: Frame) -> bool:
    """No war of words, of prices or on drugs."""
    words_ = {each.lower_ for each in word.children if each.dep_ in {"amod", "compound", "nmod"}}
    of = {each.lower_ for each in syntax.after(word, "of")}
    return not (words_ & words("other_wars.txt") or of & {"words", "attrition", "nerves"} & {"words", "nerves"})


def _enters(word: Token, places: _Places, frame: Frame) -> bool:
    """ "Joined NATO in condemning" is no membership."""
    return not any(each.lower_ in {"in", "for"} and syntax.child(each, "pcomp") is not None for each in word.children)


@cache
def triggers() -> frozenset[str]:
    """The lemmas of the table."""
    return frozenset({*frames("verb"), *frames("noun")})


_Condition = Callable[[Token, _Places, Frame], bool]
_CONDITIONS: dict[str, _Condition] = {
    "alone": _alone,
    "asks": _asks,
    "infinitive": _infinitive,
    "with": _with,
    "many": _many,
    "phoned": _phoned,
    "plain": _plain,
    "private": _private,
    "speaking": _speaking,
    "fought": _fought,
    "enters": _enters,
}
