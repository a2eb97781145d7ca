"""Finds the words that may attribute a statement. A trained model can take this place: it only has to give cues."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from graph_service.pipeline.lexicon import Entry, Lexicon
from graph_service.pipeline.page import Page, Run

_COPULAS = frozenset(
    "be is are was were been being 's 're 'm ’s ’re ’m am remain remains remained seem seems seemed feel "
    "feels felt sound sounded become became grow grew".split()
)
_NOUN_TAGS = frozenset({"NN", "NNS"})
_QUESTION_WORDS = frozenset({"when", "where", "why", "how"})
_VERB_LIKE = frozenset({"NNS", "NNP", "NNPS", "NN"})


class Cue(NamedTuple):
    """A word that may attribute a statement, with what the lexicon knows of it."""

    # verb, noun, adjective or according
    part: str
    head: Token
    # longest phrase first
    entries: Sequence[Entry] = ()

    @property
    def verb(self) -> Token:
        """The verb that carries the cue: of an adjective its copula, otherwise the word itself."""
        is_said = self.part == "adjective" and self.head.dep_ == "acomp"
        return self.head.head if is_said else self.head


def find_cues(page: Page, lexicon: Lexicon) -> list[Cue]:
    """All words of the lexicon in their part of speech, in order; which of them attribute is decided later."""
    return [cue for index, word in enumerate(page.words) for cue in _cues_at(page, lexicon, index, word)]


def _cues_at(page: Page, lexicon: Lexicon, index: int, word: str) -> Iterator[Cue]:
    if entries := lexicon.verbs(word):
        token = page.tokens[index]
        if token.tag_.startswith("VB") or (token.tag_ in _VERB_LIKE and _has_clause(token)):
            yield Cue("verb", token, entries)
    if entries := lexicon.nouns(word):
        token = page.tokens[index]
        if token.tag_ in _NOUN_TAGS:
            yield Cue("noun", token, entries)
    if entries := lexicon.adjectives(word):
        token = page.tokens[index]
        if is_predicate(token):
            yield Cue("adjective", token, entries)
    if word == "according" and page.words[index + 1 : index + 2] == ["to"]:
        yield Cue("according", page.tokens[index])


def is_predicate(token: Token) -> bool:
    """Whether an adjective or participle is said of a subject: "is convinced"."""
    if token.dep_ == "acomp":
        return token.head.lower_ in _COPULAS
    return any(child.dep_ == "auxpass" for child in token.children)


def _has_clause(token: Token) -> bool:
    dependencies = {child.dep_ for child in token.children}
    return "nsubj" in dependencies and not dependencies.isdisjoint({"ccomp", "xcomp"})


def is_negated(verb: Token) -> bool:
    """Whether a verb is negated: "did not say"."""
    return any(child.dep_ == "neg" for child in verb.children)


def cue_run(page: Page, cue: Cue, particle: Token | None) -> Run:
    """The cue with auxiliaries, negation and adverbs before it and, where it is next to it, the particle behind it."""
    start, end = cue.head.i, cue.head.i + 1
    if cue.part == "according":
        return Run(start, end + 1)
    wanted = {"amod", "det"} if cue.part == "noun" else {"aux", "auxpass", "neg", "advmod"}
    members = {child.i for child in cue.verb.children if child.dep_ in wanted and child.lower_ not in _QUESTION_WORDS}
    members |= set(range(cue.verb.i, start))
    while start - 1 in members:
        start -= 1
    return Run(start, end + 1 if particle is not None and particle.i == end else end)
