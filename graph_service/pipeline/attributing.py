"""The source of a cue where the model's words are not the ones that the sentence gives: names, labels, asides."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.lexicon import personal_nouns
from graph_service.pipeline.overlooked import (
    CLOSING,
    NAMES,
    NOUN_PHRASE,
    before_marks,
    heard,
    inverted_name,
    is_headline,
    of_contact,
    reached,
    up_to,
)
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.parse import FINITE, child, overlooked
from graph_service.pipeline.pronouns import body_nouns
from graph_service.pipeline.received import giver, received
from graph_service.pipeline.sources import behind_whose
from graph_service.pipeline.wording import outside

_NARRATORS = frozenset({"i", "we"})
_JOINTS = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ", "PART"})
# what no source ends with
_CUT = frozenset({"TO", "IN", "DT", "VBG", "VB", "WP", "WDT", "MD", "PRP$"})


def attributed(page: Page, draft: Draft) -> Draft:
    """A statement with whoever its sentence gives it to, and without those words in its content."""
    if draft.cue_run is not None and (noun := received(page.top(draft.cue_run))) is not None:
        return _given(page, draft, giver(page.top(draft.cue_run), noun))
    if draft.source is None or draft.cue_run is None:
        return draft
    name = inverted_name(page, draft.cue_run)
    if name is not None:
        content = page.span(Run(page.sentences[draft.cue_run.start].start, draft.cue_run.start - 1))
        return draft._replace(source=name, content=(content,))
    source = behind_whose(page, _put_right(page, _behind_group(page, draft.source), draft.cue_run))
    first = page.run(draft.content[0]) if draft.content else draft.source
    is_behind = draft.cue_run.end == draft.source.start <= first.start <= draft.source.end
    if is_behind and source.end <= draft.cue_run.start:
        # "said | the group | had known": whoever said it stands before
        whole = page.span(Run(draft.source.start, first.end))
        return draft._replace(source=source, content=(whole, *draft.content[1:]))
    is_wider = source != draft.source and draft.pattern != "quote"
    left = tuple(outside(draft.content, page.span(source))) if is_wider else draft.content
    return draft._replace(source=source, content=left or draft.content)


def _given(page: Page, draft: Draft, whose: Token | None) -> Draft:
    """What somebody else said of its subject: "drew criticism | from Lima | for the ban"."""
    if whose is None:
        return draft._replace(source=None)
    source = Run(whose.left_edge.i, whose.right_edge.i + 1)
    runs = (page.run(span) for span in draft.content)
    behind = (Run(source.end if run.start <= source.start < run.end else run.start, run.end) for run in runs)
    return draft._replace(source=source, content=tuple(page.span(run) for run in behind if run.start < run.end))


def _put_right(page: Page, source: Run, cue: Run) -> Run:
    """The source of a cue: the model's, or what the words around it show to be meant."""
    if source.end > cue.start:
        return up_to(reached(page.top(cue))) or source
    source = _behind_but(page, _without_verb(page, _with_named(page, _unbroken(page, source, cue))))
    other = (
        _behind_cue(page, cue)
        or _behind_label(page, source, cue)
        or _of_verb(page, cue)
        or _of_narrator(page, source, cue)
    )
    other = other or _described(page, source, cue) or _joined(page, source, cue) or of_contact(page, source, cue)
    return other or _with_names(page, _with_clause(page, source, cue), cue)


def _behind_group(page: Page, source: Run) -> Run:
    """Who speaks for a group that the model takes with it: "Speaking for | the union, Ada Brun | said"."""
    comma = next((i for i in range(*source) if page.words[i] == ","), None)
    before = page.words[max(source.start - 2, 0) : source.start]
    is_for = before[-1:] == ["for"] and before[:1] == ["speaking"] and comma is not None
    return Run(comma + 1, source.end) if is_for and comma is not None and comma + 1 < source.end else source


def worded(page: Page, source: Run) -> Run | None:
    """A source, if it is more than the joint of a phrase: "of"."""
    return source if any(page.tokens[i].pos_ not in _JOINTS for i in range(*source)) else None


def with_whole_sources(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts with one source for one place: "a spokesman, Ada Brun, denied … and | mocked …" has no second one."""
    longest: dict[int, Run] = {}
    for draft in drafts:
        if draft.source is not None:
            longest[draft.source.start] = max(draft.source, longest.get(draft.source.start, draft.source))
    for draft in drafts:
        whole = longest[draft.source.start] if draft.source is not None else None
        is_before = whole is not None and draft.cue_run is not None and whole.end <= draft.cue_run.start
        yield draft._replace(source=whole) if is_before else draft


def _with_clause(page: Page, source: Run, cue: Run) -> Run:
    """With the rest of a clause that the model cuts: "an officer, speaking | on condition …", "Brun, who was | due"."""
    last = page.tokens[source.end - 1]
    is_open = source.end < cue.start and page.words[source.end] not in CLOSING
    if source.end - source.start < 2 or not (last.tag_ in _CUT or is_open):
        return source
    noun = page.top(source)
    clauses = (each for each in noun.children if each.dep_ in {"acl", "relcl", "advcl"} and each.i > noun.i)
    clause = next((each for each in clauses if each == last or each.is_ancestor(last)), None)
    if clause is None and last.tag_ == "VBG" and page.words[source.end - 2] == ",":
        # "an officer, speaking on …, said", which the parse gives to the verb
        clause = last
    end = before_marks(page, clause.right_edge.i + 1 if clause is not None else source.end, source.end)
    return Run(source.start, end) if source.end < end <= cue.start else source


def _unbroken(page: Page, source: Run, cue: Run) -> Run:
    """With what of a name or a possessor the model cuts: "Ada | Brun", "the mayor | 's office", both ways."""
    first = page.tokens[source.start]
    if first.tag_ == "POS":
        return Run(first.head.left_edge.i, source.end)
    last = page.tokens[source.end - 1]
    owner = last.head if last.tag_ == "POS" else last
    is_owner = last.tag_ == "POS" or page.tokens[source.end].tag_ == "POS"
    if is_owner and owner.dep_ == "poss" and source.end <= owner.head.i < cue.start:
        source = Run(source.start, owner.head.i + 1)
    start = source.start
    while start and page.tokens[start].ent_iob_ == "I" and page.tokens[start].ent_type_ == "PERSON":
        start -= 1
    return Run(start, source.end)


def _with_named(page: Page, source: Run) -> Run:
    """With the name before an apposition that the model takes alone: "Brun, | a former captain, | said"."""
    noun = page.top(source)
    name = noun.head
    is_apposed = noun.dep_ == "appos" and name.tag_ in NAMES and name.i == source.start - 2 > 0
    if not is_apposed or not page.words[source.start - 1] == page.words[source.end] == ",":
        return source
    start = name.i
    while start and page.tokens[start - 1].tag_ in NAMES and page.tokens[start - 1].dep_ == "compound":
        start -= 1
    opens = start == page.sentences[name.i].start or page.words[start - 1] == ","
    return Run(start, source.end) if opens and noun.tag_ == "NN" else source


def _behind_but(page: Page, source: Run) -> Run:
    """What of a source stands behind ", but": a headline's second clause, of which the parse makes one phrase."""
    for i in range(source.start + 2, source.end - 1):
        if page.words[i] == "but" and page.words[i - 1] == ",":
            return Run(i + 1, source.end)
    return source


def _without_verb(page: Page, source: Run) -> Run:
    """Only the subject of a verb that the model took in: "Sole" of "Sole offers | says he is ready"."""
    for i in range(source.start + 1, source.end):
        verb = page.tokens[i]
        # a name that the parse takes for a verb is none
        is_main = verb.tag_ in FINITE and not verb.ent_type_ and verb.dep_ not in {"relcl", "acl", "ccomp"}
        is_told = verb.dep_ == "ccomp" and verb.head.i >= source.end
        subject = child(verb, "nsubj") if is_main or is_told else None
        if subject is not None and source.start <= subject.i < i and subject.left_edge.i <= source.start:
            return Run(source.start, subject.i + 1)
    return source


def _behind_cue(page: Page, cue: Run) -> Run | None:
    """Who stands behind a verb between commas: "Brun, who rowed and, says | the agency |, slept"."""
    verb = page.top(cue)
    subject = next((each for each in verb.rights if each.dep_ == "nsubj"), None)
    is_aside = cue.start > 0 and page.words[cue.start - 1] == "," and verb.tag_ == "VBZ"
    if subject is None or not is_aside or subject.left_edge.i != cue.end:
        return None
    return up_to(subject) if page.words[subject.i + 1 : subject.i + 2] == [","] else None


def _behind_label(page: Page, source: Run, cue: Run) -> Run | None:
    """The subject behind a topic or a label and a colon: "the envoy" of "Orre: the envoy warns of a flood"."""
    colon = next((i for i in range(source.start + 1, source.end + 1) if page.words[i] == ":"), None)
    if colon is None or source.start != page.sentences[source.start].start:
        return None
    subjects = [each for each in page.top(cue).children if each.dep_ == "nsubj" and colon < each.i < cue.start]
    if subjects:
        return Run(max(colon + 1, subjects[-1].left_edge.i), subjects[-1].i + 1)
    # "Harbour News: Minister, Lima says", of which the parse makes one phrase
    last = max(i for i in range(colon, source.end + 1) if page.words[i] in {":", ","})
    return Run(last + 1, source.end) if last + 1 < source.end else None


def _of_verb(page: Page, cue: Run) -> Run | None:
    """What the parse overlooks: the subject of a verb behind an aside, or behind ", and"."""
    verb = page.top(cue)
    return up_to(overlooked(verb) or heard(verb) or reached(verb))


def _of_narrator(page: Page, source: Run, cue: Run) -> Run | None:
    """ "We" of "We, the ministers of … and | the envoy, | are concerned"."""
    subject = child(page.top(cue), "nsubj", "nsubjpass")
    is_before = subject is not None and subject.i < source.start < source.end <= subject.right_edge.i + 1
    return Run(subject.i, subject.i + 1) if subject is not None and is_before and subject.lower_ in _NARRATORS else None


def _described(page: Page, source: Run, cue: Run) -> Run | None:
    """Whom a clause describes that the model takes words of: "Lima, which fined | its founder, Brun, in May, asks"."""
    subject = child(page.top(cue), "nsubj", "nsubjpass")
    clause = child(subject, "relcl") if subject is not None else None
    is_part = clause is not None and clause.i < source.start and clause.is_ancestor(page.top(source))
    return up_to(subject) if is_part else None


def _joined(page: Page, source: Run, cue: Run) -> Run | None:
    """All who are joined, where the model leaves out the first: "Chile, | Peru and Bolivia, known as | the three,"."""
    verb = page.top(cue)
    subject = child(verb, "nsubj", "nsubjpass") or (child(verb.head, "nsubj") if verb.dep_ == "conj" else None)
    if subject is None or subject.i >= source.start or page.top(source) not in subject.conjuncts:
        return None
    return Run(subject.left_edge.i, before_marks(page, min(subject.right_edge.i + 1, cue.start), source.end))


def _with_names(page: Page, source: Run, cue: Run) -> Run:
    """With the name behind a comma, "a spokeswoman, Ada Brun,", and in a headline the second one: "Sole, Brun say"."""
    if page.words[source.end] != ",":
        return source
    behind = source.end + 1
    while behind < cue.start and page.tokens[behind].tag_ in NOUN_PHRASE:
        behind += 1
    names = page.tokens[source.end + 1 : behind]
    if behind == cue.start and len(names) and _is_somebody_else(page.top(source), names[-1]):
        return Run(source.end + 1, behind)
    if not len(names) or names[-1].tag_ not in NAMES:
        return source
    noun = page.top(source)
    is_name = behind < cue.start and page.words[behind] == "," and all(each.tag_ in NAMES for each in names)
    if is_name and noun.tag_ == "NN" and names.root.head == noun:
        return Run(source.start, behind)
    is_second = behind == cue.start and noun.tag_ in NAMES and is_headline(page, source)
    return Run(source.start, behind) if is_second else source


def _is_somebody_else(noun: Token, last: Token) -> bool:
    """Whether a headline brings in who speaks behind what happened: "Explosions in Orre, | mayor urges"."""
    is_thing = noun.pos_ == "NOUN" and noun.lemma_.lower() not in personal_nouns() | body_nouns()
    return is_thing and last.pos_ == "NOUN" and last.lemma_.lower() in personal_nouns()
