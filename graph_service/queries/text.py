"""What is code and what is not in a Cypher text: comments, strings and quoted names hide nothing and start nothing."""

import re
from collections.abc import Mapping
from functools import lru_cache

_TOKEN = re.compile(
    r"""
      //[^\r\n]* | /\*.*?\*/                                   # comments
    | '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*"                  # strings
    | \$(?:`(?P<quoted>(?:``|[^`])*)`|(?P<plain>\w+))        # parameters
    | `(?:``|[^`])*`                                         # quoted names
    | (?P<end>;)
    """,
    re.VERBOSE | re.DOTALL,
)

# what matters only where a parameter is not null: from `// if $name` to `// end`, or a line that ends with the former
_BLOCK = re.compile(r"^ *// if \$(?P<name>\w+)\n(?P<kept>.*?)^ *// end\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^(?P<kept>.*\S) // if \$(?P<name>\w+)\n", re.MULTILINE)

# what stands for a token, by its first character
_HOLLOW = {"/": " ", "'": "''", '"': '""', "`": "``", "$": "$_"}


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


def rename_parameters(cypher: str, values: Mapping[str, str]) -> str:
    """A query with something else in the place of some of its parameters."""
    return _TOKEN.sub(lambda token: values.get(_name(token) or "", token[0]), cypher)


@lru_cache(maxsize=1024)
def without(cypher: str, absent: frozenset[str]) -> str:
    """A query without what it says to matter only where these parameters are not null.

    It answers the same, and Neo4j plans and runs less of it.
    """
    blocks = _BLOCK.sub(lambda part: "" if part["name"] in absent else part["kept"], cypher)
    return _LINE.sub(lambda part: "" if part["name"] in absent else f"{part['kept']}\n", blocks)


def code_of(cypher: str) -> str:
    """A query without its comments, and with empty strings and quoted names: what is left is code."""
    return _TOKEN.sub(lambda token: _HOLLOW.get(token[0][0], token[0]), cypher)


def explained(cypher: str) -> str:
    """A query that is only planned; nothing else is ever put before what somebody typed."""
    return "EXPLAIN " + cypher


def statements(cypher: str) -> list[str]:
    """The statements of a script, which end with semicolons."""
    ends = [token.start() for token in _TOKEN.finditer(cypher) if token["end"]]
    pieces = [cypher[start:end].strip() for start, end in zip([0, *(e + 1 for e in ends)], [*ends, None], strict=True)]
    return [piece for piece in pieces if _TOKEN.sub(_keep_code, piece).strip()]


def _name(token: re.Match[str]) -> str | None:
    return token["plain"] or token["quoted"]


def _keep_code(token: re.Match[str]) -> str:
    return "" if token[0].startswith(("//", "/*")) else token[0]
