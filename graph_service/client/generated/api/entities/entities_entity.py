from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.entity_record import EntityRecord
from typing import cast


def _get_kwargs(
    entity: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/entities/{entity}".format(
            entity=quote(str(entity), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> EntityRecord:
    if response.status_code == 200:
        response_200 = EntityRecord.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    entity: str,
) -> EntityRecord:
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
