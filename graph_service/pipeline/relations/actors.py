"""Which entities a word of the parse stands for."""

from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Token

from graph_service.models import EntityType, Mention, MentionKind, Span
from graph_service.pipeline.annotations import Attribution
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.lexicon import words
from graph_service.pipeline.parse import child
from graph_service.pipeline.pronouns import FIRST, GENDERS, RELATIVE, Pronouns
from graph_service.pipeline.relations.syntax import joined

_STATES = {EntityType.COUNTRY, EntityType.ORGANISATION}
_THINGS = {"it", "its", "they"}
_MODIFIERS = {"poss", "amod", "compound", "nmod"}
_RESOLVED_BY_CLAUSE = 4


class Participant(NamedTuple):
    """An entity with the words that stand for it."""

    actor: Actor
    span: Span


class Participants:
    """Reads the words of one article as entities."""

    def __init__(self, cast: Cast, attributions: tuple[Attribution, ...], pronouns: Pronouns) -> None:
        self._cast = cast
        self._attributions = attributions
        self._pronouns = pronouns
        self._contents = [
            (span, sum(end - start for start, end in each.statement.content), index)
            for index, each in enumerate(attributions)
            for span in each.statement.content
        ]

    @property
    def text(self) -> str:
        """The article's text."""
        return self._cast.text

    def innermost(self, position: int) -> int | None:
        """The index of the innermost statement whose content holds a position."""
        holding = [(size, index) for span, size, index in self._contents if span.start <= position < span.end]
        return min(holding)[1] if holding else None

    def of(self, head: Token | None) -> list[Participant]:
        """Whom a word stands for, with all that are coordinated with it."""
        found = (each for word in (joined(head) if head is not None else ()) for each in self._single(word))
        return _once(found)

    def modifying(self, noun: Token, only: Token | None = None) -> list[Participant]:
        """Whom possessors, adjectives and names before a noun stand for: "Chile's", "Peruvian", "NATO"."""
        found: list[Participant] = []
        for each in noun.children if only is None else [only]:
            if each.dep_ in _MODIFIERS and each.i < noun.i:
                found += self.of(each) if each.dep_ == "poss" else self._adjective(each)
        return _once(found)

    def _adjective(self, word: Token) -> list[Participant]:
        parts = [
            word,
            *(each for each in word.children if each.dep_ in {"compound", "amod", "nmod", "conj", "npadvmod"}),
        ]
        return [
            _participant(*each) for part in sorted(parts, key=lambda one: one.i) for each in self._cast.at(part.idx)[:1]
        ]

    def _single(self, word: Token) -> list[Participant]:
        lower = word.lower_
        if lower in FIRST and not self._cast.at(word.idx):
            return self._speaker(word)
        if lower in RELATIVE and word.tag_ in {"WP", "WDT", "IN"}:
            return self._relative(word)
        covering = [each for each in self._cast.at(word.idx) if each[0].kind is not MentionKind.DEMONYM]
        if covering:
            return [*_foremost(covering), *self._listed(word, covering)]
        return self._pronoun(word) if lower in GENDERS or lower in _THINGS else self._described(word)

    def _pronoun(self, word: Token) -> list[Participant]:
        if word.lower_ in {"it", "they"}:
            return self._same_subject(word)
        actor = self._pronouns.antecedent(word)
        return [Participant(actor, _span(word))] if actor else []

    def _described(self, word: Token) -> list[Participant]:
        """ "Norwegian forces" are Norway, "Patriot missiles" the Patriot, "the ministers, Lund and Brun" both."""
        if word.lemma_ in words("acting_bodies.txt"):
            return [each for each in self.modifying(word) if each.actor.type in _STATES and self._acts(each, word)]
        if word.lemma_ in words("goods.txt"):
            return [each for each in self.modifying(word) if each.actor.type is EntityType.WEAPON_SYSTEM]
        return self.of(child(word, "appos"))

    def _listed(self, word: Token, covering: list[tuple[Mention, Actor]]) -> list[Participant]:
        """Others of a list that the parse hides: "Norway, Chile will send", "the leaders of A and B and C's head"."""
        type_ = covering[0][1].type
        apposed = child(word, "appos")
        others = [apposed] if apposed is not None and apposed.pos_ == "PROPN" and word.pos_ == "PROPN" else []
        if len(covering) > 1 and word.tag_ == "NNS":
            others = [
                each for of in word.children if of.lower_ == "of" for head in of.children for each in joined(head)
            ]
        found = [each[:1] for each in (self._cast.at(other.idx) for other in others)]
        return [
            _participant(*each[0]) for each in found if each and each[0][1].type is type_ and each[0] not in covering
        ]

    def _acts(self, owner: Participant, body: Token) -> bool:
        """ "Syrian forces" are Syria's, "Syrian opposition forces" are not."""
        between = self._cast.text[owner.span.end : body.idx].replace("'s", "").replace("’s", "").split()
        return set(map(str.lower, between)) <= words("services.txt")

    def _speaker(self, word: Token) -> list[Participant]:
        """ "I" and "we" are whoever says it."""
        index = self.innermost(word.idx)
        speaker = self._attributions[index].speaker if index is not None else None
        actor = self._cast.get(speaker) if speaker else None
        return [Participant(actor, _span(word))] if actor else []

    def _same_subject(self, word: Token) -> list[Participant]:
        """Who says what "it" did: "Norway said it would help"; other uses of "it" are too often nobody."""
        clause = word.head
        if word.dep_ not in {"nsubj", "nsubjpass"} or clause.dep_ != "ccomp" or clause.head.pos_ != "VERB":
            return []
        told = child(clause.head, "nsubj")
        found = self.of(told) if told is not None and told.lower_ not in {"it", "they"} else []
        fits = len(found) > 1 if word.lower_ == "they" else all(each.actor.type in _STATES for each in found)
        return found if fits else []

    def _relative(self, word: Token) -> list[Participant]:
        clause = word.head
        for _ in range(_RESOLVED_BY_CLAUSE):
            if clause.dep_ == "relcl":
                return self.of(clause.head) if word.i > clause.head.i else []
            clause = clause.head
        return []


def _foremost(covering: list[tuple[Mention, Actor]]) -> list[Participant]:
    """A person before the body whose name is part of the title; several where one description means several."""
    people = [each for each in covering if each[1].type is EntityType.PERSON]
    kept = people or covering
    longest = kept[0][0]
    return [
        _participant(mention, actor)
        for mention, actor in kept
        if mention.start == longest.start and mention.end == longest.end
    ]


def _participant(mention: Mention, actor: Actor) -> Participant:
    return Participant(actor, Span(mention.start, mention.end))


def _span(word: Token) -> Span:
    return Span(word.idx, word.idx + len(word))


def _once(found: Iterable[Participant]) -> list[Participant]:
    return list({each.actor.id: each for each in reversed(list(found))}.values())[::-1]
