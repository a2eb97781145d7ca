"""One article into the graph, in one transaction that may be done twice."""

from collections.abc import Iterable
from typing import NamedTuple

from neo4j import AsyncManagedTransaction
from neo4j.time import Date

from graph_service.errors import NotFound
from graph_service.ids import fold, text_sha256
from graph_service.models import Article, Extraction, IngestResult
from graph_service.rows import GraphRows, graph_rows, search_names
from graph_service.store.corrections import Corrected, correct
from graph_service.store.edges import draw_edges, edges_of_article
from graph_service.store.relinking import follow_judgements
from graph_service.store.transactions import run

_METADATA = ("url", "title", "outlet", "published_at", "language")


class _State(NamedTuple):
    """What the graph holds of an article."""

    # none where the article is not there
    text_sha256: str | None
    extractor: str | None
    # by the names of the fields
    metadata: dict[str, object]
    # ids and outlets of other articles with the text that is to be written, in the order of the ids
    copies: list[dict[str, str | None]]
    # how many judgements about its statements hold
    corrections: int


async def write_article(tx: AsyncManagedTransaction, extraction: Extraction) -> IngestResult:
    """Bring an article into the graph, or what a newer extractor or a newer text says in place of the old.

    Raises:
        BadArticle, BadExtraction: as ``rows.graph_rows``.
    """
    article = extraction.article
    if done := await standing(tx, article, extraction.extractor):
        return done
    state = await _state(tx, article, "claim_article")
    if done := _standing(article, extraction.extractor, state):
        return done
    extraction = _with_metadata(extraction, state)
    before = await edges_of_article(tx, article.id) if state.text_sha256 else {}
    keys = await _quote_keys(tx, article.id) if state.text_sha256 else set()
    wanted = {str(row["id"]) for row in graph_rows(extraction).entities}
    touched = await _forget(tx, article.id, wanted) if state.text_sha256 else []
    if state.text_sha256 and (twin := _twin(extraction.article, state)):
        await run(tx, "remove_article", id=article.id, same_as=twin)
        result = IngestResult(article=article.id, outcome="duplicate", same_as=twin)
    else:
        rows = graph_rows(extraction)
        keys |= rows.quote_keys | await _insert(tx, rows, corrected=state.corrections > 0)
        outcome = "updated" if state.text_sha256 else "created"
        result = IngestResult(article=article.id, outcome=outcome, statements=len(extraction.statements))
    after = await edges_of_article(tx, article.id) if extraction.relations else {}
    await draw_edges(tx, before | after)
    if keys:
        await run(tx, "restate", keys=sorted(keys))
    await tidy(tx, touched)
    return result


async def remove_article(tx: AsyncManagedTransaction, id_: str) -> None:
    """Take an article out of the graph, with all that only it says.

    Raises:
        NotFound: it is not there.
    """
    if not await run(tx, "lock_article", id=id_):
        raise NotFound(f"There is no article {id_}.")
    before, keys = await edges_of_article(tx, id_), await _quote_keys(tx, id_)
    touched = await _forget(tx, id_)
    await run(tx, "remove_article", id=id_, same_as=None)
    await draw_edges(tx, before)
    if keys:
        await run(tx, "restate", keys=sorted(keys))
    await tidy(tx, touched)


async def standing(tx: AsyncManagedTransaction, article: Article, extractor: str) -> IngestResult | None:
    """What a write of this article answers where it has nothing to do, otherwise ``None``.

    It has nothing to do where the graph holds the article as it is, or where another article holds the same text and
    has the same outlet, or one of the two has none. Metadata that are not given are no difference.
    """
    return _standing(article, extractor, await _state(tx, article))


def _standing(article: Article, extractor: str, state: _State) -> IngestResult | None:
    if state.text_sha256 is None:
        twin = _twin(article, state)
        return IngestResult(article=article.id, outcome="duplicate", same_as=twin) if twin else None
    same = state.text_sha256 == text_sha256(article.text) and state.extractor == extractor
    same = same and all(getattr(article, name) in (None, state.metadata[name]) for name in _METADATA)
    return IngestResult(article=article.id, outcome="unchanged") if same else None


def _twin(article: Article, state: _State) -> str | None:
    """Another article that is this one already.

    An article that is there with this very text keeps its place, unless another has its text and its outlet.
    """
    unchanged = state.text_sha256 == text_sha256(article.text)
    for copy in state.copies:
        either_unknown = not (copy["outlet"] and article.outlet)
        if fold(copy["outlet"] or "") == fold(article.outlet or "") or (either_unknown and not unchanged):
            return copy["id"]
    return None


def _with_metadata(extraction: Extraction, state: _State) -> Extraction:
    """The extraction, with what is not given as the graph has it."""
    article = extraction.article
    kept = {name: state.metadata[name] for name in _METADATA if getattr(article, name) is None}
    return extraction.model_copy(update={"article": article.model_copy(update=kept)})


async def _state(tx: AsyncManagedTransaction, article: Article, query: str = "article_state") -> _State:
    row = (await run(tx, query, id=article.id, text_sha256=text_sha256(article.text)))[0]
    metadata = {name: _plain(row[name]) for name in _METADATA}
    return _State(row["text_sha256"], row["extractor"], metadata, row["copies"], row["corrections"])


async def _forget(tx: AsyncManagedTransaction, id_: str, wanted: Iterable[str] = ()) -> list[str]:
    """Remove what the graph says of an article; the entities it had to do with, in order.

    Those that are wanted next are kept to this transaction too.
    """
    touched = sorted((await run(tx, "touched_entities", id=id_))[0]["ids"])
    await run(tx, "lock_entities", ids=sorted({*touched, *wanted}))
    await run(tx, "forget_article", id=id_)
    return touched


async def _insert(tx: AsyncManagedTransaction, rows: GraphRows, *, corrected: bool) -> set[str]:
    """Writes the rows as judgements have them; what corrections make statements have in common with others."""
    await run(tx, "entities", entities=rows.entities)
    await run(tx, "article", article=rows.article, published_by=rows.published_by, mentions=rows.mentions)
    if rows.statements:
        await run(
            tx,
            "statements",
            article=rows.article["id"],
            anonymous_sources=rows.anonymous_sources,
            statements=rows.statements,
            said=rows.said,
            about=rows.about,
            addressed_to=rows.addressed_to,
            reported_by=rows.reported_by,
            within=rows.within,
            restates=rows.restates,
        )
    if rows.relations:
        await run(tx, "relations", article=rows.article["id"], relations=rows.relations)
    corrections = await correct(tx, str(rows.article["id"])) if corrected else Corrected([], set())
    await follow_judgements(tx, {*corrections.entities, *(str(row["id"]) for row in rows.entities)})
    return corrections.quote_keys


async def tidy(tx: AsyncManagedTransaction, touched: list[str]) -> None:
    """Remove those entities that nothing is left of; the others are called what articles still call them."""
    ahead = touched
    while ahead:
        ahead = [row["id"] for row in await run(tx, "remove_lonely_entities", ids=ahead)]
    if not touched:
        return
    left = await run(tx, "names_in_articles", ids=touched)
    names = [
        {
            "id": row["id"],
            "name": row["principal"],
            "names": sorted(row["names"]),
            "search_names": search_names(row["names"]),
        }
        for row in left
    ]
    await run(tx, "names", entities=names)


async def _quote_keys(tx: AsyncManagedTransaction, article: str) -> set[str]:
    return {row["key"] for row in await run(tx, "quote_keys", article=article)}


def _plain(value: object) -> object:
    return value.to_native() if isinstance(value, Date) else value
