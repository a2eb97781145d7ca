"""``/statements/{id}``: one statement with all its evidence."""

import asyncio
from collections.abc import Iterable
from typing import Any, NamedTuple

from fastapi import Request, Response

from graph_service.api.dependencies import StoreDep
from graph_service.api.explorer import words
from graph_service.api.explorer.asking import Row, one, rows_of
from graph_service.api.explorer.rendering import page, page_router
from graph_service.api.explorer.segments import Marks, sentence
from graph_service.api.explorer.snippets import snippets
from graph_service.api.questions import refuse_unknown
from graph_service.export import walk
from graph_service.queries import catalogue
from graph_service.store import GraphStore

router = page_router()


class _Link(NamedTuple):
    """How one statement says what another says; the looser, the greater."""

    # its place among the ways
    looseness: int
    # of the score, the greater the closer
    negative: float

    @property
    def words(self) -> str:
        """It in plain words."""
        return [*words.RESTATEMENTS.values()][self.looseness].format(score=-self.negative)


@router.get("/statements/{statement}")
async def statement(statement: str, request: Request, store: StoreDep) -> Response:
    """Who said it, about whom, to whom, who reported it, and where it stands."""
    refuse_unknown(request, {})
    question, record = await one(request, "statement", store, statement=statement)
    article, within, restated, relations = await asyncio.gather(
        rows_of(store, "article", article=record["article"]),
        _in_article(store, record["article"]),
        rows_of(store, "restatements", statement=statement),
        rows_of(store, "statement_relations", statement=statement),
    )
    here = within[statement]
    return page(
        request,
        "statement.html",
        record=record,
        row=here,
        article=article[0],
        pieces=sentence(article[0]["text"], Marks.of_record(record, article[0]["mentions"])),
        parent=within.get(here["parent"] or ""),
        nested=[within[each] for each in record["nested"] if each in within],
        restated=[row for row in restated if row["statement"] != statement],
        alike=alike(statement, restated),
        relations=relations,
        snippets=snippets(request, question, f"/v1/statements/{statement}"),
    )


def alike(statement: str, rows: Iterable[Row]) -> dict[str, str]:
    """How others say what a statement says, by id, from all their rows; by way of a third, the looser of both ways."""
    ways = [*words.RESTATEMENTS]
    links: dict[tuple[str, str], _Link] = {}
    for row in rows:
        for other, how, score in zip(row["restates"], row["restates_how"], row["restates_scores"], strict=True):
            link = _Link(ways.index(how), -float(score))
            links[row["statement"], other] = links[other, row["statement"]] = link
    direct = {other: link for (one, other), link in links.items() if one == statement}
    further = [
        (other, max(link, direct[one])) for (one, other), link in links.items() if one in direct and other != statement
    ]
    # of several ways the closest, which comes last; the direct one before all
    return {other: link.words for other, link in [*sorted(further, reverse=True), *direct.items()]}


async def _in_article(store: GraphStore, article: Any) -> dict[str, Row]:
    """The statements of an article by id."""
    rows = walk(store, catalogue()["article_statements"], {"article": article})
    return {str(row["statement"]): row async for row in rows}
