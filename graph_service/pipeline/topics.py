"""What a statement is about beside entities: the nouns of its content, with the words that belong to them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from graph_service.models import Span
from graph_service.pipeline import lexicon
from graph_service.pipeline.cast import Cast

MOST = 5
_NOUNS = frozenset({"NN", "NNS"})
_BEFORE = frozenset({"compound", "amod", "nmod"})
_BEFORE_TAGS = frozenset({"NN", "NNS", "JJ", "VBN", "VBG", "HYPH"})
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_VAGUE = frozenset(
    {"able", "certain", "different", "due", "few", "first", "last", "many", "more", "most", "much", "new", "next"}
    | {"other", "own", "same", "several", "such", "various", "whole"}
)
_FEWEST_LETTERS = 3


def topics(doc: Doc, cast: Cast, content: Iterable[Span]) -> tuple[str, ...]:
    """At most five key phrases in lower case, their last word in the singular: "long-range missile".

    The foremost first: by how often, then by where they stand. Names and what they are part of are left out, and
    nouns that say nothing ("way", "week").
    """
    found = Counter(phrase for span in content for phrase in _phrases(doc, cast, span))
    places = {phrase: position for position, phrase in enumerate(found)}
    return tuple(sorted(found, key=lambda phrase: (-found[phrase], places[phrase])))[:MOST]


def _phrases(doc: Doc, cast: Cast, span: Span) -> Iterator[str]:
    found = doc.char_span(*span, alignment_mode="expand")
    if found is None:
        return
    for i in range(found.start, found.end):
        token = cast.tokens[i]
        if token.tag_ in _NOUNS and _is_topic(token, cast):
            start = _first(token, found.start, cast)
            words = "".join(each.lower_ + each.whitespace_ for each in cast.tokens[start:i])
            yield words + token.lemma_.lower()


def _is_topic(token: Token, cast: Cast) -> bool:
    """Whether a noun is the head of its phrase, means something, and belongs to no name."""
    if token.dep_ == "compound" or len(token) < _FEWEST_LETTERS or not token.text[-1].isalpha():
        return False
    if token.lemma_.lower() in _empty() or token.lower_ in _empty() or token.ent_type_ in _MEASURES:
        return False
    return not cast.at(token.idx)


def _first(head: Token, start: int, cast: Cast) -> int:
    """Where the words begin that belong to a noun and stand right before it, names excepted."""
    first = head.i
    while first > start:
        before = cast.tokens[first - 1]
        hangs_on = before.dep_ in _BEFORE and before.head.i in range(first, head.i + 1)
        is_joined = before.tag_ == "HYPH" or cast.tokens[first].tag_ == "HYPH"
        if before.tag_ not in _BEFORE_TAGS or not (hangs_on or is_joined) or before.lower_ in _VAGUE:
            break
        if cast.at(before.idx):
            break
        first -= 1
    while first < head.i and cast.tokens[first].tag_ == "HYPH":
        first += 1
    return first


@cache
def _empty() -> frozenset[str]:
    return lexicon.words("no_topics.txt")
