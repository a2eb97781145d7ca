"""One ingest that says on standard output what it was told, so that the one who kills it knows what was promised."""

import asyncio
import sys
from pathlib import Path

from graph_service.errors import StoreUnavailable
from graph_service.ingest import ingest
from graph_service.models import IngestResult
from graph_service.pipeline.extract import preload
from graph_service.settings import Settings
from graph_service.store import GraphStore

READY = "ready"
STORE_UNAVAILABLE = 3


async def run(folder: Path) -> int:
    """Ingests a folder; the exit code is 0 when every article is in the graph."""
    settings = Settings()
    try:
        async with GraphStore.open(settings) as store:
            await store.migrate()
            preload(settings.extraction)
            say(READY)
            report = await ingest([folder], store, settings, acknowledge)
    except StoreUnavailable as error:
        print(error, file=sys.stderr)
        return STORE_UNAVAILABLE
    for failure in report.failures:
        print(*failure, file=sys.stderr)
    return int(report.failed > 0)


def acknowledge(result: IngestResult) -> None:
    """Says that an article is in the graph."""
    if result.outcome in {"created", "updated", "unchanged"}:
        say(result.article)


def say(word: str) -> None:
    """Writes a line at once: a killed process loses what it holds back."""
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(asyncio.run(run(Path(sys.argv[1]))))
