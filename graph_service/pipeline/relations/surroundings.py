"""The places around a word of the table where those who take part may stand."""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from spacy.tokens import Token

from graph_service.models import EntityType
from graph_service.pipeline.lexicon import words
from graph_service.pipeline.parse import child
from graph_service.pipeline.relations import syntax
from graph_service.pipeline.relations.actors import Participant, Participants
from graph_service.pipeline.relations.table import light_verbs

#: verbs whose subject is given what the noun behind them says: "won the support of"
RECEIVING = words("receiving.txt") | {"have", "need"}
_PAST = {"former", "previous", "ex", "onetime", "past", "erstwhile", "late", "then", "once"}


class Surroundings:
    """One word and what stands around it."""

    def __init__(self, word: Token, participants: Participants) -> None:
        self.word = word
        self._participants = participants
        self._seen: dict[str, list[Participant]] = {}

    @property
    def text(self) -> str:
        """The article's text."""
        return self._participants.text

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
        of = self._participants.of
        match name:
            case "own":
                by = [each for token in syntax.after(self.word, "by") for each in of(token)]
                return [*self._participants.modifying(self.word), *by]
            case "owner":
                subject = syntax.subject(self.word)
                return self._participants.modifying(subject) if subject is not None else []
            case "is":
                return self._is()
            case "doer":
                return next(filter(None, map(of, _doers(self.word))), [])
        plain = [each for token in self._tokens(name.rstrip("*")) for each in of(token)]
        if plain or not name.endswith("*"):
            return plain
        return [each for token in self._tokens(name[:-1]) for each in self._doer_of(token)]

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
        return self._participants.of(child(self.word, "appos"))

    def _tokens(self, name: str) -> list[Token]:
        if name in _PLACES:
            return _some(_PLACES[name](self.word))
        if name == "do":
            return _done(self.word)
        found = list(syntax.after(self.word, name))
        # "held talks on Monday with Brun": the preposition may hang on the verb
        if not found and self.word.pos_ not in {"VERB", "AUX"} and name != "of":
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
    clause = child(word, "xcomp", "ccomp", "acl", "advcl")
    if clause is None:
        return []
    behind = [each for preposition in ("against", "on") for each in syntax.after(clause, preposition)]
    return _some(syntax.direct_object(clause)) or behind


def _giver(noun: Token) -> Token | None:
    """Who does what a noun says, by the verb it is the object of: "Chile imposed sanctions", "in support of"."""
    verb = syntax.carrier(noun)
    if verb is None or not (
        _is_object(noun) or (noun.lemma_ in {"support", "solidarity"} and noun.head.lower_ == "in")
    ):
        return None
    if _is_object(noun) and verb.lemma_ not in light_verbs() - RECEIVING | {"have"}:
        return None
    return syntax.agent(verb) if noun.dep_ == "nsubjpass" else syntax.subject(verb)


def _is_object(noun: Token) -> bool:
    return noun.dep_ in {"dobj", "attr", "nsubjpass"} or (noun.dep_ == "pobj" and noun.head.lower_ == "at")


def _doers(noun: Token) -> Iterator[Token]:
    """Who may do what a noun says, by the verbs it hangs on: "Chile held talks", "said after talks"."""
    if noun.dep_ in {"dobj", "attr", "nsubjpass"}:
        yield from _some(_giver(noun))
        return
    verb = syntax.carrier(noun)
    if verb is None or any(syntax.after(noun, "of")):
        # "on the meeting of leaders with Brun, Sole said": it is not Sole's
        return
    yield from _some(syntax.subject(verb))
    # "called for ships to leave after talks": the parse may hang the date on the wrong clause
    while verb.dep_ in {"xcomp", "ccomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}:
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


def _told(verb: Token) -> Token | None:
    """Who shall do what is demanded: "demanded that Chile leave"."""
    clause = child(verb, "ccomp")
    return child(clause, "nsubj", "nsubjpass") if clause is not None else None


_PLACES: Mapping[str, Callable[[Token], Token | None]] = {
    "subj": syntax.subject,
    "obj": syntax.direct_object,
    "dative": syntax.dative,
    "that": _told,
    "giver": _giver,
    "getter": lambda noun: syntax.subject(noun.head),
}
