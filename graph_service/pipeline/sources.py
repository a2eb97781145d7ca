"""To whom a cue attributes, and to whom it was said: read off the parse."""

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from graph_service.pipeline import lexicon
from graph_service.pipeline.complements import SUBJECTS, is_passive
from graph_service.pipeline.cues import Cue, cue_run
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.parse import FINITE, is_apart, overlooked, second_subject
from graph_service.pipeline.received import received

# relations over which a verb shares the subject of the one above it
_SHARED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dobj", "acomp", "ccomp"})
# prepositions of what happened meanwhile, which identify nobody
_OCCASIONS = frozenset({"after", "ahead", "amid", "before", "during", "following"})
QUOTING = frozenset({"quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"})
_MAX_STEPS = 6
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_NOUN_PHRASE = _NOUNS | {"DT", "JJ", "JJS", "PRP$", "POS", "CD", "HYPH"}
_CLOSING = frozenset({",", "-", "--", "–", "—", ":", ";"})


def source_of(page: Page, cue: Cue, content: Iterable[Run]) -> Run | None:
    """The phrase that a statement is attributed to; None for a passive without an agent and the like."""
    found = source_token(cue)
    if found is None or any(run.start <= found.i < run.end for run in content):
        return None
    return _phrase(page, found, cue)


def source_token(cue: Cue) -> Token | None:
    """The head of the source's phrase."""
    if cue.part == "according":
        to = _child(cue.head, {"prep"}, {"to"})
        return _child(to, {"pobj"}) if to is not None else None
    if cue.part == "noun":
        return _owner(cue.head)
    if cue.part == "adjective":
        return _child(cue.verb, SUBJECTS)
    return _quoted(cue.head) or _subject(cue.verb)


def _child(token: Token, relations: Iterable[str], words: Iterable[str] = ()) -> Token | None:
    found = (child for child in token.children if child.dep_ in relations)
    return next((child for child in found if not words or child.lower_ in words), None)


def _quoted(verb: Token) -> Token | None:
    """Whom somebody quotes: "quoted him as saying"."""
    is_quoting = verb.lower_ in QUOTING and _child(verb, {"prep"}, {"as"}) is not None
    return _child(verb, {"dobj"}) if is_quoting else None


def _owner(noun: Token) -> Token | None:
    """Whose claim it is: "his claim", "the claim by X", "X made the claim"."""
    possessor = _child(noun, {"poss"})
    if possessor is not None:
        return possessor
    by = _child(noun, {"prep"}, {"by", "from"})
    if by is not None:
        return _child(by, {"pobj"})
    is_told = noun.dep_ in {"dobj", "attr"} and noun.head.tag_.startswith("VB") and received(noun) is None
    return _subject(noun.head) if is_told else None


def _subject(verb: Token, steps: int = 0) -> Token | None:
    """The subject of a verb, or of the verb it shares one with; the agent of a passive."""
    if steps == 0 and is_passive(verb):
        by = _child(verb, {"agent"})
        return _child(by, {"pobj"}) if by is not None else None
    own = second_subject(verb) or _child(verb, SUBJECTS)
    if own is not None or steps == _MAX_STEPS or verb.head == verb:
        return own
    shared = overlooked(verb)
    if shared is not None:
        return shared
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        quoted = _child(verb.head.head, {"dobj", "nsubjpass"})
        return quoted if quoted is not None else _subject(verb.head.head, steps + 1)
    above = _above_clause(verb)
    found = _subject(above, steps + 1) if verb.dep_ in _SHARED and not is_apart(verb) else None
    # "agrees to sell; Brun sees no need": in what she sees she is not the subject
    is_told = verb.dep_ == "ccomp" and verb.tag_ in FINITE and found is not None and found.i > verb.i
    return None if is_told else found


def _above_clause(verb: Token) -> Token:
    """What a verb hangs on: in "Brun met a rower who said it rained, | saying" not the same verb of the rower."""
    clause = verb.head
    is_again = clause.dep_ == "relcl" and clause.lemma_ == verb.lemma_ and verb.nbor(-1).text == ","
    noun = clause.head
    return noun.head if is_again and verb.tag_ == "VBG" and noun.dep_ in {"dobj", "pobj"} else clause


def beside(page: Page, cue: Cue, frame: Run) -> Run | None:
    """The noun phrase right behind or before a verb, for a parse that gives it no subject: "“…,” said X, …"."""
    head = cue.head
    if head.i + 1 < frame.end and page.tokens[head.i + 1].tag_ in _NOUN_PHRASE and head.tag_ in FINITE:
        behind = _topmost(page.tokens[head.i + 1], head)
        if behind.tag_ in _NOUNS:
            return _phrase(page, behind, cue)._replace(end=min(behind.right_edge.i + 1, frame.end))
    end = cue_run(page, cue, None).start
    if end > frame.start and page.words[end - 1] == ",":
        return _with_clause(page, Run(frame.start, end - 1))
    start = end
    while start > frame.start and page.tokens[start - 1].tag_ in _NOUN_PHRASE:
        start -= 1
    return Run(start, end) if start < end else None


def _topmost(token: Token, below: Token) -> Token:
    """The highest token whose phrase starts with this one."""
    while token.head not in (token, below) and token.head.left_edge.i == token.i:
        token = token.head
    return token


def _with_clause(page: Page, run: Run) -> Run | None:
    """A phrase with its apposition or relative clause: "X, who …"."""
    comma = next((i for i in range(*run) if page.words[i] == ","), None)
    if comma is None:
        return None
    start = comma
    while start > run.start and page.tokens[start - 1].tag_ in _NOUN_PHRASE:
        start -= 1
    # "nurses at | a hospital, two of whom …": it is about them
    before = page.tokens[start - 1] if start > run.start else None
    if before is not None and before.dep_ == "prep" and before.head.i == before.i - 1 >= run.start:
        start = before.i - 1
        while start > run.start and page.tokens[start - 1].tag_ in _NOUN_PHRASE:
            start -= 1
    return Run(start, run.end) if start < comma else None


def _phrase(page: Page, token: Token, cue: Cue) -> Run:
    """The whole phrase of a source up to the cue, without a closing comma and without quotations it does not hold."""
    start, end = token.left_edge.i, token.right_edge.i + 1
    if start <= cue.head.i < end:
        start, end = (token.i, token.i + 1) if token.i > cue.head.i else (start, min(cue.head.i, token.i + 1))
    aside = next((child for child in token.children if child.dep_ == "prep" and child.lower_ in _OCCASIONS), None)
    if aside is not None and token.i < aside.i < end:
        end = aside.i
    quoted = page.quoted[token.i]
    while start < token.i and page.quoted[start] != quoted:
        start += 1
    while end > token.i + 1 and (page.words[end - 1] in _CLOSING or page.quoted[end - 1] != quoted):
        end -= 1
    return behind_whose(page, page.with_glued(Run(start, end)))


def behind_whose(page: Page, source: Run) -> Run:
    """Whoever a clause is about, where a verb is only his: "Lima, whose | envoy, Ada Brun, | wrote"."""
    whose = next((i for i in range(source.start + 1, source.end - 1) if page.tokens[i].tag_ == "WP$"), None)
    if whose is None or any(page.tokens[i].tag_ in FINITE for i in range(whose, source.end)):
        return source
    return Run(whose + 1, source.end)


def is_mute(token: Token) -> bool:
    """Whether a subject "says" without anybody speaking, like a law or a clock; Harbour Watch speaks."""
    return token.pos_ != "PROPN" and token.lower_ in _things()


@cache
def _things() -> frozenset[str]:
    return lexicon.words("things.txt")
