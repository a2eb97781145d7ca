"""``/v1/queries``: the public catalogue, each query at an address of its own."""

from fastapi import APIRouter, Depends

from graph_service.api.bodies import QueryInfo, QueryList
from graph_service.api.dependencies import no_parameters
from graph_service.api.listings import add_listing
from graph_service.queries import catalogue

router = APIRouter(prefix="/v1/queries", tags=["queries"])


@router.get("", summary="The named queries, with their parameters.", dependencies=[Depends(no_parameters)])
async def list_queries() -> QueryList:
    """Every file of ``cypher/read/``: the same queries that the command line and Neo4j Browser offer."""
    return QueryList(queries=[QueryInfo.of(query) for query in catalogue().values()])


for each in catalogue():
    add_listing(router, f"/{each}", each)


@router.get("/{name}", include_in_schema=False)
async def unknown_query(name: str) -> QueryInfo:
    """Refuses any other name, and says which there are."""
    return QueryInfo.of(catalogue()[name])
