"""Offices with two holders at one time, and terms whose days differ between lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product

from graph_service.knowledge.base import KnownEntity, Role
from graph_service.knowledge.conflicts.conflict import Conflict
from graph_service.knowledge.sources.roster import SNAPSHOTS, Held, Term
from graph_service.knowledge.sources.titles import MANY

#: days that differ by less are the same change of office: sworn in, took over, was seen in a weekly snapshot
_NEAR = 31
_DAY = len("2024-12-31")


def offices(entities: Iterable[KnownEntity]) -> Iterator[Conflict]:
    """Two who hold one office at one time; nobody is taken for it then."""
    held: dict[tuple[str, str], list[tuple[Role, str]]] = defaultdict(list)
    for entity in entities:
        for role in entity.roles:
            if role.title not in MANY:
                held[role.title, role.of].append((role, entity.id))
    for (title, of), terms in held.items():
        for (one, who), (other, someone) in combinations(sorted(terms), 2):
            start, until = max(one.start, other.start), min(one.until, other.until)
            if who != someone and start < until:
                values = "; ".join(sorted((who, someone)))
                yield Conflict(
                    "office", f"{title}, {of}", "compiled", f"{values} on {start}", f"nobody from {start} to {until}"
                )


def days(held: Iterable[Held]) -> Iterator[Conflict]:
    """One term of one person whose first or last day differs between lists by more than a month."""
    terms: dict[tuple[str, str, str], dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    roles: dict[tuple[str, str, str], set[Role]] = defaultdict(set)
    for each in held:
        if each.title not in MANY:
            office = (each.draft.id, each.title, each.of)
            terms[office][each.term.source].append(each.term)
            roles[office].update(role for role in each.draft.roles if (role.title, role.of) == office[1:])
    for office, lists in terms.items():
        kept = ", ".join(f"{role.start} to {role.until}" for role in sorted(roles[office]))
        for (first, ones), (second, others) in combinations(sorted(lists.items()), 2):
            for one, other in product(_whole(ones), _whole(others)):
                if _differ(one, other):
                    values = f"{_span(one)}; {_span(other)}"
                    yield Conflict("days", ", ".join(office), f"{first}; {second}", values, f"kept {kept or 'neither'}")


def _whole(terms: list[Term]) -> list[Term]:
    """Terms that follow each other as one; the end of a list of snapshots is only when somebody was last seen."""
    found: list[Term] = []
    for term in sorted(terms):
        each = term._replace(end="", seen=term.end or term.seen) if term.source == SNAPSHOTS else term
        if found and each.start <= (found[-1].end or found[-1].seen):
            found[-1] = found[-1]._replace(end=each.end, seen=max(found[-1].seen, each.seen))
        else:
            found.append(each)
    return found


def _differ(one: Term, other: Term) -> bool:
    """Whether two terms are about the same time and begin or end more than a month apart."""
    same_time = one.start < (other.end or other.seen) and other.start < (one.end or one.seen)
    return same_time and (_apart(one.start, other.start) > _NEAR or _apart(one.end, other.end) > _NEAR)


def _apart(one: str, other: str) -> int:
    """The days between two days; 0 where one of them is not known to the day."""
    if len(one) != _DAY or len(other) != _DAY:
        return 0
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)


def _span(term: Term) -> str:
    return f"{term.start} to {term.end or 'open'}"
