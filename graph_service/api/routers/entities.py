"""``/v1/entities``: people, countries, organisations, weapon systems and places."""

from fastapi import APIRouter

from graph_service.api.listings import add_listing, add_record

router = APIRouter(prefix="/v1", tags=["entities"])
add_listing(router, "/entities", "entities")
add_listing(router, "/entities/{entity}/adjacent", "entity_adjacent")
add_record(router, "/entities/{entity}", "entity")
