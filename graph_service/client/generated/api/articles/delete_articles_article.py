from typing import Any, cast
from urllib.parse import quote

import httpx

from ...client import Client
from ...types import UNSET
from ... import errors


def _get_kwargs(
    article: str,
) -> dict[str, Any]:

    _kwargs: dict[str, Any] = {
        "method": "delete",
        "url": "/v1/articles/{article}".format(
            article=quote(str(article), safe=""),
        ),
    }

    return _kwargs


def _parse_response(response: httpx.Response) -> Any:
    if response.status_code == 204:
        return None

    raise errors.UnexpectedStatus(response.status_code, response.content)


def sync(
    client: Client,
    /,
    article: str,
) -> Any:
    """Take an article out of the graph.

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
