"""What a word of the table may ask of its surroundings before it says anything."""

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from graph_service.models import EntityType
from graph_service.pipeline.lexicon import words
from graph_service.pipeline.parse import child
from graph_service.pipeline.relations import syntax
from graph_service.pipeline.relations.surroundings import RECEIVING, Surroundings
from graph_service.pipeline.relations.table import Frame

_TOGETHER = {"phone", "telephone", "call", "other", "another", "together", "video"}


def holds(frame: Frame, word: Token, around: Surroundings) -> bool:
    """Whether all that a frame asks for is so."""
    return all(_CONDITIONS[each](word, around) for each in frame.conditions & _CONDITIONS.keys())


def _alone(word: Token, around: Surroundings) -> bool:
    """ "Called the minister", not "called the minister a liar" or "called for"."""
    called = syntax.direct_object(word)
    following = word.doc[called.i + 1] if called is not None and called.i + 1 < len(word.doc) else None
    if following is not None and (following.is_quote or following.lower_ in {"a", "an", "the", "his", "her", "our"}):
        return False
    named_so = child(word, "oprd") is not None and child(word, "dobj", "nsubjpass") is not None
    return (
        not named_so
        and child(word, "ccomp", "xcomp", "prt") is None
        and not any(each.dep_ == "prep" and each.lower_ in {"for", "upon", "off", "out"} for each in word.children)
    )


def _asks(word: Token, around: Surroundings) -> bool:
    """Asked to do or to give, not asked whether."""
    return _infinitive(word, around) or any(each.dep_ == "prep" and each.lower_ == "for" for each in word.children)


def _infinitive(word: Token, around: Surroundings) -> bool:
    clauses = [each for each in word.children if each.dep_ in {"xcomp", "ccomp", "advcl"} and each.tag_ == "VB"]
    return any(part.lower_ == "to" and part.dep_ == "aux" for clause in clauses for part in clause.children)


def _with(word: Token, around: Surroundings) -> bool:
    return any(each.dep_ == "prep" and each.lower_ == "with" for each in word.children)


def _many(word: Token, around: Surroundings) -> bool:
    return word.tag_ == "NNS"


def _phoned(word: Token, around: Surroundings) -> bool:
    """A call by telephone, not "a call for restraint"."""
    return not any(
        each.dep_ in {"acl", "relcl"} or (each.dep_ == "prep" and each.lower_ in {"for", "on"})
        for each in word.children
        if each.tag_ != "VBN"
    )


def _private(word: Token, around: Surroundings) -> bool:
    """Neither what an infinitive asks for, nor what is said for the public to hear: "told the show's host"."""
    heads = [each for each in word.children if each.dep_ in {"dobj", "dative", "prep"}]
    near = [*heads, *(other for each in heads for other in each.children)]
    if any(each.lemma_.lower() in words("journalists.txt") | words("public_talk.txt") for each in near):
        return False
    return not _infinitive(word, around)


def _received(word: Token, around: Surroundings) -> bool:
    return word.dep_ == "dobj" and word.head.lemma_ in RECEIVING


def _together(word: Token, around: Surroundings) -> bool:
    """ "Lund and Brun spoke by phone"; who only spoke may have spoken to a crowd."""
    below = [*word.children, *(other for each in word.children for other in each.children)]
    return any(each.lower_ in _TOGETHER for each in below)


def _plain(word: Token, around: Surroundings) -> bool:
    """Without an object: "appealed the case to" a court is no request."""
    return child(word, "dobj") is None


def _speaking(word: Token, around: Surroundings) -> bool:
    """ "Blasted the minister", no bomb."""
    return not any(each.actor.type is EntityType.PLACE for each in around.at("obj"))


def _fought(word: Token, around: Surroundings) -> bool:
    """No war of words, of prices or on drugs."""
    words_ = {each.lower_ for each in word.children if each.dep_ in {"amod", "compound", "nmod"}}
    of = {each.lower_ for each in syntax.after(word, "of")}
    return not (words_ & words("other_wars.txt") or of & {"words", "nerves"})


def _enters(word: Token, around: Surroundings) -> bool:
    """ "Joined NATO in condemning" is no membership."""
    return not any(each.lower_ in {"in", "for"} and child(each, "pcomp") is not None for each in word.children)


_Condition = Callable[[Token, Surroundings], bool]
_CONDITIONS: Mapping[str, _Condition] = {
    "alone": _alone,
    "asks": _asks,
    "infinitive": _infinitive,
    "with": _with,
    "many": _many,
    "phoned": _phoned,
    "plain": _plain,
    "received": _received,
    "together": _together,
    "private": _private,
    "speaking": _speaking,
    "fought": _fought,
    "enters": _enters,
}
