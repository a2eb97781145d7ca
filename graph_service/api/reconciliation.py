"""The messages of the W3C Reconciliation Service API 0.2, which OpenRefine speaks.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

import json
from typing import Any
from urllib.parse import parse_qs

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from graph_service.errors import BadParameter
from graph_service.matching import Candidate, Wanted
from graph_service.models import EntityType

#: queries in one request
BATCH = 50
_MOST = 100


class _Property(BaseModel):
    model_config = ConfigDict(extra="ignore")

    pid: str
    v: Any


class ReconciliationQuery(BaseModel):
    """One name to reconcile. A property's value is context, whatever its name; ``date`` is the article's day."""

    model_config = ConfigDict(extra="ignore")

    query: str = Field(min_length=1, max_length=1000)
    type: str | list[str] | None = None
    limit: int = Field(10, ge=1)
    properties: list[_Property] = Field([], max_length=50)

    def wanted(self) -> Wanted:
        """Who is looked for.

        Raises:
            BadParameter: the type is none of ours.
        """
        texts = [_text(each.v) for each in self.properties if each.pid != "date"]
        day = next((_text(each.v)[:10] for each in self.properties if each.pid == "date"), None)
        return Wanted(self.query, _type(self.type), " ".join(texts)[:5000], day)

    @property
    def most(self) -> int:
        """How many candidates to answer."""
        return min(self.limit, _MOST)


_QUERIES = TypeAdapter(dict[str, ReconciliationQuery])


def read_queries(raw: str) -> dict[str, ReconciliationQuery]:
    """The queries of a batch, by their keys.

    Raises:
        BadParameter: it is no JSON, not formed like a batch, or has too many queries.
    """
    try:
        found = _QUERIES.validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "queries"
        raise BadParameter(f"queries is no batch of reconciliation queries: {where}: {first['msg']}.") from error
    if len(found) > BATCH:
        raise BadParameter(f"There are {len(found)} queries in one request.", advice=f"Send at most {BATCH}.")
    return found


def queries_of_form(body: bytes) -> str | None:
    """The field ``queries`` of a form."""
    return next(iter(parse_qs(body.decode("utf-8", "replace")).get("queries", ())), None)


def manifest(base: str) -> dict[str, object]:
    """What the service says of itself; ``base`` is its address without a slash at the end."""
    return {
        "versions": ["0.2"],
        "name": "graph-service",
        "identifierSpace": f"{base}/v1/entities/",
        "schemaSpace": f"{base}/docs#",
        "defaultTypes": [_kind(each) for each in EntityType],
        "view": {"url": f"{base}/v1/entities/{{{{id}}}}"},
        "batchSize": BATCH,
        "suggest": {
            name: {"service_url": base, "service_path": f"/reconcile/suggest/{name}"} for name in ("entity", "type")
        },
    }


def result(candidate: Candidate) -> dict[str, object]:
    """A candidate as OpenRefine shows it; scores go to 100."""
    told = {"id": candidate.id, "name": candidate.name, "type": [_kind(candidate.type)], "match": candidate.match}
    described = "; ".join(filter(None, (candidate.description, *candidate.reasons)))
    return {**told, "score": round(100 * candidate.score, 1), "description": described}


def suggested(rows: list[dict[str, object]]) -> dict[str, object]:
    """Entities that a beginning of a name suggests."""
    return {
        "result": [
            {"id": row["id"], "name": row["name"], "notable": [_kind(EntityType(str(row["type"])))]} for row in rows
        ]
    }


def suggested_types(prefix: str) -> dict[str, object]:
    """The types that begin so."""
    return {"result": [_kind(each) for each in EntityType if each.casefold().startswith(prefix.casefold())]}


def _kind(type_: EntityType) -> dict[str, str]:
    return {"id": str(type_), "name": str(type_)}


def _type(given: str | list[str] | None) -> EntityType | None:
    listed = [given] if isinstance(given, str) else given or []
    try:
        kinds = [EntityType(each) for each in listed]
    except ValueError as error:
        raise BadParameter(f"There is no type {given}.", advice=f"There are {', '.join(EntityType)}.") from error
    return kinds[0] if len(kinds) == 1 else None


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("name") or value.get("id") or "")
    if isinstance(value, list):
        return " ".join(map(_text, value))
    return value if isinstance(value, str) else json.dumps(value)
