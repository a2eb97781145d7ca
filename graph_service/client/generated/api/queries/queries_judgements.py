from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_judgement import PageJudgement
from ...models.queries_judgements_kind import check_queries_judgements_kind
from ...models.queries_judgements_kind import QueriesJudgementsKind
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    entity: str | Unset = UNSET,
    statement: str | Unset = UNSET,
    article: str | Unset = UNSET,
    kind: QueriesJudgementsKind | Unset = UNSET,
    active: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["entity"] = entity

    params["statement"] = statement

    params["article"] = article

    json_kind: str | Unset = UNSET
    if not isinstance(kind, Unset):
        json_kind = kind

    params["kind"] = json_kind

    params["active"] = active

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/judgements",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageJudgement:
    if response.status_code == 200:
        response_200 = PageJudgement.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    entity: str | Unset = UNSET,
    statement: str | Unset = UNSET,
    article: str | Unset = UNSET,
    kind: QueriesJudgementsKind | Unset = UNSET,
    active: bool | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageJudgement:
    """What people decided about who entities are, and about statements, in the order in which they did.

    Args:
        entity (str | Unset):
        statement (str | Unset):
        article (str | Unset):
        kind (QueriesJudgementsKind | Unset):
        active (bool | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                entity=entity,
                statement=statement,
                article=article,
                kind=kind,
                active=active,
                limit=limit,
                cursor=cursor,
            )
        )
    )
