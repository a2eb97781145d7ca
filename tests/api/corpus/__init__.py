"""Queries that somebody may type, and other ways to write them."""

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

_WORD = re.compile(r"[A-Za-z]+|\s+|[^A-Za-z\s]+")
_STRING = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|//[^\n]*|/\*.*?\*/)""", re.DOTALL)


def queries(name: str) -> list[str]:
    """The queries of a file; a paragraph of comments alone is none."""
    text = Path(__file__).with_name(f"{name}.cypher").read_text("utf-8")
    return [each for part in text.split("\n\n") if (each := re.sub(r"\A(//[^\n]*\n)+", "", part).strip())]


def bombs() -> dict[str, str]:
    """What would keep Neo4j's parser and planner, or a single expression, busy for long; made, since they are large."""
    return {
        "brackets": "RETURN " + "(" * 3000 + "1" + ")" * 3000 + " AS x",
        "lists": "RETURN " + "[" * 3000 + "1" + "]" * 3000 + " AS x",
        "negations": "RETURN " + "NOT " * 1500 + "true AS x",
        "exclusive or": "RETURN true" + " XOR true" * 500 + " AS x",
        "alternatives": "MATCH (n) WHERE " + " OR ".join(f"(n.a{i} AND n.b{i})" for i in range(200)) + " RETURN n",
        "subqueries": "MATCH (n) WHERE " + "EXISTS { MATCH (n)--(n) WHERE " * 60 + "true" + " }" * 60 + " RETURN n",
        "calls": "CALL { " * 60 + "RETURN 1 AS x" + " } RETURN x" * 60,
        "unions": "RETURN 1 AS x" + " UNION ALL RETURN 1 AS x" * 250,
        "doublings": "WITH [1] AS l" + " WITH l + l AS l" * 60 + " RETURN size(l) AS x",
        "length": "RETURN '" + "x" * 8001 + "' AS x",
        "hidden brackets": "RETURN 1 AS y //\r, " + "(" * 3000 + "1" + ")" * 3000 + " AS x",
    }


def mutations(query: str, seed: int) -> Iterator[str]:
    """Other ways to write the same: letter case, blanks, comments, a frame around it."""
    chance = random.Random(seed)
    yield _outside(query, lambda word: "".join(chance.choice((each.lower(), each.upper())) for each in word))
    yield _outside(
        query, lambda word: word if word.strip() else chance.choice(("\n", "\t\t", " \r\n ", "/**/ ", " /* ; */ "))
    )
    yield f"// RETURN 1 AS a\n{query}"
    yield f"/* MATCH (n) RETURN n; */ {query} // end"
    yield f"\ufeff{query}" if chance.random() < 0.2 else f"\n\n\t{query}\n"
    yield f"CALL {{ {query} }} RETURN 1 AS one"
    yield f"MATCH (zz:Person) {query}"
    yield f"RETURN 1 AS one UNION {query}"
    yield f"CYPHER runtime=slotted {query}"


def _outside(query: str, change: Callable[[str], str]) -> str:
    """A query with a change to words and blanks, but not in strings, quoted names and comments."""
    parts = _STRING.split(query)
    return "".join(
        part if number % 2 else "".join(map(change, _WORD.findall(part))) for number, part in enumerate(parts)
    )
