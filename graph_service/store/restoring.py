"""A backup into the graph, step by step; the graph holds how far it is, so that a restore goes on where it ended."""

from neo4j import AsyncManagedTransaction

from graph_service.errors import BadBackup, RestoreRefused
from graph_service.queries import catalogue
from graph_service.store.driver import Runner
from graph_service.store.snapshot import Part, Row
from graph_service.store.transactions import run

#: written before the first row where the graph is to be emptied first
_TO_EMPTY = -1


class Restoring:
    """One restore of one backup; each step is taken once, however often it is tried."""

    def __init__(self, runner: Runner, backup: str) -> None:
        self._runner, self._backup = runner, backup

    async def begin(self, *, replace: bool) -> int:
        """Take the graph for this restore; how many rows an earlier run has written.

        Raises:
            RestoreRefused: the graph holds something else, and is not to be replaced.
        """
        done = await self._runner.write(lambda tx: self._begin(tx, replace))
        if done == _TO_EMPTY:
            await self._runner.run(catalogue("admin")["empty_graph"])
            await self._runner.write(lambda tx: self._step(tx, _TO_EMPTY, 0))
        return max(done, 0)

    async def write(self, part: Part, rows: list[Row], done: int) -> None:
        """Write rows of a part when so many rows were written before.

        Raises:
            BadBackup: a relationship leads to a node that the backup lacks.
        """
        await self._runner.write(lambda tx: self._write(tx, part, rows, done))

    async def end(self) -> None:
        """Forget that this backup was being restored."""
        await self._runner.write(lambda tx: run(tx, "end_restore", backup=self._backup))

    async def _begin(self, tx: AsyncManagedTransaction, replace: bool) -> int:
        # two who restore at once must not both find the graph empty
        await (await tx.run(catalogue("admin")["take_schema_lock"].text)).consume()
        (state,) = [row async for row in await tx.run(catalogue("admin")["restore_state"].text)]
        if state["backup"] == self._backup:
            return int(state["rows"])
        if not replace and state["backup"]:
            raise RestoreRefused(
                "The restore of another backup is half done.",
                advice="Restore that one again to finish it, or give --replace to take this one instead.",
            )
        if not replace and not state["empty"]:
            raise RestoreRefused(
                "The graph is not empty.",
                advice="Restore into an empty one, or give --replace: everything in it is then removed first.",
            )
        done = 0 if state["empty"] else _TO_EMPTY
        await run(tx, "begin_restore", backup=self._backup, rows=done)
        return done

    async def _step(self, tx: AsyncManagedTransaction, begin: int, end: int) -> bool:
        return bool(await run(tx, "restore_step", backup=self._backup, begin=begin, end=end))

    async def _write(self, tx: AsyncManagedTransaction, part: Part, rows: list[Row], done: int) -> None:
        if not await self._step(tx, done, done + len(rows)):
            return
        (made,) = await run(tx, "restore_nodes" if part.is_nodes else "restore_links", rows=rows)
        if made["made"] != len(rows):
            raise BadBackup(
                f"A relationship in {part.name} leads to a node that is not in the backup.",
                advice="Take another backup, and give --replace: a part of this one is written.",
            )
