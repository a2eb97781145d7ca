"""A conflict, the report of all of them, and the list of those that a person has read and accepted."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from graph_service.errors import GraphServiceError

_FIELDS = ("kind", "what", "sources", "values", "decided")
_ACCEPTED = ("kind", "what", "values", "reason")


class Conflict(NamedTuple):
    """Two sources that disagree about one entity or office."""

    # "id", "shared id", "dropped id", "name", "office", "days", "gender", "birth" or "country"
    kind: str
    # the entity, the name or the office it is about
    what: str
    # the lists, by their folders; "curated" is our own files
    sources: str
    # what they say
    values: str
    # what the knowledge base has now
    decided: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What an acceptance is about: neither the lists that say it nor what follows from it."""
        return self.kind, self.what, self.values


class NewConflicts(GraphServiceError):
    """There are conflicts that nobody has accepted."""

    advice = "Read them. Mend what is wrong in curated/, or accept the rest with --accept REASON."


def write_all(path: Path, found: Iterable[Conflict]) -> None:
    """The report: tab-separated, one conflict a line, in one order."""
    _write(path, _FIELDS, sorted(set(found)))


def read_all(path: Path) -> list[Conflict]:
    """The conflicts of a report."""
    return [Conflict(*(row[field] for field in _FIELDS)) for row in _rows(path)]


def accepted(path: Path) -> dict[tuple[str, str, str], str]:
    """The reason for every accepted conflict, by its key."""
    return {(row["kind"], row["what"], row["values"]): row["reason"] for row in _rows(path)}


def accept(path: Path, found: Iterable[Conflict], reason: str, kind: str | None = None) -> int:
    """Writes the new conflicts (of one kind) into the accepted ones, leaves out those that are gone; how many are new.

    Raises:
        ValueError: a reason of nothing but space.
    """
    if not reason.strip():
        raise ValueError("an accepted conflict needs a reason")
    before, keys = accepted(path), {each.key for each in found}
    new = {key: reason for key in keys - before.keys() if kind in {None, key[0]}}
    kept = {key: why for key, why in before.items() if key in keys}
    _write(path, _ACCEPTED, sorted((*key, why) for key, why in (kept | new).items()))
    return len(new)


def _rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    text = io.StringIO()
    for row in (header, *rows):
        text.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")
    path.write_text(text.getvalue(), encoding="utf-8", newline="\n")
