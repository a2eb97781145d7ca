"""The settings and the store of one command, and questions to it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from graph_service.errors import BadSetting

if TYPE_CHECKING:
    from graph_service.queries import Query
    from graph_service.settings import Settings
    from graph_service.store import GraphStore

Answer = TypeVar("Answer")


def load_settings() -> "Settings":
    """The settings of this process.

    Raises:
        BadSetting: names those with a wrong value, never the value, which may be a password.
    """
    from pydantic import ValidationError

    from graph_service.settings import Settings

    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise BadSetting(f"Wrong setting: {wrong}.") from None


def with_store(work: "Callable[[GraphStore], Awaitable[Answer]]") -> Answer:
    """What ``work`` answers with the store open and its schema in place; the managed local server is started if needed.

    Raises:
        StoreUnavailable: Neo4j does not answer or does not start.
    """
    settings = load_settings()

    from graph_service.store import GraphStore

    async def run() -> Answer:
        async with GraphStore.open(settings) as store:
            await store.migrate()
            return await work(store)

    return asyncio.run(run())


async def with_entities(store: "GraphStore", query: "Query", raw: Mapping[str, object]) -> dict[str, object]:
    """The parameters with names of entities turned into ids; what was not given is left out.

    Raises:
        UnknownName: nobody has that name.
        AmbiguousName: several have it.
    """
    names = {param.name for param in query.params if param.type == "entity"}
    given = {name: value for name, value in raw.items() if value is not None}
    return {name: await store.resolve(str(value)) if name in names else value for name, value in given.items()}
