from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_any_row import PageAnyRow
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    entity: str | Unset = UNSET,
    article: str | Unset = UNSET,
    depth: int | Unset = 1,
    types: list[str] | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    neighbours: int | Unset = 40,
    limit: int | Unset = 300,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["entity"] = entity

    params["article"] = article

    params["depth"] = depth

    json_types: list[str] | Unset = UNSET
    if not isinstance(types, Unset):
        json_types = types

    params["types"] = json_types

    json_since: str | Unset = UNSET
    if not isinstance(since, Unset):
        json_since = since.isoformat()
    params["since"] = json_since

    json_until: str | Unset = UNSET
    if not isinstance(until, Unset):
        json_until = until.isoformat()
    params["until"] = json_until

    params["neighbours"] = neighbours

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/graph",
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
    entity: str | Unset = UNSET,
    article: str | Unset = UNSET,
    depth: int | Unset = 1,
    types: list[str] | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    neighbours: int | Unset = 40,
    limit: int | Unset = 300,
) -> PageAnyRow:
    """The links of a picture: what entities have to do with each other and who speaks about whom, around one, in an article, or of all.

    Args:
        entity (str | Unset):
        article (str | Unset):
        depth (int | Unset):  Default: 1.
        types (list[str] | Unset):
        since (datetime.date | Unset):
        until (datetime.date | Unset):
        neighbours (int | Unset):  Default: 40.
        limit (int | Unset):  Default: 300.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                entity=entity,
                article=article,
                depth=depth,
                types=types,
                since=since,
                until=until,
                neighbours=neighbours,
                limit=limit,
            )
        )
    )
