"""Cues beside or within what they attribute: "…, X said, …", "…, according to X", "X said: …"."""

from spacy.tokens import Token

from graph_service.pipeline import parse
from graph_service.pipeline.complements import CITING, SUBJECTS, Complement, subtree
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.parse import FINITE_OR_MODAL, second_subject

_SETS_OFF = frozenset({",", "-", "--", "–", "—", "("})
_INTRODUCES = frozenset({"as", "also", "now", "then", "later"})
# relations by which a parenthetical "X said" hangs on the clause it attributes
_PARENTHETICAL = frozenset({"parataxis", "ccomp", "advcl", "dep"})
_NOUN_STARTS = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "PRP$"})
_MAX_SOURCE = 25
# what begins when and where somebody says it: "said Mora on Monday"
_WHEN = frozenset({"on", "in", "at", "during", "after", "before"})


def around(page: Page, head: Token) -> Complement | None:
    """The clause that a parenthetical or closing "X said" attributes: what stands before it, or on both its sides."""
    subject = next((child for child in head.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_.startswith("VB"):
        return _before_conjunct(page, head)
    for child in head.children:
        is_before = child.left_edge.i < head.i and ";" not in page.words[child.i : head.i]
        if is_before and (child.dep_ == "ccomp" or _is_headline(page, child)):
            return _outside(subtree(child), _frame(page, head, child))
    if head.dep_ in _PARENTHETICAL and _is_set_off(page, head):
        own = second_subject(head)
        frame = subtree(head) if own is None else Run(own.left_edge.i, head.right_edge.i + 1)
        return _outside(subtree(head.head), frame)
    if head.dep_ == "conj" and _is_unjoined(page, head):
        return _outside(Run(head.head.left_edge.i, head.left_edge.i), subtree(head))
    return None


def split(_page: Page, head: Token) -> Complement | None:
    """What stands around "he told X", where the parse gives it both subjects: "His firm, he told Lima, was late"."""
    own, clause = second_subject(head), parse.child(head, "ccomp")
    if own is None or clause is None or clause.left_edge.i < head.i or parse.child(clause, *SUBJECTS) is not None:
        return None
    subject = next(each for each in head.children if each.dep_ in SUBJECTS)
    return Complement("clause", (Run(subject.left_edge.i, own.left_edge.i - 1), subtree(clause)))


def inverted(page: Page, head: Token) -> Complement | None:
    """What stands around "said X" within its sentence: "The talks, said Mora, would start".

    A parse takes the words before the comma for the one who says it; no comma parts a subject from its verb, though.
    """
    sentence = page.sentences[head.i]
    comma = head.i - 1
    opening = range(sentence.start, comma)
    if (
        not opening
        or head.i + 2 >= sentence.end
        or page.words[comma] != ","
        or head.tag_ not in FINITE_OR_MODAL
        or page.quoted[head.i] >= 0
    ):
        return None
    if any(page.words[i] in _SETS_OFF or page.tokens[i].tag_ in FINITE_OR_MODAL for i in opening):
        return None
    if (
        page.tokens[sentence.start].tag_ not in _NOUN_STARTS | {"PDT", "EX"}
        or page.tokens[head.i + 1].tag_ not in _NOUN_STARTS
    ):
        return None
    behind = range(head.i + 2, min(head.i + _MAX_SOURCE, sentence.end - 1))
    stop = next((i for i in behind if page.words[i] == "," and page.tokens[i + 1].tag_ in FINITE_OR_MODAL), None)
    if stop is None:
        return None
    end = next((i for i in range(head.i + 2, stop) if page.words[i] in _WHEN), stop)
    runs = (Run(sentence.start, comma), Run(stop + 1, sentence.end))
    return Complement("clause", runs, Run(head.i + 1, end))


def _is_headline(page: Page, clause: Token) -> bool:
    """Whether a clause before the cue is a headline's: "Port to close, minister says"."""
    run = subtree(clause)
    opens = run.start == page.sentences[run.start].start and page.words[run.end : run.end + 1] == [","]
    is_bare = not any(child.dep_ in {"mark", "advmod"} for child in clause.children)
    return clause.dep_ == "advcl" and opens and is_bare and clause.tag_ not in {"VBG", "VBN"}


def _is_unjoined(page: Page, head: Token) -> bool:
    """Whether "…, X said" hangs on the clause before it like a second one, but without "and"."""
    joined = any(child.dep_ == "cc" and child.i > head.head.i for child in head.head.children)
    return not joined and page.words[head.left_edge.i - 1] == "," and head.head.i < head.left_edge.i


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
    beside = {page.words[edge], page.words[edge - 1] if edge else "", page.words[head.right_edge.i]}
    return not marks - _INTRODUCES and (not beside.isdisjoint(_SETS_OFF) or "as" in marks)


def _outside(clause: Run, frame: Run) -> Complement | None:
    before, after = Run(clause.start, min(frame.start, clause.end)), Run(max(frame.end, clause.start), clause.end)
    runs = tuple(run for run in (before, after) if run.start < run.end)
    return Complement("clause", runs) if runs else None


def _before_conjunct(page: Page, head: Token) -> Complement | None:
    """A closing "…, a person with knowledge of it told Y" that the parser took for a second predicate of the clause."""
    sentence = page.sentences[head.i]
    if head.dep_ not in {"conj", "relcl", "acl", "ROOT"} or _describes_subject(head):
        return None
    if any(child.dep_ in {"ccomp", "cc"} for child in head.children):
        return None
    for comma in range(head.i - 2, max(sentence.start + 3, head.i - _MAX_SOURCE), -1):
        token = page.tokens[comma + 1]
        if page.tokens[comma].dep_ == "cc" or (token.tag_ in FINITE_OR_MODAL and token.dep_ != "relcl"):
            return None
        if page.words[comma] == ",":
            starts = token.tag_ in _NOUN_STARTS and page.quoted[comma] == page.quoted[head.i]
            source = Run(comma + 1, head.i)
            return Complement("clause", (Run(sentence.start, comma),), source) if starts else None
    return None


def _describes_subject(head: Token) -> bool:
    """Whether a participle only says which speaker: "two people briefed on the matter said"."""
    noun = head.head
    return head.dep_ in {"acl", "relcl"} and noun.dep_ in SUBJECTS and noun.head.i > head.i


def governing_clause(page: Page, head: Token) -> Complement | None:
    """The sentence around an "according to X", and around whom X cites ("according to X, quoting Y, …")."""
    frame = subtree(head)
    citing = citing_behind(page, frame)
    begin, end = page.sentences[head.i]
    # "It was, according to Lima, candid; Chile slept"
    semicolons = [i for i in range(begin, end) if page.words[i] == ";" and page.quoted[i] < 0]
    begin = max((i + 1 for i in semicolons if i < frame.start), default=begin)
    end = min((i for i in semicolons if i >= frame.end), default=end)
    return _outside(Run(begin, end), frame if citing is None else Run(frame.start, citing.right_edge.i + 1))


def citing_behind(page: Page, run: Run) -> Token | None:
    """The "citing" or "quoting" that follows a phrase behind a comma."""
    comma, participle = page.words[run.end : run.end + 1], page.words[run.end + 1 : run.end + 2]
    return page.tokens[run.end + 1] if comma == [","] and not CITING.isdisjoint(participle) else None


def after_colon(page: Page, head: Token) -> Complement | None:
    """What follows "X said: " without quotation marks in the sentence; after "I said: " in the paragraph."""
    sentence = page.sentences[head.i]
    window = range(head.i + 1, min(sentence.end, head.i + _MAX_SOURCE))
    mark = next((i for i in window if page.words[i] == ":"), None)
    if mark is None or any(page.tokens[i].tag_ in FINITE_OR_MODAL for i in range(head.i + 1, mark)):
        return None
    is_own = any(child.dep_ in SUBJECTS and child.lower_ in {"i", "we"} for child in head.children)
    end = page.paragraphs[page.paragraph_of[head.i]].end if is_own else sentence.end
    return Complement("clause", (Run(mark + 1, end),)) if mark + 1 < end else None
