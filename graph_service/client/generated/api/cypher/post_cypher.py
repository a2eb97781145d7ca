from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.cypher_answer import CypherAnswer
from ...models.cypher_body import CypherBody
from typing import cast


def _get_kwargs(
    *,
    body: CypherBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/cypher",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> CypherAnswer:
    if response.status_code == 200:
        response_200 = CypherAnswer.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    body: CypherBody,
) -> CypherAnswer:
    """Run Cypher that only reads.

    Args:
        body (CypherBody): A query, with its parameters.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                body=body,
            )
        )
    )
