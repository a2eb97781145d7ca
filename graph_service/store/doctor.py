"""What must always be true of the graph: the queries of ``cypher/doctor/`` and the checks of ``letters``.

Neo4j Community knows no constraint but uniqueness, so these are looked up.
"""

from collections.abc import AsyncIterator, Iterable

from pydantic import BaseModel, ConfigDict

from graph_service.queries import catalogue
from graph_service.store import letters
from graph_service.store.driver import Runner

_EXAMPLES = 5


class Invariant(BaseModel):
    """Something that must be true, and how often it is not."""

    model_config = ConfigDict(frozen=True)

    name: str
    summary: str
    violations: int
    # ids of the first few that break it
    examples: tuple[str, ...] = ()


async def examine(runner: Runner) -> list[Invariant]:
    """All invariants, in alphabetical order; holds one article at a time in memory.

    Raises:
        StoreUnavailable: Neo4j does not answer.
    """
    found = [
        await _tally(query.name, query.summary, _ids(runner, query.name)) for query in catalogue("doctor").values()
    ]
    found += await _check(runner, "text_of_articles", letters.OF_ARTICLES)
    found += await _check(runner, "names_of_entities", letters.OF_ENTITIES)
    return sorted(found, key=lambda each: each.name)


async def _ids(runner: Runner, name: str) -> AsyncIterator[str]:
    async for row in runner.stream(catalogue("doctor")[name], {}):
        yield str(row["id"])


async def _tally(name: str, summary: str, ids: AsyncIterator[str]) -> Invariant:
    count, examples = 0, []
    async for each in ids:
        count += 1
        if count <= _EXAMPLES:
            examples.append(each)
    return Invariant(name=name, summary=summary, violations=count, examples=tuple(examples))


async def _check(runner: Runner, rows: str, checks: Iterable[letters.Check]) -> list[Invariant]:
    broken: dict[letters.Check, list[str]] = {check: [] for check in checks}
    async for row in runner.stream(catalogue("admin")[rows], {}):
        for check, ids in broken.items():
            ids.extend(check(row))
    return [
        Invariant(
            name=check.__name__,
            summary=(check.__doc__ or "").strip(),
            violations=len(ids),
            examples=tuple(sorted(ids)[:_EXAMPLES]),
        )
        for check, ids in broken.items()
    ]
