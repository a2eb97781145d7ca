"""A judgement as somebody gives it, and as the graph keeps it."""

from typing import Any, NamedTuple

from neo4j import AsyncManagedTransaction

from graph_service.errors import UnknownName
from graph_service.models import Judgement, JudgementKind
from graph_service.paging import page_key
from graph_service.store.transactions import run

# what a judgement keeps of the entity it leads to, in case no article names that one any more
_KEPT = ("type", "name", "aliases", "search_names", "wikidata", "description", "known")


class NewJudgement(NamedTuple):
    """A decision as somebody gives it; entities by id.

    A split without ``other`` makes a new entity, called ``name`` or as the one that is split. Only a correction has a
    ``statement``; ``entity`` is whom it is not about, ``other`` who says it or whom it is about.
    """

    kind: JudgementKind
    entity: str | None
    other: str | None
    by: str
    why: str
    articles: tuple[str, ...] = ()
    name: str | None = None
    statement: str | None = None


async def party(tx: AsyncManagedTransaction, id_: str) -> dict[str, Any]:
    """The canonical entity of an id, with all that a judgement keeps of it.

    Raises:
        UnknownName: it is not in the graph.
    """
    rows = await run(tx, "judged_entity", id=id_)
    if not rows:
        raise UnknownName(f"There is no entity {id_} in the graph.")
    return rows[0].data()


def kept(entity: dict[str, Any]) -> dict[str, Any]:
    """What a judgement keeps of the entity it leads to."""
    return {f"to_{key}": entity[key] for key in _KEPT}


async def recorded(tx: AsyncManagedTransaction, id_: str) -> Judgement | None:
    """A judgement that is there: an earlier try may have come through."""
    rows = await run(tx, "judgement_state", id=id_)
    return told(rows[0]["properties"]) if rows else None


def told(state: dict[str, Any], **changed: object) -> Judgement:
    """A judgement of what the graph keeps of it."""
    of_it = {key: value for key, value in state.items() if key in Judgement.model_fields}
    return Judgement.model_validate({**of_it, **changed})


async def record(tx: AsyncManagedTransaction, judgement: Judgement, **more: object) -> None:
    """Writes a judgement down, with what it moves or corrects."""
    said = judgement.model_dump(mode="json", exclude={"id"})
    properties = {**said, **more, "sort_key": page_key(judgement.at, judgement.id)}
    await run(tx, "create_judgement", id=judgement.id, properties=properties)
