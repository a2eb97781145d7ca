from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    queries: None | str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_queries: None | str | Unset
    if isinstance(queries, Unset):
        json_queries = UNSET
    else:
        json_queries = queries
    params["queries"] = json_queries

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/reconcile",
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
    queries: None | str | Unset = UNSET,
) -> Any:
    """What the reconciliation service is, or a batch of names.

    Args:
        queries (None | str | Unset): A batch: `{"q0": {"query": "Zelenskiy", "type": "Person"}}`.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                queries=queries,
            )
        )
    )
