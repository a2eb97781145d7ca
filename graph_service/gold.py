"""What people corrected, as gold lines for training and scoring: the articles with the statements that now hold.

The form is that of the corpora, so that scorers and training read the lines as they are. ``judgements`` on a statement
says that a person looked at it; a statement without any is only what the extractor found.
"""

from collections.abc import AsyncIterator, Iterable, Mapping
from typing import Any

from graph_service.evaluation.predictions import Line
from graph_service.export import walk
from graph_service.models import EntityType, MentionKind
from graph_service.queries import catalogue
from graph_service.store import GraphStore

_KEPT = ("id", "kind", "by", "at", "why")
_MENTIONS = frozenset({MentionKind.NAME, MentionKind.ROLE})
_Row = Mapping[str, Any]


async def gold_lines(store: GraphStore) -> AsyncIterator[Line]:
    """A line for each article of which somebody judged a statement, in the order of their ids."""
    for article in await store.corrected_articles():
        yield await _line(store, article)


async def _line(store: GraphStore, id_: str) -> Line:
    [article] = await store.read(catalogue()["article"], {"article": id_})
    rows = [row async for row in walk(store, catalogue()["article_statements"], {"article": id_})]
    records = [await _record(store, str(row["statement"])) for row in rows]
    positions = {str(each["statement"]): position for position, each in enumerate(records)}
    judged = walk(store, catalogue()["judgements"], {"article": id_, "active": True})
    return {
        "id": id_,
        "text": article["text"],
        "title": article["title"],
        "date": article["published_at"],
        "outlet": article["outlet"],
        "entities": _entities(article["mentions"]),  # type: ignore[arg-type]
        "statements": [_statement(each, positions) for each in records],
        "non_statements": [row["spans"] for row in await store.dismissed_statements(id_)],
        "judgements": [{key: row[key] for key in _KEPT} async for row in judged if row["statement"]],
    }


async def _record(store: GraphStore, statement: str) -> _Row:
    return (await store.read(catalogue()["statement"], {"statement": statement}))[0]


def _entities(mentions: Iterable[_Row]) -> list[Line]:
    """Each entity once: a judgement may have given it the mentions of another."""
    found: dict[str, dict[str, Any]] = {}
    for each in mentions:
        kind = EntityType(each["type"]).name.lower()
        known = found.setdefault(
            each["entity"], {"id": each["entity"], "name": each["name"], "type": kind, "mentions": []}
        )
        spans = zip(each["spans"], each["kinds"], strict=True)
        known["mentions"] += [span for span, named in spans if named in _MENTIONS]
    return list(found.values())


def _statement(record: _Row, positions: Mapping[str, int]) -> Line:
    return {
        "content": record["spans"],
        "cue": record["cue_spans"],
        "source": record["source_spans"],
        "type": record["type"],
        **_speaker(record),
        "addressees": [_party(each) for each in record["addressees"]],
        "targets": [each["id"] for each in record["targets"]],
        "stance": {each["id"]: each["stance"] for each in record["targets"]},
        "modality": record["modality"],
        "negated": record["negated"],
        "reported_by": [_party(each) for each in record["reporters"]],
        "parent": positions.get(record["parent"]),
        "same_as": None,
        "judgements": record["judgements"],
    }


def _speaker(record: _Row) -> Line:
    if record["speaker_type"] != "AnonymousSource":
        return {"speaker": record["speaker_id"], "anonymous": False}
    return {"speaker": None, "anonymous": True, "speaker_text": record["speaker"]}


def _party(party: _Row) -> object:
    named = party["id"] and not party["id"].startswith("anonymous:")
    return party["id"] if named else {"text": party["words"]}
