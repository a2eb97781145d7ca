"""Statements as they stand in the text: source, cue and content."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan

from graph_service.models import StatementType
from graph_service.pipeline import lexicon
from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.blocks import carried_statements
from graph_service.pipeline.cues import find_cues
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.modality import is_refusal, modality
from graph_service.pipeline.page import Page
from graph_service.pipeline.quoted import quoted_statements, with_following
from graph_service.pipeline.relays import relayed
from graph_service.pipeline.reported import reported_statements
from graph_service.pipeline.settle import settle

# shares of quoted characters from which a statement is direct, and up to which it is indirect
_DIRECT, _INDIRECT = 0.9, 0.02


def statement_extractor(doc: Doc) -> Doc:
    """Finds who said what; needs tags and a dependency parse, sets ``doc._.statements`` and ``doc.spans``."""
    page = Page(doc)
    drafts = read(page)
    doc._.statements = tuple(_finish(page, draft) for draft in drafts)
    doc.spans["statements"] = SpanGroup(doc, name="statements", spans=list(_labelled(page, drafts)))
    return doc


def read(page: Page) -> list[Draft]:
    """The statements of an article, in order: quotations first, then what is reported, then what is carried over.

    Two places are made for a trained model: ``find_cues``, which only has to give words that may attribute, and
    ``quoted_statements`` with ``reported_statements``, which give content and source to a cue.
    """
    cues = find_cues(page, lexicon.load())
    quoted = quoted_statements(page, cues)
    reported = reported_statements(page, cues, taken=quoted)
    attributed = with_following(page, relayed(page, cues, [*quoted, *reported]))
    carried = carried_statements(page, cues, attributed)
    return settle(page, [*attributed, *carried])


def _finish(page: Page, draft: Draft) -> FoundStatement:
    return FoundStatement(
        content=draft.content,
        cue=(page.span(draft.cue_run),) if draft.cue_run else (),
        source=(page.span(draft.source),) if draft.source else (),
        type=_type(page, draft),
        modality=modality(page, draft),
        negated=is_refusal(page, draft),
        addressees=tuple(page.span(run) for run in draft.addressees),
        relays=tuple(page.span(run) for run in draft.relays),
        carried=draft.carried,
        confidence=draft.confidence,
    )


def _type(page: Page, draft: Draft) -> StatementType:
    """By how much of the content's characters stands in quotation marks."""
    if draft.carried or draft.in_own_words:
        return StatementType.DIRECT
    share = page.quoted_share(draft.content)
    if share >= _DIRECT:
        return StatementType.DIRECT
    return StatementType.MIXED if share > _INDIRECT else StatementType.INDIRECT


def _labelled(page: Page, drafts: Sequence[Draft]) -> Iterator[DocSpan]:
    for draft in drafts:
        parts = (("SOURCE", draft.source), ("CUE", draft.cue_run))
        runs = [(label, run) for label, run in parts if run is not None]
        runs += [("CONTENT", page.run(span)) for span in draft.content]
        for label, run in (*runs, *(("ADDRESSEE", run) for run in draft.addressees)):
            yield DocSpan(page.tokens, run.start, run.end, label=label)
