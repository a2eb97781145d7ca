"""Where a content begins and ends: at the edges of phrases and clauses, where the model cuts through them."""

from collections.abc import Container, Iterator, Sequence

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from graph_service.models import Span
from graph_service.pipeline import parse
from graph_service.pipeline.page import Page, Run

# what stands before the noun that it belongs to
_OF_NOUN = frozenset({"det", "compound", "amod", "nummod"})
# and before the noun or verb without which it says nothing
_OF_MORE = _OF_NOUN | {"aux", "auxpass"}
_WHERE = frozenset({"at", "in", "on", "via"})
_ADVERBS = frozenset({"before", "earlier", "later", "then"})
_PRESENT = frozenset({"VBZ", "VBP"})
# words up to the clause that a content is
_FIRST = 8
_WHEN = frozenset({"DATE", "TIME"})
# what stands before the name of whoever is told: "the state agency | TASR"
_OF_TOLD = frozenset({"det", "compound", "amod", "nmod", "dobj", "dative", "poss", "case"})


def completed(page: Page, content: Sequence[Span], stop: int) -> Iterator[Span]:
    """A content with what its last preposition, article or attribute asks for: "were killed at | the port".

    One of one piece also with the verb behind an auxiliary, and with what that verb is about. ``stop``: the first
    token of the cue, behind which nothing is taken in.
    """
    is_whole = len(content) == 1
    for span in content:
        last = page.tokens[page.run(span).end - 1]
        noun = _asked_for(last, _OF_MORE if is_whole else _OF_NOUN) or (_right_behind(last) if is_whole else None)
        if noun is None or noun.i < last.i or last.i < stop <= noun.i or page.quoted[last.i] >= 0:
            yield span
        else:
            # "a | charge Lima has denied": the clause is not taken in
            end = noun.i if last.i < stop <= noun.right_edge.i else noun.right_edge.i
            yield page.span(Run(page.run(span).start, end + 1))


def _asked_for(last: Token, before: Container[str]) -> Token | None:
    """What a word must have behind it: a preposition its noun, an article or an auxiliary what it belongs to."""
    return parse.child(last, "pobj") if last.dep_ == "prep" else last.head if last.dep_ in before else None


def _right_behind(verb: Token) -> Token | None:
    """What a verb is about, where it stands right behind it: "will send | two boats"."""
    thing = parse.child(verb, "dobj", "attr", "acomp") if verb.pos_ in {"VERB", "AUX"} else None
    return thing if thing is not None and thing.left_edge.i == verb.i + 1 else None


def from_clause(page: Page, content: Sequence[Run], verb: Token) -> Iterator[Run]:
    """A content from where its clause begins, without when it was said, or to whom: "on 6 | and 7 | that"."""
    clause = parse.child(verb, "ccomp")
    first = clause.left_edge.i if clause is not None else -1
    for run in content:
        # "said | on Monday | they left", where the parse has it of the leaving
        begin = _behind_date(page, run) if first == run.start > verb.i else first
        before = page.tokens[run.start : begin] if run.start < begin < min(run.start + _FIRST, run.end) else ()
        follows = run.start > verb.i and all(page.tokens[i].dep_ in _OF_TOLD for i in range(verb.i + 1, run.start))
        told = _behind_told(page, run) if verb.lemma_ == "tell" and follows else run.start
        start = begin if any(each.ent_type_ in _WHEN for each in before) else max(told, _behind_rest(page, run))
        yield Run(start, run.end)


def _behind_rest(page: Page, run: Run) -> int:
    """Where "that" stands behind the rest of a cue: "in a post on | his page | that", "said | days before | that"."""
    first = page.tokens[run.start]
    noun = first.head if run.start < first.head.i < run.end - 1 else None
    if noun is not None and noun.dep_ == "pobj" and noun.head.i == run.start - 1 and noun.head.lower_ in _WHERE:
        that = page.tokens[noun.i + 1]
        return that.i if that.lower_ == "that" and that.dep_ == "mark" and that.head.dep_ == "ccomp" else run.start
    of = page.tokens[run.start + 1] if first.lower_ in {"on", "via"} and run.start + 1 < run.end else first
    end = of.i + 1 if of.dep_ == "pobj" and of.head.i == of.i - 1 else run.start
    while end < run.end and (page.tokens[end].ent_type_ in _WHEN or page.words[end] in _ADVERBS):
        end += 1
    return end if run.start < end < run.end and page.words[end] == "that" else run.start


def _behind_told(page: Page, run: Run) -> int:
    """Where "that" stands behind whoever is told: "told | a hurriedly called press conference | that"."""
    before_run = page.tokens[max(run.start - 1, 0) : run.start + 1]
    is_described = any(each.tag_ in {"WP", "WP$", "WDT"} for each in before_run)
    for i in range(run.start + 1, min(run.start + _FIRST, run.end)):
        before = page.tokens[i - 1]
        if is_described and page.words[i] == "that" and page.tokens[i].dep_ == "mark":
            # "told a clerk | whose husband rows | that"
            return i
        is_name = before.pos_ in {"NOUN", "PROPN"} or before.is_upper
        if page.words[i] == "that" and page.tokens[i].tag_ == "IN" and is_name:
            return i
        if not is_described and (page.tokens[i].tag_ in parse.FINITE or page.tokens[i].is_punct):
            break
    return run.start


def _behind_date(page: Page, run: Run) -> int:
    """Where a content goes on behind "on" and a date."""
    end = run.start + (page.words[run.start] == "on")
    while end < run.end and page.tokens[end].ent_type_ in _WHEN:
        end += 1
    return end if page.words[run.start] == "on" and page.words[end : end + 1] != [","] else run.start


def from_phrase(page: Page, content: Sequence[Run], verb: Token, others: Sequence[Run]) -> Iterator[Run]:
    """A content from where its first phrase begins, "the | boat sank", or its clause where the cue is behind."""
    for run in content:
        first = page.tokens[run.start]
        noun = first.head if first.dep_ in _OF_NOUN and first.head.i > first.i else first
        start = noun.left_edge.i
        if noun.pos_ not in {"NOUN", "PROPN"} or any(_is_mark(page, i) for i in range(start, run.start)):
            yield run
            continue
        if start < run.start < run.end <= verb.i:
            start = _clause_start(noun, verb, start)
        is_free = page.quoted[start] == page.quoted[run.start]
        is_free &= not any(other.start < run.start and start < other.end for other in others)
        yield Run(start, run.end) if start < run.start and is_free else run


def _clause_start(noun: Token, verb: Token, start: int) -> int:
    """Where the clause that a verb tells begins, if a noun is in its main part."""
    word = noun
    while word.head not in {word, verb}:
        if word.dep_ in {"advcl", "relcl", "acl"}:
            return start
        word = word.head
    mark = parse.child(word, "mark")
    is_main = word.dep_ == "ccomp" and word.head == verb and (mark is None or mark.lower_ == "that")
    return min(start, word.left_edge.i) if is_main else start


def _is_mark(page: Page, index: int) -> bool:
    return page.tokens[index].is_punct or page.tokens[index].is_space


def without_meanwhile(page: Page, span: Span) -> Span:
    """A content in a headline without what others do: "to fight on | as envoy pleads", "to row, | others sleep"."""
    run = page.run(span)
    line = page.paragraphs[page.paragraph_of[run.start]]
    if page.tokens[line.end - 1].is_punct or run.end > line.end or page.quoted[run.end - 1] >= 0:
        return span
    is_plan = page.words[run.start] == "to"
    for i in range(run.start + 2, run.end - 1):
        verb = page.tokens[i].head
        is_while = page.words[i] == "as" and page.tokens[i].dep_ == "mark" and verb.dep_ == "advcl"
        is_other = is_while and verb.tag_ in _PRESENT and parse.child(verb, "nsubj") is not None
        if is_other or (is_plan and page.words[i] == "," and _are_others(page.tokens[i + 1 : run.end])):
            return page.span(Run(run.start, i))
    return span


def _are_others(words: DocSpan) -> bool:
    """Whether a headline's second part tells what somebody does."""
    subjects = (parse.child(each, "nsubj") for each in words if each.tag_ in _PRESENT)
    return any(each is not None and words.start <= each.i < words.end for each in subjects)


def up_to_quotation(page: Page, run: Run) -> Run:
    """A run with the quotation that goes on right behind it: "to fight | “until the last boat sinks”"."""
    end = run.end
    if end >= len(page.words) or page.quoted[end - 1] >= 0 or page.quoted[end] < 0 or _is_mark(page, end - 1):
        return run
    if page.sentences[end] != page.sentences[end - 1]:
        return run
    return Run(run.start, end + 1)


def from_that(page: Page, content: Sequence[Span], that: int) -> Sequence[Span]:
    """A content from where the parse sees its "that", without an adverb before it: "told them | then | that"."""
    first = page.run(content[0]) if content else Run(0, 0)
    begin = page.run(Span(that, that + 1)).start
    is_adverb = first.start < begin < first.end and all(page.tokens[i].tag_ == "RB" for i in range(first.start, begin))
    return [page.span(Run(begin, first.end)), *content[1:]] if is_adverb else content


def with_verb(page: Page, content: Sequence[Span], seen: Sequence[Span]) -> Sequence[Span]:
    """What the parse sees of a clause where the model has no verb of it: "A boat | , the Brusad, loitered there"."""
    is_part = bool(content) and seen[0].start <= content[0].start and content[-1].end <= seen[-1].end
    return seen if is_part and not _has_verb(page, content) and _has_verb(page, seen) else content


def _has_verb(page: Page, content: Sequence[Span]) -> bool:
    return any(page.tokens[i].tag_ in parse.VERBAL for span in content for i in range(*page.run(span)))


def without_relative(page: Page, content: Sequence[Run]) -> Sequence[Run]:
    """A content without the "that" at its end: "a charge that | Brun denies"."""
    start, end = content[0] if len(content) == 1 else (0, 0)
    is_relative = end - start > 1 and page.tokens[end - 1].tag_ == "WDT" and page.tokens[end - 2].pos_ == "NOUN"
    return [Run(start, end - 1)] if is_relative else content


def without_hanging(page: Page, content: Sequence[Run], cue: Run) -> Iterator[Run]:
    """A content without what goes on behind the cue in a clause of something else: "the second time the firm | did"."""
    for run in content:
        first = page.tokens[run.start]
        verb = first.head if first.dep_ in {"aux", "auxpass"} else first
        is_clause = verb.dep_ in {"relcl", "acl"} and verb.tag_ in {*parse.FINITE, "VBN"} and run.start >= cue.end
        # "the park, which, Brun said, was full"
        joints = (verb.head, *(each for each in verb.children if each.dep_ in {"nsubj", "nsubjpass"}))
        if not is_clause or any(other.start <= each.i < other.end for other in content for each in joints):
            yield run


def without_joint(page: Page, content: Sequence[Run]) -> Sequence[Run]:
    """A content without the word at its end that joins it to what is not said: "a win | as" police came."""
    start, end = content[-1] if content else (0, 0)
    if end - start < 2 or page.quoted[end - 1] >= 0:
        return content
    last = page.tokens[end - 1]
    is_joint = last.dep_ == "cc" or (last.dep_ == "mark" and last.head.i >= end)
    return [*content[:-1], Run(start, end - 1)] if is_joint else content
