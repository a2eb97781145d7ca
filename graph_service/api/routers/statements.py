"""``/v1/statements``: who said what about whom."""

from fastapi import APIRouter

from graph_service.api.listings import add_listing, add_record

router = APIRouter(prefix="/v1", tags=["statements"])
add_listing(router, "/statements", "statements")
add_record(router, "/statements/{statement}", "statement")
