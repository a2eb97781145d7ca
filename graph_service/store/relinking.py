"""Where links stand: with the entity that was found, or with the one that judgements say it is.

A link that stands with another entity than it was found as says so in ``found``. So the graph is a function of what
articles say and of the judgements that hold, in whatever order they came, and any of them can be taken back.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from neo4j import AsyncManagedTransaction

from graph_service.store.transactions import run


class Step(NamedTuple):
    """A judgement that leads from one entity to another, in its articles or everywhere."""

    start: str
    to: str
    # of a split; None is everywhere
    articles: frozenset[str] | None


class Move(NamedTuple):
    """Links of what was found as one entity that stand with another one."""

    found: str
    to: str
    # only those of these articles; None: of all
    articles: list[str] | None
    # not those of these articles
    unless: list[str]


def moves(found: Iterable[str], steps: Sequence[Step]) -> list[Move]:
    """Where judgements lead the links of some entities; those that stay where they are found are left out.

    A split comes before a merge of the same entity.
    """
    articles = sorted({article for step in steps for article in step.articles or ()})
    by_start: dict[str, list[Step]] = {}
    for step in sorted(steps, key=lambda step: step.articles is None):
        by_start.setdefault(step.start, []).append(step)
    return [move for each in found for move in _moves_of(each, by_start, articles)]


def _moves_of(found: str, steps: dict[str, list[Step]], articles: Sequence[str]) -> Iterable[Move]:
    usual = _led(found, None, steps)
    elsewhere: dict[str, list[str]] = {}
    for article in articles:
        to = _led(found, article, steps)
        if to != usual:
            elsewhere.setdefault(to, []).append(article)
    if usual != found:
        yield Move(found, usual, None, sorted(each for listed in elsewhere.values() for each in listed))
    for to, listed in elsewhere.items():
        if to != found:
            yield Move(found, to, listed, [])


def _led(entity: str, article: str | None, steps: dict[str, list[Step]]) -> str:
    seen = {entity}
    while True:
        holding = (step.to for step in steps.get(entity, ()) if step.articles is None or article in step.articles)
        following = next(holding, entity)
        if following in seen:
            return entity
        entity = following
        seen.add(entity)


async def judged_together(tx: AsyncManagedTransaction, entities: Collection[str]) -> list[str]:
    """Some entities with all that judgements link them with."""
    return [row["id"] for row in await run(tx, "judged_together", ids=sorted(entities))]


async def gather(tx: AsyncManagedTransaction, entities: Collection[str]) -> None:
    """Brings every link of some entities back to where it was found."""
    await run(tx, "gather_links", ids=sorted(entities))


async def scatter(tx: AsyncManagedTransaction, entities: Collection[str]) -> None:
    """Moves the links of some entities to where judgements say that they belong."""
    rows = await run(tx, "judged_steps", ids=sorted(entities))
    steps = [Step(row["from"], row["to"], _set(row["articles"])) for row in rows]
    moving = moves(sorted(entities), steps)
    if moving:
        await run(tx, "scatter_links", moves=[move._asdict() for move in moving])
        await run(tx, "fold_links", ids=sorted({move.to for move in moving}))


async def follow_judgements(tx: AsyncManagedTransaction, entities: Collection[str]) -> None:
    """Moves what one article was just found to say of some entities to where judgements say that it belongs."""
    ahead, judged = sorted(entities), False
    while ahead:
        found = await run(tx, "judgements_on", ids=ahead)
        if found:
            # also keeps the entities they lead to, so that nobody judges them meanwhile
            await run(tx, "link_judged", ids=[row["id"] for row in found])
            judged = True
        ahead = sorted({row["moves_to"] for row in found})
    if judged:
        await scatter(tx, entities)


def _set(articles: list[str] | None) -> frozenset[str] | None:
    return None if articles is None else frozenset(articles)
