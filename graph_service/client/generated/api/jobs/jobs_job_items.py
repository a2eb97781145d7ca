from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.jobs_job_items_state import check_jobs_job_items_state
from ...models.jobs_job_items_state import JobsJobItemsState
from ...models.page_job_item_row import PageJobItemRow
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    job: str,
    *,
    state: JobsJobItemsState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    json_state: str | Unset = UNSET
    if not isinstance(state, Unset):
        json_state = state

    params["state"] = json_state

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/jobs/{job}/items".format(
            job=quote(str(job), safe=""),
        ),
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageJobItemRow:
    if response.status_code == 200:
        response_200 = PageJobItemRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    job: str,
    *,
    state: JobsJobItemsState | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageJobItemRow:
    """The items of a job in their order, with what became of each.

    Args:
        job (str):
        state (JobsJobItemsState | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                job=job,
                state=state,
                limit=limit,
                cursor=cursor,
            )
        )
    )
