"""Unnamed speakers: who they are said to be."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from graph_service.ids import anonymous_id, fold
from graph_service.knowledge import Lexicon
from graph_service.models import AnonymousKind, AnonymousSource
from graph_service.pipeline.lexicon import words as word_list
from graph_service.pipeline.pronouns import GENDERS, NEUTRAL, PLURAL, body_nouns
from graph_service.pipeline.role_phrases import behind_owner
from graph_service.pipeline.titles import gender_of

_UNNAMED = {"source", "person", "somebody", "someone"}
_NEW = {"a", "an", "another", "one"}
_MANY_TAGS = {"NNS", "NNPS"}


def anonymous_source(article: str, text: str, kind: AnonymousKind) -> AnonymousSource:
    """The unnamed source of a wording in one article."""
    plain = " ".join(text.split())
    return AnonymousSource(id=anonymous_id(article, plain), text=plain, kind=kind)


class UnnamedSources:
    """The unnamed sources of one article, and which pronouns may mean each of them."""

    def __init__(self, article: str, lexicon: Lexicon) -> None:
        self._article = article
        self._lexicon = lexicon
        # ids of what is written, of bodies, and of several people
        self._writings: set[str] = set()
        self._bodies: set[str] = set()
        self._several: set[str] = set()
        self._genders: dict[str, str] = {}
        # who came in last by an article and a noun: "a port official"
        self._introduced: dict[str, AnonymousSource] = {}

    def unresolved(self, text: str) -> AnonymousSource:
        """A source that cannot be resolved."""
        return anonymous_source(self._article, text, AnonymousKind.UNRESOLVED)

    def of(self, span: DocSpan) -> AnonymousSource:
        """The source of some words.

        "The official" is the one who came in last: "a port official said it rained. It was late, the official added".
        """
        noun = span.root.lemma_.lower() if span.root.tag_ == "NN" else ""
        if noun in self._introduced and span[0].lower_ == "the" and span.root.i == span.start + 1:
            return self._introduced[noun]
        found = anonymous_source(self._article, span.text, kind_of(span, self._lexicon))
        if span.root.lemma_.lower() in word_list("writings.txt"):
            self._writings.add(found.id)
        if fold(span.root.text) in body_nouns():
            self._bodies.add(found.id)
        if noun and span[0].lower_ in _NEW:
            self._introduced[noun] = found
        if span.root.tag_ in _MANY_TAGS:
            self._several.add(found.id)
        # "Mrs Brun's | spokesman" is a man
        words = list(span.doc[span.start : span.root.i + 1])
        gender = gender_of((fold(token.text) for token in words[behind_owner(words) :]), self._lexicon)
        if gender is not None:
            self._genders[found.id] = gender
        return found

    def is_writing(self, source: AnonymousSource | None) -> bool:
        """Whether a source is something written, whose author speaks: "the report"."""
        return source is not None and source.id in self._writings

    def is_plural(self, source: AnonymousSource) -> bool:
        """Whether a source is several people by its words: "officials", "they"."""
        return source.id in self._several or source.text.lower() in PLURAL

    def may_be_several(self, source: AnonymousSource) -> bool:
        """Whether "they" may mean a source: several people or a body, and nobody's mother."""
        is_many = source.kind is AnonymousKind.COLLECTIVE or source.id in self._several | self._bodies
        return is_many or self._genders.get(source.id) is None

    def may_be(self, pronoun: Token, source: AnonymousSource) -> bool:
        """Whether a pronoun may mean a source by its number and gender: "he" no crowd, "it" nobody."""
        is_thing = source.id in self._writings | self._bodies
        gender = GENDERS.get(pronoun.lower_)
        if gender is None:
            return pronoun.lower_ in NEUTRAL and is_thing and not self.is_plural(source)
        is_one = source.kind is not AnonymousKind.COLLECTIVE and not is_thing and source.id not in self._several
        return is_one and self._genders.get(source.id) in {gender, None}


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
