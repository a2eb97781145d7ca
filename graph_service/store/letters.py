"""Invariants that are checked letter by letter, in Python: Neo4j counts UTF-16 units where we count characters.

Each is a function from one row of ``admin/text_of_articles`` or ``admin/names_of_entities`` to the ids that break it;
its docstring says what must be true.
"""

from collections.abc import Callable, Iterator
from typing import Any

from neo4j.time import Date

from graph_service.ids import (
    anonymous_id,
    article_id,
    entity_id,
    is_entity_id,
    statement_id,
    text_sha256,
    type_of_entity,
)
from graph_service.models import Article, EntityType, Span, text_at
from graph_service.paging import page_key
from graph_service.rows import content_key, search_names, sort_key

Row = dict[str, Any]
Check = Callable[[Row], Iterator[str]]


def statement_text_at_spans(row: Row) -> Iterator[str]:
    """The text of every statement is the article's at its spans, verbatim."""
    for each in row["statements"]:
        if each.get("text") != text_at(row["text"], _spans(each.get("spans"))):
            yield each["id"]


def statement_cue_at_spans(row: Row) -> Iterator[str]:
    """The cue and the source of every statement are the article's at their spans, verbatim."""
    for each in row["statements"]:
        cue, source = _spans(each.get("cue_spans")), _spans(each.get("source_spans"))
        if (each.get("cue"), each.get("source")) != (text_at(row["text"], cue), text_at(row["text"], source)):
            yield each["id"]


def statement_sentence_at_offsets(row: Row) -> Iterator[str]:
    """The sentence of every statement is the article's at its offsets, verbatim."""
    for each in row["statements"]:
        if each.get("sentence") != row["text"][each.get("sentence_start") : each.get("sentence_end")]:
            yield each["id"]


def statement_id_from_evidence(row: Row) -> Iterator[str]:
    """The id of every statement is the hash of its article and its spans, and its key in lists follows from it."""
    for each in row["statements"]:
        key = sort_key(_article(row), each.get("start") or 0, each["id"])
        if each["id"] != statement_id(row["article"], _spans(each.get("spans"))) or each.get("sort_key") != key:
            yield each["id"]


def relation_text_at_offsets(row: Row) -> Iterator[str]:
    """The text and the sentence of every relation are the article's at their offsets, verbatim."""
    for each in row["relations"]:
        text = row["text"][each.get("start") : each.get("end")]
        sentence = row["text"][each.get("sentence_start") : each.get("sentence_end")]
        if (each.get("text"), each.get("sentence")) != (text, sentence):
            yield each["id"]


def relation_key_from_evidence(row: Row) -> Iterator[str]:
    """The key of every relation in lists follows from its article's day and its place in the article."""
    article = _article(row)
    for each in row["relations"]:
        day = each.get("published_at")
        if each.get("sort_key") != sort_key(article, each.get("start") or 0, each["id"]) or day != row["published_at"]:
            yield each["id"]


def mention_texts_at_spans(row: Row) -> Iterator[str]:
    """The text of every mention is the article's at its span, verbatim."""
    for each in row["mentions"]:
        if each["texts"] != [row["text"][start:end] for start, end in _spans(each["spans"])]:
            yield f"{each['id']} {row['article']}"


def article_keys_from_evidence(row: Row) -> Iterator[str]:
    """The id of every article is the hash of its address or its text, and its keys and its length follow from them."""
    article = _article(row)
    ids = {article_id(row["url"], row["text"]), article_id(None, row["text"])}
    keys = (text_sha256(row["text"]), content_key(article), page_key(article.published_at, article.id))
    stored = (row["text_sha256"], row["content_key"], row["sort_key"])
    if row["article"] not in ids or keys != stored or row["characters"] != len(row["text"]):
        yield row["article"]


def anonymous_id_from_evidence(row: Row) -> Iterator[str]:
    """The id of every anonymous source is the hash of its article and its words."""
    for each in row["anonymous"]:
        if each["id"] != anonymous_id(row["article"], each.get("text") or ""):
            yield each["id"]


def entity_id_from_name(row: Row) -> Iterator[str]:
    """The id of every entity begins with its type, and for one that nobody knows it is made of its name."""
    kind = row["type"]
    if row["merged"] and is_entity_id(row["id"]):
        kind = type_of_entity(row["id"])
    if kind not in list(EntityType):
        yield row["id"]
        return
    made = entity_id(EntityType(kind), row["name"] or "")
    wanted = made.split(":")[0] + ":" if row["known"] else made
    if not (row["id"].startswith(wanted) if row["known"] else row["id"].split("~")[0] == wanted):
        yield row["id"]


def entity_is_found_by_its_names(row: Row) -> Iterator[str]:
    """The names an entity is found by are its aliases, folded."""
    if row["search_names"] != search_names(row["aliases"] or ()):
        yield row["id"]


OF_ARTICLES: tuple[Check, ...] = (
    statement_text_at_spans,
    statement_cue_at_spans,
    statement_sentence_at_offsets,
    statement_id_from_evidence,
    relation_text_at_offsets,
    relation_key_from_evidence,
    mention_texts_at_spans,
    article_keys_from_evidence,
    anonymous_id_from_evidence,
)
OF_ENTITIES: tuple[Check, ...] = (entity_id_from_name, entity_is_found_by_its_names)


def _spans(flat: list[int] | None) -> list[Span]:
    offsets = flat or []
    return [Span(start, end) for start, end in zip(offsets[::2], offsets[1::2], strict=False)]


def _article(row: Row) -> Article:
    day = row["published_at"]
    published_at = day.to_native() if isinstance(day, Date) else None
    return Article(id=row["article"], text=row["text"], outlet=row["outlet"], published_at=published_at)
