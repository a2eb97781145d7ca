"""Ingest into a real Neo4j: honest totals, nothing twice, a bad article never stops the rest."""

import json
import time
from pathlib import Path

import neo4j
import pytest

from graph_service.errors import StoreUnavailable
from graph_service.ingest import FailedInput, ingest
from graph_service.inputs import Metadata
from graph_service.models import IngestResult
from graph_service.settings import Settings
from graph_service.store import GraphStore

pytestmark = pytest.mark.anyio

SHIPS = """---
outlet: Harbour Wire
date: 2031-03-04
url: https://harbour.example/ships
---
Ships wait in the harbour
French Foreign Minister Colette Arnaud said on Monday that no ship would leave. "We are waiting for the pilots," \
she told reporters.
"""
TRAINS = SHIPS.replace("/ships", "/trains").replace("Ships", "Trains").replace("ship", "train")


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    (path / "ships.txt").write_text(SHIPS)
    (path / "trains.txt").write_text(TRAINS)
    return path


async def test_a_second_time_changes_nothing(store: GraphStore, settings: Settings, folder: Path) -> None:
    first = await ingest([folder], store, settings)
    assert (first.created, first.articles, first.failed) == (2, 2, 0)
    assert first.statements >= 2
    assert first.words > 50
    assert first.seconds > 0
    second = await ingest([folder], store, settings)
    assert (second.unchanged, second.articles, second.statements, second.words) == (2, 2, 0, 0)


async def test_another_text_at_the_same_address_is_an_update(
    store: GraphStore, settings: Settings, folder: Path
) -> None:
    await ingest([folder], store, settings)
    (folder / "ships.txt").write_text(SHIPS + "Nobody answered the pilots' call.\n")
    report = await ingest([folder], store, settings)
    assert (report.updated, report.unchanged) == (1, 1)


async def test_the_same_text_at_another_address_is_a_duplicate(
    store: GraphStore, settings: Settings, folder: Path
) -> None:
    await ingest([folder / "ships.txt"], store, settings)
    (folder / "ships.txt").write_text(SHIPS.replace("/ships", "/ships-again"))
    report = await ingest([folder / "ships.txt"], store, settings)
    assert (report.duplicate, report.created, report.statements) == (1, 0, 0)


async def test_bad_inputs_are_named_and_the_rest_goes_on(store: GraphStore, settings: Settings, folder: Path) -> None:
    (folder / "a-binary.txt").write_bytes(b"\x00\x01")
    (folder / "b.jsonl").write_text("not json\n" + json.dumps({"text": SHIPS.split("---\n")[2] + "More to come."}))
    (folder / "empty.txt").write_text("")
    results: list[IngestResult] = []
    report = await ingest([folder, folder / "nowhere"], store, settings, results.append)
    assert (report.created, report.failed) == (3, 4)
    assert [Path(each.where).name for each in report.failures] == [
        "a-binary.txt",
        "b.jsonl, line 1",
        "empty.txt",
        "nowhere",
    ]
    assert FailedInput(str(folder / "empty.txt"), "It is empty.") in report.failures
    assert len(results) == report.articles == 7


async def test_an_article_the_pipeline_cannot_read_is_named(
    store: GraphStore, settings: Settings, folder: Path
) -> None:
    long_word = SHIPS.replace("/ships", "/long") + "x" * 1_200
    (folder / "long.txt").write_text(long_word)
    small = settings.model_copy(update={"max_article_characters": 1_000})
    report = await ingest([folder], store, small)
    assert (report.created, report.failed) == (2, 1)
    assert "at most 1,000" in report.failures[0].reason


async def test_worker_processes_give_the_same_graph(store: GraphStore, settings: Settings, folder: Path) -> None:
    report = await ingest([folder], store, settings, workers=2)
    assert (report.created, report.failed) == (2, 0)
    again = await ingest([folder], store, settings)
    assert again.unchanged == 2


async def test_the_order_of_the_articles_does_not_matter(
    store: GraphStore, settings: Settings, folder: Path, driver: neo4j.Driver
) -> None:
    (folder / "dateline.txt").write_text(
        "Pilots go on strike\nMARSEILLE, March 4 - France said nothing. KYIV is far away."
    )
    (folder / "plain.txt").write_text(
        "Crews stay on board\nThe mayor of Marseille, Luc Perrin, said Kyiv and France knew it."
    )
    hashes: list[str] = []
    names = ["dateline", "plain", "ships", "trains"]
    for order in (names, names[::-1]):
        for name in order:
            await ingest([folder / f"{name}.txt"], store, settings)
        hashes.append(await store.graph_hash())
        driver.execute_query("MATCH (n:!SchemaMigration&!SchemaLock) DETACH DELETE n")
    assert hashes[0] == hashes[1]


async def test_one_address_is_not_given_to_several_articles(
    store: GraphStore, settings: Settings, folder: Path
) -> None:
    given = Metadata.parse(url="https://harbour.example/one")
    report = await ingest([folder], store, settings, metadata=given)
    assert (report.created, report.failed) == (1, 1)
    assert report.failures[0].where == "Trains wait in the harbour"


async def test_the_run_stops_when_neo4j_is_away(store: GraphStore, settings: Settings, folder: Path) -> None:
    away = settings.model_copy(update={"neo4j_uri": "bolt://127.0.0.1:9", "connect_seconds": 0.5})
    started = time.monotonic()
    with pytest.raises(StoreUnavailable, match="0 inputs were done before"):
        async with GraphStore.open(away) as closed:
            await ingest([folder], closed, settings)
    assert time.monotonic() - started < 10
