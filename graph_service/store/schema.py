"""The schema of the graph: ordered files, applied once each and noted in the graph itself."""

import asyncio
import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from neo4j import AsyncSession
from neo4j import Query as TimedQuery

from graph_service.errors import SchemaError
from graph_service.queries import catalogue, cypher_folder
from graph_service.queries.text import statements
from graph_service.store.driver import NO_LIMIT, Runner

_FILE = re.compile(r"V(?P<version>\d{3})__(?P<name>\w+)\.cypher")
_INDEX_SECONDS = 300
_TRIES = 10
_PAUSE = 0.2


class Migration(NamedTuple):
    """One file of ``cypher/schema/``."""

    version: str
    name: str
    checksum: str
    commands: tuple[str, ...]


def migrations(folder: Path | None = None) -> list[Migration]:
    """The files of the schema, in order.

    Raises:
        SchemaError: a file's name is not like ``V001__constraints.cypher``, or two have one number.
    """
    found = [_migration(path) for path in sorted((folder or cypher_folder() / "schema").glob("*.cypher"))]
    if len({each.version for each in found}) < len(found):
        raise SchemaError("Two schema files have the same number.")
    return found


def _migration(path: Path) -> Migration:
    match = _FILE.fullmatch(path.name)
    if match is None:
        raise SchemaError(f"{path.name} is not named like V001__constraints.cypher.")
    text = path.read_text(encoding="utf-8")
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Migration(match["version"], match["name"], checksum, tuple(statements(text)))


async def migrate(runner: Runner, files: list[Migration]) -> list[str]:
    """Apply the files that the graph has not seen; their names. Many processes may do so at once.

    Raises:
        SchemaError: the graph is newer than this version, or a file was changed after it was applied.
        StoreUnavailable: Neo4j does not answer.
    """
    if not await _missing(runner, files):
        return []
    await _make_lock(runner)
    async with runner.session() as session, await session.begin_transaction(timeout=NO_LIMIT) as held:
        # the lock is free again when the transaction ends, also when this process is killed
        await (await held.run(_text("take_schema_lock"))).consume()
        missing = await _missing(runner, files)
        for each in missing:
            await _apply(runner, each)
    return [f"V{each.version}__{each.name}" for each in missing]


async def _missing(runner: Runner, files: list[Migration]) -> list[Migration]:
    applied = {str(row["version"]): row for row in await runner.read(catalogue("admin")["migrations"], {})}
    known = {each.version: each for each in files}
    for version, row in applied.items():
        if version not in known:
            raise SchemaError(
                f"The graph has schema V{version}, which this version does not know.",
                advice="Use a newer graph-service, or another graph.",
            )
        if row["checksum"] != known[version].checksum:
            raise SchemaError(f"Schema file V{version} was changed after it was applied to this graph.")
    missing = [each for each in files if each.version not in applied]
    if missing and applied and missing[0].version < max(applied):
        raise SchemaError(f"The graph lacks schema V{missing[0].version}, but has a later one.")
    return missing


async def _make_lock(runner: Runner) -> None:
    for tries_left in reversed(range(_TRIES)):
        try:
            return await runner.run(catalogue("admin")["schema_lock_constraint"])
        except Exception:
            # somebody else is making it at this moment
            if not tries_left:
                raise
        await asyncio.sleep(_PAUSE)


async def _apply(runner: Runner, migration: Migration) -> None:
    async with runner.session() as session:
        for command in migration.commands:
            await _consume(session, command)
        await _consume(session, _text("await_indexes"), seconds=_INDEX_SECONDS)
        version, name, checksum, _ = migration
        await _consume(session, _text("record_migration"), version=version, name=name, checksum=checksum)


async def _consume(session: AsyncSession, text: str, **params: object) -> None:
    await (await session.run(TimedQuery(text, timeout=NO_LIMIT), params)).consume()


def _text(name: str) -> str:
    return catalogue("admin")[name].text
