"""Statements without a cue: answers of an interview, first-person paragraphs, quotations that stand alone."""

from collections.abc import Iterator, Sequence

from graph_service.models import Span
from graph_service.pipeline.cues import Cue
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.interviews import interview
from graph_service.pipeline.lexicon import CueClass
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.quoted import is_quoted_sentence
from graph_service.pipeline.sources import source_token

_FIRST_PERSON = frozenset({"i", "we"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CONFIDENCE = 0.7
# a narrator who says "I" in more paragraphs than these tells his own story
_MOST_PARAGRAPHS = 3
_MOST_SHARE = 0.15


def carried_statements(page: Page, cues: Sequence[Cue], drafts: Sequence[Draft]) -> list[Draft]:
    """Statements whose speaker the discourse gives, ``carried``: no cue and no source but the label of an answer."""
    blocks = list(_answers(page)) or list(_blocks(page, cues, drafts))
    return [*blocks, *_floating(page, drafts)]


def _carried(pieces: tuple[Span, ...]) -> Draft:
    return Draft(pieces, CueClass.SPEECH, carried=True, confidence=_CONFIDENCE)


def _answers(page: Page) -> Iterator[Draft]:
    """What follows each question of an interview, or a label of a debate: one statement, without its label."""
    for turn in interview(page.text).turns:
        label = page.run(Span(turn.start, turn.start + len(turn.label)))
        answer = _carried(turn.lines)
        if not turn.asks:
            # a colon, or the full stop of "Mr. ORRE. It rained."
            at = max(page.text.rfind(mark, turn.start + len(turn.label), turn.lines[0].start) for mark in ":.")
            is_attributed = turn.is_attributed and turn.label and at >= 0
            yield answer._replace(source=label, cue_run=page.run(Span(at, at + 1))) if is_attributed else answer


def _blocks(page: Page, cues: Sequence[Cue], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Unquoted first-person paragraphs after somebody spoke: "He told reporters this:" and then what he told."""
    personal = [_is_personal(page, run) for run in page.paragraphs]
    told = _reporting_paragraphs(page, cues)
    spoken = {draft.cue.head.i for draft in drafts if draft.cue is not None and not _by_narrator(draft.cue)}
    is_own_story = sum(personal) > max(_MOST_PARAGRAPHS, _MOST_SHARE * len(personal))
    is_open = False
    for index, run in enumerate(page.paragraphs):
        before = page.paragraphs[index - 1] if index else None
        is_announced = before is not None and page.words[before.end - 1] == ":"
        may_open = is_announced or (not is_own_story and (index - 1 in told or is_open))
        is_open = personal[index] and may_open and (is_announced or _opens_personally(page, run, spoken))
        if is_open:
            yield _carried((page.span(run),))


def _is_personal(page: Page, run: Run) -> bool:
    """Whether a paragraph's own words have "I" or "we" as a subject, and no quotation opens it."""
    return page.quoted[run.start] < 0 and any(
        page.words[i] in _FIRST_PERSON and page.quoted[i] < 0 and page.tokens[i].dep_ in _SUBJECTS for i in range(*run)
    )


def _opens_personally(page: Page, run: Run, spoken: set[int]) -> bool:
    """Whether the first sentence of a paragraph says "I" or "we" and is not attributed to anybody else."""
    first = Run(run.start, min(page.sentences[run.start].end, run.end))
    return _is_personal(page, first) and not any(i in spoken and page.tokens[i].dep_ == "ROOT" for i in range(*first))


def _reporting_paragraphs(page: Page, cues: Sequence[Cue]) -> set[int]:
    """The paragraphs whose last sentence says that somebody spoke."""
    found = set()
    for cue in cues:
        if cue.part == "verb" and page.quoted[cue.head.i] < 0 and cue.quotes:
            index = page.paragraph_of[cue.head.i]
            is_last = page.sentences[cue.head.i].end >= page.paragraphs[index].end
            if is_last and source_token(cue) is not None and not _by_narrator(cue):
                found.add(index)
    return found


def _by_narrator(cue: Cue) -> bool:
    source = source_token(cue)
    return source is not None and source.lower_ in _FIRST_PERSON


def _floating(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Sentences in quotation marks that nobody claims, in or right after a paragraph in which somebody is reported."""
    taken = {span for draft in drafts for span in draft.content}
    reported = {page.paragraph_of[draft.cue_run.start] for draft in drafts if draft.cue_run and draft.tells}
    for index, quotation in enumerate(page.quotations):
        paragraph = page.paragraph_of[page.run(quotation.pieces[0]).start]
        is_after = paragraph in reported or paragraph - 1 in reported
        if is_after and taken.isdisjoint(quotation.pieces) and is_quoted_sentence(page, index):
            yield _carried(quotation.pieces)
