from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.relation_row import RelationRow
from typing import cast


def _get_kwargs(
    relation: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/relations/{relation}".format(
            relation=quote(str(relation), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> RelationRow:
    if response.status_code == 200:
        response_200 = RelationRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    relation: str,
) -> RelationRow:
    """One relation between two entities, with how often and where it was seen.

    Args:
        relation (str):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                relation=relation,
            )
        )
    )
