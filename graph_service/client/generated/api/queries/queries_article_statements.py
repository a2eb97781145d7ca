from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_statement_row import PageStatementRow
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    article: str,
    limit: int | Unset = 500,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["article"] = article

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/article_statements",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageStatementRow:
    if response.status_code == 200:
        response_200 = PageStatementRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    article: str,
    limit: int | Unset = 500,
    cursor: str | Unset = UNSET,
) -> PageStatementRow:
    """The statements of an article, in the order of its text.

    Args:
        article (str):
        limit (int | Unset):  Default: 500.
        cursor (str | Unset):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                article=article,
                limit=limit,
                cursor=cursor,
            )
        )
    )
