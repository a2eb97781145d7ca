"""Edges between entities ("MET", "SUPPLIES"), drawn from the relations that articles tell of.

An edge is a function of the relations that speak for it, in whatever order they came, and of the judgements that say
who their entities are. So nobody writes to one: it is drawn anew whenever its evidence changes.
"""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple

from neo4j import AsyncManagedTransaction, Record

from graph_service.ids import edge_id, slug
from graph_service.models import SYMMETRIC, RelationType
from graph_service.store.transactions import run


class Ends(NamedTuple):
    """What an edge joins, and how."""

    subject: str
    type: str
    object: str


#: by the edges' ids
Edges = dict[str, Ends]


async def edges_of_article(tx: AsyncManagedTransaction, article: str) -> Edges:
    """The edges for which an article's relations speak; each relation is told which one it is."""
    return await _named(tx, await run(tx, "relations_around", article=article, entities=[]))


async def erase_edges(tx: AsyncManagedTransaction, entities: Collection[str]) -> None:
    """Removes every edge of some entities, before their relations go to others."""
    await run(tx, "erase_edges", entities=sorted(entities))


async def redraw_edges(tx: AsyncManagedTransaction, entities: Collection[str]) -> None:
    """Draws every edge of some entities, after relations have come to them or gone."""
    around = await run(tx, "relations_around", article=None, entities=sorted(entities))
    await draw_edges(tx, await _named(tx, around))


async def draw_edges(tx: AsyncManagedTransaction, edges: Edges) -> None:
    """Draws edges anew, or removes those for which no relation speaks any more."""
    if edges:
        await run(tx, "draw_edges", edges=[{"edge": id_, **edges[id_]._asdict()} for id_ in sorted(edges)])


async def _named(tx: AsyncManagedTransaction, relations: Iterable[Record]) -> Edges:
    edges: Edges = {}
    named: list[dict[str, Any]] = []
    for row in relations:
        ends = _ends(row)
        id_ = None
        # a judgement may have made them one
        if ends.subject != ends.object:
            id_ = edge_id(*ends, row["modality"], *_role(row))
            edges[id_] = ends
        named.append({"relation": row["relation"], "edge": id_})
    if named:
        await run(tx, "name_edges", relations=named)
    return edges


def _ends(row: Record) -> Ends:
    subject, object_ = row["subject"], row["object"]
    if row["type"] in SYMMETRIC:
        subject, object_ = sorted((subject, object_))
    return Ends(subject, row["type"], object_)


def _role(row: Record) -> tuple[str, ...]:
    """Roles of one person at one place are told apart by title and term."""
    if row["type"] != RelationType.HOLDS_ROLE:
        return ()
    return slug(row["topic"] or "-"), row["role_from"] or ""
