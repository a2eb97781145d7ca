"""A body of two hundred megabytes is refused before it is taken in."""

import time
from collections.abc import AsyncIterator

import httpx
import pytest

from tests.inputs.memory import peak_memory

pytestmark = pytest.mark.anyio
MEGABYTE = 1024 * 1024


@pytest.mark.parametrize("says_so", [True, False], ids=["declared", "in chunks"])
async def test_two_hundred_megabytes(away: httpx.AsyncClient, says_so: bool) -> None:
    sent = 0

    async def body() -> AsyncIterator[bytes]:
        nonlocal sent
        for _ in range(200):
            sent += 1
            yield bytes(MEGABYTE)

    headers = {"content-type": "application/json"} | ({"content-length": str(200 * MEGABYTE)} if says_so else {})
    started = time.monotonic()
    with peak_memory() as peak:
        answer = await away.post("/v1/articles", content=body(), headers=headers)
    assert answer.status_code == 413
    assert time.monotonic() - started <= 10.5
    assert peak.megabytes <= 50
    assert sent <= 2
