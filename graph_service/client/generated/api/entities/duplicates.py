from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.merge_suggestions import MergeSuggestions
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/duplicates",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> MergeSuggestions:
    if response.status_code == 200:
        response_200 = MergeSuggestions.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    limit: int | Unset = 50,
) -> MergeSuggestions:
    """Which entities may be one.

    Args:
        limit (int | Unset): At most this many. Default: 50.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                limit=limit,
            )
        )
    )
