"""The question of a page for other doors: a shell, Python, Cypher."""

import shlex
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from starlette.requests import Request

from graph_service.api.questions import Question
from graph_service.browser import asked_query
from graph_service.queries import catalogue


class Snippet(NamedTuple):
    """A text to copy."""

    title: str
    text: str


def snippets(request: Request, question: Question, path: str) -> tuple[Snippet, ...]:
    """The same rows by curl, by Python, and in Neo4j Browser; ``path`` is the API's address of the query."""
    params = {name: str(value) for name, value in question.raw.items() if name != "after"}
    address = f"{str(request.base_url).rstrip('/')}{path}"
    calls = (
        Snippet("curl", f"curl {shlex.quote(address + (f'?{urlencode(params)}' if params else ''))}"),
        Snippet("Python", _python(address, params)),
    )
    # a search is more than one query
    if question.query.name not in catalogue():
        return calls
    return (*calls, Snippet("Cypher", asked_query(question.query, question.query.bind(question.raw))))


def _python(address: str, params: Mapping[str, str]) -> str:
    return (
        "import httpx\n\n"
        f"answer = httpx.get({address!r}, params={dict(params)!r})\n"
        'for row in answer.raise_for_status().json()["rows"]:\n'
        "    print(row)\n"
    )
