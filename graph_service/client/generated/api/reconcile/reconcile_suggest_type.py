from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors


def _get_kwargs(
    *,
    prefix: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["prefix"] = prefix

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/reconcile/suggest/type",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 200:
        return None

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    prefix: str,
) -> Any:
    """Types that begin so.

    Args:
        prefix (str): How a name begins.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                prefix=prefix,
            )
        )
    )
