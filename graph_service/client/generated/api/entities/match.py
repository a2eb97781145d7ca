from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.entity_type import check_entity_type
from ...models.entity_type import EntityType
from ...models.matches import Matches
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    name: str,
    type_: EntityType | None | Unset = UNSET,
    context: str | Unset = "",
    date: datetime.date | None | Unset = UNSET,
    limit: int | Unset = 10,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["name"] = name

    json_type_: None | str | Unset
    if isinstance(type_, Unset):
        json_type_ = UNSET
    elif isinstance(type_, str):
        json_type_ = type_
    else:
        json_type_ = type_
    params["type"] = json_type_

    params["context"] = context

    json_date: None | str | Unset
    if isinstance(date, Unset):
        json_date = UNSET
    elif isinstance(date, datetime.date):
        json_date = date.isoformat()
    else:
        json_date = date
    params["date"] = json_date

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/match",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Matches:
    if response.status_code == 200:
        response_200 = Matches.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    name: str,
    type_: EntityType | None | Unset = UNSET,
    context: str | Unset = "",
    date: datetime.date | None | Unset = UNSET,
    limit: int | Unset = 10,
) -> Matches:
    """Who may be meant by a name.

    Args:
        name (str): A name or a role.
        type_ (EntityType | None | Unset): Only this type.
        context (str | Unset): Anything said beside the name. Default: ''.
        date (datetime.date | None | Unset): Day of the article: roles are those of that day.
        limit (int | Unset): At most this many. Default: 10.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                name=name,
                type_=type_,
                context=context,
                date=date,
                limit=limit,
            )
        )
    )
