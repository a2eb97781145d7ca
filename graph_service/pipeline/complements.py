"""What a cue is completed by in the parse: clauses, infinitives, objects, and what stands around a parenthetical cue."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from graph_service.pipeline.cues import Cue
from graph_service.pipeline.lexicon import Entry
from graph_service.pipeline.page import Page, Run

_WH_TAGS = frozenset({"WDT", "WP", "WRB", "WP$"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN", "VB"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RAISING = frozenset("seem seems seemed appear appears appeared".split())
_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# relations by which a parenthetical "X said" hangs on the clause it attributes
_SETS_OFF = frozenset({",", "-", "--", "–", "—", "("})
_INTRODUCES = frozenset({"as", "also", "now", "then", "later"})
_PARENTHETICAL = frozenset({"parataxis", "ccomp", "advcl", "dep"})


class Complement(NamedTuple):
    """What completes a cue, and how; several runs where the cue stands within it."""

    # a name of ``lexicon.PATTERNS``
    pattern: str
    runs: tuple[Run, ...]


def particle_of(page: Page, cue: Cue, entry: Entry) -> Token | None:
    """The last word of a phrase like "call on" or "point out" in the text; None where it is not there."""
    if len(entry.tail) == 1:
        wanted = entry.tail[0]
        found = (child for child in cue.head.children if child.i > cue.head.i and child.lower_ == wanted)
        return next(
            (child for child in found if child.dep_ in {"prt", "prep", "advmod", "acomp", "oprd", "ccomp"}), None
        )
    stop = cue.head.i + 1 + len(entry.tail)
    return page.tokens[stop - 1] if tuple(page.words[cue.head.i + 1 : stop]) == entry.tail else None


def complements(page: Page, head: Token, particle: Token | None) -> Iterator[Complement]:
    """What follows a verb, clauses before objects; the patterns of a passive begin with "passive-"."""
    children = list(head.children)
    prefix = "passive-" if any(child.dep_ in {"auxpass", "nsubjpass"} for child in children) else ""
    thing = next((child for child in children if child.dep_ == "dobj" and child.i > head.i), None)
    told_of = _told_of(head) if prefix or head.lower_ in _RAISING else None
    for pattern, run in (*_clauses(page, head, thing), *_phrases(head, thing, particle)):
        is_said_of = told_of is not None and pattern in {"inf", "as", "predicate"}
        yield Complement(prefix + pattern, (told_of, run) if is_said_of and told_of is not None else (run,))


def _told_of(head: Token) -> Run | None:
    """The subject that an attributed predicate is said of: "X | is expected | to go"."""
    subject = next((child for child in head.children if child.dep_ in _SUBJECTS and child.i < head.i), None)
    return Run(subject.left_edge.i, subject.right_edge.i + 1) if subject is not None else None


def _clauses(page: Page, head: Token, thing: Token | None) -> Iterator[tuple[str, Run]]:
    for child in head.children:
        if child.dep_ in {"ccomp", "xcomp"} and child.i > head.i:
            start = max(child.left_edge.i, head.i + 1)
            pattern = _clause_pattern(child, page.tokens[start])
            if pattern == "inf" and (thing is not None and thing.i < child.i or child.dep_ == "ccomp"):
                pattern = "person-inf"
            yield pattern, Run(start, _clause_end(page, head, child))
        elif child.dep_ == "advcl" and thing is not None and thing.i < child.i and _has_to(child):
            yield "person-inf", Run(child.left_edge.i, child.right_edge.i + 1)


def _clause_pattern(clause: Token, first: Token) -> str:
    if first.lower_ == "that" and first.dep_ == "mark":
        return "that"
    if first.tag_ in _WH_TAGS or first.lower_ in {"whether", "if"}:
        return "wh"
    if _has_to(clause):
        return "inf"
    if any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children):
        return "that"
    parts = {child.dep_ for child in clause.children if child.i < clause.i}
    if clause.tag_ == "VBG" and parts.isdisjoint({"aux", "auxpass"}):
        return "ing"
    is_finite = clause.tag_ in _FINITE or not parts.isdisjoint({"aux", "auxpass", "nsubj", "nsubjpass"})
    return "clause" if is_finite and clause.dep_ == "ccomp" else "predicate"


def _has_to(clause: Token) -> bool:
    return any(child.tag_ == "TO" and child.i < clause.i for child in clause.children)


def _clause_end(page: Page, head: Token, clause: Token) -> int:
    """Where a clause ends: it goes on over what the parser hung on the cue but the narrator cannot mean."""
    end = clause.right_edge.i + 1
    for child in head.children:
        if child.i >= end and (child.dep_ == "ccomp" or _is_second(child) or _shifts_tense(head, clause, child)):
            end = child.right_edge.i + 1
    return end


def _is_second(child: Token) -> bool:
    """Whether a clause is "and that …" or "because …", which belong to what was said."""
    marks = {grandchild.lower_ for grandchild in child.children if grandchild.dep_ == "mark"}
    return (child.dep_ == "conj" and "that" in marks) or (child.dep_ == "advcl" and "because" in marks)


def _shifts_tense(head: Token, clause: Token, child: Token) -> bool:
    return (
        child.dep_ == "conj"
        and head.tag_ in _PAST
        and _tense(clause) in _PRESENT
        and _tense(child) in _PRESENT
        and any(grandchild.dep_ in _SUBJECTS for grandchild in child.children)
    )


def _tense(verb: Token) -> str:
    auxiliary = next((child for child in verb.children if child.dep_ in {"aux", "auxpass"}), verb)
    return auxiliary.tag_


def _phrases(head: Token, thing: Token | None, particle: Token | None) -> Iterator[tuple[str, Run]]:
    if particle is not None and particle.dep_ == "prep":
        for child in particle.children:
            if child.dep_ in {"pobj", "pcomp", "prep"}:
                start = particle.i + 1 if particle.i == head.i + 1 else particle.i
                yield "object", Run(start, child.right_edge.i + 1)
        return
    for child in head.children:
        if child.i <= head.i:
            continue
        run = Run(child.left_edge.i, child.right_edge.i + 1)
        if child.dep_ == "oprd":
            yield "predicate", Run(thing.left_edge.i, run.end) if thing is not None and thing.i < child.i else run
        elif child.dep_ == "prep" and thing is not None and child.lower_ == "as":
            yield "as", Run(thing.left_edge.i, run.end)
        elif child.dep_ == "prep":
            yield child.lower_, run
            if thing is not None:
                yield "object-" + child.lower_, run
    if thing is not None:
        yield "object", Run(thing.left_edge.i, thing.right_edge.i + 1)


def noun_complements(page: Page, noun: Token) -> Iterator[Complement]:
    """What a reporting noun takes: "the claim that …", "a plan to …", "criticism of …"."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in {"acl", "ccomp", "xcomp", "relcl"}:
            pattern = _clause_pattern(child, page.tokens[child.left_edge.i])
            if pattern in {"that", "inf", "wh"}:
                yield Complement(pattern, (Run(child.left_edge.i, child.right_edge.i + 1),))
        elif child.i > noun.i and child.dep_ == "prep":
            yield Complement(child.lower_, (Run(child.left_edge.i, child.right_edge.i + 1),))


def governing_clause(page: Page, head: Token) -> Complement | None:
    """The sentence around an "according to X"."""
    sentence = page.sentences[head.i]
    return _outside(page, sentence, Run(head.left_edge.i, head.right_edge.i + 1))


def colon(page: Page, head: Token) -> Complement | None:
    """What follows "X said: " without quotation marks, to the end of the sentence."""
    sentence = page.sentences[head.i]
    mark = next((i for i in range(head.i + 1, sentence.end) if page.words[i] == ":"), None)
    if mark is None or any(page.tokens[i].tag_ in _FINITE_TAGS for i in range(head.i + 1, mark)):
        return None
    return Complement("clause", (Run(mark + 1, sentence.end),)) if mark + 1 < sentence.end else None


def around(page: Page, head: Token) -> Complement | None:
    """The clause that a parenthetical or closing "X said" attributes: what stands before it, or on both its sides."""
    if not any(child.dep_ in _SUBJECTS for child in head.children):
        return None
    for child in head.children:
        if child.dep_ == "ccomp" and child.left_edge.i < head.i:
            return _outside(page, Run(child.left_edge.i, child.right_edge.i + 1), _frame(page, head, child))
    if head.dep_ in _PARENTHETICAL and _is_set_off(page, head):
        clause = head.head
        frame = Run(head.left_edge.i, head.right_edge.i + 1)
        return _outside(page, Run(clause.left_edge.i, clause.right_edge.i + 1), frame)
    return None


def _frame(page: Page, head: Token, clause: Token) -> Run:
    """The tokens around the cue that the clause does not own."""
    owned = {token.i for token in clause.subtree}
    sentence = page.sentences[head.i]
    start, end = head.i, head.i + 1
    while start > sentence.start and start - 1 not in owned:
        start -= 1
    while end < sentence.end and end not in owned:
        end += 1
    return Run(start, end)


def _is_set_off(page: Page, head: Token) -> bool:
    """Whether a clause stands between commas or at an end, with nothing but "as" to introduce it."""
    marks = {child.lower_ for child in head.children if child.dep_ in {"mark", "advmod"} and child.i < head.i}
    edge = head.left_edge.i
    around = {page.words[edge], page.words[edge - 1] if edge else "", page.words[head.right_edge.i]}
    return not marks - _INTRODUCES and (not around.isdisjoint(_SETS_OFF) or "as" in marks)


def _outside(page: Page, clause: Run, frame: Run) -> Complement | None:
    runs = tuple(
        run
        for run in (Run(clause.start, min(frame.start, clause.end)), Run(max(frame.end, clause.start), clause.end))
        if run.start < run.end
    )
    return Complement("clause", runs) if runs else None
