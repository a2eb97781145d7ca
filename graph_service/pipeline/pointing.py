"""What points back to the sentence before: "It rained. This was reported by Ada Brun, Harbour Wire writes."."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph_service.models import Span
from graph_service.pipeline.addressing import addressees
from graph_service.pipeline.cues import Cue, cue_run, is_negated
from graph_service.pipeline.drafts import Draft, merge, spans_of
from graph_service.pipeline.lexicon import CueClass
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.parse import child
from graph_service.pipeline.relays import is_medium
from graph_service.pipeline.sources import source_of

_CONFIDENCE = 0.75
_OBJECTS = frozenset({"nsubjpass", "dobj", "dative"})
_CLOSING = frozenset({",", "-", "–", "—"})


class _Before(NamedTuple):
    """What is known of the sentences before."""

    # where somebody is told to speak
    told: Sequence[Span]
    # wishes and plans, by where their sentences start
    wishing: Mapping[int, Draft]
    # what a medium beside the cue tells
    relay: Draft | None


def pointing_back(page: Page, cues: Iterable[Cue], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts; where one says "this", what the sentence before tells is said, unless somebody says that already.

    A medium that says that somebody said "this" relays it.
    """
    pointing = {page.sentences[cue.head.i].start: cue for cue in cues if _points_back(page, cue)}
    if not pointing:
        return list(drafts)
    beside = {start: draft for draft in drafts if (start := _frame(page, draft)) in pointing and _relays(page, draft)}
    rest = [draft for draft in drafts if _frame(page, draft) not in pointing or not _is_about(page, draft, pointing)]
    told = merge(span for draft in rest if not draft.is_attitude for span in (*draft.content, *_cue(page, draft)))
    wishing = {_frame(page, draft): draft for draft in rest if draft.is_attitude}
    made = (_made(page, cue, _Before(told, wishing, beside.get(start))) for start, cue in pointing.items())
    return [*rest, *(draft for draft in made if draft is not None)]


def _frame(page: Page, draft: Draft) -> int:
    """Where the sentence of a draft's cue starts; -1 without a cue."""
    return page.sentences[draft.cue_run.start].start if draft.cue_run is not None else -1


def _cue(page: Page, draft: Draft) -> tuple[Span, ...]:
    return (page.span(draft.cue_run),) if draft.cue_run is not None else ()


def _is_about(page: Page, draft: Draft, pointing: Mapping[int, Cue]) -> bool:
    """Whether a draft is that of the cue that points back, or says only that somebody said so."""
    cue = pointing[_frame(page, draft)].head
    at_cue = draft.cue_run is not None and draft.cue_run.start <= cue.i < draft.cue_run.end
    return at_cue or any(span.start <= cue.idx < span.end for span in draft.content)


def _relays(page: Page, draft: Draft) -> bool:
    """Whether a medium, or its correspondent, tells of it."""
    if draft.source is None:
        return False
    name = _last_name(page, draft.source)
    return is_medium(page, name) or not page.media.isdisjoint(range(*name))


def _last_name(page: Page, source: Run) -> Run:
    """What of a source stands behind its last comma: "Ada Brun, | Harbour Wire | writes"."""
    last = next((i for i in reversed(range(*source)) if page.words[i] == ","), source.start - 1)
    return Run(last + 1, source.end)


def _points_back(page: Page, cue: Cue) -> bool:
    """Whether somebody is told to have said "this"."""
    if cue.part != "verb" or not cue.quotes or page.quoted[cue.head.i] >= 0:
        return False
    is_this = any(each.lower_ == "this" and each.dep_ in _OBJECTS for each in cue.head.children)
    behind = page.words[cue.head.i : page.sentences[cue.head.i].end]
    clause = child(cue.head, "ccomp")
    # "Brun announced this, the wire reports", where the parse has her announce that
    is_told = clause is not None and "," not in page.words[clause.left_edge.i - 1 : clause.left_edge.i + 1]
    return is_this and not is_told and ":" not in behind


def _made(page: Page, cue: Cue, known: _Before) -> Draft | None:
    source, before, relay = source_of(page, cue, ()), _before(page, cue), known.relay
    if source is None or before is None or is_negated(cue.verb):
        return None
    content = spans_of(page, [before])
    wish = known.wishing.get(page.sentences[before.start].start)
    if not content or _is_told(content[0], known.told) or (wish is not None and _is_own(page, wish, source)):
        return None
    medium = _last_name(page, relay.source) if relay is not None and relay.source is not None else None
    if medium is not None:
        source = _up_to(page, source, medium)
    reading = next(each for each in cue.readings if "quote" in each.entry.uses)
    heard = addressees(page, cue, reading.entry.addressee, (), source)
    return Draft(
        content,
        CueClass.SPEECH,
        cue,
        cue_run(page, cue, reading.particle),
        source,
        tuple(run for run in heard if page.words[run.start] != "this"),
        relays=(medium,) if medium is not None else (),
        confidence=_CONFIDENCE,
        pattern="clause",
    )


def _before(page: Page, cue: Cue) -> Run | None:
    """The sentence before that of a cue, in the narrator's words."""
    last = page.sentences[cue.head.i].start - 1
    while last >= 0 and page.words[last].isspace():
        last -= 1
    if last < 0 or page.words[last] != "." or page.is_broken(last):
        return None
    run = page.trim_spaces(page.sentences[last])
    is_narrated = page.quoted[run.start] < 0 and page.top(run).pos_ in {"VERB", "AUX"}
    return run if is_narrated else None


def _is_own(page: Page, wish: Draft, source: Run) -> bool:
    """Whether whoever tells of a plan may be the one whose plan it is: "Brun plans to row. | She | told Lima this"."""
    said = page.top(source)
    return wish.source is None or said.pos_ == "PRON" or said.lower_ == page.top(wish.source).lower_


def _is_told(content: Span, told: Sequence[Span]) -> bool:
    """Whether anything of a sentence is told to be said already."""
    position = bisect_right(told, (content.start, content.start)) - 1
    return any(each.start < content.end and content.start < each.end for each in told[max(position, 0) : position + 2])


def _up_to(page: Page, source: Run, medium: Run) -> Run:
    """A source with the name beside it that the parse gives to what the medium does: "the mayor, | Ada Brun, |"."""
    between = page.tokens[source.end : medium.start]
    is_name = len(between) > 2 and between[0].text == "," and all(each.pos_ == "PROPN" for each in between[1:-1])
    end = medium.start if source.end <= medium.start and is_name else source.end
    while end > source.start and page.words[end - 1] in _CLOSING:
        end -= 1
    return Run(source.start, end)
