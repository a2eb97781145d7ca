from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_entity_row import PageEntityRow
from ...models.queries_entities_type import check_queries_entities_type
from ...models.queries_entities_type import QueriesEntitiesType
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    name: str | Unset = UNSET,
    type_: QueriesEntitiesType | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["name"] = name

    json_type_: str | Unset = UNSET
    if not isinstance(type_, Unset):
        json_type_ = type_

    params["type"] = json_type_

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/entities",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageEntityRow:
    if response.status_code == 200:
        response_200 = PageEntityRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    name: str | Unset = UNSET,
    type_: QueriesEntitiesType | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageEntityRow:
    """The entities of the graph in the order of their ids, or those whose names hold the words asked for.

    Args:
        name (str | Unset):
        type_ (QueriesEntitiesType | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                name=name,
                type_=type_,
                limit=limit,
                cursor=cursor,
            )
        )
    )
