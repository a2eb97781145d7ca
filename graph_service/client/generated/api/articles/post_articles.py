from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors

from ...models.new_article import NewArticle
from ...models.new_article_result import NewArticleResult
from typing import cast


def _get_kwargs(
    *,
    body: NewArticle,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/v1/articles",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"
    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(response: httpx.Response) -> NewArticleResult:
    if response.status_code == 200:
        response_200 = NewArticleResult.from_dict(response.json())

        return response_200

    if response.status_code == 201:
        response_201 = NewArticleResult.from_dict(response.json())

        return response_201

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    *,
    body: NewArticle,
) -> NewArticleResult:
    """Read one article, and answer when its statements are in the graph.

    Args:
        body (NewArticle): One article in English.
    """
    return _parse_response(
        client.get_httpx_client().request(
            **_get_kwargs(
                body=body,
            )
        )
    )
