from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_any_row import PageAnyRow
from ...models.queries_co_mentions_type import check_queries_co_mentions_type
from ...models.queries_co_mentions_type import QueriesCoMentionsType
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    entity: str,
    type_: QueriesCoMentionsType | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["entity"] = entity

    json_type_: str | Unset = UNSET
    if not isinstance(type_, Unset):
        json_type_ = type_

    params["type"] = json_type_

    json_since: str | Unset = UNSET
    if not isinstance(since, Unset):
        json_since = since.isoformat()
    params["since"] = json_since

    json_until: str | Unset = UNSET
    if not isinstance(until, Unset):
        json_until = until.isoformat()
    params["until"] = json_until

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/co_mentions",
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
    entity: str,
    type_: QueriesCoMentionsType | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
) -> PageAnyRow:
    """Who and what is mentioned in the same articles as an entity, the most frequent first.

    Args:
        entity (str):
        type_ (QueriesCoMentionsType | Unset):
        since (datetime.date | Unset):
        until (datetime.date | Unset):
        limit (int | Unset):  Default: 50.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                entity=entity,
                type_=type_,
                since=since,
                until=until,
                limit=limit,
            )
        )
    )
