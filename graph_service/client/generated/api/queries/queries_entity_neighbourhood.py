from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_any_row import PageAnyRow
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    entity: str,
    neighbours: int | Unset = 20,
    limit: int | Unset = 200,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["entity"] = entity

    params["neighbours"] = neighbours

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/entity_neighbourhood",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageAnyRow:
    if response.status_code == 200:
        response_200 = PageAnyRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    entity: str,
    neighbours: int | Unset = 20,
    limit: int | Unset = 200,
) -> PageAnyRow:
    """The small graph around an entity: who said something about whom, among it and those nearest to it.

    Args:
        entity (str):
        neighbours (int | Unset):  Default: 20.
        limit (int | Unset):  Default: 200.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                entity=entity,
                neighbours=neighbours,
                limit=limit,
            )
        )
    )
