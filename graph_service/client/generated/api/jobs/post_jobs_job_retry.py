from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.job_row import JobRow
from typing import cast


def _get_kwargs(
    job: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/jobs/{job}/retry".format(
            job=quote(str(job), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> JobRow:
    if response.status_code == 200:
        response_200 = JobRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    job: str,
) -> JobRow:
    """Try the failed items of a job again.

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
