"""What the words say outright: the speaker praises, thanks, blames, condemns or asks for what is mentioned."""

from collections.abc import Container, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from graph_service.models import Stance
from graph_service.pipeline import lexicon, parse

# "give Malta a ship", "Thank you, Malta"
_CALLED = {"dative": "dative", "npadvmod": "call"}
_OBJECTS = frozenset({"dobj", "nsubjpass"})
# from a name to the thing that is somebody's, or to the one it stands beside: "Hungary's veto", "Hungary and Malta"
_PARTS = frozenset({"poss", "compound", "amod", "nmod", "conj", "appos"})
# prepositions between a thing and whose or what for it is: "membership of NATO", "missiles for the launchers"
_LINKS = frozenset({"of", "for"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SPEAKERS = frozenset({"i", "we"})
_OWNERS = frozenset({"my", "our"})
_COMPLEMENTS = frozenset({"ccomp", "parataxis", "xcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_DESCRIBING = frozenset({"advcl", "relcl", "acl"})
_ENDS = frozenset({"stop", "cease", "quit", "halt", "end", "avoid", "suspend", "refuse", "refrain"})
# steps from a name to its verb
_FAR = 8


class Governed(NamedTuple):
    """A word with the place at which a mention depends on it: an object, or a preposition."""

    word: Token
    place: str


@cache
def evaluating() -> Mapping[tuple[str, str], Stance]:
    """Stances by lemma and place."""
    return {(lemma, place): Stance(stance) for lemma, place, stance in lexicon.rows("evaluating.tsv")}


def said_outright(mention: Sequence[Token], cue: Container[int], *, wants: bool = False) -> Stance | None:
    """The speaker's stance by the word that governs a mention, where that word is the cue or the speaker's own.

    ``mention``: its tokens. ``cue``: positions of the cue's tokens. ``wants``: the statement is what its speaker is
    going to do or demands, so that its verbs are the speaker's, but for those that only describe.
    """
    found = _governed(mention)
    stance = evaluating().get((found.word.lemma_.lower(), found.place)) if found else None
    if found is None or stance is None or _is_negated(found.word):
        return None
    is_wanted = wants and _is_wanted(found.word, cue)
    return stance if is_wanted or found.word.i in cue or _is_own(found.word, cue) else None


def is_asked_for(mention: Sequence[Token]) -> bool:
    """Whether what is mentioned in a demand is to be given: "to hand over the launchers"."""
    found = _governed(mention)
    if found is None or found.place != "object" or _is_negated(found.word):
        return False
    return found.word.lemma_.lower() in lexicon.words("giving.txt")


def _is_wanted(word: Token, cue: Container[int]) -> bool:
    """Whether it is what is to be done, and no part of a clause that tells when, why or of whom."""
    return all(each.head.i in cue for each in (word, *word.ancestors) if each.dep_ in _DESCRIBING)


def _governed(mention: Sequence[Token]) -> Governed | None:
    within = {each.i for each in mention}
    token = next((each for each in mention if each.head.i not in within), None)
    for _ in range(_FAR):
        if token is None:
            return None
        if token.dep_ in _OBJECTS:
            return Governed(token.head, "object")
        if token.dep_ in _CALLED:
            return Governed(token.head, _CALLED[token.dep_])
        preposition = _preposition(token)
        if preposition is not None and not (preposition.lower_ in _LINKS and preposition.head.pos_ in _NOUNS):
            return Governed(preposition.head, preposition.lower_)
        if preposition is not None and _is_of_verb(preposition):
            return Governed(preposition.head.head, preposition.lower_)
        token = preposition.head if preposition is not None else token.head if token.dep_ in _PARTS else None
    return None


def _is_of_verb(preposition: Token) -> bool:
    """Whether the parser hung on somebody what he is asked for: "asks allies for launchers"."""
    noun = preposition.head
    return noun.dep_ in _OBJECTS and (noun.head.lemma_.lower(), preposition.lower_) in evaluating()


def _preposition(token: Token) -> Token | None:
    """The preposition before a word; of several that are joined the first: "for the guns and for the shells"."""
    found = token.head if token.dep_ == "pobj" else None
    return found.head if found is not None and found.dep_ == "conj" and found.head.dep_ == "prep" else found


def _is_own(word: Token, cue: Container[int]) -> bool:
    """Whether a word's subject is "I" or "we", or it has none: "Thank you", "to apply" behind the cue."""
    verb = word.head if word.dep_ == "acomp" else word
    subject = parse.child(verb, *_SUBJECTS)
    if subject is None:
        return verb.dep_ == "ROOT" or (verb.dep_ in _COMPLEMENTS and verb.head.i in cue)
    owners = (each.lower_ for each in subject.children if each.dep_ == "poss")
    return subject.lower_ in _SPEAKERS or any(each in _OWNERS for each in owners)


def _is_negated(word: Token) -> bool:
    """Whether it is not done, or is to end: "did not thank", "to stop sending"."""
    verb = word.head if word.dep_ == "acomp" else word
    ends = verb.head.lemma_.lower() in _ENDS and verb.dep_ in {"xcomp", "pcomp", "dobj"}
    return ends or any(each.dep_ == "neg" for each in verb.children)
