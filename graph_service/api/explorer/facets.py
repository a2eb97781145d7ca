"""How the statements found spread over speakers, targets, outlets, as a page shows it."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from graph_service.api.explorer.address import Address
from graph_service.ids import type_of_entity
from graph_service.queries import catalogue

#: the filters with counts, and their headings
FACETS = {
    "speaker": "Speaker",
    "about": "About",
    "to": "To",
    "reported_by": "Reported by",
    "outlet": "Outlet",
    "stance": "Stance",
    "modality": "What it does",
    "type": "How it is quoted",
}
#: as many as `statement_facets` counts
_COUNTED = next(int(str(each.default)) for each in catalogue()["statement_facets"].params if each.name == "among")
_OF_ENTITIES = frozenset({"speaker", "about", "to", "reported_by"})


class Choice(NamedTuple):
    """One value of a facet."""

    label: str
    statements: int
    # where choosing it leads, or where taking it back does
    href: str
    chosen: bool
    # of an entity
    type: str = ""


class Facet(NamedTuple):
    """One filter with its values, the most frequent first."""

    name: str
    title: str
    choices: tuple[Choice, ...]


class Spread(NamedTuple):
    """All that the facets tell of what was found."""

    # statements that were counted; none where counting took too long
    counted: int | None = None
    # whether there are more than are counted
    more: bool = False
    facets: tuple[Facet, ...] = ()
    # months as the rows of a chart
    months: tuple[dict[str, Any], ...] = ()


def spread(rows: Iterable[Mapping[str, Any]], here: Address, chosen: Mapping[str, object]) -> Spread:
    """The rows of ``statement_facets``; ``chosen`` has the filters of the page with ids for names."""
    by_facet: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        by_facet.setdefault(row["facet"], []).append(row)
    counted = by_facet["all"][0]["statements"] if by_facet else 0
    facets = (Facet(name, title, _choices(name, by_facet, here, chosen)) for name, title in FACETS.items())
    return Spread(
        counted=counted,
        more=counted >= _COUNTED,
        facets=tuple(facet for facet in facets if facet.choices),
        months=tuple({"period": row["value"], "statements": row["statements"]} for row in by_facet.get("month", [])),
    )


def _choices(
    name: str, rows: Mapping[str, list[Mapping[str, Any]]], here: Address, chosen: Mapping[str, object]
) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            label=row["label"],
            statements=row["statements"],
            href=str(here.replacing(**{name: None if row["value"] == chosen.get(name) else row["value"]})),
            chosen=row["value"] == chosen.get(name),
            type=type_of_entity(row["value"]) if name in _OF_ENTITIES else "",
        )
        for row in rows.get(name, [])
    )
