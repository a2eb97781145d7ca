"""Ranked candidates for a name: names first, then what title, context and days say for each."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from graph_service.errors import BadParameter
from graph_service.ids import fold
from graph_service.knowledge import Alias, AliasKind, KnowledgeBase, KnownEntity, Lexicon, load_lexicon
from graph_service.matching.roles import NamedRole, mentioned, role_in, title_and_name
from graph_service.matching.similarity import Fit, fit
from graph_service.matching.support import ONLY_ONE, Asked, Reason, called, of_graph, of_knowledge
from graph_service.models import EntityType
from graph_service.pipeline.names import key, words
from graph_service.store import GraphStore

#: a candidate this sure, and this far before the next one, is taken to be the one
SURE, LEAD = 0.85, 0.1
_HOLDER, _FORMER_HOLDER = 0.9, 0.35
_FROM_GRAPH = 60
_WORD = re.compile(r"[\w.'’&-]+")


class Wanted(NamedTuple):
    """Who is looked for: a name or a role, with what is known beside it."""

    name: str
    type: EntityType | None = None
    # anything said beside the name: a sentence, "foreign minister of Norway", other names
    context: str = ""
    # ISO day of the article
    day: str | None = None


class Candidate(BaseModel):
    """Somebody who may be meant."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    type: EntityType
    score: float = Field(ge=0, le=1)
    match: bool = Field(description="Whether it is sure enough, and far enough before all others.")
    reasons: tuple[str, ...]
    wikidata: str | None = None
    description: str | None = None
    known: bool = Field(description="Whether it is in the knowledge base.")
    statements: int = Field(0, description="How many statements it made, in this graph.")
    articles: int = Field(0, description="How many articles of this graph mention it.")


class _Weighed(NamedTuple):
    candidate: Candidate
    # whether more than a last or first name speaks for it
    supported: bool


async def match(store: GraphStore, wanted: Wanted, knowledge: KnowledgeBase, limit: int = 10) -> list[Candidate]:
    """The candidates of the knowledge base and of the graph, the likeliest first.

    Raises:
        BadParameter: the name is empty.
    """
    name, asked = _read(wanted, knowledge)
    rows = await store.match_candidates(name, sorted(asked.around), _FROM_GRAPH)
    return _candidates(wanted, name, asked, knowledge, rows)[:limit]


def candidates(wanted: Wanted, knowledge: KnowledgeBase) -> list[Candidate]:
    """The candidates of the knowledge base alone, the likeliest first.

    Raises:
        BadParameter: the name is empty.
    """
    return _candidates(wanted, *_read(wanted, knowledge), knowledge, ())


def _candidates(
    wanted: Wanted, name: str, asked: Asked, knowledge: KnowledgeBase, rows: Iterable[dict[str, Any]]
) -> list[Candidate]:
    graph = {str(row["id"]): row for row in rows}
    known = {entity.id: entity for entity in _known(name, knowledge)}
    known |= {id_: entity for id_ in graph if (entity := knowledge.get(id_))}
    role = role_in(wanted.name, knowledge, load_lexicon())
    weighed = [
        *_holders(role, wanted, asked, knowledge, graph),
        *(
            _of_known(entity, name, asked, knowledge, graph.get(entity.id), alone=len(known) == 1)
            for entity in known.values()
        ),
        *(_of_row(row, name) for id_, row in graph.items() if id_ not in known),
    ]
    return _ranked([each for each in weighed if each], wanted.type)


def _read(wanted: Wanted, knowledge: KnowledgeBase) -> tuple[str, Asked]:
    """The name without a title, and what title and context say."""
    if not wanted.name.strip():
        raise BadParameter("There is no name to match.", advice="Give a name or a role.")
    lexicon = load_lexicon()
    title, name = title_and_name(wanted.name, lexicon)
    around, titles = set(), set()
    for text in (title, wanted.context):
        split = _WORD.findall(text)
        found = [entity for *_, entity in mentioned(split, knowledge)]
        around |= {each for entity in found for each in (entity.id, entity.stands_for) if each}
        titles |= {name for start in range(len(split)) for name in _titles(split[start : start + 4], lexicon)}
    return name, Asked(frozenset(titles), frozenset(around), frozenset(fold(wanted.context).split()), wanted.day)


def _titles(following: list[str], lexicon: Lexicon) -> Iterator[str]:
    for length in range(len(following), 0, -1):
        yield from lexicon.called.get(fold(" ".join(following[:length])), ())


def _known(name: str, knowledge: KnowledgeBase) -> Iterable[KnownEntity]:
    same = knowledge.candidates(name)
    split = words(name)
    spelt = _by_key(knowledge).get(key(split[-1]), ()) if split else ()
    return (*same, *(entity for entity in map(knowledge.get, spelt) if entity is not None))


@lru_cache(maxsize=2)
def _by_key(knowledge: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    """Entities by the last words of their names, in one spelling for many."""
    found: dict[str, dict[str, None]] = {}
    for alias, entity in knowledge.aliases():
        if alias.kind in {AliasKind.NAME, AliasKind.SURNAME} and (split := words(alias.text)):
            found.setdefault(key(split[-1]), {})[entity.id] = None
    return {spelling: tuple(ids) for spelling, ids in found.items()}


def _of_known(  # noqa: PLR0913  (who, and all that may speak for them)
    entity: KnownEntity,
    name: str,
    asked: Asked,
    knowledge: KnowledgeBase,
    row: dict[str, Any] | None,
    *,
    alone: bool,
) -> _Weighed | None:
    learned = [Alias(text, AliasKind.NAME) for text in (row["aliases"] if row else ())]
    trusted = {alias.text for alias in entity.aliases}
    aliases = (*entity.aliases, *(alias for alias in learned if alias.text not in trusted))
    found = fit(name, entity.name, aliases, person=entity.type is EntityType.PERSON)
    if found is None:
        return None
    reasons = [*of_knowledge(entity, asked, knowledge), *([ONLY_ONE] if alone else []), *_of_graph(row)]
    return _weighed(_facts(entity, row), found, reasons)


def _of_row(row: dict[str, Any], name: str) -> _Weighed | None:
    aliases = [Alias(text, AliasKind.NAME) for text in row["aliases"]]
    found = fit(name, row["name"], aliases, person=row["type"] == EntityType.PERSON)
    facts = {field: row[field] for field in ("id", "name", "type", "wikidata", "description", "known")}
    return _weighed(facts | _counts(row), found, list(_of_graph(row))) if found else None


def _holders(
    role: NamedRole | None, wanted: Wanted, asked: Asked, knowledge: KnowledgeBase, graph: dict[str, dict[str, Any]]
) -> Iterator[_Weighed]:
    """Whoever holds a role on the day; without a day whoever held it, with little to say for each."""
    for of in role.of if role else ():
        for title in role.titles if role else ():
            for entity in knowledge.holders(title, of, wanted.day) if wanted.day else knowledge.ever_held(title, of):
                score = _HOLDER if wanted.day else _FORMER_HOLDER
                found = Fit(score, f"{title} of {called(of, knowledge)}", partial=not wanted.day)
                row = graph.get(entity.id)
                roles = asked._replace(titles=frozenset({title}), around=frozenset())
                reasons = [*of_knowledge(entity, roles, knowledge), *_of_graph(row)]
                yield _weighed(_facts(entity, row), found, reasons if wanted.day else reasons[:1])


def _of_graph(row: dict[str, Any] | None) -> Iterator[Reason]:
    return of_graph(row["together"], row["articles"]) if row else iter(())


def _facts(entity: KnownEntity, row: dict[str, Any] | None) -> dict[str, Any]:
    told = {field: getattr(entity, field) for field in ("id", "name", "type", "wikidata", "description")}
    return told | {"known": True} | _counts(row)


def _counts(row: dict[str, Any] | None) -> dict[str, Any]:
    return {"statements": row["statements"], "articles": row["articles"]} if row else {}


def _weighed(facts: dict[str, Any], found: Fit, reasons: list[Reason]) -> _Weighed:
    left = 1 - found.score
    for reason in reasons:
        left *= 1 - reason.weight
    texts = (found.reason, *(reason.text for reason in reasons))
    supported = not found.partial or any(reason.telling for reason in reasons)
    return _Weighed(Candidate(**facts, score=round(1 - left, 3), match=False, reasons=texts), supported)


def _ranked(weighed: Iterable[_Weighed], wanted: EntityType | None) -> list[Candidate]:
    best: dict[str, _Weighed] = {}
    for each in weighed:
        id_ = each.candidate.id
        if wanted in {None, each.candidate.type} and (
            id_ not in best or each.candidate.score > best[id_].candidate.score
        ):
            best[id_] = each
    ordered = sorted(best.values(), key=lambda each: (-each.candidate.score, each.candidate.id))
    if not ordered:
        return []
    first, others = ordered[0], ordered[1:]
    far = not others or first.candidate.score - others[0].candidate.score >= LEAD
    sure = first.supported and far and first.candidate.score >= SURE
    return [first.candidate.model_copy(update={"match": sure}), *(each.candidate for each in others)]
