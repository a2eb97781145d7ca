from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors


def _get_kwargs(
    job: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/jobs/{job}/events".format(
            job=quote(str(job), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 200:
        return None

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    job: str,
) -> Any:
    """How far a job is, again and again.

    Args:
        job (str):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                job=job,
            )
        )
    )
