from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_any_row import PageAnyRow
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    speaker: str,
    about: str,
    days: int | Unset = 14,
    limit: int | Unset = 50,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["speaker"] = speaker

    params["about"] = about

    params["days"] = days

    params["limit"] = limit

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/said_and_denied",
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
    about: str,
    days: int | Unset = 14,
    limit: int | Unset = 50,
) -> PageAnyRow:
    """What one said about another, and what the other denied of it: in the same article, or within two weeks.

    Args:
        speaker (str):
        about (str):
        days (int | Unset):  Default: 14.
        limit (int | Unset):  Default: 50.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                speaker=speaker,
                about=about,
                days=days,
                limit=limit,
            )
        )
    )
