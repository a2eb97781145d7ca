"""Statements as they stand in the text: source, cue and content."""

import logging
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan

from graph_service.errors import ModelMissing
from graph_service.models import StatementType
from graph_service.pipeline import lexicon
from graph_service.pipeline.addressing import addressed, spoken_of
from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.blocks import carried_statements
from graph_service.pipeline.cues import Cue, find_cues
from graph_service.pipeline.drafts import Draft, is_within
from graph_service.pipeline.listening import with_listener
from graph_service.pipeline.modality import is_refusal, modality
from graph_service.pipeline.page import Page
from graph_service.pipeline.pointing import pointing_back
from graph_service.pipeline.quoted import quoted_statements, with_following
from graph_service.pipeline.relays import relayed
from graph_service.pipeline.reported import reported_statements
from graph_service.pipeline.settle import settle
from graph_service.pipeline.sharing import shared_out
from graph_service.pipeline.tagged import tagged_statements
from graph_service.pipeline.tagger import model
from graph_service.pipeline.tagger.model import Tagger
from graph_service.pipeline.unsaid import is_unsaid
from graph_service.settings import ExtractionOptions, Finder

_log = logging.getLogger(__name__)
# shares of quoted characters from which a statement is direct, and up to which it is indirect
_DIRECT, _INDIRECT = 0.9, 0.02


class StatementExtractor:
    """Finds who said what; needs tags and a dependency parse, sets ``doc._.statements`` and ``doc.spans``.

    Raises:
        ModelMissing: the statement model is wanted and cannot be loaded.
    """

    def __init__(self, options: ExtractionOptions) -> None:
        self._options = options
        self._tagger = load_tagger(options)

    def __call__(self, doc: Doc) -> Doc:
        """The same ``doc``, with the statements in it."""
        page = Page(doc)
        drafts = self.read(page)
        doc._.statements = tuple(_finish(page, draft) for draft in drafts)
        doc.spans["statements"] = SpanGroup(doc, name="statements", spans=list(_labelled(page, drafts)))
        return doc

    def read(self, page: Page) -> list[Draft]:
        """The statements of an article, in order: what rules and model find by cues, then what is carried over."""
        cues = find_cues(page, lexicon.load())
        found = by_rules(page, cues)
        if self._tagger is not None:
            tagged = self._tagger.find(page, narrated(page, found))
            found = tagged_statements(page, tagged, cues, found, self._options)
        elif not self._options.attitudes:
            found = [draft for draft in found if not draft.is_attitude]
        found = pointing_back(page, cues, found)
        said = [with_listener(page, draft) for draft in found if not is_unsaid(page, draft)]
        within = [draft for draft in said if is_within(page, draft)]
        attributed = with_following(page, relayed(page, cues, [draft for draft in said if not is_within(page, draft)]))
        drafts = [*shared_out(page, attributed), *carried_statements(page, cues, attributed), *within]
        return settle(page, (draft for draft in drafts if draft.confidence >= self._options.min_confidence))


def by_rules(page: Page, cues: Sequence[Cue]) -> list[Draft]:
    """What the rules find by cues: quotations first, then what is reported; statements may overlap."""
    quoted = quoted_statements(page, cues)
    return [*quoted, *reported_statements(page, cues, taken=quoted)]


def narrated(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """What the model is shown of the rules' statements: those in the narrator's words, with quotations that go on."""
    return with_following(page, [draft for draft in drafts if not is_within(page, draft)])


@lru_cache(maxsize=4)
def load_tagger(options: ExtractionOptions) -> Tagger | None:
    """The trained model where it is wanted; None for the rules alone.

    Raises:
        ModelMissing: it is wanted and cannot be loaded, and the rules are not to stand in.
    """
    if options.finder is Finder.RULES:
        return None
    try:
        return model.load(threads=options.threads)
    except ModelMissing as error:
        if options.finder is Finder.MODEL:
            raise
        _log.warning("%s Statements are found by the rules alone.", error)
        return None


def _finish(page: Page, draft: Draft) -> FoundStatement:
    return FoundStatement(
        content=draft.content,
        cue=(page.span(draft.cue_run),) if draft.cue_run else (),
        source=(page.span(draft.source),) if draft.source else (),
        type=_type(page, draft),
        modality=modality(page, draft),
        negated=is_refusal(page, draft),
        addressees=tuple(page.span(run) for run in addressed(page, draft)),
        voiced=not draft.is_attitude or is_refusal(page, draft),
        relays=tuple(page.span(run) for run in draft.relays),
        carried=draft.carried,
        confidence=draft.confidence,
        about=tuple(page.span(run) for run in spoken_of(page, draft)),
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
