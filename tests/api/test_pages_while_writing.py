"""Whoever walks over the pages sees every statement once, though articles come in meanwhile, before and behind."""

import asyncio
import csv
import io

import httpx
import pytest

from graph_service.store import GraphStore
from tests.handmade import many

pytestmark = pytest.mark.anyio
_ARTICLES, _EACH, _PAGE = 6, 500, 100


async def test_no_statement_is_missed_or_comes_twice(client: httpx.AsyncClient, store: GraphStore) -> None:
    before = set()
    for number in range(_ARTICLES):
        # as many lines as no other, or it would be the same article
        extraction = many(_EACH + number, day=10 + number)
        await store.write(extraction)
        before |= {each.id for each in extraction.statements}

    written = 0

    async def keep_writing() -> None:
        nonlocal written
        while True:
            # by turns newer than all, older than all, and in between
            await store.write(many(20 + written, day=(20, 1, 12)[written % 3], speaker="Una Lund"))
            written += 1

    writer = asyncio.create_task(keep_writing())
    seen: list[str] = []
    page = f"/v1/statements?limit={_PAGE}"
    while page:
        answer = (await client.get(page)).raise_for_status().json()
        seen += [row["statement"] for row in answer["rows"]]
        page = answer["next"]
    writer.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writer

    assert written >= 3
    assert len(before) >= _ARTICLES * _EACH
    assert before - set(seen) == set()
    assert len(seen) == len(set(seen))

    async with client.stream("GET", "/v1/statements.csv") as download:
        text = "".join([part async for part in download.aiter_text()])
    listed = [row["statement"] for row in csv.DictReader(io.StringIO(text))]
    assert set(seen) <= set(listed)
    assert len(listed) == len(set(listed))
