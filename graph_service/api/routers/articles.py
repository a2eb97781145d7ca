"""``/v1/articles``: what was read, and reading one more."""

from fastapi import APIRouter, Depends, Response

from graph_service.api.access import require
from graph_service.api.bodies import NewArticle, NewArticleResult
from graph_service.api.dependencies import ServiceDep, StoreDep, json_only, no_parameters
from graph_service.api.listings import add_listing
from graph_service.api.openapi import described
from graph_service.api.schemas import ArticleRecord
from graph_service.errors import NotFound
from graph_service.export import walk
from graph_service.ingest import ingest_article
from graph_service.inputs import Metadata, make_article
from graph_service.keys import Scope
from graph_service.queries import catalogue

router = APIRouter(prefix="/v1", tags=["articles"])
add_listing(router, "/articles", "articles")


@router.get(
    "/articles/{article}",
    summary="One article: its text, and the mentions and statements in it.",
    dependencies=[Depends(no_parameters)],
    responses=described(404, 422, 503),
)
async def article(article: str, store: StoreDep) -> ArticleRecord:
    """Offsets are characters of ``text``, ends exclusive."""
    found = await store.read(catalogue()["article"], {"article": article})
    if not found:
        raise NotFound(f"There is no article {article}.")
    statements = [row async for row in walk(store, catalogue()["article_statements"], {"article": article})]
    return ArticleRecord.model_validate({**found[0], "statements": statements})


@router.delete(
    "/articles/{article}",
    status_code=204,
    summary="Take an article out of the graph.",
    dependencies=[require(Scope.ADMIN), Depends(no_parameters)],
    responses=described(404, 422, 503),
)
async def remove_article(article: str, store: StoreDep) -> None:
    """All that only it says goes with it; judgements stay, and hold again if it is read once more."""
    await store.remove(article)


@router.post(
    "/articles",
    status_code=201,
    summary="Read one article, and answer when its statements are in the graph.",
    dependencies=[require(Scope.INGEST), Depends(no_parameters), Depends(json_only)],
    responses={200: {"model": NewArticleResult, "description": "It was there."}, **described(413, 415, 422, 503)},
)
async def add_article(new: NewArticle, response: Response, service: ServiceDep, store: StoreDep) -> NewArticleResult:
    """The same article again changes nothing; a newer text of the same URL replaces the older one's statements."""
    metadata = Metadata.parse(new.title, new.outlet, new.published_at, new.url)
    article = make_article(new.text, metadata, service.settings)
    result = await ingest_article(article, store, service.extractor.name, service.extractor.extract)
    response.headers["Location"] = f"/v1/articles/{result.same_as or result.article}"
    response.status_code = 201 if result.outcome == "created" else 200
    return NewArticleResult.model_validate(result, from_attributes=True)
