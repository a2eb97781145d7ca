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
    speaker: str,
    overlap: float | Unset = 0.5,
    days: int | Unset = 7,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["speaker"] = speaker

    params["overlap"] = overlap

    params["days"] = days

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
        "url": "/v1/queries/quotes_that_differ",
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
    speaker: str,
    overlap: float | Unset = 0.5,
    days: int | Unset = 7,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
) -> PageAnyRow:
    """The same words of a speaker as two outlets quote them, where they differ; the most alike first.

    Args:
        speaker (str):
        overlap (float | Unset):  Default: 0.5.
        days (int | Unset):  Default: 7.
        since (datetime.date | Unset):
        until (datetime.date | Unset):
        limit (int | Unset):  Default: 50.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                speaker=speaker,
                overlap=overlap,
                days=days,
                since=since,
                until=until,
                limit=limit,
            )
        )
    )
