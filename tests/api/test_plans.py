"""What is planned before anybody asks."""

import asyncio

import pytest
from fastapi import FastAPI

from graph_service.api.app import create_app
from graph_service.api.dependencies import Graph
from graph_service.api.plans import likely, plan_ahead
from graph_service.queries import catalogue
from graph_service.settings import Settings
from graph_service.store import GraphStore

pytestmark = pytest.mark.anyio


def test_every_query_is() -> None:
    planned = [(query.name, frozenset(raw)) for query, raw in likely()]
    assert {name for name, _ in planned} == set(catalogue())
    assert ("statements", frozenset({"about"})) in planned
    assert len(planned) == len(set(planned))


async def test_neo4j_takes_all_of_them(store: GraphStore, caplog: pytest.LogCaptureFixture) -> None:
    await plan_ahead(Graph(store))
    assert [each.getMessage() for each in caplog.records if each.name.startswith("graph_service")] == []


async def test_a_service_stops_while_it_waits_for_neo4j(store_settings: Settings) -> None:
    away = store_settings.model_copy(update={"neo4j_uri": "bolt://127.0.0.1:1"})
    app: FastAPI = create_app(away, planning=True)
    async with asyncio.timeout(30), app.router.lifespan_context(app):
        await asyncio.sleep(0.1)
