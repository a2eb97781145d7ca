"""``/v1/relations``: who has to do what with whom, and every place that says so."""

from fastapi import APIRouter

from graph_service.api.listings import add_listing, add_record

router = APIRouter(prefix="/v1", tags=["relations"])
add_listing(router, "/relations", "relations")
add_record(router, "/relations/{relation}", "relation")
add_listing(router, "/relations/{relation}/evidence", "relation_evidence")
