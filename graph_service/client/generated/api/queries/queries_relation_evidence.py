from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_evidence_row import PageEvidenceRow
from ...types import UNSET, Unset
from typing import cast


def _get_kwargs(
    *,
    relation: str,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["relation"] = relation

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/relation_evidence",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageEvidenceRow:
    if response.status_code == 200:
        response_200 = PageEvidenceRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    relation: str,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageEvidenceRow:
    """Every place in an article that speaks for a relation: sentence, offsets, article, and whose words they are.

    Args:
        relation (str):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                relation=relation,
                limit=limit,
                cursor=cursor,
            )
        )
    )
