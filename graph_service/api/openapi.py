"""The OpenAPI document's part on named queries, made from their headers."""

import re
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

from graph_service.api import problems
from graph_service.api.bodies import Page, ProblemBody
from graph_service.api.questions import CSV_TYPE, FORMATS
from graph_service.api.schemas import ROWS, AnyRow
from graph_service.queries import Param, ParamType, Query
from graph_service.settings import Access

Operation = dict[str, Any]

_PROBLEM_CONTENT = {problems.MEDIA_TYPE: {"schema": ProblemBody.model_json_schema()}}
#: what any operation may answer beside what it is for
PROBLEMS: dict[int | str, Operation] = {
    308: {"description": "The entity was merged into another one; Location is the same address with its id."},
    401: {"description": "A valid key is needed.", "content": _PROBLEM_CONTENT},
    403: {
        "description": "The key has not the scope, or the request comes from elsewhere.",
        "content": _PROBLEM_CONTENT,
    },
    404: {"description": "Nothing and nobody here has that id or name.", "content": _PROBLEM_CONTENT},
    409: {
        "description": "A name fits several entities (`candidates` has them), or it is being done already.",
        "content": _PROBLEM_CONTENT,
    },
    413: {"description": "The body is too large.", "content": _PROBLEM_CONTENT},
    414: {"description": "The address is too long.", "content": _PROBLEM_CONTENT},
    415: {"description": "The body is not JSON.", "content": _PROBLEM_CONTENT},
    422: {"description": "A parameter is unknown, missing or wrong.", "content": _PROBLEM_CONTENT},
    429: {"description": "Too many requests, or too much waits; Retry-After says when.", "content": _PROBLEM_CONTENT},
    431: {"description": "The headers are too large.", "content": _PROBLEM_CONTENT},
    504: {"description": "The query took too long.", "content": _PROBLEM_CONTENT},
    503: {"description": "Neo4j does not answer; Retry-After says when to ask again.", "content": _PROBLEM_CONTENT},
}
_SCHEMAS: dict[ParamType, Operation] = {
    ParamType.INTEGER: {"type": "integer"},
    ParamType.NUMBER: {"type": "number"},
    ParamType.BOOLEAN: {"type": "boolean"},
    ParamType.DATE: {"type": "string", "format": "date"},
    ParamType.STRINGS: {"type": "array", "items": {"type": "string"}},
}
_TEXT: Operation = {"type": "string", "minLength": 1, "maxLength": 1000}
_CURSOR = Param("cursor", ParamType.STRING, "the `cursor` in the address of the next page", required=False)
_FORMAT = Param("format", ParamType.STRING, "how to write the rows", required=False, default="json", choices=FORMATS)


def described(*statuses: int) -> dict[int | str, Operation]:
    """The problems of these statuses, for an operation's ``responses``."""
    return {status: PROBLEMS[status] for status in statuses}


def list_operation(path: str, query: Query) -> Operation:
    """What a listing of a query's rows takes and answers, as arguments of ``add_api_route``."""
    params = [each for each in query.params if each.name != "after"]
    extra = [*([_CURSOR] if query.pages else []), _FORMAT]
    row = ROWS.get(query.name) or ROWS.get(",".join(query.returns), AnyRow)
    return _operation(path, [*params, *extra], Page[row], {CSV_TYPE: {"schema": {"type": "string"}}})  # type: ignore[valid-type]


def record_operation(path: str, query: Query) -> Operation:
    """What the address of a single row takes and answers, as arguments of ``add_api_route``."""
    return _operation(path, query.params, ROWS[query.name], {})


def _operation(path: str, params: Any, model: type[BaseModel], content: Operation) -> Operation:
    return {
        "operation_id": re.sub(r"\W+", "_", path.removeprefix("/v1")).strip("_"),
        "openapi_extra": {"parameters": [_parameter(path, each) for each in params]},
        "responses": {200: {"model": model, "content": content}, **described(308, 404, 409, 422, 503, 504)},
    }


def _parameter(path: str, param: Param) -> Operation:
    names = "; an entity's id, or a name of it" if param.type is ParamType.ENTITY else ""
    in_path = f"{{{param.name}}}" in path
    described: Operation = {
        "name": param.name,
        "in": "path" if in_path else "query",
        "required": in_path or param.required,
        "description": f"{param.summary[0].upper()}{param.summary[1:]}{names}.",
        "schema": _schema(param),
    }
    return described | ({} if param.example is None else {"example": str(param.example)})


def _schema(param: Param) -> Operation:
    bounds = {"enum": param.choices or None, "minimum": param.minimum, "maximum": param.maximum}
    default = {"default": param.default}
    found = {**_SCHEMAS.get(param.type, _TEXT), **bounds, **default}
    return {name: value for name, value in found.items() if value is not None}


# what a request may be answered before its route sees it
_ANYWHERE = (401, 403, 414, 429, 431)
_UNGUARDED = ("/healthz", "/readyz")
_BY_KEY: Operation = {"key": {"type": "http", "scheme": "bearer", "description": "`graph-service keys create`"}}


def guarded(app: FastAPI, access: Access) -> None:
    """Lets the document say which operations need a key, and how who has none is answered."""
    plain = app.openapi

    def document() -> Operation:
        if app.openapi_schema is None:
            found = plain()
            found.setdefault("components", {})["securitySchemes"] = _BY_KEY
            for path, operations in found["paths"].items():
                for operation in operations.values():
                    _guard(path, operation, access)
        return plain()

    app.openapi = document  # type: ignore[method-assign]


def _guard(path: str, operation: Operation, access: Access) -> None:
    if path in _UNGUARDED:
        return
    needed = access is Access.KEYS or path == "/v1/cypher"
    operation["security"] = [{"key": []}] if needed else [{}, {"key": []}]
    for status in _ANYWHERE:
        operation["responses"].setdefault(str(status), PROBLEMS[status])
