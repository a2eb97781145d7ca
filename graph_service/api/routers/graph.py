"""``/v1/graph``: the links of a picture."""

from fastapi import APIRouter

from graph_service.api.listings import add_listing

router = APIRouter(prefix="/v1", tags=["graph"])
add_listing(router, "/graph", "graph")
