from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_article_row import PageArticleRow
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    outlet: str | Unset = UNSET,
    mentions: str | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["outlet"] = outlet

    params["mentions"] = mentions

    json_since: str | Unset = UNSET
    if not isinstance(since, Unset):
        json_since = since.isoformat()
    params["since"] = json_since

    json_until: str | Unset = UNSET
    if not isinstance(until, Unset):
        json_until = until.isoformat()
    params["until"] = json_until

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/articles",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageArticleRow:
    if response.status_code == 200:
        response_200 = PageArticleRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    outlet: str | Unset = UNSET,
    mentions: str | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageArticleRow:
    """The articles of the graph, newest first, without their texts.

    Args:
        outlet (str | Unset):
        mentions (str | Unset):
        since (datetime.date | Unset):
        until (datetime.date | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                outlet=outlet,
                mentions=mentions,
                since=since,
                until=until,
                limit=limit,
                cursor=cursor,
            )
        )
    )
