from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_any_row import PageAnyRow
from ...models.queries_weapon_mentions_over_time_bucket import (
    check_queries_weapon_mentions_over_time_bucket,
)
from ...models.queries_weapon_mentions_over_time_bucket import (
    QueriesWeaponMentionsOverTimeBucket,
)
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    weapon: str | Unset = UNSET,
    bucket: QueriesWeaponMentionsOverTimeBucket | Unset = "day",
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 1000,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["weapon"] = weapon

    json_bucket: str | Unset = UNSET
    if not isinstance(bucket, Unset):
        json_bucket = bucket

    params["bucket"] = json_bucket

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
        "url": "/v1/queries/weapon_mentions_over_time",
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
    weapon: str | Unset = UNSET,
    bucket: QueriesWeaponMentionsOverTimeBucket | Unset = "day",
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 1000,
) -> PageAnyRow:
    """How often weapon systems are mentioned over time; articles without a date are left out.

    Args:
        weapon (str | Unset):
        bucket (QueriesWeaponMentionsOverTimeBucket | Unset):  Default: 'day'.
        since (datetime.date | Unset):
        until (datetime.date | Unset):
        limit (int | Unset):  Default: 1000.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                weapon=weapon,
                bucket=bucket,
                since=since,
                until=until,
                limit=limit,
            )
        )
    )
