"""What is code and what is not in a Cypher text: comments, strings and quoted names hide nothing and start nothing."""

import re
from collections.abc import Mapping

_TOKEN = re.compile(
    r"""
      //[^\n]* | /\*.*?\*/                                   # comments
    | '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*"                  # strings
    | \$(?:`(?P<quoted>(?:``|[^`])*)`|(?P<plain>\w+))        # parameters
    | `(?:``|[^`])*`                                         # quoted names
    | (?P<end>;)
    """,
    re.VERBOSE | re.DOTALL,
)


def parameters(cypher: str) -> dict[str, int]:
    """The parameters a query uses, each with the line (from 1) of its first use."""
    found: dict[str, int] = {}
    for token in _TOKEN.finditer(cypher):
        if name := _name(token):
            found.setdefault(name, cypher.count("\n", 0, token.start()) + 1)
    return found


def replace_parameters(cypher: str, values: Mapping[str, str]) -> str:
    """A query with texts in the place of its parameters, for people to read and change; nothing here runs it."""
    return _TOKEN.sub(lambda token: values[_name(token) or ""] if _name(token) else token[0], cypher)


def statements(cypher: str) -> list[str]:
    """The statements of a script, which end with semicolons."""
    ends = [token.start() for token in _TOKEN.finditer(cypher) if token["end"]]
    pieces = [cypher[start:end].strip() for start, end in zip([0, *(e + 1 for e in ends)], [*ends, None], strict=True)]
    return [piece for piece in pieces if _TOKEN.sub(_keep_code, piece).strip()]


def _name(token: re.Match[str]) -> str | None:
    return token["plain"] or token["quoted"]


def _keep_code(token: re.Match[str]) -> str:
    return "" if token[0].startswith(("//", "/*")) else token[0]
