"""``POST /v1/cypher``: Cypher that somebody typed, for reading."""

import json
from typing import Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field

from graph_service.api.access import cypher_on, require
from graph_service.api.dependencies import ServiceDep, StoreDep, json_only, no_parameters
from graph_service.api.openapi import described
from graph_service.keys import Scope
from graph_service.queries import catalogue

router = APIRouter(prefix="/v1", tags=["cypher"])
_EXAMPLE = catalogue("browser")["who_talks_about_it"]


class CypherBody(BaseModel):
    """A query, with its parameters."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "query": _EXAMPLE.text,
                    "params": {each.name: str(each.example) for each in _EXAMPLE.params},
                    "limit": 20,
                }
            ]
        },
    )

    query: str = Field(description="Cypher that reads, up to 8,000 bytes.", min_length=1, max_length=8_000)
    params: dict[str, Any] = Field({}, description="Its parameters, by their names without the `$`.")
    limit: int = Field(1_000, ge=1, description="At most this many rows, and never more than the service's own limit.")


class CypherAnswer(BaseModel):
    """The rows of a query."""

    columns: list[str] = Field(description="Names of the columns, in order.")
    rows: list[dict[str, Any]] = Field(
        description="A node is `{labels, properties}`, a relationship `{type, properties}`."
    )
    truncated: bool = Field(description="Whether there are more rows than were taken.")


@router.post(
    "/cypher",
    summary="Run Cypher that only reads.",
    dependencies=[Depends(cypher_on), require(Scope.CYPHER), Depends(no_parameters), Depends(json_only)],
    responses={200: {"model": CypherAnswer}, **described(404, 413, 415, 422, 503, 504)},
)
async def run_cypher(body: CypherBody, service: ServiceDep, store: StoreDep) -> Response:
    """Needs a key with the scope `cypher`. What does more than read is refused, with what it does and what to do."""
    found = await service.cypher.read(body.query, body.params, body.limit)
    columns, truncated = json.dumps(found.columns, ensure_ascii=False), json.dumps(found.truncated)
    rows = ",".join(found.rows)
    text = f'{{"columns":{columns},"rows":[{rows}],"truncated":{truncated}}}'
    return Response(text, media_type="application/json", headers={"Cache-Control": "no-store"})
