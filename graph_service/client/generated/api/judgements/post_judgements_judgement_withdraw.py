from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.judgement import Judgement
from ...models.withdrawal_body import WithdrawalBody
from typing import cast


def _get_kwargs(
    judgement: str,
    *,
    body: WithdrawalBody,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/judgements/{judgement}/withdraw".format(
            judgement=quote(str(judgement), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> Judgement:
    if response.status_code == 200:
        response_200 = Judgement.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    judgement: str,
    *,
    body: WithdrawalBody,
) -> Judgement:
    """Take a judgement back: the graph is as if it had never been.

    Args:
        judgement (str):
        body (WithdrawalBody): Why a judgement is taken back.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                judgement=judgement,
                body=body,
            )
        )
    )
