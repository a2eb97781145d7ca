from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_adjacent_row import PageAdjacentRow
from ...models.queries_entity_adjacent_link import check_queries_entity_adjacent_link
from ...models.queries_entity_adjacent_link import QueriesEntityAdjacentLink
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    entity: str,
    link: QueriesEntityAdjacentLink | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["entity"] = entity

    json_link: str | Unset = UNSET
    if not isinstance(link, Unset):
        json_link = link

    params["link"] = json_link

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
        "url": "/v1/queries/entity_adjacent",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageAdjacentRow:
    if response.status_code == 200:
        response_200 = PageAdjacentRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    entity: str,
    link: QueriesEntityAdjacentLink | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
) -> PageAdjacentRow:
    """Whom and what an entity is linked with, and how, the strongest links first.

    Args:
        entity (str):
        link (QueriesEntityAdjacentLink | Unset):
        since (datetime.date | Unset):
        until (datetime.date | Unset):
        limit (int | Unset):  Default: 50.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                entity=entity,
                link=link,
                since=since,
                until=until,
                limit=limit,
            )
        )
    )
