from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_statement_record import PageStatementRecord
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
        "url": "/v1/queries/statement",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageStatementRecord:
    if response.status_code == 200:
        response_200 = PageStatementRecord.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    statement: str,
) -> PageStatementRecord:
    """One statement, with its words, its sentence and where they stand in the article.

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
