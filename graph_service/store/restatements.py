"""What one speaker said in two articles in other words: near by meaning, and in the same words but for a few.

Vectors alone do not tell "will raise" from "will lower", so the words have their say, too: one of the two says nothing
that the other leaves out.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from neo4j import AsyncManagedTransaction, Record

from graph_service.ids import fold
from graph_service.stems import stem
from graph_service.store.transactions import run

# what is said again later than this is another event
_DAYS = 7
# cosine of the two vectors; with the words' say, nothing above it was found to differ
_NEAR = 0.8
# words that say something; in fewer two statements are alike by chance
_FEWEST = 3
_SHORTENED = re.compile(r"\w*(n't)\b|'(?:s|re|ve|ll|d|m)\b")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_NEGATIONS = frozenset(["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"])
_LIGHT = frozenset([
    "a", "also", "am", "an", "and", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could",
    "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "here", "him", "his", "i", "if", "in",
    "into", "is", "it", "its", "just", "me", "my", "of", "on", "or", "our", "shall", "she",
    "should", "so", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "to",
    "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "will", "with",
    "would", "you", "your",
])  # fmt: skip


class Told(NamedTuple):
    """A statement, in the order in which statements were reported."""

    published_at: str
    article: str
    start: int
    id: str


class Near(NamedTuple):
    """Two statements of one speaker whose meanings are near."""

    first: Told
    then: Told
    score: float


def says_the_same(one: str, other: str) -> bool:
    """Whether one of two texts says nothing that the other leaves out, and neither denies what the other says."""
    ones, others = _said(one), _said(other)
    if ones.isdisjoint(_NEGATIONS) != others.isdisjoint(_NEGATIONS):
        return False
    ones, others = ones - _NEGATIONS, others - _NEGATIONS
    return min(len(ones), len(others)) >= _FEWEST and (ones <= others or others <= ones)


async def restate_by_meaning(tx: AsyncManagedTransaction, ids: Collection[str]) -> None:
    """Links some statements, and later ones that are near to them, each with the earliest that says the same.

    They are compared with those of the same speaker in articles of the days around them. The result does not depend
    on the order in which statements come.
    """
    speakers = [row["id"] for row in await run(tx, "speakers_of_statements", ids=sorted(ids))]
    # nobody else compares or removes a statement of theirs meanwhile
    await run(tx, "lock_entities", ids=speakers)
    rows = await run(tx, "near_statements", ids=sorted(ids), days=_DAYS, near=_NEAR)
    pairs = (_near(row) for row in rows if says_the_same(row["text"], row["other_text"]))
    links = [_link(pair) for pair in _earliest(each for each in pairs if each)]
    await run(tx, "restate_by_meaning", ids=sorted(ids), links=links)


def _near(row: Record) -> Near | None:
    """Two statements in their order; none where the later one leads to an earlier one already."""
    one, other = Told(*row["one_told"]), Told(*row["other_told"])
    if one < other and row["known_told"] and Told(*row["known_told"]) <= one:
        return None
    return Near(min(one, other), max(one, other), row["score"])


def _earliest(pairs: Iterable[Near]) -> list[Near]:
    """Of each later statement the pair with the earliest one."""
    chosen: dict[Told, Near] = {}
    for pair in pairs:
        if pair.then not in chosen or pair.first < chosen[pair.then].first:
            chosen[pair.then] = pair
    return [chosen[then] for then in sorted(chosen)]


def _link(pair: Near) -> dict[str, object]:
    return {"statement": pair.then.id, "first": pair.first.id, "score": round(min(pair.score, 1.0), 4)}


@lru_cache(maxsize=4096)
def _said(text: str) -> frozenset[str]:
    """The stems of the words that say something."""
    plain = _SHORTENED.sub(lambda found: " not" if found[1] else "", fold(text))
    words = _WORD.findall(plain)
    return frozenset(each if each in _NEGATIONS else stem(each) for each in words if each not in _LIGHT)
