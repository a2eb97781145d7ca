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
    article: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["article"] = article

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/article",
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
    article: str,
) -> PageAnyRow:
    """One article with its text and the entities it mentions, each with where.

    Args:
        article (str):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                article=article,
            )
        )
    )
