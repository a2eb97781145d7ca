"""Which entities of the graph may be one: suggested with reasons, for a person to decide."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from graph_service.knowledge import Alias, AliasKind, Lexicon, load_lexicon
from graph_service.matching.similarity import fit
from graph_service.models import EntityType
from graph_service.pipeline.names import initials, key, words
from graph_service.store import GraphStore

#: suggestions below this are not worth a look
LEAST = 0.5
#: words that more entities share tell nothing
_MOST_IN_BLOCK = 60
_AT_ONCE = 200
_TOGETHER, _OTHER_TYPE, _COMPANY, _ACRONYM, _INSIDE = 0.45, 0.75, 0.3, 0.7, 0.55


class Suggestion(BaseModel):
    """Two entities that may be one; ``entity`` is the better known one, which a merge would keep."""

    model_config = ConfigDict(frozen=True)

    score: float = Field(ge=0, le=1)
    entity: str
    entity_name: str
    other: str
    other_name: str
    reasons: tuple[str, ...]


class _Named(NamedTuple):
    id: str
    name: str
    type: str
    aliases: tuple[str, ...]
    known: bool
    articles: int


class _Pair(NamedTuple):
    entity: _Named
    other: _Named
    score: float
    reason: str


async def suggest_merges(store: GraphStore, limit: int = 50) -> list[Suggestion]:
    """The likeliest pairs, the likeliest first; nothing that was judged already, and never two known ones."""
    entities = [_named(row) for row in await store.entities_to_compare()]
    pairs = sorted(alike(entities), key=lambda pair: (-pair.score, pair.entity.id, pair.other.id))
    found: list[Suggestion] = []
    for start in range(0, len(pairs), _AT_ONCE):
        batch = pairs[start : start + _AT_ONCE]
        told = await store.pairs_in_articles([(pair.entity.id, pair.other.id) for pair in batch])
        rows = {(row["one"], row["other"]): row for row in told if not row["judged"]}
        keys = ((pair, rows.get((pair.entity.id, pair.other.id))) for pair in batch)
        weighed = (_weighed(pair, row) for pair, row in keys if row)
        found += [each for each in weighed if each.score >= LEAST]
    return sorted(found, key=lambda each: (-each.score, each.entity, each.other))[:limit]


def alike(entities: Iterable[_Named]) -> Iterator[_Pair]:
    """Pairs with names that may be one's, each once."""
    lexicon = load_lexicon()
    blocks: dict[str, dict[str, _Named]] = {}
    for entity in entities:
        for word in _blocks(entity, lexicon):
            blocks.setdefault(word, {})[entity.id] = entity
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        if len(block) > _MOST_IN_BLOCK:
            continue
        for one, other in combinations(block.values(), 2):
            entity, lesser = sorted((one, other), key=lambda each: (not each.known, -each.articles, each.id))
            # names that mean nothing beyond one article: "Foreign Ministry"
            nameless = "~" in entity.id and "~" in lesser.id
            if (entity.id, lesser.id) in seen or lesser.known or nameless:
                continue
            seen.add((entity.id, lesser.id))
            if pair := _pair(entity, lesser):
                yield pair


def _blocks(entity: _Named, lexicon: Lexicon) -> Iterator[str]:
    for name in (entity.name, *entity.aliases):
        split = words(name)
        if not split:
            continue
        yield f"last {key(split[-1])}"
        yield f"whole {' '.join(key(word) for word in split)}"
        if entity.type != EntityType.PERSON:
            yield f"letters {initials(split) if len(split) > 1 else split[0]}"
            yield from (f"word {key(word)}" for word in split if word not in lexicon.generic_words and len(word) > 3)


def _pair(entity: _Named, other: _Named) -> _Pair | None:
    person = EntityType.PERSON in {entity.type, other.type}
    aliases = [Alias(text, AliasKind.NAME) for text in entity.aliases]
    fits = [each for name in (other.name, *other.aliases) if (each := fit(name, entity.name, aliases, person=person))]
    best = max(fits, key=lambda each: each.score, default=None)
    score, reason = (best.score, f"{other.name}: {best.reason}") if best else (0.0, "")
    if not person and (told := _inside(entity, other)):
        score, reason = max((score, reason), told)
    if not score:
        return None
    return _Pair(entity, other, score * (1 if entity.type == other.type else _OTHER_TYPE), reason)


def _inside(entity: _Named, other: _Named) -> tuple[float, str] | None:
    """The letters of the other's words, or its name with words before it."""
    one, two = words(entity.name), words(other.name)
    for short, long in ((one, two), (two, one)):
        if len(short) == 1 and len(long) > 2 and short[0] == initials(long):
            return _ACRONYM, f"{entity.name} and {other.name}: first letters"
        if 1 < len(short) < len(long) and short == long[-len(short) :]:
            return _INSIDE, f"{entity.name} and {other.name}: one name ends as the other"
    return None


def _weighed(pair: _Pair, row: Mapping[str, Any]) -> Suggestion:
    score, reasons = pair.score, [pair.reason]
    if pair.entity.type != pair.other.type:
        reasons.append(f"one a {pair.entity.type}, one a {pair.other.type}")
    if row["company"]:
        score = 1 - (1 - score) * (1 - _COMPANY)
        reasons.append(f"both in the news with {', '.join(row['company'])}")
    if row["together"]:
        score *= _TOGETHER
        reasons.append(f"but {row['together']} articles name both")
    return Suggestion(
        score=round(score, 3),
        entity=pair.entity.id,
        entity_name=pair.entity.name,
        other=pair.other.id,
        other_name=pair.other.name,
        reasons=tuple(reasons),
    )


def _named(row: Mapping[str, Any]) -> _Named:
    return _Named(row["id"], row["name"], row["type"], tuple(row["aliases"]), row["known"], row["articles"])
