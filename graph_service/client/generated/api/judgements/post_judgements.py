from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.judgement import Judgement
from ...models.judgement_body import JudgementBody
from typing import cast


def _get_kwargs(
    *,
    body: JudgementBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/judgements",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Judgement:
    if response.status_code == 201:
        response_201 = Judgement.from_dict(response.json())

        return response_201

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    body: JudgementBody,
) -> Judgement:
    """Merge two entities, split one, say that two are distinct, or correct a statement.

    Args:
        body (JudgementBody): A decision about who entities are, or about a statement.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                body=body,
            )
        )
    )
