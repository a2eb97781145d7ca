"""Somebody says that a statement has the wrong speaker or target, or is none; and takes that back."""

from collections.abc import Iterable
from typing import Any

from neo4j import AsyncManagedTransaction

from graph_service.errors import BadParameter, JudgementConflict, NotFound
from graph_service.models import Judgement, JudgementKind
from graph_service.store.corrections import show_corrected
from graph_service.store.records import NewJudgement, kept, party, record
from graph_service.store.relinking import judged_together
from graph_service.store.transactions import run
from graph_service.store.writing import tidy

_Row = dict[str, Any]


def check_correction(new: NewJudgement) -> str:
    """The id of the statement, if the correction is complete.

    Raises:
        BadParameter: it is not.
    """
    if not new.statement:
        raise BadParameter(f"A {new.kind} judgement is about a statement.", advice="Name it by its id.")
    if new.articles or new.name:
        raise BadParameter(f"Only a split has articles or a name, not a {new.kind} judgement.")
    if new.kind is JudgementKind.WRONG_SPEAKER and (new.entity or not new.other):
        raise BadParameter("A wrong speaker needs who says it instead.", advice="Name the other one, and no entity.")
    if new.kind is JudgementKind.WRONG_TARGET and not (new.entity or new.other):
        raise BadParameter("A wrong target needs whom it is not about, whom it is about, or both.")
    if new.kind is JudgementKind.NOT_A_STATEMENT and (new.entity or new.other):
        raise BadParameter("What is not a statement has neither a speaker nor a target.", advice="Name no entity.")
    return f"{new.statement} {new.entity or ''}"


async def judge_statement(tx: AsyncManagedTransaction, new: NewJudgement, id_: str, at: str) -> Judgement:
    """Records a judgement about a statement and shows it; one judges at a time, which the caller sees to.

    Raises:
        BadParameter: the statement is not about the entity.
        JudgementConflict: another one is about the same, or it says nothing new.
        NotFound: the statement is not in the graph.
        UnknownName: an entity is not in the graph.
    """
    statement = await _kept_statement(tx, str(new.statement))
    other = await party(tx, new.other) if new.other else None
    wrong = await _wrong(tx, new, statement, other)
    judgement = Judgement(
        id=id_,
        kind=new.kind,
        entity=wrong["id"] if wrong else None,
        entity_name=wrong["name"] if wrong else None,
        other=other["id"] if other else None,
        other_name=other["name"] if other else None,
        articles=(statement["article"],),
        statement=new.statement,
        text=statement["text"],
        by=new.by.strip(),
        at=at,
        why=new.why.strip(),
    )
    await _lock(tx, [str(new.statement)], [other["id"]] if other else [])
    found = {"found": sorted({wrong["id"], wrong["found"]})} if wrong else {}
    leads = {"to": other["id"], **kept(other)} if other else {}
    evidence = {key: statement[key] for key in ("spans", "text_sha256")}
    await record(tx, judgement, corrects=statement["article"], **evidence, **found, **leads)
    await show_corrected(tx, statement["article"])
    return judgement


async def withdraw_correction(
    tx: AsyncManagedTransaction, state: _Row, article: str, withdrawal: dict[str, str]
) -> None:
    """Takes a judgement about a statement back."""
    await run(tx, "keep_article", id=article)
    leads = [state["to"]] if state.get("to") else []
    await _lock(tx, [state["statement"]], leads)
    await run(tx, "withdraw_judgement", id=state["id"], **withdrawal)
    touched = await show_corrected(tx, article)
    await tidy(tx, sorted({*touched, *leads}))


async def _kept_statement(tx: AsyncManagedTransaction, id_: str) -> _Row:
    for _ in range(2):
        rows = await run(tx, "judged_statement", id=id_)
        if not rows:
            break
        # somebody may write the article meanwhile, so it is looked at again when it is kept
        await run(tx, "keep_article", id=rows[0]["article"])
    if not rows:
        raise NotFound(f"There is no statement {id_}.", advice="List them with the query `statements`.")
    return rows[0].data()


async def _wrong(tx: AsyncManagedTransaction, new: NewJudgement, statement: _Row, other: _Row | None) -> _Row | None:
    """Who was found and is wrong, if the judgement says something new."""
    if statement["dismissed"]:
        raise _conflict(f"{new.statement} was judged not to be a statement.", statement["judgements"])
    if new.kind is JudgementKind.NOT_A_STATEMENT:
        return None
    speaks: _Row = statement["speaker"]
    if new.kind is JudgementKind.WRONG_SPEAKER and other:
        _check_new(f"{other['name']} says it already.", [speaks], other["id"])
        return _uncorrected(new, speaks)
    about: list[_Row] = statement["targets"]
    if other:
        _check_new(f"It is about {other['name']} already.", about, other["id"])
    if not new.entity:
        return None
    entity = await party(tx, new.entity)
    for each in about:
        if each["id"] == entity["id"]:
            return _uncorrected(new, each)
    names = ", ".join(f"{each['name']} ({each['id']})" for each in about) or "nobody"
    raise BadParameter(f"{new.statement} is not about {entity['id']}.", advice=f"It is about {names}.")


def _check_new(said: str, there: Iterable[_Row], id_: str) -> None:
    if any(each["id"] == id_ for each in there):
        raise JudgementConflict(said)


def _uncorrected(new: NewJudgement, wrong: _Row) -> _Row:
    if wrong["judgement"]:
        raise _conflict(f"{wrong['name']} stands at {new.statement} by a judgement.", [wrong["judgement"]])
    return wrong


def _conflict(said: str, judgements: Iterable[str]) -> JudgementConflict:
    return JudgementConflict(said, advice=f"Withdraw {', '.join(judgements)} first.")


async def _lock(tx: AsyncManagedTransaction, statements: list[str], more: list[str]) -> None:
    """Keeps whom a correction may touch to this transaction, with all that judgements link them with."""
    concerned = {row["id"] for row in await run(tx, "entities_of_statements", ids=statements)}
    if everybody := await judged_together(tx, concerned | set(more)):
        await run(tx, "lock_entities", ids=everybody)
