"""What is backed up comes back, property for property; what is no backup is refused before anything is written."""

import asyncio
import hashlib
import json
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import neo4j
import pytest

from graph_service import backup
from graph_service.backup import reading
from graph_service.errors import BadBackup, GraphChanged, GraphServiceError, RestoreFailed, RestoreRefused
from graph_service.models import JudgementKind
from graph_service.queries import catalogue
from graph_service.store import GraphStore, NewJudgement
from graph_service.store.local import Connection
from graph_service.store.restoring import Restoring
from graph_service.store.snapshot import PARTS
from tests.cli.graphs import settings_of
from tests.handmade import many, namesake, talks
from tests.store.examples import ferries

# what is awaited here is the graph; a file of some kilobytes makes nobody wait
# ruff: noqa: ASYNC240
pytestmark = pytest.mark.anyio

_EVERYTHING = """
MATCH (n:!SchemaMigration&!SchemaLock&!JudgementLock)
RETURN labels(n) AS labels, properties(n) AS properties,
       COLLECT { MATCH (n)-[r]->(o) RETURN [type(r), o.id, properties(r)] } AS links
"""


def ignore(doing: str, rows: int) -> None:
    """Nobody looks at the progress."""


def everything(driver: neo4j.Driver) -> list[str]:
    """The graph as the bare driver has it, types and times of writing included."""
    rows = driver.execute_query(_EVERYTHING).records
    return sorted(
        repr((sorted(r["labels"]), sorted(r["properties"].items()), sorted(map(repr, r["links"])))) for r in rows
    )


def wipe(driver: neo4j.Driver) -> None:
    driver.execute_query("MATCH (n:!SchemaMigration&!SchemaLock) DETACH DELETE n")


class Saved(NamedTuple):
    """A backup, and the graph that it is of."""

    file: bytes
    graph: list[str]
    graph_hash: str


@pytest.fixture(scope="module")
def backed_up(neo4j_server: Connection, tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """Of a graph with all there is: relations, unnamed speakers, merges, a split, a withdrawn judgement."""
    path = tmp_path_factory.mktemp("backup") / "graph.zip"

    async def fill() -> str:
        async with GraphStore.open(settings_of(neo4j_server)) as store:
            await store.migrate()
            for each in (talks(), namesake(), ferries(), many(3)):
                await store.write(each)
            await judge(store)
            return (await backup.back_up(store, path, ignore)).graph_hash

    auth = (neo4j_server.user, neo4j_server.password.get_secret_value())
    with neo4j.GraphDatabase.driver(neo4j_server.uri, auth=auth) as driver:
        wipe(driver)
        graph_hash = asyncio.run(fill())
        return Saved(path.read_bytes(), everything(driver), graph_hash)


async def judge(store: GraphStore) -> None:
    ada, ivo = await store.resolve("Ada Novak"), await store.resolve("Ivo Novak")
    merged = await store.judge(NewJudgement(JudgementKind.MERGE, ada, ivo, "Kim", "a test"))
    await store.withdraw(merged.id, "Kim", "another test")
    await store.judge(NewJudgement(JudgementKind.MERGE, ada, ivo, "Kim", "after all"))
    ben = await store.resolve("Ben Ortiz")
    await store.judge(
        NewJudgement(JudgementKind.SPLIT, ben, None, "Kim", "a namesake", (talks().article.id,), "Ben O.")
    )


@pytest.fixture
def saved(backed_up: Saved, store: GraphStore, tmp_path: Path) -> Path:
    """A backup, beside an empty graph."""
    path = tmp_path / "graph.zip"
    path.write_bytes(backed_up.file)
    return path


async def test_everything_comes_back(saved: Path, backed_up: Saved, store: GraphStore, driver: neo4j.Driver) -> None:
    assert len(backed_up.graph) > 20
    manifest = await backup.restore(store, saved, ignore)
    assert await store.graph_hash() == backed_up.graph_hash == manifest.graph_hash
    assert everything(driver) == backed_up.graph
    assert [each for each in await store.doctor() if each.violations] == []
    # and it is alive: what is there is known as such, a judgement can be taken back
    assert (await store.write(talks())).outcome == "unchanged"
    for each in await store.read(catalogue()["judgements"], {"active": True}):
        await store.withdraw(str(each["id"]), "Kim", "the end")
    assert [each for each in await store.doctor() if each.violations] == []


async def test_the_file_is_for_its_owner_and_is_not_overwritten(store: GraphStore, tmp_path: Path) -> None:
    saved = tmp_path / "graph.zip"
    await backup.back_up(store, saved, ignore)
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert [each.name for each in saved.parent.iterdir()] == [saved.name]
    with pytest.raises(BadBackup, match="there already"):
        await backup.back_up(store, saved, ignore)
    await backup.back_up(store, saved, ignore, replace=True)


async def test_a_graph_that_changes_meanwhile_is_not_backed_up(store: GraphStore, tmp_path: Path) -> None:
    await store.write(talks())

    class Written(GraphStore):
        async def graph_hash(self) -> str:
            await store.write(namesake())
            return await super().graph_hash()

    with pytest.raises(GraphChanged):
        await backup.back_up(Written(store._driver, store._runner._settings), tmp_path / "graph.zip", ignore)
    assert list(tmp_path.iterdir()) == []


async def test_a_graph_that_holds_something_is_left_alone(
    saved: Path, backed_up: Saved, store: GraphStore, driver: neo4j.Driver
) -> None:
    await store.write(many(5, day=9))
    before = everything(driver)
    with pytest.raises(RestoreRefused, match="not empty"):
        await backup.restore(store, saved, ignore)
    assert everything(driver) == before
    await backup.restore(store, saved, ignore, replace=True)
    assert everything(driver) == backed_up.graph


@pytest.mark.parametrize("stopped", [1, 4, 9])
async def test_a_restore_goes_on_where_it_ended(
    saved: Path,
    backed_up: Saved,
    store: GraphStore,
    monkeypatch: pytest.MonkeyPatch,
    *,
    driver: neo4j.Driver,
    stopped: int,
) -> None:
    monkeypatch.setattr(reading, "_BATCH_ROWS", 10)
    write, left = Restoring.write, [stopped]

    async def interrupted(self: Restoring, *args: Any) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        await write(self, *args)
        # when nobody knows whether a commit came through, the same is written again
        await write(self, *args)

    monkeypatch.setattr(Restoring, "write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        await backup.restore(store, saved, ignore)
    assert "restore_is_finished" in {each.name for each in await store.doctor() if each.violations}
    with pytest.raises(RestoreRefused):
        await backup.back_up(store, saved.with_name("half.zip"), ignore)
    left[0] = -1
    await backup.restore(store, saved, ignore)
    assert everything(driver) == backed_up.graph


async def test_another_backup_does_not_go_on_where_one_ended(
    saved: Path, backed_up: Saved, store: GraphStore, driver: neo4j.Driver
) -> None:
    await store.restoring("backup:another").begin(replace=False)
    with pytest.raises(RestoreRefused, match="half done"):
        await backup.restore(store, saved, ignore)
    await backup.restore(store, saved, ignore, replace=True)
    assert everything(driver) == backed_up.graph


async def test_who_writes_during_a_restore_is_noticed(saved: Path, store: GraphStore) -> None:
    class Written(GraphStore):
        async def graph_hash(self) -> str:
            await store.write(many(2, day=11))
            return await super().graph_hash()

    with pytest.raises(RestoreFailed):
        await backup.restore(Written(store._driver, store._runner._settings), saved, ignore)


# --- what is no backup ------------------------------------------------------------------------------------------------


def changed(saved: Path, name: str, change: Callable[[bytes], bytes | None]) -> Path:
    """A copy of a backup with one file changed, or left out."""
    copy = saved.with_name("changed.zip")
    with ZipFile(saved) as old, ZipFile(copy, "w", ZIP_DEFLATED) as new:
        for each in old.namelist():
            held = change(old.read(each)) if each == name else old.read(each)
            if held is not None:
                new.writestr(each, held)
    return copy


def forged(saved: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """A copy with one file changed, and a manifest that fits."""
    held = change(ZipFile(saved).read(name))
    copy = changed(saved, name, lambda _: held)

    def fit(manifest: bytes) -> bytes:
        told = json.loads(manifest)
        for part in told["parts"]:
            if f"{part['name']}.jsonl" == name:
                part |= {"sha256": hashlib.sha256(held).hexdigest(), "bytes": len(held), "rows": held.count(b"\n")}
        return json.dumps(told).encode()

    return changed(copy.rename(saved.with_name("forged.zip")), "manifest.json", fit)


def told(**change: object) -> Callable[[bytes], bytes]:
    return lambda manifest: json.dumps({**json.loads(manifest), **change}).encode()


DAMAGE: dict[str, Callable[[Path], Path]] = {
    "a statement is changed": lambda it: changed(it, "statements.jsonl", lambda b: b.replace(b"Point 1", b"Paint 1")),
    "a line is missing": lambda it: changed(it, "statements.jsonl", lambda b: b.split(b"\n", 1)[1]),
    "a line is added": lambda it: changed(it, "statements.jsonl", lambda b: b + b"{}\n"),
    "a file is missing": lambda it: changed(it, "entities.jsonl", lambda _: None),
    "the manifest is missing": lambda it: changed(it, "manifest.json", lambda _: None),
    "the manifest is no JSON": lambda it: changed(it, "manifest.json", lambda _: b"{"),
    "another format": lambda it: changed(it, "manifest.json", told(format="photo album")),
    "a later format": lambda it: changed(it, "manifest.json", told(version=2)),
    "a later schema": lambda it: changed(it, "manifest.json", told(schema_files={"999": "0"})),
    "another schema": lambda it: changed(it, "manifest.json", told(schema_files={"001": "0"})),
    "other parts": lambda it: changed(it, "manifest.json", told(parts=[])),
    "an unknown label": lambda it: forged(it, "articles.jsonl", lambda b: b.replace(b'"Article"', b'"Admin"')),
    "labels as Cypher": lambda it: forged(it, "articles.jsonl", lambda b: b.replace(b'"Article"', b'"A) DELETE (n"')),
    "an unknown type": lambda it: forged(it, "links_of_articles.jsonl", lambda b: b.replace(b"PUBLISHED_BY", b"OWNS")),
    "a map as a property": lambda it: forged(it, "articles.jsonl", lambda b: b.replace(b'"date":"', b'"dote":"')),
    "no date": lambda it: forged(it, "articles.jsonl", lambda b: b.replace(b'"date":"2031-', b'"date":"x-')),
    "no object": lambda it: forged(it, "articles.jsonl", lambda _: b"[]\n"),
    "deep brackets": lambda it: forged(it, "articles.jsonl", lambda _: b"[" * 100_000 + b"\n"),
    "a huge number": lambda it: forged(
        it, "statements.jsonl", lambda b: b.replace(b'"start":', b'"start":9' + b"9" * 30)
    ),
    "half a character": lambda it: forged(it, "statements.jsonl", lambda b: b.replace(b"Point 1", b"\\ud800")),
}


@pytest.mark.parametrize("damage", DAMAGE)
async def test_what_was_changed_is_refused_before_anything_is_written(
    saved: Path, store: GraphStore, driver: neo4j.Driver, damage: str
) -> None:
    path = DAMAGE[damage](saved)
    driver.execute_query("CREATE (:Entity:Place {id: 'place:here'})")
    before = everything(driver)
    with pytest.raises(BadBackup) as refused:
        await backup.restore(store, path, ignore, replace=True)
    assert refused.value.advice
    assert everything(driver) == before


@pytest.mark.parametrize("share", [0, 0.3, 0.99])
async def test_what_was_cut_is_refused(saved: Path, store: GraphStore, share: float) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(BadBackup, match="no backup"):
        await backup.restore(store, saved, ignore)
    assert await store.unfinished_restore() is None


async def test_a_flipped_bit_is_refused(saved: Path, store: GraphStore, driver: neo4j.Driver) -> None:
    held = bytearray(saved.read_bytes())
    held[len(held) // 3] ^= 1
    saved.write_bytes(held)
    with pytest.raises(BadBackup):
        await backup.restore(store, saved, ignore)
    assert everything(driver) == []


async def test_a_link_to_nobody_is_refused(saved: Path, store: GraphStore) -> None:
    path = forged(saved, "links_of_articles.jsonl", lambda held: held.replace(b'"to":"', b'"to":"nobody-'))
    with pytest.raises(BadBackup, match="not in the backup"):
        await backup.restore(store, path, ignore)


async def test_a_property_that_no_backup_has_is_said(store: GraphStore, driver: neo4j.Driver, tmp_path: Path) -> None:
    driver.execute_query("CREATE (:Entity:Place {id: 'place:here', at: point({x: 1, y: 2})})")
    with pytest.raises(GraphServiceError, match="Point"):
        await backup.back_up(store, tmp_path / "graph.zip", ignore)


def test_every_kind_of_node_and_link_is_in_a_backup() -> None:
    joins = re.findall(r"\['(\w+)', '(\w+)', '\w+'\]", catalogue("doctor")["links_join_right_kinds"].text)
    parts = {labels[0]: part for part in PARTS if part.is_nodes for labels in part.kinds if isinstance(labels, tuple)}
    links = {part.name: part.kinds for part in PARTS if not part.is_nodes}
    assert [(kind, link) for kind, link in joins if link not in links[f"links_of_{parts[kind].name}"]] == []
    assert len(joins) > 20


@pytest.mark.parametrize("query", ["all_articles", "all_statements", "links_of_statements", "links_of_entities"])
async def test_a_part_is_walked_along_its_index(store: GraphStore, driver: neo4j.Driver, query: str) -> None:
    plan = driver.execute_query("EXPLAIN " + catalogue("admin")[query].text).summary.plan  # type: ignore[arg-type]
    operators: list[str] = []

    def collect(each: Any) -> None:
        operators.append(each["operatorType"].split("@")[0])
        for child in each.get("children", ()):
            collect(child)

    collect(plan)
    # a whole sort would gather the graph in Neo4j's memory
    assert "Sort" not in operators
    assert any("IndexScan" in each for each in operators)
