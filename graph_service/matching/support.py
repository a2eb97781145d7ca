"""What speaks for a candidate beside its name: title, country, days, company. Each reason has a weight from 0 to 1."""

from collections.abc import Iterator
from typing import NamedTuple

from graph_service.ids import fold
from graph_service.knowledge import KnowledgeBase, KnownEntity, Role

# an office that the title names, held on the day or once; any office of a country that was named, held on the day
_IN_OFFICE, _ONCE_IN_OFFICE, _OFFICE_THERE = 0.6, 0.3, 0.35
_COUNTRY, _WORDS, _TOGETHER, _LEADS, _ONLY, _IN_NEWS = 0.35, 0.2, 0.25, 0.15, 0.2, 0.05
_SHORT = 4


class Reason(NamedTuple):
    """Something that speaks for a candidate."""

    text: str
    weight: float
    # whether it tells this one from others of the same last name
    telling: bool = True


#: that nobody else who is known has the name
ONLY_ONE = Reason("nobody else of that name is known", _ONLY, telling=False)


class Asked(NamedTuple):
    """What is known of whoever is meant, beside the name."""

    # titles of the knowledge base that stand before the name or in the context
    titles: frozenset[str]
    # ids of countries, organisations and places that title and context name
    around: frozenset[str]
    # folded words of the context
    words: frozenset[str]
    # ISO
    day: str | None


def of_knowledge(entity: KnownEntity, asked: Asked, knowledge: KnowledgeBase) -> Iterator[Reason]:
    """What the knowledge base says for an entity."""
    now = _held_now(entity, asked.day, knowledge)
    if held := [role for role in entity.roles if role.title in asked.titles]:
        holding = [role for role in held if role in now]
        yield Reason(_said((holding or held)[-1], knowledge), _IN_OFFICE if holding else _ONCE_IN_OFFICE)
    elif there := [role for role in now if asked.day and role.of in asked.around]:
        yield Reason(_said(there[-1], knowledge), _OFFICE_THERE)
    countries = {entity.id, *entity.countries, *(role.of for role in entity.roles), entity.stands_for or ""}
    shared = sorted(countries & asked.around)
    if shared:
        yield Reason(f"of {called(shared[0], knowledge)}", _COUNTRY)
    kinds = {word for word in fold(f"{entity.kind or ''} {entity.description or ''}").split() if len(word) > _SHORT}
    named = {word for each in asked.around if (known := knowledge.get(each)) for word in fold(known.name).split()}
    if common := sorted(kinds & asked.words - named):
        yield Reason(f"context says {', '.join(common)}", _WORDS)
    if entity.rank > 2:
        yield Reason("widely known", _LEADS, telling=False)


def of_graph(together: list[dict[str, object]], articles: int) -> Iterator[Reason]:
    """What the graph says for an entity: how often it is in the news, and in whose company."""
    for each in together:
        if each["articles"]:
            yield Reason(f"{_articles(each['articles'])} with {each['name']}", _TOGETHER)
    if articles:
        yield Reason(_articles(articles), _IN_NEWS, telling=False)


def _articles(count: object) -> str:
    return "in 1 article" if count == 1 else f"in {count} articles"


def _held_now(entity: KnownEntity, day: str | None, knowledge: KnowledgeBase) -> list[Role]:
    if day is None:
        return [role for role in entity.roles if role.open]
    titles = knowledge.titles(entity.id, day)
    return [role for role in entity.roles if (role.title, role.of) in titles]


def _said(role: Role, knowledge: KnowledgeBase) -> str:
    ended = f"at least {role.until}" if role.open else role.until
    return f"{role.title} of {called(role.of, knowledge)}, {role.start} to {ended}"


def called(id_: str, knowledge: KnowledgeBase) -> str:
    """The name of a known entity, or its id where it is not known."""
    named = knowledge.get(id_)
    return named.name if named else id_
