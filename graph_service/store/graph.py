"""The graph, for everybody who writes to it or asks it: the only door to Neo4j."""

import asyncio
import hashlib
import json
import re
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import cast

from neo4j import AsyncDriver

from graph_service.errors import AmbiguousName, UnknownName
from graph_service.ids import fold
from graph_service.models import Article, Extraction, IngestResult, Judgement
from graph_service.queries import Query, catalogue
from graph_service.settings import Settings
from graph_service.store import judgements
from graph_service.store.connection import connection
from graph_service.store.doctor import Invariant, examine
from graph_service.store.driver import Runner, open_driver
from graph_service.store.judgements import NewJudgement
from graph_service.store.schema import migrate, migrations
from graph_service.store.values import json_ready
from graph_service.store.writing import standing, write_article

Row = dict[str, object]

_SUGGESTIONS = 5
_WORD = re.compile(r"\w")


class GraphStore:
    """The graph of one Neo4j. Its methods may be called at the same time, in one process and in many.

    Every method raises ``StoreUnavailable`` where Neo4j does not answer, within about two seconds.
    """

    def __init__(self, driver: AsyncDriver, settings: Settings) -> None:
        self._driver = driver
        self._runner = Runner(driver, settings)

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: Settings) -> AsyncIterator["GraphStore"]:
        """The store of the settings; starts the managed local server where they name no other.

        It connects when it is first used.

        Raises:
            ServerStartFailed: the managed local server does not start.
        """
        where = await asyncio.to_thread(connection, settings)
        async with open_driver(where, settings) as driver:
            yield cls(driver, settings)

    async def ping(self) -> None:
        """Ask Neo4j for nothing, to see that it answers."""
        await self._admin("ping")

    async def migrate(self) -> list[str]:
        """Bring the graph's schema up to this version's; the names of the files that were applied now.

        Raises:
            SchemaError: the graph is newer than this version, or a file was changed after it was applied.
        """
        return await migrate(self._runner, migrations())

    async def write(self, extraction: Extraction) -> IngestResult:
        """Bring an article into the graph, whole or not at all; twice is as good as once.

        The outcome is ``created``; ``updated`` where its text, its metadata or the extractor are newer, and then
        everything that was said of it before is replaced; ``unchanged``; or ``duplicate`` where another article holds
        the same text and the two outlets do not differ.

        Raises:
            BadArticle, BadExtraction: the extraction cannot be written.
        """
        return await self._runner.write(lambda tx: write_article(tx, extraction))

    async def standing(self, article: Article, extractor: str) -> IngestResult | None:
        """What ``write`` would answer if it has nothing to do, so that nobody needs to extract; otherwise ``None``."""
        return await self._runner.write(lambda tx: standing(tx, article, extractor))

    async def read(self, query: Query, raw: Mapping[str, object] | None = None) -> list[Row]:
        """The rows of a query, ready for JSON; parameters may be texts.

        Raises:
            BadQuery: a parameter is unknown, missing or wrong.
            QueryTookTooLong: it took longer than ``query_seconds``.
        """
        rows = await self._runner.read(query, query.bind(raw or {}))
        return [cast(Row, json_ready(row)) for row in rows]

    async def find_entities(self, name: str) -> list[Row]:
        """The entities that bear a name or alias, whatever its case and accents, the one that says most first."""
        return await self.read(catalogue()["find_entities"], {"name": name})

    async def resolve(self, name_or_id: str) -> str:
        """The id of an entity by its id, its name or an alias; of one that was merged, the id of the one it is now.

        Entities of the whole graph go before those whose name means nothing beyond one article, and a name before an
        alias.

        Raises:
            UnknownName: nobody has it; with suggestions.
            AmbiguousName: several have it; with candidates.
        """
        if ":" in name_or_id and (found_ids := await self._admin("canonical_entity", id=name_or_id)):
            return str(found_ids[0]["id"])
        found = sorted(await self.find_entities(name_or_id), key=lambda row: _rank(row, name_or_id))
        best = [row for row in found if _rank(row, name_or_id) == _rank(found[0], name_or_id)]
        if not best:
            raise await self._unknown(name_or_id)
        if len(best) > 1:
            raise AmbiguousName(
                f"{name_or_id} may be "
                + ", ".join(f"{row['name']} ({row['id']})" for row in best[:_SUGGESTIONS])
                + ".",
                candidates=tuple(found),
                advice="Give the id.",
            )
        return str(best[0]["id"])

    async def judge(self, new: NewJudgement) -> Judgement:
        """Record what somebody decided about who entities are, and show the graph so.

        Raises:
            BadParameter: the judgement is not complete, or an article has nothing to do with the entity.
            JudgementConflict: others contradict it, or it says nothing new.
            UnknownName: an entity is not in the graph.
        """
        at = judgements.now()
        return await self._runner.write(lambda tx: judgements.judge(tx, new, at))

    async def withdraw(self, judgement: str, by: str, why: str) -> Judgement:
        """Take a judgement back; the graph is as if it had never been, and the record of it stays.

        Raises:
            UnknownJudgement: there is none of that id.
            JudgementConflict: it was withdrawn before.
        """
        at = judgements.now()
        return await self._runner.write(lambda tx: judgements.withdraw(tx, judgement, by, why, at))

    async def match_candidates(self, name: str, together: Iterable[str], limit: int) -> list[Row]:
        """Entities with a word like one of a name's, and in how many articles each is with some others."""
        if not _WORD.search(name):
            return []
        return await self._admin("match_candidates", name=name, together=list(together), limit=limit)

    async def entities_to_compare(self) -> list[Row]:
        """Every entity with all its names; reads the whole graph."""
        return [row async for row in self._runner.stream(catalogue("admin")["entities_to_compare"], {})]

    async def pairs_in_articles(self, pairs: Iterable[tuple[str, str]]) -> list[Row]:
        """For pairs of ids: the articles both are in, whom both were mentioned with, and whether they were judged."""
        return await self._admin("pairs_in_articles", pairs=[{"one": one, "other": other} for one, other in pairs])

    async def known_articles(self, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """The SHA-256 of the text and the extractor of those articles that are in the graph."""
        rows = await self._admin("known_articles", ids=list(ids))
        return {str(row["id"]): (str(row["text_sha256"]), str(row["extractor"])) for row in rows}

    async def doctor(self) -> list[Invariant]:
        """What must always be true of the graph, each with how often it is not; reads the whole graph."""
        return await examine(self._runner)

    async def counts(self) -> tuple[int, int]:
        """How many nodes and relationships there are, of whatever kind."""
        row = (await self._admin("counts"))[0]
        return int(str(row["nodes"])), int(str(row["relationships"]))

    async def graph_hash(self) -> str:
        """A SHA-256 of everything the graph says, whatever the order it came in; reads the whole graph."""
        hashed = hashlib.sha256()
        for name in ("graph_nodes", "graph_relationships"):
            async for row in self._runner.stream(catalogue("admin")[name], {}):
                hashed.update(json.dumps(json_ready(row), sort_keys=True).encode())
        return hashed.hexdigest()

    async def _admin(self, name: str, /, **params: object) -> list[Row]:
        return await self.read(catalogue("admin")[name], params)

    async def _unknown(self, name: str) -> UnknownName:
        similar = await self.read(catalogue()["suggest_entities"], {"name": name, "limit": _SUGGESTIONS})
        names = ", ".join(str(row["name"]) for row in similar)
        advice = f"Did you mean {names}?" if names else "Look it up with the query `entities`."
        return UnknownName(
            f"Nobody and nothing in the graph is called {name}.", suggestions=tuple(similar), advice=advice
        )


def _rank(row: Row, name: str) -> tuple[bool, bool]:
    """How well an entity fits a name: smaller is better."""
    within_one_article = "~" in str(row["id"])
    return within_one_article, fold(str(row["name"])) != fold(name)
