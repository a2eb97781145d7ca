"""Statements in quotation marks: the quotations that one cue claims, and those that follow without a cue."""

from collections.abc import Sequence

from graph_service.models import Span
from graph_service.pipeline.addressing import addressees
from graph_service.pipeline.claims import DASHES, Claim, claims, ends_sentence
from graph_service.pipeline.cues import Cue, cue_run
from graph_service.pipeline.drafts import Draft, merge
from graph_service.pipeline.lexicon import CueClass
from graph_service.pipeline.page import STOPS, Page, Run
from graph_service.pipeline.parse import FINITE, child
from graph_service.pipeline.sources import beside, source_of

_MIN_WORDS = 3


def quoted_statements(page: Page, cues: Sequence[Cue]) -> list[Draft]:
    """One statement for each cue that claims quotations, in order of the quotations.

    A sentence in quotation marks without a cue goes on with the quotation before it, within the paragraph or as the
    next paragraph; after a statement without quotation marks it stands alone and its speaker is carried over.
    """
    by_token = {cue.head.i: cue for cue in cues if cue.part in {"verb", "adjective"} and page.quoted[cue.head.i] < 0}
    claimed = claims(page, by_token)
    found: dict[int, Draft] = {}
    last: int | None = None
    for index, quotation in enumerate(page.quotations):
        claim = claimed.get(index)
        if claim is not None:
            last = claim.cue.head.i if claim.cue is not None else claim.frame.end - 1
            if last not in found:
                found[last] = _draft(page, claim)._replace(content=_opening(page, claim, quotation.pieces[0]))
        elif last is None or not _goes_on(page, found[last], index):
            last = None
            continue
        found[last] = found[last]._replace(content=merge([*found[last].content, *quotation.pieces]))
    return [draft for draft in found.values() if draft.content]


def _opening(page: Page, claim: Claim, first: Span) -> tuple[Span, ...]:
    """What stands without marks before a quotation in the clause of a cue: "It rains, | she said, “but we row”"."""
    start = page.run(first).start
    verb = claim.cue.head if claim.cue is not None else None
    goes_on = page.text[first.start + 1 : first.start + 2].islower()
    if verb is None or page.is_broken(verb.i) or not goes_on:
        return ()
    if verb.i > start:
        clause = child(verb, "ccomp")
        run = Run(clause.left_edge.i if clause is not None else start, start)
    else:
        subject = child(verb, "nsubj")
        edge = subject.left_edge.i if subject is not None and subject.i < verb.i else 0
        is_aside = page.words[edge - 1] == page.words[start - 1] == ","
        run = Run(page.sentences[verb.i].start, edge - 1 if is_aside else 0)
    is_clause = any(page.tokens[i].tag_ in FINITE for i in range(*run))
    return (page.span(run),) if is_clause and all(page.quoted[i] < 0 for i in range(*run)) else ()


def _draft(page: Page, claim: Claim) -> Draft:
    if claim.cue is None and page.words[claim.frame.start] in DASHES:
        dash = Run(claim.frame.start, claim.frame.start + 1)
        name = page.trim_spaces(Run(dash.end, claim.frame.end))
        return Draft((), CueClass.SPEECH, None, dash, name, confidence=0.8)
    if claim.cue is None:
        colon = Run(claim.frame.end - 1, claim.frame.end)
        named = page.trim_spaces(Run(claim.frame.start, colon.start))
        return Draft((), CueClass.SPEECH, None, colon, named if named.start < named.end else None, confidence=0.8)
    entries = [reading.entry for reading in claim.cue.readings]
    uses = [entry.uses["quote"] for entry in entries if "quote" in entry.uses]
    places = frozenset[str]().union(*(entry.addressee for entry in entries))
    source = source_of(page, claim.cue, ()) or beside(page, claim.cue, claim.frame)
    return Draft(
        (),
        uses[0] if uses else CueClass.SPEECH,
        claim.cue,
        cue_run(page, claim.cue, None),
        source,
        tuple(addressees(page, claim.cue, places, (), source)),
        confidence=0.95 if uses else 0.85,
    )


def _goes_on(page: Page, draft: Draft, index: int) -> bool:
    """Whether a sentence in quotation marks follows a quoted statement with nothing but that one's frame between."""
    quotation = page.quotations[index]
    run = page.run(quotation.pieces[0])
    if not is_quoted_sentence(page, index):
        return False
    start = max(page.run(draft.content[-1]).end, draft.cue_run.end if draft.cue_run else 0)
    between = range(start, run.start)
    stops = [i for i in between if page.words[i] in STOPS and page.quoted[i] < 0]
    if stops and any(not page.words[i].isspace() for i in range(stops[0] + 1, run.start)):
        return False
    if not any(page.ends_line(i) for i in between):
        return True
    paragraph = page.paragraphs[page.paragraph_of[run.start]]
    fills = run.start == paragraph.start and page.run(quotation.pieces[-1]).end >= paragraph.end
    return fills and page.paragraph_of[run.start] - page.paragraph_of[start - 1] == 1


def is_quoted_sentence(page: Page, index: int) -> bool:
    """Whether a quotation is a sentence of its own: it starts where a sentence starts and ends like one."""
    start = page.run(page.quotations[index].pieces[0]).start
    before = start - 1
    while before >= 0 and page.words[before].isspace():
        before -= 1
    starts = before < 0 or page.words[before] in STOPS or page.quoted[before] >= 0 or page.ends_line(start - 1)
    words = page.text[page.quotations[index].start : page.quotations[index].end].split(maxsplit=_MIN_WORDS)
    return starts and ends_sentence(page, index) and len(words) >= _MIN_WORDS


def with_following(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """Statements with the sentence in quotation marks that follows them in the paragraph: "X said so. “It is …”."""
    found = list(drafts)
    ends: dict[int, int] = {}
    told = [index for index, draft in enumerate(found) if draft.tells]
    for position in sorted(told, key=lambda index: found[index].end - found[index].start):
        ends[_end(page, found[position])] = position
    taken = {span for draft in drafts for span in draft.content}
    for index, quotation in enumerate(page.quotations):
        start = page.run(quotation.pieces[0]).start
        before = start
        while (
            before
            and (page.words[before - 1].isspace() or page.words[before - 1] in STOPS)
            and not page.ends_line(before - 1)
        ):
            before -= 1
        position = ends.get(before, -1)
        if position >= 0 and before < start and taken.isdisjoint(quotation.pieces) and is_quoted_sentence(page, index):
            content = merge([*found[position].content, *quotation.pieces])
            found[position] = found[position]._replace(content=content)
            ends[page.run(quotation.pieces[-1]).end] = position
    return found


def _end(page: Page, draft: Draft) -> int:
    runs = [page.run(draft.content[-1]), draft.cue_run, draft.source, *draft.addressees]
    return max(run.end for run in runs if run is not None)
