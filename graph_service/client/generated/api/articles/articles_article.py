from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.article_record import ArticleRecord
from typing import cast


def _get_kwargs(
    article: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/v1/articles/{article}".format(
            article=quote(str(article), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> ArticleRecord:
    if response.status_code == 200:
        response_200 = ArticleRecord.from_dict(response.json())

        return response_200

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    article: str,
) -> ArticleRecord:
    """One article: its text, and the mentions and statements in it.

    Args:
        article (str):
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                article=article,
            )
        )
    )
