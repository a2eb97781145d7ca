"""A large graph: pages walked while others write, a CSV of everything, a backup and its restore.

``python -m benchmarks.scale --statements 100000`` runs on a Neo4j of its own and ends with one JSON object. Memory is
the resident memory of the process that serves, or of this one, before and at its largest.
"""

import asyncio
import json
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import Annotated, Any

import psutil
import typer

from benchmarks.__main__ import machine
from benchmarks.graph import graph
from benchmarks.measure import p95
from benchmarks.serving import api
from graph_service import backup
from graph_service.ids import article_id, entity_id, statement_id
from graph_service.models import (
    Article,
    Entity,
    EntityType,
    Extraction,
    Mention,
    Span,
    Statement,
    StatementType,
    Target,
)
from graph_service.settings import Settings
from graph_service.store import GraphStore

_A_SPEECH = 100
_FIRST = date(2031, 1, 1)
_DAYS = 365
_PEOPLE = [f"{first} {last}" for first in ("Ada", "Ben", "Ida", "Ole", "Una") for last in ("Brandt", "Lund", "Ortiz")]
_COUNTRIES = ("Norway", "Chile", "Ghana", "Nepal")
_PAGE = 500
_CHUNK = 1 << 16


def main(
    statements: Annotated[int, typer.Option(help="Statements in the graph.")] = 100_000,
    seed: Annotated[int, typer.Option(help="Chooses days and speakers.")] = 7,
) -> None:
    """Fills, walks, downloads, backs up, restores; the exit code is 1 when a statement is missed or comes twice."""
    with graph(Settings()) as settings:
        figures: dict[str, Any] = {"machine": machine(), **_measured(settings, statements, seed)}
    typer.echo(json.dumps(figures, indent=1))
    raise typer.Exit(bool(figures["paging"]["missing"] or figures["paging"]["twice"] or not figures["restore"]["same"]))


def _measured(settings: Settings, statements: int, seed: int) -> dict[str, dict[str, object]]:
    chance = random.Random(seed)
    start = perf_counter()
    before = asyncio.run(_fill(settings, statements // _A_SPEECH, chance))
    filled = _told("filling", {"seconds": round(perf_counter() - start, 1)})
    with api(settings) as served:
        paging = _told("paging", _paging(settings, served.port, before, chance))
        download = _told("csv", _download(served.port, psutil.Process(served.pid)))
    return {"filling": filled, "paging": paging, "csv": download, **asyncio.run(_back_and_forth(settings))}


def _told(what: str, figures: dict[str, Any]) -> dict[str, Any]:
    """The figures, said on standard error as soon as they are there: the rest may take long."""
    typer.echo(f"{what}: {json.dumps(figures)}", err=True)
    return figures


async def _fill(settings: Settings, articles: int, chance: random.Random) -> set[str]:
    written: set[str] = set()
    async with GraphStore.open(settings) as store:
        await store.migrate()
        for number in range(articles):
            extraction = speech(number, chance)
            await store.write(extraction)
            written |= {each.id for each in extraction.statements}
    return written


def speech(number: int, chance: random.Random) -> Extraction:
    """An invented article of a hundred sentences, each what somebody said of a country."""
    day = _FIRST + timedelta(days=chance.randrange(_DAYS))
    said = [(chance.choice(_PEOPLE), chance.choice(_COUNTRIES)) for _ in range(_A_SPEECH)]
    lines = [f'"Point {n} of {number} on {where} stands," {who} said.' for n, (who, where) in enumerate(said)]
    text = "\n".join([f"Debate {number}", *lines, ""])
    article = Article(
        id=article_id(None, text), text=text, title=f"Debate {number}", outlet="The Gazette", published_at=day
    )
    entities = [_entity(text, EntityType.PERSON, name) for name in sorted({who for who, _ in said})]
    entities += [_entity(text, EntityType.COUNTRY, name) for name in sorted({where for _, where in said})]
    statements = [_statement(article, line, who, where) for line, (who, where) in zip(lines, said, strict=True)]
    return Extraction(article=article, extractor="benchmark/1", entities=tuple(entities), statements=tuple(statements))


def _entity(text: str, type_: EntityType, name: str) -> Entity:
    at = text.index(name)
    mention = Mention(start=at, end=at + len(name), text=name)
    return Entity(id=entity_id(type_, name), name=name, type=type_, mentions=(mention,))


def _statement(article: Article, line: str, who: str, where: str) -> Statement:
    start = article.text.index(line)
    content = (Span(start + 1, start + line.index(',"') + 1),)
    return Statement(
        id=statement_id(article.id, content),
        content=content,
        cue=(Span(start + len(line) - 5, start + len(line) - 1),),
        text=article.text[content[0].start : content[0].end],
        cue_text="said",
        sentence=Span(start, start + len(line)),
        type=StatementType.DIRECT,
        speaker=entity_id(EntityType.PERSON, who),
        targets=(Target(entity=entity_id(EntityType.COUNTRY, where), rank=1),),
    )


def _paging(settings: Settings, port: int, before: set[str], chance: random.Random) -> dict[str, Any]:
    """Walks over all pages while another thread writes articles of any day, before and behind the walker."""
    stop, written = threading.Event(), [0]
    writer = threading.Thread(target=lambda: asyncio.run(_keep_writing(settings, chance, stop, written)))
    writer.start()
    try:
        seen, times = _walk(port)
    finally:
        stop.set()
        writer.join()
    return {
        "rows": len(seen),
        "missing": len(before - set(seen)),
        "twice": len(seen) - len(set(seen)),
        "articles_written_meanwhile": written[0],
        "page_ms_median": round(median(times) * 1000, 1),
        "page_ms_p95": round(p95(times) * 1000, 1),
    }


async def _keep_writing(settings: Settings, chance: random.Random, stop: threading.Event, written: list[int]) -> None:
    async with GraphStore.open(settings) as store:
        while not stop.is_set():
            await store.write(speech(1_000_000 + written[0], chance))
            written[0] += 1


def _walk(port: int) -> tuple[list[str], list[float]]:
    http = HTTPConnection("127.0.0.1", port)
    seen, times, path = [], [], f"/v1/statements?limit={_PAGE}"
    while path:
        start = perf_counter()
        http.request("GET", path)
        answer = http.getresponse()
        body = json.loads(answer.read())
        assert answer.status == 200, body
        times.append(perf_counter() - start)
        seen += [row["statement"] for row in body["rows"]]
        path = body["next"]
    return seen, times


def _download(port: int, process: psutil.Process) -> dict[str, Any]:
    with _memory(process) as memory:
        start = perf_counter()
        http = HTTPConnection("127.0.0.1", port)
        http.request("GET", "/v1/statements.csv")
        answer = http.getresponse()
        first, size, lines = 0.0, 0, 0
        while chunk := answer.read(_CHUNK):
            first = first or perf_counter() - start
            size, lines = size + len(chunk), lines + chunk.count(b"\n")
        seconds = perf_counter() - start
    return {
        "rows": lines - 1,
        "megabytes": round(size / 1e6, 1),
        "seconds": round(seconds, 1),
        "first_byte_seconds": round(first, 2),
        **memory,
    }


async def _back_and_forth(settings: Settings) -> dict[str, dict[str, Any]]:
    path = Path(settings.data_dir) / "graph.zip"
    async with GraphStore.open(settings) as store:
        with _memory(psutil.Process()) as writing:
            start = perf_counter()
            manifest = await backup.back_up(store, path, _ignore)
            wrote = perf_counter() - start
        # what is there is removed in batches, as a part of the restore: one transaction could not hold it
        with _memory(psutil.Process()) as reading:
            start = perf_counter()
            await backup.restore(store, path, _ignore, replace=True)
            read = perf_counter() - start
        same = await store.graph_hash() == manifest.graph_hash
    return {
        "backup": {
            "rows": manifest.rows,
            "megabytes": round(path.stat().st_size / 1e6, 1),
            "seconds": round(wrote, 1),
            **writing,
        },
        "restore": {"same": same, "seconds": round(read, 1), **reading},
    }


def _ignore(doing: str, rows: int) -> None:
    """Nobody looks."""


@contextmanager
def _memory(process: psutil.Process) -> Iterator[dict[str, float]]:
    """Resident memory in MB: at the beginning, and the largest while this is open."""
    figures = {"rss_mb_before": _rss(process)}
    figures["rss_mb_largest"] = figures["rss_mb_before"]
    stop = threading.Event()

    def watch() -> None:
        while not stop.is_set():
            figures["rss_mb_largest"] = max(figures["rss_mb_largest"], _rss(process))
            sleep(0.1)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield figures
    finally:
        stop.set()
        watcher.join()


def _rss(process: psutil.Process) -> float:
    return round(process.memory_info().rss / 1e6, 1)


if __name__ == "__main__":
    typer.run(main)
