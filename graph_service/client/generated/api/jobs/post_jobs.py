from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.job_receipt import JobReceipt
from ...models.post_jobs_files_body import PostJobsFilesBody
from ...models.post_jobs_json_new_job import PostJobsJsonNewJob
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    body: PostJobsJsonNewJob | PostJobsFilesBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["idempotency-key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/jobs",
    }

    if isinstance(body, PostJobsJsonNewJob):
        _kwargs["json"] = body.to_dict()

        headers["Content-Type"] = "application/json"
    if isinstance(body, PostJobsFilesBody):
        _kwargs["files"] = body.to_multipart()

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> JobReceipt:
    if response.status_code == 202:
        response_202 = JobReceipt.from_dict(response.json())

        return response_202

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    body: PostJobsJsonNewJob | PostJobsFilesBody | Unset = UNSET,
    idempotency_key: None | str | Unset = UNSET,
) -> JobReceipt:
    """Take sources to be read.

    Args:
        idempotency_key (None | str | Unset): Any text of your own: the same one again makes no
            second job.
        body (PostJobsJsonNewJob): Sources to read.
        body (PostJobsFilesBody):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                body=body,
                idempotency_key=idempotency_key,
            )
        )
    )
