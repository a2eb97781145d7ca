"""Documents of this machine become the items of a job, and a bar shows how far it is."""

import asyncio
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from graph_service.cli.progress import article_count, progress_bar
from graph_service.cli.session import load_settings, with_store

if TYPE_CHECKING:
    from graph_service.inputs.place import Place
    from graph_service.store import GraphStore
    from graph_service.store.jobs import NewItem

_TOGETHER = 200
_POLL_SECONDS = 0.5
_OVER = frozenset({"done", "cancelled"})


def submit_job(paths: "Sequence[str | Place]", metadata: dict[str, str]) -> str:
    """A job of the articles at paths, which are read now, and of URLs, which workers read; its id.

    Raises:
        TooMuchWaiting: so much is to be done already that nothing is taken.
        BadArticle: a date or an address is not one.
    """
    from graph_service.inputs.place import Place, is_url, shown

    here = [str(each) for each in paths if not (isinstance(each, Place) or is_url(each))]
    named = _addresses([each for each in paths if isinstance(each, Place) or is_url(each)], metadata)
    what = ", ".join([*here, *(f"{item.kind} {shown(item.source)}" for item in named)])

    async def run(store: "GraphStore") -> str:
        with progress_bar() as bar:
            task = bar.add_task("Keeping articles", total=article_count(here))
            ahead = _articles(here, metadata)
            first = list(islice(ahead, _TOGETHER))
            job, count = (await store.jobs.submit([*named, *first], what)).job, len(named) + len(first)
            while batch := list(islice(ahead, _TOGETHER)):
                await store.jobs.add(job, batch, before=count)
                count += len(batch)
                bar.update(task, completed=count)
        return job

    return with_store(run)


def _addresses(places: "Sequence[str | Place]", metadata: dict[str, str]) -> "list[NewItem]":
    from graph_service.inputs.place import Place
    from graph_service.jobs import Source, SourceKind, items_of

    found = [each if isinstance(each, Place) else Place(each) for each in places]
    sources = [Source(SourceKind(each.kind or SourceKind.URL), url=each.url) for each in found]
    return items_of(sources, metadata, load_settings()) if sources else []


def _articles(paths: Sequence[str], metadata: dict[str, str]) -> "Iterator[NewItem]":
    from graph_service.inputs import Metadata, read
    from graph_service.jobs.items import item_of

    given = Metadata.parse(None, metadata.get("outlet"), metadata.get("published_at"))
    for path in paths:
        for found in read(path, load_settings(), given):
            yield item_of(found, path)


def watch_job(job: str) -> dict[str, object]:
    """The row of a job when it is over; until then a bar. It waits for a Neo4j that is away."""
    from graph_service.errors import StoreUnavailable

    async def run(store: "GraphStore") -> dict[str, object]:
        row: dict[str, object] = {}
        with progress_bar() as bar:
            task = bar.add_task("Reading articles", total=None)
            while row.get("state") not in _OVER:
                try:
                    row = await store.jobs.show(job)
                    bar.update(task, **_far(row))
                except StoreUnavailable:
                    bar.update(task, description="Waiting for Neo4j")
                await asyncio.sleep(0 if row.get("state") in _OVER else _POLL_SECONDS)
        return row

    return with_store(run)


def _far(row: dict[str, object]) -> dict[str, Any]:
    finished = sum(int(str(row[name])) for name in ("done", "failed", "skipped"))
    left = row["seconds_left"]
    about = "" if left is None else f", about {left} s left"
    return {"total": row["total"], "completed": finished, "description": f"Reading articles{about}"}
