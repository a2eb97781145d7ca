from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_any_row import PageAnyRow
from ...models.queries_speaker_timeline_bucket import (
    check_queries_speaker_timeline_bucket,
)
from ...models.queries_speaker_timeline_bucket import QueriesSpeakerTimelineBucket
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    speaker: str,
    about: str | Unset = UNSET,
    bucket: QueriesSpeakerTimelineBucket | Unset = "day",
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["speaker"] = speaker

    params["about"] = about

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

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/speaker_timeline",
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
    about: str | Unset = UNSET,
    bucket: QueriesSpeakerTimelineBucket | Unset = "day",
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
) -> PageAnyRow:
    """How much a speaker said over time; articles without a date are left out.

    Args:
        speaker (str):
        about (str | Unset):
        bucket (QueriesSpeakerTimelineBucket | Unset):  Default: 'day'.
        since (datetime.date | Unset):
        until (datetime.date | Unset):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                speaker=speaker,
                about=about,
                bucket=bucket,
                since=since,
                until=until,
            )
        )
    )
