"""What people decide: recorded, applied to the links at once, and taken back as well."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from neo4j import AsyncManagedTransaction

from graph_service.errors import BadParameter, JudgementConflict, UnknownJudgement
from graph_service.ids import entity_id, judgement_id, type_of_entity
from graph_service.models import CORRECTIONS, EntityType, Judgement, JudgementKind
from graph_service.rows import search_names
from graph_service.store.correcting import check_correction, judge_statement, withdraw_correction
from graph_service.store.edges import erase_edges, redraw_edges
from graph_service.store.records import NewJudgement, kept, party, record, recorded, told
from graph_service.store.relinking import gather, judged_together, scatter
from graph_service.store.transactions import run
from graph_service.store.writing import tidy


async def judge(tx: AsyncManagedTransaction, new: NewJudgement, at: str) -> Judgement:
    """Records a judgement and moves the links it is about.

    Raises:
        BadParameter: it is not complete, or an article has nothing to do with the entity.
        JudgementConflict: others contradict it, or it says nothing new.
        UnknownName: an entity is not in the graph.
        NotFound: the statement is not.
    """
    first = _check_form(new)
    await run(tx, "take_judgement_lock")
    id_ = judgement_id(new.kind, first, new.other or new.name or "", sorted(new.articles), at)
    if done := await recorded(tx, id_):
        return done
    if new.kind in CORRECTIONS:
        return await judge_statement(tx, new, id_, at)
    entity = await party(tx, first)
    other = await party(tx, new.other) if new.other else _new_entity(new, entity)
    await _check(tx, new, entity, other)
    judgement = _judgement(id_, new, entity, other, at)
    if new.kind is JudgementKind.DISTINCT:
        await record(tx, judgement)
        return judgement
    start, to = (other, entity) if new.kind is JudgementKind.MERGE else (entity, other)
    # a new entity is not there yet
    found = await _gathered(tx, {start["id"], to["id"]})
    await record(tx, judgement, moves_from=start["id"], moves_to=to["id"], **kept(to))
    await run(tx, "link_judged", ids=[judgement.id])
    everybody = {*found, to["id"]}
    await scatter(tx, everybody)
    await redraw_edges(tx, everybody)
    await run(tx, "compare_again", ids=None, entities=sorted(everybody))
    return judgement


async def withdraw(tx: AsyncManagedTransaction, id_: str, by: str, why: str, at: str) -> Judgement:
    """Takes a judgement back; everything stands as if it had never been, and the record of it stays.

    Raises:
        UnknownJudgement: there is none of that id.
        JudgementConflict: it was withdrawn before.
    """
    await run(tx, "take_judgement_lock")
    rows = await run(tx, "judgement_state", id=id_)
    if not rows:
        raise UnknownJudgement(f"There is no judgement {id_}.", advice="List them with the query `judgements`.")
    state: dict[str, Any] = rows[0]["properties"]
    if not state["active"]:
        raise JudgementConflict(f"{state['withdrawn_by']} withdrew {id_} on {state['withdrawn_at']}.")
    withdrawal = {"by": by, "at": at, "why": why}
    if article := state.get("corrects"):
        await withdraw_correction(tx, state, article, withdrawal)
    else:
        await run(tx, "withdraw_judgement", id=id_, **withdrawal)
    if start := state.get("moves_from"):
        found = await _gathered(tx, {start, state["moves_to"]})
        await run(tx, "unlink_judged", id=id_, type=str(type_of_entity(start)))
        await scatter(tx, found)
        await redraw_edges(tx, found)
        await run(tx, "compare_again", ids=None, entities=sorted(found))
        await tidy(tx, sorted({start, state["moves_to"]}))
    return told(state, active=False, **{f"withdrawn_{key}": value for key, value in withdrawal.items()})


def now() -> str:
    """The time, as judgements are dated."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _check_form(new: NewJudgement) -> str:
    """The id of what the judgement is about, if nothing is missing."""
    if not new.by.strip() or not new.why.strip():
        raise BadParameter("A judgement needs who judges and why.", advice="Give both: others will read them.")
    if new.kind in CORRECTIONS:
        return check_correction(new)
    split = new.kind is JudgementKind.SPLIT
    if new.statement:
        raise BadParameter(f"A {new.kind} judgement is about entities, not about a statement.")
    if not new.entity:
        raise BadParameter(f"A {new.kind} judgement is about an entity.", advice="Name it.")
    if split and not new.articles:
        raise BadParameter("A split needs articles.", advice="Name those in which the entity is the other one.")
    if not split and (new.articles or new.name):
        raise BadParameter(f"Only a split has articles or a name, not a {new.kind} judgement.")
    if not split and not new.other:
        raise BadParameter(f"A {new.kind} judgement is about two entities.", advice="Name the other one.")
    if new.other and new.name:
        raise BadParameter("A name is for a new entity, and the other one is given.", advice="Give one of the two.")
    return new.entity


def _new_entity(new: NewJudgement, split: dict[str, Any]) -> dict[str, Any]:
    name = " ".join((new.name or split["name"]).split())
    id_ = entity_id(EntityType(split["type"]), name, f"{split['id']} {' '.join(sorted(new.articles))}")
    nothing = {"wikidata": None, "description": None, "known": False}
    return {
        "id": id_,
        "type": split["type"],
        "name": name,
        "aliases": [name],
        "search_names": search_names([name]),
        **nothing,
    }


async def _check(tx: AsyncManagedTransaction, new: NewJudgement, entity: dict[str, Any], other: dict[str, Any]) -> None:
    if entity["id"] == other["id"]:
        raise JudgementConflict(
            f"{new.entity} and {new.other} are one entity, {entity['id']}.",
            advice="Withdraw the judgement that merged them, if they are two.",
        )
    if new.kind is JudgementKind.SPLIT:
        strangers = await run(tx, "articles_without", entity=entity["id"], articles=sorted(set(new.articles)))
        if strangers:
            names = ", ".join(row["id"] for row in strangers)
            raise BadParameter(f"{entity['id']} is not in {names}.")
        return
    members = other["members"], entity["members"]
    against = [row["id"] for row in await run(tx, "judgements_against", ones=members[0], others=members[1])]
    if against and new.kind is JudgementKind.MERGE:
        raise JudgementConflict(
            f"{entity['id']} and {other['id']} were judged to be two.", advice=f"Withdraw {', '.join(against)} first."
        )
    if against:
        raise JudgementConflict(f"That is so already, by {', '.join(against)}.")


def _judgement(id_: str, new: NewJudgement, entity: dict[str, Any], other: dict[str, Any], at: str) -> Judgement:
    return Judgement(
        id=id_,
        kind=new.kind,
        entity=entity["id"],
        entity_name=entity["name"],
        other=other["id"],
        other_name=other["name"],
        articles=tuple(sorted(set(new.articles))),
        by=new.by.strip(),
        at=at,
        why=new.why.strip(),
    )


async def _gathered(tx: AsyncManagedTransaction, entities: Collection[str]) -> list[str]:
    """All entities around some, kept to this transaction, with every link where it was found."""
    everybody = await judged_together(tx, entities)
    await run(tx, "lock_entities", ids=everybody)
    # somebody may have written an article meanwhile
    everybody = await judged_together(tx, everybody)
    await erase_edges(tx, everybody)
    await gather(tx, everybody)
    return everybody
