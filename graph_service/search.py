"""Search: statements by their words and by what they mean, the best first.

Words are looked up in Neo4j's full-text index, meanings in its vector index; the two lists become one by reciprocal
ranks (Cormack, Clarke and Büttcher 2009), so that their scores need not be compared.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from graph_service.meanings import vectors_of
from graph_service.queries import Param, ParamType, Query, catalogue
from graph_service.stems import stem
from graph_service.store import GraphStore

Row = dict[str, object]

#: how deep a search goes: no page lies behind
DEPTH = 500
# what each of the two ways finds at most, before the filters
_REACH = 1_000
# Neo4j's score of two meanings, (1 + cosine) / 2, from which on they have something to do with each other
_NEAR = 0.65
# flattens the ranks; the value of the paper
_FLAT = 60
_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_OTHERS = ("after", "limit", "q", "by")


@lru_cache
def search_query() -> Query:
    """What a search takes and returns: the filters of ``statements``, and how each statement was found."""
    statements = catalogue()["statements"]
    filters = tuple(each for each in statements.params if each.name not in _OTHERS)
    paging = tuple(each for each in statements.params if each.name in ("after", "limit"))
    asked = (
        Param("q", ParamType.STRING, 'what to look for; "words in quotation marks" stand together', example="talks"),
        Param(
            "by", ParamType.STRING, "what is compared", required=False, default="both",
            choices=("both", "words", "meaning"),
        ),
    )  # fmt: skip
    columns = (*statements.returns, "score", "found_by", "highlights")
    summary = "Statements by their words and by what they mean, the best first."
    return replace(statements, name="search", summary=summary, params=(*asked, *filters, *paging), returns=columns)


async def search(store: GraphStore, raw: Mapping[str, object]) -> list[Row]:
    """A page of statement rows, the best first, each with ``score``, ``found_by`` and ``highlights``.

    ``raw``: parameters of ``search_query``; entities by id, ``after`` is how many rows came before. ``score``: the sum
    of the reciprocal ranks. ``found_by``: ``words``, ``meaning`` or both. ``highlights``: [start, end) in ``text`` of
    the words that were looked for.

    Raises:
        BadQuery: a parameter is unknown, missing or wrong.
        ModelMissing: the encoder cannot be loaded.
        StoreUnavailable: Neo4j does not answer.
    """
    asked = search_query().bind(raw)
    first, limit = int(str(asked["after"] or 0)), int(str(asked["limit"]))
    found = _fused(await _candidates(store, asked))[first : min(first + limit, DEPTH)]
    if not found:
        return []
    wanted = {"statements": [each for each, _, _ in found], "limit": len(found)}
    rows = {str(row["statement"]): row for row in await store.read(catalogue()["statements_by_id"], wanted)}
    stems = _stems(str(asked["q"]))
    return [
        {**rows[each], "score": score, "found_by": how, "highlights": highlights(str(rows[each]["text"]), stems)}
        for each, score, how in found
        if each in rows
    ]


def place_behind(raw: Mapping[str, object], rows: Sequence[Row]) -> str | None:
    """The ``after`` of the page behind these rows; none where they do not fill theirs, or nothing lies deeper."""
    asked = search_query().bind(raw)
    seen = int(str(asked["after"] or 0)) + len(rows)
    return str(seen) if len(rows) == asked["limit"] and seen < DEPTH else None


def highlights(text: str, stems: Iterable[str]) -> list[list[int]]:
    """Where the words with these stems stand in a text: [start, end) of each."""
    wanted = frozenset(stems)
    return [[each.start(), each.end()] for each in _WORD.finditer(text) if _stem(each[0]) in wanted]


async def _candidates(store: GraphStore, asked: Mapping[str, object]) -> list[Row]:
    question, by = str(asked["q"]), asked["by"]
    filters = {name: value for name, value in asked.items() if name not in _OTHERS}
    return await store.search_statements(
        {
            **filters,
            "words": _lucene(question) if by != "meaning" else None,
            "vector": (await vectors_of([question]))[0] if by != "words" else None,
            "near": _NEAR,
            "reach": _REACH,
        }
    )


def _fused(rows: Sequence[Row]) -> list[tuple[str, float, list[str]]]:
    """Ids by the sum of their reciprocal ranks, the best first, with the ways they were found."""
    scores: dict[str, float] = {}
    ways: dict[str, list[str]] = {}
    for way in ("words", "meaning"):
        scored = [(float(str(row[f"by_{way}"])), str(row["statement"])) for row in rows if row[f"by_{way}"] is not None]
        for rank, (_, each) in enumerate(sorted(scored, key=lambda one: (-one[0], one[1])), start=1):
            scores[each] = scores.get(each, 0.0) + 1 / (_FLAT + rank)
            ways.setdefault(each, []).append(way)
    best = sorted(scores, key=lambda each: (-scores[each], each))
    return [(each, round(scores[each], 6), ways[each]) for each in best]


def _lucene(question: str) -> str | None:
    """The question for the full-text index: its phrases and words, quoted, so that nothing in it is an operator."""
    parts = (" ".join(_WORD.findall(phrase or word)) for phrase, word in _PHRASE.findall(question))
    return " ".join(f'"{each}"' for each in parts if each) or None


def _stems(question: str) -> frozenset[str]:
    return frozenset(map(_stem, _WORD.findall(question)))


def _stem(word: str) -> str:
    return stem(word.casefold().replace("’", "'").removesuffix("'s"))
