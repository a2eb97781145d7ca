"""One request at a time to each host, and a pause between two."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

_MOST_HOSTS = 10_000


class _Host:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.free_at = 0.0


class Turns:
    """Whose turn it is, host by host."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def of(self, host: str, pause: float) -> AsyncIterator[None]:
        """A turn at a host; it begins when the turn before is over and its ``pause`` too."""
        clock = asyncio.get_running_loop().time
        if len(self._hosts) >= _MOST_HOSTS:
            self._forget_idle(clock())
        turn = self._hosts.setdefault(host, _Host())
        async with turn.lock:
            await asyncio.sleep(max(0.0, turn.free_at - clock()))
            try:
                yield
            finally:
                turn.free_at = clock() + pause

    def _forget_idle(self, now: float) -> None:
        self._hosts = {name: host for name, host in self._hosts.items() if host.lock.locked() or host.free_at > now}
