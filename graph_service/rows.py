"""An extraction as rows for the graph: plain lists of dictionaries, one list for each kind of node or relationship.

Rows stand in the order of their ids, so that writers who share entities lock them in the same order.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from graph_service.errors import BadArticle, BadExtraction
from graph_service.ids import digest, entity_id, fold, quote_key, text_sha256
from graph_service.models import (
    Article,
    Entity,
    EntityType,
    Extraction,
    Mention,
    MentionKind,
    Party,
    Relation,
    Statement,
    text_at,
)
from graph_service.paging import page_key

Row = dict[str, object]
# ids that something names: of entities, of anonymous sources and of statements
_Named = tuple[set[str | None], set[str | None], set[str | None]]


@dataclass(frozen=True, slots=True)
class GraphRows:
    """What the write queries take. ``source`` is a speaker or a reporter: an entity or an anonymous source, by id."""

    # {id, properties}
    article: Row
    # {id, type, name, names, search_names, wikidata, description, known}
    entities: list[Row]
    # {id, text, kind}
    anonymous_sources: list[Row]
    # {entity, name, names, count, spans, texts, kinds}
    mentions: list[Row]
    # {entity, name, names}: none or one
    published_by: list[Row]
    # {id, properties}
    statements: list[Row]
    # {source, statement}
    said: list[Row]
    # {statement, entity, rank, stance, score}
    about: list[Row]
    # {statement, source, order}
    addressed_to: list[Row]
    # {statement, source, order}
    reported_by: list[Row]
    # {statement, parent}
    within: list[Row]
    # what statements have in common with the same words elsewhere
    quote_keys: set[str]
    # {statement, fuller}
    restates: list[Row]
    # {id, properties, subject, object, statement}
    relations: list[Row]


def graph_rows(extraction: Extraction) -> GraphRows:
    """The rows of one article.

    Raises:
        BadArticle: it holds what is not a character.
        BadExtraction: it names an entity, an anonymous source or a statement that is not in it.
    """
    _check(extraction)
    _check_characters(extraction.article)
    article, outlet = extraction.article, outlet_entity(extraction)
    entities = {entity.id: entity for entity in (*((outlet,) if outlet else ()), *extraction.entities)}
    return GraphRows(
        article=_article(article, extraction.extractor),
        entities=sorted(map(_entity, entities.values()), key=itemgetter("id")),
        anonymous_sources=[
            {"id": each.id, "text": each.text, "kind": str(each.kind)}
            for each in sorted(extraction.anonymous_sources, key=lambda each: each.id)
            if each.id in _anonymous_in_use(extraction)
        ],
        mentions=[
            _mentions(entity) for entity in sorted(extraction.entities, key=lambda each: each.id) if entity.mentions
        ],
        published_by=[{"entity": outlet.id, "name": outlet.name, "names": _names(outlet)}] if outlet else [],
        statements=[_statement(each, article, extraction.extractor) for each in extraction.statements],
        said=[{"statement": each.id, "source": each.speaker or each.anonymous} for each in extraction.statements],
        about=[
            {
                "statement": each.id,
                "entity": target.entity,
                "rank": target.rank,
                "stance": str(target.stance),
                "score": target.score,
            }
            for each in extraction.statements
            for target in each.targets
        ],
        addressed_to=[row for each in extraction.statements for row in _parties(each.id, each.addressees)],
        reported_by=[row for each in extraction.statements for row in _parties(each.id, each.reported_by)],
        within=[{"statement": each.id, "parent": each.parent} for each in extraction.statements if each.parent],
        quote_keys={key for each in extraction.statements if (key := _quote_key(each))},
        restates=[{"statement": each.id, "fuller": each.same_as} for each in extraction.statements if each.same_as],
        relations=[
            _relation(each, article, extraction.extractor)
            for each in sorted(extraction.relations, key=lambda each: each.id)
        ],
    )


def outlet_entity(extraction: Extraction) -> Entity | None:
    """Who published the article: as the knowledge base knows them, or an organisation by the outlet's name."""
    name = extraction.article.outlet
    if not name or extraction.outlet:
        return extraction.outlet if name else None
    id_ = entity_id(EntityType.ORGANISATION, name)
    mentioned = next((entity for entity in extraction.entities if entity.id == id_), None)
    return mentioned or Entity(id=id_, name=name, type=EntityType.ORGANISATION)


def content_key(article: Article) -> str:
    """What two copies of one article have in common: their text and their outlet, whatever the address."""
    return digest(text_sha256(article.text), fold(article.outlet or ""))


def sort_key(article: Article, start: int, id_: str) -> str:
    """Where a statement or a relation stands in lists: by its article's day, newest first, then by its place in it."""
    return page_key(article.published_at, article.id, start, id_)


def search_names(names: Iterable[str]) -> list[str]:
    """Names as they are looked for."""
    return sorted({fold(name) for name in names})


def flat(spans: Iterable[tuple[int, int]]) -> list[int]:
    """Spans as Neo4j can hold them: start and end by turns."""
    return [offset for span in spans for offset in span]


def _article(article: Article, extractor: str) -> Row:
    return {
        "id": article.id,
        "properties": {
            **article.model_dump(include={"url", "title", "outlet", "published_at", "language", "text"}),
            "text_sha256": text_sha256(article.text),
            "content_key": content_key(article),
            "sort_key": page_key(article.published_at, article.id),
            "characters": len(article.text),
            "extractor": extractor,
        },
    }


def _entity(entity: Entity) -> Row:
    names = _names(entity)
    return {
        **entity.model_dump(include={"id", "name", "wikidata", "description", "known"}),
        "type": str(entity.type),
        "names": names,
        "search_names": search_names(names),
    }


def _names(entity: Entity) -> list[str]:
    return sorted({entity.name, *entity.aliases})


def _mentions(entity: Entity) -> Row:
    found: list[Mention] = sorted(entity.mentions, key=lambda each: (each.start, each.end))
    return {
        "entity": entity.id,
        "name": entity.name,
        "names": _names_in_text(entity),
        "count": len(found),
        "spans": flat((each.start, each.end) for each in found),
        "texts": [each.text for each in found],
        "kinds": [str(each.kind) for each in found],
    }


def _names_in_text(entity: Entity) -> list[str]:
    """What the article calls it, its proper name among them where the knowledge base does not vouch for it."""
    called = {each.text for each in entity.mentions if each.kind is MentionKind.NAME}
    return sorted(called) if entity.known else sorted({*called, *_names(entity)})


def _statement(statement: Statement, article: Article, extractor: str) -> Row:
    start = min(span.start for span in statement.content)
    return {
        "id": statement.id,
        "properties": {
            "text": statement.text,
            "cue": statement.cue_text,
            "source": text_at(article.text, statement.source),
            "type": str(statement.type),
            "modality": str(statement.modality),
            "negated": statement.negated,
            "confidence": statement.confidence,
            "sentence": article.text[statement.sentence.start : statement.sentence.end],
            "sentence_start": statement.sentence.start,
            "sentence_end": statement.sentence.end,
            "start": start,
            "end": max(span.end for span in statement.content),
            "spans": flat(statement.content),
            "cue_spans": flat(statement.cue),
            "source_spans": flat(statement.source),
            "to_words": [party.text for party in statement.addressees],
            "reported_by_words": [party.text for party in statement.reported_by],
            "topics": list(statement.topics),
            "times": [each.text for each in statement.times],
            "times_from": [each.begin.isoformat() if each.begin else "" for each in statement.times],
            "times_to": [each.end.isoformat() if each.end else "" for each in statement.times],
            "quote_key": _quote_key(statement),
            "sort_key": sort_key(article, start, statement.id),
            "extractor": extractor,
        },
    }


def _quote_key(statement: Statement) -> str | None:
    return quote_key(statement.speaker, statement.text) if statement.speaker else None


def _relation(relation: Relation, article: Article, extractor: str) -> Row:
    return {
        "id": relation.id,
        "subject": relation.subject,
        "object": relation.object,
        "statement": relation.statement,
        "properties": {
            **relation.model_dump(include={"text", "topic", "plover", "role_from", "role_to", "known"}),
            "type": str(relation.type),
            "modality": str(relation.modality),
            "start": relation.span.start,
            "end": relation.span.end,
            "sentence": article.text[relation.sentence.start : relation.sentence.end],
            "sentence_start": relation.sentence.start,
            "sentence_end": relation.sentence.end,
            "published_at": article.published_at,
            "sort_key": sort_key(article, relation.span.start, relation.id),
            "extractor": extractor,
        },
    }


def _parties(statement: str, parties: tuple[Party, ...]) -> Iterator[Row]:
    for order, party in enumerate(parties, start=1):
        if source := party.entity or party.anonymous:
            yield {"statement": statement, "source": source, "order": order}


def _anonymous_in_use(extraction: Extraction) -> set[str | None]:
    parties = (party for each in extraction.statements for party in (*each.addressees, *each.reported_by))
    return {each.anonymous for each in extraction.statements} | {party.anonymous for party in parties}


def _check_characters(article: Article) -> None:
    for value in (article.text, article.title, article.outlet, article.url):
        try:
            (value or "").encode()
        except UnicodeEncodeError as error:
            raise BadArticle("The article holds half characters (surrogates), which no text has.") from error


def _check(extraction: Extraction) -> None:
    there = [
        {each.id for each in found}
        for found in (extraction.entities, extraction.anonymous_sources, extraction.statements)
    ]
    for statement in extraction.statements:
        if (statement.speaker is None) == (statement.anonymous is None):
            raise BadExtraction(f"{statement.id} has not exactly one speaker.")
        _check_named(statement.id, _named(statement), there)
    for relation in extraction.relations:
        _check_named(relation.id, ({relation.subject, relation.object}, set(), {relation.statement}), there)
    for noun, found in (("statements", extraction.statements), ("relations", extraction.relations)):
        if len({each.id for each in found}) < len(found):
            raise BadExtraction(f"Two {noun} of {extraction.article.id} have the same id.")


def _named(statement: Statement) -> _Named:
    parties = (*statement.addressees, *statement.reported_by)
    entities = {statement.speaker, *(each.entity for each in parties), *(each.entity for each in statement.targets)}
    unnamed = {statement.anonymous, *(each.anonymous for each in parties)}
    return entities, unnamed, {statement.parent, statement.same_as}


def _check_named(id_: str, named: _Named, there: list[set[str]]) -> None:
    missing = {name for names, ids in zip(named, there, strict=True) for name in names - {None} if name not in ids}
    if missing:
        raise BadExtraction(f"{id_} names {', '.join(sorted(map(str, missing)))}, which is not there.")
