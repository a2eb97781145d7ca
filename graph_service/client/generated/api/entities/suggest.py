from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.suggestions import Suggestions
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    prefix: str,
    limit: int | Unset = 10,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["prefix"] = prefix

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/suggest",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Suggestions:
    if response.status_code == 200:
        response_200 = Suggestions.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    prefix: str,
    limit: int | Unset = 10,
) -> Suggestions:
    """How a name may go on.

    Args:
        prefix (str): How a name begins.
        limit (int | Unset): At most this many. Default: 10.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                prefix=prefix,
                limit=limit,
            )
        )
    )
