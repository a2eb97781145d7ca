"""``/articles``: what was read; each with its statements where they stand."""

import asyncio
from typing import Annotated

from fastapi import Query, Request, Response

from graph_service.api.dependencies import StoreDep
from graph_service.api.explorer.address import Address
from graph_service.api.explorer.asking import answer, ask, following, one, rows_of
from graph_service.api.explorer.rendering import page, page_router
from graph_service.api.explorer.segments import Marks, paragraphs
from graph_service.api.explorer.snippets import snippets
from graph_service.api.questions import refuse_unknown
from graph_service.export import walk
from graph_service.queries import catalogue

router = page_router()


@router.get("/articles")
async def articles(request: Request, store: StoreDep) -> Response:
    """Articles, newest first."""
    here = Address.of(request)
    question = await ask(request, catalogue()["articles"], store, **dict(here.params))
    rows = await answer(question, store)
    return page(
        request,
        "articles.html",
        rows=rows,
        following=following(question, rows, here),
        snippets=snippets(request, question, "/v1/articles"),
    )


@router.get("/articles/{article}")
async def article(
    article: str,
    request: Request,
    store: StoreDep,
    statement: str = "",
    at: Annotated[str, Query(pattern=r"^\d{1,9}-\d{1,9}$")] = "0-0",
) -> Response:
    """The text with statements and mentions marked; ``statement``, or the place ``at``, is shown before all others."""
    refuse_unknown(request, {"statement": str, "at": str})
    question, record = await one(request, "article", store, article=article)
    spans, statements = await asyncio.gather(
        rows_of(store, "article_spans", article=article), _statements(store, article)
    )
    start, end = map(int, at.split("-"))
    marks = Marks.of_article(spans, statements, record["mentions"], (start, end))
    return page(
        request,
        "article.html",
        article=record,
        paragraphs=paragraphs(record["text"], marks),
        statements={row["statement"]: row for row in statements},
        chosen=statement,
        snippets=snippets(request, question, f"/v1/articles/{article}"),
    )


async def _statements(store: StoreDep, article: str) -> list[dict[str, object]]:
    return [row async for row in walk(store, catalogue()["article_statements"], {"article": article})]
