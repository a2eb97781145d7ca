"""What a cue is completed by in the parse: clauses, infinitives, objects."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from spacy.tokens import Token

from graph_service.pipeline import lexicon
from graph_service.pipeline.cues import is_negated
from graph_service.pipeline.page import Page, Run

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ANY_SUBJECTS = SUBJECTS | {"csubj"}
_WH_TAGS = frozenset({"WDT", "WP", "WRB", "WP$"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VBN", "VB"})
_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_RAISING = frozenset({"seem", "seems", "seemed", "appear", "appears", "appeared"})
CITING = frozenset({"citing", "quoting"})
_TIMES = frozenset(
    {"minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "shortly", "moments"}
)
_ORDERS = frozenset({"after", "before"})
_EMPTY = frozenset({"nothing", "little"})
# what may stand behind a verb that only passes on: "reported on Monday"
_BESIDE = frozenset({"punct", "prep", "npadvmod", "advmod"})


class Complement(NamedTuple):
    """What completes a cue, and how; several runs where the cue stands within it."""

    # a name of ``lexicon.PATTERNS``
    pattern: str
    runs: tuple[Run, ...]
    # the speaker, where the parse alone would miss him
    source: Run | None = None


def complements(page: Page, head: Token, particle: Token | None) -> Iterator[Complement]:
    """What follows a verb, clauses before objects; the patterns of a passive begin with "passive-"."""
    children = list(head.children)
    prefix = "passive-" if is_passive(head) else ""
    thing = next((child for child in children if child.dep_ in {"dobj", "dative"} and child.i > head.i), None)
    told_of = _told_of(head) if prefix or head.lower_ in _RAISING else None
    for pattern, run in chain(_clauses(page, head, thing), _phrases(head, thing, particle)):
        is_said_of = told_of is not None and pattern in {"inf", "as", "predicate"}
        yield Complement(prefix + pattern, (told_of, run) if is_said_of and told_of is not None else (run,))


def is_passive(verb: Token) -> bool:
    """Whether a verb's subject is not who does it: "is said", "asked whether …, he …"."""
    relations = {child.dep_ for child in verb.children}
    if not relations.isdisjoint({"auxpass", "nsubjpass"}):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and relations.isdisjoint({"aux", "nsubj"})


def _told_of(head: Token) -> Run | None:
    """The subject that an attributed predicate is said of: "X | is expected | to go"."""
    subject = next((child for child in head.children if child.dep_ in SUBJECTS and child.i < head.i), None)
    return subtree(subject) if subject is not None else None


def subtree(token: Token) -> Run:
    """All that hangs on a token, from end to end."""
    return Run(token.left_edge.i, token.right_edge.i + 1)


def _clauses(page: Page, head: Token, thing: Token | None) -> Iterator[tuple[str, Run]]:
    for child in head.children:
        if child.i < head.i or (child.dep_ == "ccomp" and (_is_attribution(page, child) or _only_dates(page, child))):
            continue
        start = max(child.left_edge.i, head.i + 1)
        if child.dep_ in {"ccomp", "xcomp"}:
            pattern = _clause_pattern(child, page.tokens[start])
            if pattern == "inf" and ((thing is not None and thing.i < child.i) or child.dep_ == "ccomp"):
                pattern = "person-inf"
            yield pattern, Run(start, _before_afterthought(page, start, _clause_end(head, child)))
        elif child.dep_ == "advcl" and start == head.i + 1 and page.tokens[start].tag_ in _WH_TAGS and is_negated(head):
            yield "wh", Run(start, child.right_edge.i + 1)
        elif child.dep_ == "advcl" and page.words[start] == "for" and _has_to(child):
            yield "for", Run(start, child.right_edge.i + 1)
        elif child.dep_ == "advcl" and _has_to(child) and page.words[start] == "to":
            pattern = "person-inf" if thing is not None and thing.i < child.i else "purpose"
            yield pattern, Run(start, child.right_edge.i + 1)
    yield from _misplaced_clauses(head)


def _is_attribution(page: Page, clause: Token) -> bool:
    """Whether a clause only says who passes it on: "It rained, Brun said in Orre, | Harbour Wire reports"."""
    first = clause.left_edge.i
    is_set_off = "," in {page.words[first], page.words[first - 1]}
    entries = lexicon.load().verbs(clause.lower_) if is_set_off else ()
    beside = _BESIDE | ({"dobj"} if any("object" in entry.addressee for entry in entries) else set())
    tells = any("quote" in entry.uses for entry in entries)
    return tells and all(child.dep_ in beside for child in clause.rights)


def _only_dates(page: Page, clause: Token) -> bool:
    """Whether a clause says when what stands before its verb was: "They rowed, Brun said, | after it had rained"."""
    head, first = clause.head, clause.left_edge.i
    is_told = any(child.dep_ == "ccomp" and child.i < head.i for child in head.children)
    return is_told and first > head.i + 1 and page.words[first - 1] == "," and page.words[first] in _ORDERS


def _misplaced_clauses(head: Token) -> Iterator[tuple[str, Run]]:
    """That-clauses which the parser hung on what stands between: "assured both in a letter that …"."""
    for child in head.children:
        if child.dep_ == "advcl" and child.i > head.i and _marked_that(child):
            yield "that", subtree(child)
        if child.lower_ in CITING and child.i > head.i:
            below = chain(child.children, *(noun.children for noun in child.children if noun.dep_ == "dobj"))
            yield from (("that", subtree(clause)) for clause in below if _marked_that(clause))
        nouns = child.children if child.dep_ == "prep" else [child] if child.dep_ == "dative" else []
        for noun in nouns:
            for clause in noun.children if noun.i > head.i else []:
                if clause.dep_ in {"acl", "relcl"} and _marked_that(clause):
                    yield "that", subtree(clause)
    yield from _inverted_clause(head)


def _inverted_clause(head: Token) -> Iterator[tuple[str, Run]]:
    """The that-clause which the parser took for the main one: "X reported, citing Y, that Z had left"."""
    clause = head.head
    if head.dep_ == "ccomp" and clause.dep_ == "ROOT" and head.i < clause.i and _marked_that(clause):
        mark = next(child.i for child in clause.children if child.dep_ == "mark" and child.lower_ == "that")
        if mark > head.i:
            yield "that", Run(mark, clause.right_edge.i + 1)


def _marked_that(clause: Token) -> bool:
    relations = {child.dep_ for child in clause.children if child.lower_ != "that"}
    has_that = any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
    return has_that and not relations.isdisjoint(_ANY_SUBJECTS)


def _clause_pattern(clause: Token, first: Token) -> str:
    if first.lower_ == "that" and first.dep_ == "mark":
        return "that"
    if first.tag_ in _WH_TAGS or first.lower_ in {"whether", "if"}:
        return "wh"
    if _has_to(clause):
        return "inf"
    if any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children):
        return "that"
    before = [child for child in clause.children if child.i < clause.i]
    helpers = [child for child in before if child.dep_ in {"aux", "auxpass"}]
    if (helpers[0].tag_ if helpers else clause.tag_) == "VBG":
        return "ing"
    is_finite = clause.tag_ in _FINITE or bool(helpers) or any(child.dep_ in SUBJECTS for child in before)
    return "clause" if is_finite and clause.dep_ == "ccomp" else "predicate"


def _has_to(clause: Token) -> bool:
    return any(child.tag_ == "TO" and child.i < clause.i for child in clause.children)


def _clause_end(head: Token, clause: Token) -> int:
    """Where a clause ends: it goes on over what the parser hung on the cue but the narrator cannot mean."""
    end = clause.right_edge.i + 1
    for child in head.children:
        if child.i >= end and (child.dep_ == "ccomp" or _is_second(child) or _shifts_tense(head, clause, child)):
            end = child.right_edge.i + 1
    return end


def _before_afterthought(page: Page, start: int, end: int) -> int:
    """Where the narrator takes over: "…, hours after X met Y"."""
    return next((i for i in range(start + 1, end - 3) if is_afterthought(page, i)), end)


def is_afterthought(page: Page, comma: int) -> bool:
    """Whether a comma stands before when something happened: ", hours after X met Y"."""
    is_time = page.words[comma] == "," and not _TIMES.isdisjoint(page.words[comma + 1 : comma + 3])
    return is_time and page.quoted[comma] < 0 and not _ORDERS.isdisjoint(page.words[comma + 2 : comma + 4])


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
        and any(grandchild.dep_ in SUBJECTS for grandchild in child.children)
    )


def _tense(verb: Token) -> str:
    return next((child for child in verb.children if child.dep_ in {"aux", "auxpass"}), verb).tag_


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
        run = subtree(child)
        if child.dep_ == "oprd":
            yield "predicate", Run(thing.left_edge.i, run.end) if thing is not None and thing.i < child.i else run
        elif child.dep_ == "prep":
            if child.lower_ == "as" and thing is not None:
                run = Run(min(thing.left_edge.i, run.start), max(thing.right_edge.i + 1, run.end))
            yield child.lower_, run
            if thing is not None:
                yield "object-" + child.lower_, run
            yield from _late_phrases(child)
    if thing is not None:
        if any(child.dep_ == "appos" for child in thing.children):
            yield "predicate", subtree(thing)
        yield from ((child.lower_, subtree(child)) for child in thing.children if child.dep_ == "prep")
        if thing.lower_ not in _EMPTY:
            yield "object", subtree(thing)


def _late_phrases(preposition: Token) -> Iterator[tuple[str, Run]]:
    """Phrases with a participle that hang on the noun before them: "thanked X in a letter for having …"."""
    for noun in preposition.children:
        for late in noun.children:
            if late.dep_ == "prep" and any(child.dep_ == "pcomp" for child in late.children):
                yield late.lower_, subtree(late)


def noun_complements(page: Page, noun: Token) -> Iterator[Complement]:
    """What a reporting noun takes: "the claim that …", "a plan to …", "criticism of …"."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in {"acl", "ccomp", "xcomp", "relcl"}:
            pattern = _clause_pattern(child, page.tokens[child.left_edge.i])
            if pattern in {"that", "inf", "wh"}:
                yield Complement(pattern, (subtree(child),))
        elif child.i > noun.i and child.dep_ == "prep":
            yield Complement(child.lower_, (subtree(child),))
