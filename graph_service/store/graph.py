"""The graph, for everybody who writes to it or asks it: the only door to Neo4j."""

import asyncio
import re
from collections.abc import AsyncGenerator, AsyncIterator, Collection, Iterable, Mapping
from contextlib import aclosing, asynccontextmanager
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
from graph_service.store.jobs import JobStore
from graph_service.store.leases import Leases
from graph_service.store.records import NewJudgement
from graph_service.store.restatements import restate_by_meaning
from graph_service.store.restoring import Restoring
from graph_service.store.schema import migrate, migrations
from graph_service.store.snapshot import PARTS, GraphHash, Part, in_order
from graph_service.store.transactions import run
from graph_service.store.values import json_ready
from graph_service.store.writing import remove_article, standing, write_article

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
        #: what is to be ingested
        self.jobs = JobStore(self._runner, settings)
        #: what workers take of it
        self.leases = Leases(self._runner, settings)

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

    async def remove(self, article: str) -> None:
        """Take an article out of the graph, with all that only it says; judgements stay.

        Raises:
            NotFound: it is not there.
        """
        await self._runner.write(lambda tx: remove_article(tx, article))

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

    async def plan(self, query: Query, raw: Mapping[str, object]) -> None:
        """Have Neo4j plan a query, so that whoever asks it first need not wait for that.

        Raises:
            BadQuery: a parameter is unknown, missing or wrong.
        """
        await self._runner.plan(query, query.bind(raw))

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
        """Record what somebody decided about who entities are, or about a statement, and show the graph so.

        Raises:
            BadParameter: the judgement is not complete, or an article has nothing to do with the entity.
            JudgementConflict: others contradict it, or it says nothing new.
            UnknownName: an entity is not in the graph.
            NotFound: the statement is not.
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

    async def corrected_articles(self) -> list[str]:
        """Ids of the articles of which somebody judged a statement."""
        return [str(row["article"]) for row in await self._admin("corrected_articles")]

    async def dismissed_statements(self, article: str) -> list[Row]:
        """Ids and spans of what was judged not to be a statement in an article."""
        return await self._admin("dismissed_statements", article=article)

    async def known_articles(self, ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """The SHA-256 of the text and the extractor of those articles that are in the graph."""
        rows = await self._admin("known_articles", ids=list(ids))
        return {str(row["id"]): (str(row["text_sha256"]), str(row["extractor"])) for row in rows}

    async def search_statements(self, params: Mapping[str, object]) -> list[Row]:
        """Ids of statements by words or meaning, with their scores; parameters are those of the query of that name."""
        return await self.read(catalogue("admin")["search_statements"], params)

    async def statements_to_embed(self, articles: Iterable[str] | None, after: str | None, limit: int) -> list[Row]:
        """Id and text of statements without a vector, by id, behind ``after``; of some articles or of all."""
        given = None if articles is None else list(articles)
        return await self._admin("statements_to_embed", articles=given, after=after, limit=limit)

    async def keep_embeddings(self, vectors: Iterable[tuple[str, list[float]]]) -> None:
        """Keep the vectors of statements, each with its id; those of statements that are gone are left out."""
        rows = [{"id": each, "vector": vector} for each, vector in vectors]
        await self._runner.write(lambda tx: run(tx, "embeddings", rows=rows))

    async def statements_to_compare(self, limit: int) -> list[str]:
        """Ids of statements with a vector of which it is not known yet what they restate."""
        return [str(row["id"]) for row in await self._admin("statements_to_compare", limit=limit)]

    async def restate_by_meaning(self, ids: Collection[str]) -> None:
        """Find out what some statements restate: the earliest of their speaker that says the same in other words."""
        await self._runner.write(lambda tx: restate_by_meaning(tx, ids))

    async def feed(self, feed: str) -> tuple[str | None, str | None] | None:
        """The ETag and the last change of a feed when it was last read to its end; ``None``: it never was."""
        rows = await self._admin("feed", id=feed)
        return (_text(rows[0]["etag"]), _text(rows[0]["last_modified"])) if rows else None

    async def remember_feed(self, feed: str, place: str, etag: str | None, last_modified: str | None) -> None:
        """Note by what a feed tells, the next time, whether it changed."""
        row = {"id": feed, "place": place, "etag": etag, "last_modified": last_modified}
        await self._runner.write(lambda tx: run(tx, "remember_feed", feed=row))

    async def doctor(self) -> list[Invariant]:
        """What must always be true of the graph, each with how often it is not; reads the whole graph."""
        return await examine(self._runner)

    async def marked_transactions(self, mark: str) -> int:
        """How many transactions of a mark Neo4j is still at."""
        return int(str((await self._admin("marked_transactions", mark=mark))[0]["count"]))

    async def counts(self) -> tuple[int, int]:
        """How many nodes and relationships there are, of whatever kind."""
        row = (await self._admin("counts"))[0]
        return int(str(row["nodes"])), int(str(row["relationships"]))

    async def graph_hash(self) -> str:
        """A SHA-256 of everything the graph says, whatever the order it came in; reads the whole graph."""
        found = GraphHash()
        for part in PARTS:
            async with aclosing(self.part(part)) as rows:
                async for row in rows:
                    found.take(part, row)
        return found.hexdigest()

    async def part(self, part: Part) -> AsyncGenerator[Row]:
        """All nodes or relationships of one part of the graph, one after another, properties as Neo4j has them."""
        async with aclosing(self._runner.stream(catalogue("admin")[part.query], {})) as rows:
            async for row in rows:
                yield in_order(row)

    async def schema(self) -> dict[str, str]:
        """The numbers of the schema files that were applied, each with its checksum."""
        return {str(row["version"]): str(row["checksum"]) for row in await self._admin("migrations")}

    async def unfinished_restore(self) -> str | None:
        """The id of the backup whose restore is half done."""
        found = (await self._admin("restore_state"))[0]["backup"]
        return str(found) if found else None

    def restoring(self, backup: str) -> Restoring:
        """The restore of a backup, by its id: it remembers in the graph how far it is."""
        return Restoring(self._runner, backup)

    async def _admin(self, name: str, /, **params: object) -> list[Row]:
        return await self.read(catalogue("admin")[name], params)

    async def _unknown(self, name: str) -> UnknownName:
        similar = await self.read(catalogue()["suggest_entities"], {"name": name, "limit": _SUGGESTIONS})
        names = ", ".join(str(row["name"]) for row in similar)
        advice = f"Did you mean {names}?" if names else "Look it up with the query `entities`."
        return UnknownName(
            f"Nobody and nothing in the graph is called {name}.", suggestions=tuple(similar), advice=advice
        )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _rank(row: Row, name: str) -> tuple[bool, bool]:
    """How well an entity fits a name: smaller is better."""
    within_one_article = "~" in str(row["id"])
    return within_one_article, fold(str(row["name"])) != fold(name)
