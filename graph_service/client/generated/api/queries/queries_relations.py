from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_relation_row import PageRelationRow
from ...models.queries_relations_modality import check_queries_relations_modality
from ...models.queries_relations_modality import QueriesRelationsModality
from ...models.queries_relations_type import check_queries_relations_type
from ...models.queries_relations_type import QueriesRelationsType
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    entity: str | Unset = UNSET,
    subject: str | Unset = UNSET,
    object_: str | Unset = UNSET,
    type_: QueriesRelationsType | Unset = UNSET,
    modality: QueriesRelationsModality | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["entity"] = entity

    params["subject"] = subject

    params["object"] = object_

    json_type_: str | Unset = UNSET
    if not isinstance(type_, Unset):
        json_type_ = type_

    params["type"] = json_type_

    json_modality: str | Unset = UNSET
    if not isinstance(modality, Unset):
        json_modality = modality

    params["modality"] = json_modality

    json_since: str | Unset = UNSET
    if not isinstance(since, Unset):
        json_since = since.isoformat()
    params["since"] = json_since

    json_until: str | Unset = UNSET
    if not isinstance(until, Unset):
        json_until = until.isoformat()
    params["until"] = json_until

    params["limit"] = limit

    params["cursor"] = cursor

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/queries/relations",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageRelationRow:
    if response.status_code == 200:
        response_200 = PageRelationRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    entity: str | Unset = UNSET,
    subject: str | Unset = UNSET,
    object_: str | Unset = UNSET,
    type_: QueriesRelationsType | Unset = UNSET,
    modality: QueriesRelationsModality | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageRelationRow:
    """Who has to do what with whom: roles, meetings, supplies, wars; each with its evidence, last seen first.

    Args:
        entity (str | Unset):
        subject (str | Unset):
        object_ (str | Unset):
        type_ (QueriesRelationsType | Unset):
        modality (QueriesRelationsModality | Unset):
        since (datetime.date | Unset):
        until (datetime.date | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                entity=entity,
                subject=subject,
                object_=object_,
                type_=type_,
                modality=modality,
                since=since,
                until=until,
                limit=limit,
                cursor=cursor,
            )
        )
    )
