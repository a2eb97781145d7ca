"""Which cue a quotation belongs to: quotation marks are paired first, then a cue beside each quotation claims it."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from spacy.tokens import Token

from graph_service.pipeline.complements import is_afterthought
from graph_service.pipeline.cues import Cue
from graph_service.pipeline.labels import is_label, label_behind
from graph_service.pipeline.page import ENDS_SENTENCE, STOPS, Page, Run
from graph_service.pipeline.parse import FINITE_OR_MODAL, dates

DASHES = frozenset({"-", "--", "–", "—", "―"})
_CLOSES_CLAUSE = ",?!—–-…"
_CLAUSE_HEADS = frozenset({"ROOT", "ccomp", "conj", "parataxis", "dep"})
_CONNECTIVES = frozenset(
    {"and", "but", "or", "which", "who", "that", "because", "while", "if", "when", "though", "although"}
)
# what may stand between a cue and its quotation beside an addressee
_BETWEEN = frozenset(
    {
        "dobj",
        "dative",
        "det",
        "compound",
        "poss",
        "case",
        "prt",
        "amod",
        "advmod",
        "npadvmod",
        "nummod",
        "pobj",
        "prep",
        "nmod",
        "appos",
        "punct",
    }
)
_PHRASE_ENDS = frozenset({"NN", "PR", "RP", "RB", "CD"})
_NOT_BETWEEN = frozenset({"of", "about", "as", "with"})
_MAX_FRAME = 60
_LONGEST_NAME = 8


class Claim(NamedTuple):
    """A quotation's attribution: its cue, or only a colon, and the words beside the quotation that hold the speaker."""

    cue: Cue | None
    frame: Run


def claims(page: Page, cues: Mapping[int, Cue]) -> dict[int, Claim]:
    """For each quotation that a cue or a colon claims, that claim, by the quotation's index."""
    found: dict[int, Claim] = {}
    for index in range(len(page.quotations)):
        before = found.get(index - 1)
        readings = [partial(_after, page, cues, index), partial(_before, page, cues, index, before)]
        if _is_announced(page, index):
            readings.reverse()
        claim = _signed(page, index) or _set_off(page, index) or next(filter(None, (read() for read in readings)), None)
        if claim is not None:
            found[index] = claim
    return found


def _is_object(page: Page, index: int) -> bool:
    """Whether a verb stands right before a quotation without a mark: "Brun hails “good rain”, Sole denies"."""
    start = page.run(page.quotations[index].pieces[0]).start
    is_plain = page.last_mark(index) not in ENDS_SENTENCE + ","
    verb = page.tokens[start - 1]
    # "had “declared war”, she said"
    helps = verb.dep_ in {"aux", "auxpass"} and page.quoted[verb.head.i] == index
    return start > 0 and verb.tag_ in FINITE_OR_MODAL and is_plain and not helps


def _is_announced(page: Page, index: int) -> bool:
    """Whether a colon stands before a quotation that is a sentence: “She wrote: “It rained!” Brun said that …”."""
    start = page.run(page.quotations[index].pieces[0]).start
    return start > 0 and page.words[start - 1] == ":" and page.last_mark(index) in ENDS_SENTENCE


def ends_sentence(page: Page, index: int) -> bool:
    """Whether a quotation ends like a sentence, or its sentence ends with it."""
    end = page.run(page.quotations[index].pieces[-1]).end
    at_end = end >= len(page.tokens) or page.words[end] in STOPS or page.words[end].isspace()
    return at_end or page.last_mark(index) in ENDS_SENTENCE


def _signed(page: Page, index: int) -> Claim | None:
    """“…” — X, and nothing else in the line: a letter, a motto, a review."""
    frame = page.trim_spaces(_frame_after(page, index))
    name = page.trim_spaces(Run(frame.start + 1, frame.end))
    if page.words[frame.start : frame.start + 1] == [] or page.words[frame.start] not in DASHES:
        return None
    after = frame.end + (page.words[frame.end : frame.end + 1] == ["."])
    ends_line = after >= len(page.tokens) or page.ends_line(after)
    is_name = 0 < name.end - name.start <= _LONGEST_NAME and page.tokens[name.start].text[:1].isupper()
    verbs = (page.tokens[i] for i in range(*name) if page.tokens[i].tag_.startswith(("VB", "MD")))
    tells = any(each.text[:1].islower() for each in verbs)
    return Claim(None, Run(frame.start, name.end)) if is_name and ends_line and not tells else None


def _set_off(page: Page, index: int) -> Claim | None:
    """A sentence between dashes behind a name: "including Ada Brun -- “It rained.” -- and others"."""
    run = page.run(page.quotations[index].pieces[0])
    dash, behind = run.start - 1, page.words[run.end : run.end + 1]
    first = page.tokens[dash - 1] if dash > 0 else None
    is_between = first is not None and page.words[dash] in DASHES and not DASHES.isdisjoint(behind)
    is_sentence = page.text[page.quotations[index].start :].lstrip("\"'“‘")[:1].isupper()
    if first is None or first.ent_type_ != "PERSON" or not is_between or not is_sentence:
        return None
    start = first.i
    while start and page.tokens[start].ent_iob_ == "I":
        start -= 1
    has_verb = any(page.tokens[i].tag_ in FINITE_OR_MODAL for i in range(*run))
    return Claim(None, Run(start, dash + 1)) if has_verb else None


def _after(page: Page, cues: Mapping[int, Cue], index: int) -> Claim | None:
    """“…,” X said; “…?” asked X."""
    frame = _frame_after(page, index)
    first = next((page.tokens[i] for i in range(*frame) if page.tokens[i].is_alpha), None)
    if first is None or first.lower_ in _CONNECTIVES or _is_object(page, index) or is_afterthought(page, frame.start):
        return None
    cue = _first_cue(page, cues, frame, index)
    if cue is None or not _closes(page, cue, index, frame) or _has_own_clause(page, cue.head, index, frame):
        return None
    return Claim(cue, frame)


def _first_cue(page: Page, cues: Mapping[int, Cue], frame: Run, index: int) -> Cue | None:
    for i in range(*frame):
        if page.quoted[i] >= 0:
            continue
        cue = _quoting_cue(page, cues, i, index)
        if cue is not None and not (cue.head.tag_ == "VBG" and not _has_subject(cue.head)):
            return cue
        if page.tokens[i].tag_ in FINITE_OR_MODAL and page.tokens[i].dep_ not in {"relcl", "aux", "auxpass"}:
            return None
    return None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in verb.children)


def _closes(page: Page, cue: Cue, index: int, frame: Run) -> bool:
    """Whether the words after a quotation still belong to its sentence."""
    following = page.tokens[frame.start]
    if page.last_mark(index) == ".":
        is_bare = all(_is_bare(page.tokens[i], cue.head) for i in range(*frame))
        return following.text[:1].islower() or following.text in DASHES or is_bare
    return page.last_mark(index) in _CLOSES_CLAUSE or following.text in DASHES | {","}


#: all that a sentence "X said." may hold
_BARE = frozenset({"nsubj", "compound", "det", "amod", "punct", "advmod", "aux", "npadvmod", "dep", "nmod"})


def _is_bare(token: Token, cue: Token) -> bool:
    is_of_other = token.dep_ in {"nsubj", "aux"} and token.head != cue
    return token == cue or (token.dep_ in _BARE and not is_of_other)


def _has_own_clause(page: Page, head: Token, index: int, frame: Run) -> bool:
    """Whether the cue says something else behind it; after a comma only "that" can tell."""
    clauses = [child for child in head.children if child.dep_ == "ccomp" and head.i < child.i < frame.end]
    own = [clause for clause in clauses if page.quoted[clause.i] < 0]
    if page.last_mark(index) == ",":
        own = [clause for clause in own if page.words[clause.left_edge.i] == "that"]
    return bool(own)


def _before(page: Page, cues: Mapping[int, Cue], index: int, previous: Claim | None) -> Claim | None:
    """X said: “…”; X said, “…”; X told Y “…”; and the second half of “…,” X said, “…”."""
    frame = _frame_before(page, index)
    if frame.start >= frame.end:
        return None
    last = page.words[frame.end - 1]
    cue = _last_cue(page, cues, frame, index)
    if last == ":":
        label = label_behind(page, frame)
        named = Claim(None, label) if label is not None else Claim(cue or _main_verb(page, frame), frame)
        return None if is_label(page, frame) else named
    if cue is None:
        return None
    if (
        previous is not None
        and previous.cue is not None
        and previous.cue.head.i == cue.head.i
        and last in DASHES | {","}
    ):
        return Claim(cue, frame)
    if ends_sentence(page, index) and _leads_to(page, cue.head, frame) and not _is_title(page, index, cue, frame):
        return Claim(cue, frame)
    return None


def _leads_to(page: Page, head: Token, frame: Run) -> bool:
    """Whether nothing but addressee, place and time stands between the cue and the quotation."""
    between = page.tokens[head.i + 1 : frame.end]
    if frame.end - 1 == head.i:
        return True
    if between[-1].text == ",":
        return not any(token.tag_ in FINITE_OR_MODAL for token in between)
    ends_phrase = between[-1].tag_[:2] in _PHRASE_ENDS
    return ends_phrase and all(token.dep_ in _BETWEEN and token.lower_ not in _NOT_BETWEEN for token in between)


def _is_title(page: Page, index: int, cue: Cue, frame: Run) -> bool:
    """Whether a quotation names a work: capitalised words after a noun and a comma."""
    run = page.run(page.quotations[index].pieces[0])
    words = [page.tokens[i] for i in range(*run) if page.tokens[i].is_alpha and len(page.tokens[i]) > 3]
    is_apposed = cue.head.i < frame.end - 2 and page.tokens[frame.end - 2].tag_.startswith("NN")
    return is_apposed and run.end - run.start <= 10 and bool(words) and all(word.text[0].isupper() for word in words)


def _last_cue(page: Page, cues: Mapping[int, Cue], frame: Run, index: int) -> Cue | None:
    found = (_quoting_cue(page, cues, i, index) for i in range(frame.end - 1, frame.start - 1, -1))
    is_announced = page.words[frame.end - 1] == ":"
    return next((cue for cue in found if cue is not None and not (is_announced and dates(cue.head))), None)


def _quoting_cue(page: Page, cues: Mapping[int, Cue], i: int, index: int) -> Cue | None:
    """A word that introduces quotations by the lexicon, or a verb that has this one as its clause by the parse."""
    cue = cues.get(i)
    if cue is not None and cue.quotes:
        return cue
    token = page.tokens[i]
    if token.tag_.startswith("VB") and page.quoted[i] < 0 and not page.is_broken(i):
        clauses = (child for child in token.children if child.dep_ == "ccomp")
        if any(page.quoted[child.i] == index for child in clauses):
            return Cue("verb", token)
    return None


def _main_verb(page: Page, frame: Run) -> Cue | None:
    if page.is_broken(frame.start):
        return None
    verbs = [page.tokens[i] for i in range(*frame) if page.tokens[i].tag_ in FINITE_OR_MODAL]
    heads = [verb for verb in verbs if verb.dep_ in _CLAUSE_HEADS]
    # "she became so upset that I had to answer: “…”", where the parse joins the two
    joined = (verb for verb in reversed(heads) if verb.dep_ == "conj" and _has_subject(verb))
    found = next(joined, next(iter(heads), None))
    return Cue("verb", found) if found is not None else None


def _frame_after(page: Page, index: int) -> Run:
    start = page.run(page.quotations[index].pieces[-1]).end
    stop = start
    while stop < min(len(page.tokens), start + _MAX_FRAME) and _is_open(page, stop):
        stop += 1
    return Run(start, stop)


def _frame_before(page: Page, index: int) -> Run:
    """The words before a quotation; over a line end only where a colon announces it."""
    first = page.run(page.quotations[index].pieces[0]).start
    end = first
    while end and page.words[end - 1].isspace():
        end -= 1
    if not end or (page.words[end - 1] != ":" and any(page.ends_line(i) for i in range(end, first))):
        return Run(end, end)
    start = end
    while start > max(0, end - _MAX_FRAME) and _is_open(page, start - 1):
        start -= 1
    return Run(start, end)


def _is_open(page: Page, i: int) -> bool:
    if page.quoted[i] >= 0:
        return page.asides[page.quoted[i]]
    return page.words[i] not in STOPS and not page.ends_line(i)
