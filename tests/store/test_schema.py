"""The schema is applied once, by whoever comes first, and never to a graph that is newer."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import neo4j
import pytest

from graph_service.errors import SchemaError
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.schema import migrations

pytestmark = pytest.mark.anyio

NAMES = [f"V{each.version}__{each.name}" for each in migrations()]
INDEXES = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name ORDER BY name"


@pytest.fixture
def bare(store: GraphStore, driver: neo4j.Driver) -> Iterator[neo4j.Driver]:
    """A graph without any schema; it has all of it again afterwards."""
    _strip(driver)
    yield driver
    _strip(driver)


def _strip(driver: neo4j.Driver) -> None:
    driver.execute_query("MATCH (n) DETACH DELETE n")
    for row in driver.execute_query("SHOW CONSTRAINTS YIELD name").records:
        driver.execute_query(f"DROP CONSTRAINT {row['name']}")
    for row in driver.execute_query(INDEXES).records:
        driver.execute_query(f"DROP INDEX {row['name']}")


async def test_it_is_applied_once(store: GraphStore, bare: neo4j.Driver) -> None:
    assert await store.migrate() == NAMES
    names = {row["name"] for row in bare.execute_query(INDEXES).records}
    assert {"entity_id", "article_id", "statement_id", "anonymous_source_id", "statement_text", "entity_names"} <= names
    assert await store.migrate() == []


def _migrate(settings: Settings) -> list[str]:
    async def run() -> list[str]:
        async with GraphStore.open(settings) as store:
            return await store.migrate()

    return asyncio.run(run())


async def test_many_processes_may_come_at_once(store_settings: Settings, store: GraphStore, bare: neo4j.Driver) -> None:
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as pool:
        applied = list(pool.map(_migrate, [store_settings] * 4))
    assert sorted(applied) == [[], [], [], NAMES]
    assert await store.migrate() == []


async def test_many_tasks_may_come_at_once(store: GraphStore, bare: neo4j.Driver) -> None:
    assert sorted(await asyncio.gather(*(store.migrate() for _ in range(8)))) == [[]] * 7 + [NAMES]


async def test_a_migration_that_was_killed_is_done_again(store: GraphStore, bare: neo4j.Driver) -> None:
    await store.migrate()
    bare.execute_query("MATCH (m:SchemaMigration) WHERE m.version <> '001' DETACH DELETE m")
    assert await store.migrate() == NAMES[1:]


async def test_a_newer_graph_is_refused(store: GraphStore, bare: neo4j.Driver) -> None:
    await store.migrate()
    bare.execute_query("CREATE (:SchemaMigration {version: '999', name: 'future', checksum: '0'})")
    with pytest.raises(SchemaError, match="schema V999, which this version does not know"):
        await store.migrate()


async def test_a_changed_file_is_refused(store: GraphStore, bare: neo4j.Driver) -> None:
    await store.migrate()
    bare.execute_query("MATCH (m:SchemaMigration {version: '001'}) SET m.checksum = '0'")
    with pytest.raises(SchemaError, match="V001 was changed after it was applied"):
        await store.migrate()


async def test_a_gap_is_refused(store: GraphStore, bare: neo4j.Driver) -> None:
    await store.migrate()
    bare.execute_query("MATCH (m:SchemaMigration {version: '001'}) DETACH DELETE m")
    with pytest.raises(SchemaError, match="lacks schema V001"):
        await store.migrate()


def test_files_are_named_and_numbered(tmp_path: Path) -> None:
    (tmp_path / "V001__one.cypher").write_text("// a; b\nA;\nB;\n")
    (found,) = migrations(tmp_path)
    assert (found.version, found.name, found.commands) == ("001", "one", ("// a; b\nA", "B"))
    (tmp_path / "V001__two.cypher").write_text("C")
    with pytest.raises(SchemaError, match="the same number"):
        migrations(tmp_path)
    (tmp_path / "V1_three.cypher").write_text("C")
    with pytest.raises(SchemaError, match="V1_three"):
        migrations(tmp_path)
