"""Unnamed speakers: who they are said to be."""

from spacy.tokens import Span as DocSpan

from graph_service.ids import anonymous_id, fold
from graph_service.knowledge import Lexicon
from graph_service.models import AnonymousKind, AnonymousSource

_UNNAMED = {"source", "person", "somebody", "someone"}
_MANY_TAGS = {"NNS", "NNPS"}


def anonymous_source(article: str, text: str, kind: AnonymousKind) -> AnonymousSource:
    """The unnamed source of a wording in one article."""
    plain = " ".join(text.split())
    return AnonymousSource(id=anonymous_id(article, plain), text=plain, kind=kind)


def kind_of(span: DocSpan, lexicon: Lexicon) -> AnonymousKind:
    """Who an unnamed source is said to be; a person whom the article ought to have named is unresolved."""
    folded = fold(span.text)
    close = AnonymousKind.PEOPLE_FAMILIAR
    if any(phrase in folded for phrase in lexicon.anonymous[close]):
        return close
    root = span.root
    if any(child.dep_ == "conj" and span.start <= child.i < span.end for child in root.children):
        return AnonymousKind.COLLECTIVE
    words = (fold(root.text), fold(root.lemma_), fold(root.text).removesuffix("s"))
    for kind in (AnonymousKind.DIPLOMAT, AnonymousKind.MILITARY, AnonymousKind.LAWMAKER, AnonymousKind.OFFICIAL):
        if any(word in lexicon.anonymous[kind] for word in words):
            return kind
    if any(word in _UNNAMED for word in words):
        return AnonymousKind.UNSPECIFIED
    if root.tag_ in _MANY_TAGS or any(word in lexicon.collective_nouns for word in words):
        return AnonymousKind.COLLECTIVE
    return AnonymousKind.UNRESOLVED
