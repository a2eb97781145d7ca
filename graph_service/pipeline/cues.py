"""Finds the words that may attribute a statement. A trained model can take this place: it only has to give cues."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from graph_service.pipeline.lexicon import Entry, Lexicon
from graph_service.pipeline.page import Page, Run

_COPULAS = frozenset(
    {
        "be",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "am",
        "'s",
        "'re",
        "'m",
        "’s",
        "’re",
        "’m",
        "remain",
        "remains",
        "remained",
        "seem",
        "seems",
        "seemed",
        "feel",
        "feels",
        "felt",
        "sound",
        "sounded",
        "become",
        "became",
        "grow",
        "grew",
    }
)
_NOUN_TAGS = frozenset({"NN", "NNS"})
_VERB_LIKE = frozenset({"NNS", "NNP", "NNPS", "NN"})
_QUESTION_WORDS = frozenset({"when", "where", "why", "how"})
_ACCORDING = "according"
_PARTICLES = frozenset({"prt", "prep", "advmod", "acomp", "oprd", "ccomp"})


class Reading(NamedTuple):
    """An entry of the lexicon that the text bears out, with the last word of a phrase like "call on"."""

    entry: Entry
    particle: Token | None = None


class Cue(NamedTuple):
    """A word that may attribute a statement, with what the lexicon knows of it."""

    # verb, noun, adjective or according
    part: str
    head: Token
    # longest phrase first
    readings: Sequence[Reading] = ()

    @property
    def verb(self) -> Token:
        """The verb that carries the cue: of an adjective its copula, otherwise the word itself."""
        is_said = self.part == "adjective" and self.head.dep_ == "acomp"
        return self.head.head if is_said else self.head

    @property
    def quotes(self) -> bool:
        """Whether it may introduce a quotation."""
        return any("quote" in reading.entry.uses for reading in self.readings)


def find_cues(page: Page, lexicon: Lexicon) -> list[Cue]:
    """All words of the lexicon in their part of speech, in order; which of them attribute is decided later."""
    known = lexicon.forms | {_ACCORDING}
    found = [(index, word) for index, word in enumerate(page.words) if word in known and not page.is_broken(index)]
    return [cue for index, word in found for cue in _cues_at(page, lexicon, index, word)]


def _cues_at(page: Page, lexicon: Lexicon, index: int, word: str) -> Iterator[Cue]:
    if (
        (entries := lexicon.adjectives(word))
        and page.tokens[index].dep_ == "acomp"
        and _is_predicate(page.tokens[index])
    ):
        # "is convinced": what the participle's verb does is not meant
        yield Cue("adjective", page.tokens[index], _readings(page, page.tokens[index], entries))
        return
    if entries := lexicon.verbs(word):
        token = page.tokens[index]
        if token.tag_.startswith("VB") or (token.tag_ in _VERB_LIKE and _has_clause(token)):
            yield Cue("verb", token, _readings(page, token, entries))
    if entries := lexicon.nouns(word):
        token = page.tokens[index]
        if token.tag_ in _NOUN_TAGS:
            yield Cue("noun", token, [Reading(entry) for entry in entries])
    if entries := lexicon.adjectives(word):
        token = page.tokens[index]
        if _is_predicate(token):
            yield Cue("adjective", token, [Reading(entry) for entry in entries])
    if word == _ACCORDING and page.words[index + 1 : index + 2] == ["to"]:
        yield Cue("according", page.tokens[index])


def _readings(page: Page, head: Token, entries: Sequence[Entry]) -> list[Reading]:
    found = ((entry, _particle(page, head, entry) if entry.tail else None) for entry in entries)
    return [Reading(entry, particle) for entry, particle in found if particle is not None or not entry.tail]


def _particle(page: Page, head: Token, entry: Entry) -> Token | None:
    """The last word of a phrase in the text: beside the verb, or its child; None where it is not there."""
    stop = head.i + 1 + len(entry.tail)
    if tuple(page.words[head.i + 1 : stop]) == entry.tail:
        return page.tokens[stop - 1]
    if len(entry.tail) > 1:
        return None
    found = (child for child in head.children if child.i > head.i and child.lower_ == entry.tail[0])
    return next((child for child in found if child.dep_ in _PARTICLES), None)


def _is_predicate(token: Token) -> bool:
    """Whether an adjective or participle is said of a subject: "is convinced"."""
    if token.dep_ == "acomp":
        return token.head.lower_ in _COPULAS
    return any(child.dep_ == "auxpass" for child in token.children)


def _has_clause(token: Token) -> bool:
    dependencies = {child.dep_ for child in token.children}
    return "nsubj" in dependencies and not dependencies.isdisjoint({"ccomp", "xcomp"})


def is_negated(verb: Token) -> bool:
    """Whether a verb is negated: "did not say", "without saying"."""
    is_without = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    return is_without or any(child.dep_ == "neg" for child in verb.children)


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
