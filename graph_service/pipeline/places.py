"""Whether a name is a place's, by its own words and by those beside it: "Lake Orre", "near Tal Afar"."""

import re
from collections.abc import Container, Iterator

import numpy as np
import spacy.parts_of_speech
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from graph_service.pipeline import lexicon
from graph_service.pipeline.parse import child

_BESIDE = frozenset({"near", "outside"})
_MOVING = frozenset({"in", "into", "at", "from", "to", "around", "across", "through", "over", "near", "of", "outside"})
_POINTS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_QUARTERS = frozenset(f"{point}ern" for point in _POINTS)
#: in whom somebody believes is in no place
_TRUST = frozenset(
    {"faith", "trust", "confidence", "believe", "belief", "disappointed", "interest", "interested", "hope"}
)
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_OVERRUN = frozenset({"occupy", "overrun", "seize", "shell", "storm"})
_TROOPS = frozenset({"army", "brigade", "fighters", "forces", "marines", "rebels", "soldiers", "troops", "units"})
# "oil terminal", "air base"
_MADE_OF = frozenset({"air", "fuel", "gas", "naval", "nuclear", "oil", "power", "pumping", "thermal", "hydroelectric"})
_SITES = frozenset({"base", "depot", "plant", "port", "refinery", "station", "terminal"})
_SCENES = frozenset({"ambush", "attack", "battle", "clash", "explosion", "fighting", "massacre", "shooting"})
_MAYORS = frozenset({"mayor", "mayors", "governor", "governors"})
_LONGEST = 4
_PROPER = spacy.parts_of_speech.IDS["PROPN"]
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def is_place_by_words(span: DocSpan) -> bool:
    """Whether the words of a name say that it is a place's."""
    words = _WORD.findall(span.text)
    if len(words) < 2:
        return False
    begins = words[0].lower() in lexicon.words("place_heads.txt")
    return _is_place_noun(words[-1]) or (begins and words[-1].lower() not in lexicon.words("bodies.txt"))


def _is_place_noun(word: str) -> bool:
    plain = word.lower() in lexicon.words("place_nouns.txt")
    return plain or (word[:1].isupper() and word.lower() in lexicon.words("place_titles.txt"))


def is_place_by_neighbours(span: DocSpan, places: Container[int]) -> bool:
    """Whether what stands around a name says that it is a place's; ``places``: where tokens of known places stand."""
    before, after = _token(span, -1), _token(span, 0)
    if before is None or len(span) > _LONGEST or before.is_sent_end:
        return _stands_before_noun(after)
    if _stands_before_noun(after) or before.lower_ in _BESIDE or before.lower_ in _QUARTERS:
        return True
    if before.lower_ == "off":
        return before.pos_ == "ADP" and before.head.pos_ in {"NOUN", "PROPN"}
    if before.lower_ == "of":
        noun = _token(span, -2)
        return is_settlement(span) or (noun is not None and noun.lower_ in _POINTS)
    return _in_country(span, before, places)


def is_settlement(span: DocSpan) -> bool:
    """Whether it is called a town or so: "the town of Orre"."""
    before, noun = _token(span, -1), _token(span, -2)
    named = before is not None and noun is not None and before.lower_ == "of" and len(span) <= _LONGEST
    return named and noun is not None and noun.lower_ in lexicon.words("settlements.txt")


def is_scene(span: DocSpan) -> bool:
    """Whether something happened at it: "the attack at Orre"."""
    before = _token(span, -1)
    return len(span) == 1 and before is not None and before.lower_ == "at" and before.head.lemma_ in _SCENES


def names_agreement(span: DocSpan) -> bool:
    """Whether a place is only what an agreement is called after: "the Orre Accords"."""
    after = _token(span, 0)
    return after is not None and after.lower_ in lexicon.words("agreements.txt")


def has_mayor(span: DocSpan) -> bool:
    """Whether it is governed as places are: "Orre's mayor", "the mayor of Orre"."""
    before, office = _token(span, -1), _token(span, -2)
    if before is not None and before.lower_ == "of" and office is not None and office.lower_ in _MAYORS:
        return True
    following = _token(span, 1)
    possessive = _token(span, 0)
    is_owner = possessive is not None and possessive.tag_ == "POS"
    return is_owner and following is not None and following.lower_ in _MAYORS


def names_facility(span: DocSpan) -> bool:
    """Whether what follows is named so: "the Orre bridge", "Jean Orre Airport"."""
    before, after = _token(span, -1), _token(span, 0)
    if after is None or after.lower_ not in lexicon.words("facilities.txt") or after.pos_ not in {"NOUN", "PROPN"}:
        return False
    is_part = len(span) == 1 and span.root.dep_ == "compound" and span.root.head == after
    return is_part or after.text[:1].isupper() or (before is not None and before.lower_ == "the")


def is_setting(span: DocSpan) -> bool:
    """Whether something happens in it: "in Raqqah"; not what belongs to somebody, nor whom one believes in."""
    before, after = _token(span, -1), _token(span, 0)
    if before is None or before.lower_ not in {"in", "into"} or len(span) > 2:
        return False
    trusted = {before.head.lemma_.lower(), before.head.lower_} & _TRUST
    return not trusted and (after is None or after.tag_ != "POS") and before.i + 1 == span.start


def is_taken(span: DocSpan) -> bool:
    """Whether what happens to it happens to places only: "retake Orre", "the siege of Orre"."""
    root = span.root
    is_behind = root.dep_ == "pobj" and root.head.lower_ != "by"
    verb = root.head if root.dep_ in _OBJECTS else root.head.head if is_behind else None
    return verb is not None and verb.lemma_.lower() in lexicon.words("taken.txt")


def is_overrun(span: DocSpan) -> bool:
    """Whether an army takes it: "forces seized Orre"; a body's goods may be seized, too."""
    return len(span) == 1 and span[0].dep_ in _OBJECTS and span[0].head.lemma_.lower() in _OVERRUN


def is_seized(span: DocSpan) -> bool:
    """Whether troops take it: "forces seized Orre"; a body's goods are seized by others."""
    verb = span.root.head
    taking = child(verb, "nsubj", "agent")
    return is_overrun(span) and taking is not None and taking.lower_ in _TROOPS


def is_site(span: DocSpan) -> bool:
    """Whether a plant or base is called after it: "the Orre oil terminal"."""
    before, after, site = _token(span, -1), _token(span, 0), _token(span, 1)
    if before is None or after is None or site is None or len(span) > 1:
        return False
    return before.tag_ in {"DT", "POS", "JJ"} and after.lower_ in _MADE_OF and site.lower_ in _SITES


def _in_country(span: DocSpan, before: Token, places: Container[int]) -> bool:
    """ "in Palmyra, Syria": a comma and a known place, and then no possessive and no other list."""
    comma, country = _token(span, 0), _token(span, 1)
    if comma is None or country is None or comma.text != "," or country.i not in places:
        return False
    end = country.i
    while end < len(span.doc) and end in places:
        end += 1
    follows = span.doc[end] if end < len(span.doc) else None
    return before.lower_ in _MOVING and (follows is None or (follows.is_punct or follows.pos_ in {"ADP", "SPACE"}))


def _stands_before_noun(after: Token | None) -> bool:
    return after is not None and _is_place_noun(after.text) and after.pos_ in {"NOUN", "PROPN"}


def is_beside_place(span: DocSpan, places: Container[int]) -> bool:
    """Whether it is joined to a known place: "Aleppo and Daraya"."""
    root = span.root
    if root.dep_ == "conj" and root.head.i in places:
        return True
    return any(child.dep_ == "conj" and child.i in places for child in root.children)


def passed_over(doc: Doc, places: Container[int]) -> Iterator[DocSpan]:
    """Capitalised words that NER takes for nothing, but that stand where only a place can: "near Rawah"."""
    free, end = dict.fromkeys(_free(doc)), 0
    for position in free:
        if position < end:
            continue
        end = position + 1
        while end - position < _LONGEST and end in free:
            end += 1
        if is_place_by_neighbours(doc[position:end], places):
            yield doc[position:end]


def _free(doc: Doc) -> Iterator[int]:
    """Capitalised proper nouns of which NER says nothing."""
    nouns = doc.to_array(["POS", "ENT_TYPE"]) if len(doc) else np.zeros((0, 2), dtype=np.uint64)
    for position in ((nouns[:, 0] == _PROPER) & (nouns[:, 1] == 0)).nonzero()[0].tolist():
        text = doc[position].text
        if text[:1].isupper() and text[-1].isalpha():
            yield position


def _token(span: DocSpan, offset: int) -> Token | None:
    """The token some steps before a span's start, or after its end."""
    position = span.start + offset if offset < 0 else span.end + offset
    return span.doc[position] if 0 <= position < len(span.doc) else None
