from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_suggested_entity import PageSuggestedEntity
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    name: str,
    limit: int | Unset = 10,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["name"] = name

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/suggest_entities",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageSuggestedEntity:
    if response.status_code == 200:
        response_200 = PageSuggestedEntity.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    name: str,
    limit: int | Unset = 10,
) -> PageSuggestedEntity:
    """Entities with a name like this one, for completing what somebody types and for slips of the hand.

    Args:
        name (str):
        limit (int | Unset):  Default: 10.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                name=name,
                limit=limit,
            )
        )
    )
