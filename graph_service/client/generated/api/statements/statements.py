from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.page_statement_row import PageStatementRow
from ...models.statements_modality import check_statements_modality
from ...models.statements_modality import StatementsModality
from ...models.statements_stance import check_statements_stance
from ...models.statements_stance import StatementsStance
from ...models.statements_type import check_statements_type
from ...models.statements_type import StatementsType
from ...types import UNSET, Unset
from typing import cast
import datetime


def _get_kwargs(
    *,
    speaker: str | Unset = UNSET,
    about: str | Unset = UNSET,
    to: str | Unset = UNSET,
    reported_by: str | Unset = UNSET,
    outlet: str | Unset = UNSET,
    article: str | Unset = UNSET,
    q: str | Unset = UNSET,
    type_: StatementsType | Unset = UNSET,
    modality: StatementsModality | Unset = UNSET,
    stance: StatementsStance | Unset = UNSET,
    nested: bool | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["speaker"] = speaker

    params["about"] = about

    params["to"] = to

    params["reported_by"] = reported_by

    params["outlet"] = outlet

    params["article"] = article

    params["q"] = q

    json_type_: str | Unset = UNSET
    if not isinstance(type_, Unset):
        json_type_ = type_

    params["type"] = json_type_

    json_modality: str | Unset = UNSET
    if not isinstance(modality, Unset):
        json_modality = modality

    params["modality"] = json_modality

    json_stance: str | Unset = UNSET
    if not isinstance(stance, Unset):
        json_stance = stance

    params["stance"] = json_stance

    params["nested"] = nested

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
        "url": "/v1/statements",
        "params": params,
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> PageStatementRow:
    if response.status_code == 200:
        response_200 = PageStatementRow.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    speaker: str | Unset = UNSET,
    about: str | Unset = UNSET,
    to: str | Unset = UNSET,
    reported_by: str | Unset = UNSET,
    outlet: str | Unset = UNSET,
    article: str | Unset = UNSET,
    q: str | Unset = UNSET,
    type_: StatementsType | Unset = UNSET,
    modality: StatementsModality | Unset = UNSET,
    stance: StatementsStance | Unset = UNSET,
    nested: bool | Unset = UNSET,
    since: datetime.date | Unset = UNSET,
    until: datetime.date | Unset = UNSET,
    limit: int | Unset = 50,
    cursor: str | Unset = UNSET,
) -> PageStatementRow:
    """Statements by any mixture of filters, newest first.

    Args:
        speaker (str | Unset):
        about (str | Unset):
        to (str | Unset):
        reported_by (str | Unset):
        outlet (str | Unset):
        article (str | Unset):
        q (str | Unset):
        type_ (StatementsType | Unset):
        modality (StatementsModality | Unset):
        stance (StatementsStance | Unset):
        nested (bool | Unset):
        since (datetime.date | Unset):
        until (datetime.date | Unset):
        limit (int | Unset):  Default: 50.
        cursor (str | Unset):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                speaker=speaker,
                about=about,
                to=to,
                reported_by=reported_by,
                outlet=outlet,
                article=article,
                q=q,
                type_=type_,
                modality=modality,
                stance=stance,
                nested=nested,
                since=since,
                until=until,
                limit=limit,
                cursor=cursor,
            )
        )
    )
