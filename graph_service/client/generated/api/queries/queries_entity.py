from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_entity_record import PageEntityRecord
from typing import cast


def _get_kwargs(
    *,
    entity: str,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["entity"] = entity

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/entity",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageEntityRecord:
    if response.status_code == 200:
        response_200 = PageEntityRecord.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    entity: str,
) -> PageEntityRecord:
    """One entity, with how much is known of it.

    Args:
        entity (str):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                entity=entity,
            )
        )
    )
