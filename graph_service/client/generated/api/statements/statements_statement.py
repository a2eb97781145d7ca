from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.statement_record import StatementRecord
from typing import cast


def _get_kwargs(
    statement: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/statements/{statement}".format(
            statement=quote(str(statement), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> StatementRecord:
    if response.status_code == 200:
        response_200 = StatementRecord.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    statement: str,
) -> StatementRecord:
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
