from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_any_row import PageAnyRow
from typing import cast


def _get_kwargs(
    *,
    statement: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["statement"] = statement

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/statement_relations",
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
    statement: str,
) -> PageAnyRow:
    """The relations between entities that a statement states.

    Args:
        statement (str):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                statement=statement,
            )
        )
    )
