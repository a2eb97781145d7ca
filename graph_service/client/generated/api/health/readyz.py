from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.health import Health
from typing import cast


def _get_kwargs() -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/readyz",
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Health:
    if response.status_code == 200:
        response_200 = Health.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
) -> Health:
    """Whether Neo4j answers."""
    return _parse_response(client.get_httpx_client().request(**_get_kwargs()))
