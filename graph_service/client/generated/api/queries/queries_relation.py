from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_relation_row import PageRelationRow
from typing import cast


def _get_kwargs(
    *,
    relation: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["relation"] = relation

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/relation",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageRelationRow:
    if response.status_code == 200:
        response_200 = PageRelationRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    relation: str,
) -> PageRelationRow:
    """One relation between two entities, with how often and where it was seen.

    Args:
        relation (str):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                relation=relation,
            )
        )
    )
