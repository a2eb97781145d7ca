"""From an article to its ``Extraction``: the way of the data, in order."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from hashlib import sha256

from spacy.language import Language
from spacy.tokens import Doc

from graph_service import __version__, knowledge
from graph_service.errors import BadKnowledgeFile, ModelMissing
from graph_service.ids import relation_id, statement_id
from graph_service.knowledge import KnowledgeBase
from graph_service.models import Article, Entity, EntityType, Extraction, Relation, Span, Statement, text_at
from graph_service.pipeline import annotations
from graph_service.pipeline.annotations import ArticleContext, Attribution, FoundRelation
from graph_service.pipeline.cast import Cast
from graph_service.pipeline.language import FINDING, STANCE, STEPS, load_parser, parse_article
from graph_service.pipeline.parse import sentence_starts
from graph_service.pipeline.stance.reader import load_model
from graph_service.pipeline.statements import load_tagger
from graph_service.settings import ExtractionOptions

_DEFAULTS = ExtractionOptions()


def extractor_name(options: ExtractionOptions = _DEFAULTS) -> str:
    """Who finds it, part of every statement in the graph: another name replaces what an older one said of an article.

    Own entities count by what their file holds, not by where it lies.

    Raises:
        ModelMissing: the statement model or the stance model is wanted and cannot be loaded.
        BadKnowledgeFile: the file of own entities is wrong.
    """
    knowledge.load(options.knowledge)
    tagger = load_tagger(options)
    stances = load_model(options.finder, options.threads)
    digests = "-".join(each.digest for each in (tagger, stances) if each is not None)
    finder = f"model-{digests}" if digests else "rules"
    choices = options._replace(finder=_DEFAULTS.finder, threads=_DEFAULTS.threads)
    said = repr(choices._asdict() | {"knowledge": options.knowledge and options.knowledge.sha256})
    suffix = "" if choices == _DEFAULTS else f"+{sha256(said.encode()).hexdigest()[:8]}"
    return f"graph-service-{finder}/{__version__}{suffix}"


def preload(options: ExtractionOptions = _DEFAULTS) -> None:
    """Loads the models before a worker's first article; one that cannot be loaded says so with that article."""
    with suppress(ModelMissing, BadKnowledgeFile):
        _steps(options)


def extract(article: Article, options: ExtractionOptions = _DEFAULTS) -> Extraction:
    """Everything we find in an article; the same article gives the same extraction, byte for byte.

    Raises:
        ModelMissing: the spaCy model is not installed, or the statement model cannot be loaded.
        BadKnowledgeFile: the file of own entities is wrong, or is not what it was.
    """
    doc = parse_article(load_parser(options.spacy_model), article.text)
    doc._.context = ArticleContext(article.id, article.title, article.outlet, _day(article))
    for step in _steps(options):
        doc = step(doc)
    starts = sentence_starts(doc)
    statements = _statements(doc, article, starts)
    return Extraction(
        article=article,
        extractor=extractor_name(options),
        entities=annotations.entities(doc),
        anonymous_sources=annotations.anonymous_sources(doc),
        statements=statements,
        relations=_relations(doc, article, statements, starts),
        outlet=_outlet(article.outlet, knowledge.load(options.knowledge)),
    )


def _day(article: Article) -> str | None:
    return article.published_at.isoformat() if article.published_at else None


def _outlet(name: str | None, known: KnowledgeBase) -> Entity | None:
    """Who published it, where the knowledge base knows exactly one organisation of that name."""
    found = [each for each in known.candidates(name or "") if each.type == EntityType.ORGANISATION]
    return Cast().known(found[0]).entity() if len(found) == 1 else None


@lru_cache(maxsize=2)
def _steps(options: ExtractionOptions) -> tuple[annotations.Step, ...]:
    nlp: Language = load_parser(options.spacy_model)
    finding = options._asdict() | {"finder": options.finder.value}
    del finding["spacy_model"], finding["knowledge"]
    own = options.knowledge
    knowing = {"knowledge_file": str(own.path), "knowledge_sha256": own.sha256} if own else {}
    reading = {"finder": options.finder.value, "threads": options.threads}
    configs = {FINDING: finding, STANCE: reading}
    return tuple(nlp.create_pipe(name, config=configs.get(name, knowing)) for name in STEPS)


def _statements(doc: Doc, article: Article, starts: list[int]) -> tuple[Statement, ...]:
    attributions = annotations.attributions(doc)
    ids = [statement_id(article.id, each.statement.content) for each in attributions]
    return tuple(
        _statement(article.text, each, ids, position, partial(_sentence, doc, article.text, starts))
        for position, each in enumerate(attributions)
    )


def _statement(
    text: str, attribution: Attribution, ids: list[str], position: int, sentence: Callable[[tuple[Span, ...]], Span]
) -> Statement:
    found = attribution.statement
    return Statement(
        id=ids[position],
        content=found.content,
        cue=found.cue,
        source=found.source,
        text=text_at(text, found.content),
        cue_text=text_at(text, found.cue),
        sentence=sentence((*found.source, *found.cue, *found.content)),
        type=found.type,
        modality=found.modality,
        negated=found.negated,
        speaker=attribution.speaker,
        anonymous=attribution.anonymous.id if attribution.anonymous else None,
        addressees=attribution.addressees,
        targets=attribution.targets,
        reported_by=attribution.reported_by,
        parent=None if attribution.parent is None else ids[attribution.parent],
        same_as=None if attribution.same_as is None else ids[attribution.same_as],
        topics=attribution.topics,
        times=attribution.times,
        confidence=found.confidence,
    )


def _relations(doc: Doc, article: Article, statements: Sequence[Statement], starts: list[int]) -> tuple[Relation, ...]:
    made = (
        _relation(article, each, statements, _sentence(doc, article.text, starts, (each.span,)))
        for each in annotations.relations(doc)
    )
    return tuple({each.id: each for each in made}.values())


def _relation(article: Article, found: FoundRelation, statements: Sequence[Statement], sentence: Span) -> Relation:
    return Relation(
        id=relation_id(article.id, found.type, found.subject, found.object, found.span.start),
        subject=found.subject,
        type=found.type,
        object=found.object,
        modality=found.modality,
        span=found.span,
        text=text_at(article.text, (found.span,)),
        sentence=sentence,
        statement=None if found.statement is None else statements[found.statement].id,
        topic=found.topic,
        plover=found.plover,
        role_from=found.role_from,
        role_to=found.role_to,
        known=found.known,
    )


def _sentence(doc: Doc, text: str, starts: list[int], spans: tuple[Span, ...]) -> Span:
    """From the first to the last sentence that some spans touch; ``starts``: the first token of each sentence."""
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    found = doc.char_span(start, end, alignment_mode="expand")
    if found is None:
        return Span(start, end)
    last = bisect_right(starts, found.end - 1)
    begin = doc[starts[bisect_right(starts, found.start) - 1]].idx
    stop = doc[starts[last]].idx if last < len(starts) else len(text)
    return Span(min(start, begin), max(end, begin + len(text[begin:stop].rstrip())))
