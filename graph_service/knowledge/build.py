"""Compiles the knowledge base: ``python -m graph_service.knowledge.build --entity-data ../shared/entity_data``.

The same lists give the same files, byte for byte. Wikidata ids are taken from the lists only. Where lists disagree the
build reports it, and it fails on what nobody has accepted.
"""

import argparse
import gzip
import io
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from graph_service.errors import SharedDataMissing
from graph_service.ids import fold
from graph_service.knowledge.base import DATA, KnownEntity, encode, merge
from graph_service.knowledge.conflicts import (
    Compiled,
    Conflict,
    NewConflicts,
    accept,
    accepted,
    conflicts,
    support,
    write_all,
)
from graph_service.knowledge.conflicts.witnesses import witnesses
from graph_service.knowledge.lexicon import Lexicon, lexicon_of
from graph_service.knowledge.sources import countries, organisations, people, places
from graph_service.knowledge.sources.roster import Held
from graph_service.knowledge.sources.tables import CURATED, Draft, curated

ACCEPTED = CURATED / "accepted_conflicts.tsv"
REPORT = "conflicts.tsv"


class Built(NamedTuple):
    """What a build has made."""

    # entities of each type
    counts: dict[str, int]
    conflicts: list[Conflict]
    # Wikidata ids that rest on one list, and on two or more
    support: tuple[int, int]


def build(data: Path, out: Path = DATA, accepted_conflicts: Path = ACCEPTED) -> Built:
    """Writes the compiled files and the report of conflicts, and tells what is in them.

    Raises:
        SharedDataMissing: the reference lists are not in the folder.
        NewConflicts: sources disagree, and nobody has accepted it; the report is written, the files are as they were.
    """
    compiled, words, parts = _compiled(data)
    found = conflicts(compiled)
    out.mkdir(parents=True, exist_ok=True)
    write_all(out / REPORT, found)
    _refuse(found, accepted_conflicts)
    for name, drafts in parts.items():
        _write(out / name, drafts)
    (out / "lexicon.json").write_text(
        json.dumps(words, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )
    counts = Counter(str(entity.type) for entity in compiled.entities)
    return Built(dict(counts), found, support(compiled))


def found_in(data: Path) -> list[Conflict]:
    """The conflicts of the lists, accepted or not; nothing is written.

    Raises:
        SharedDataMissing: the reference lists are not in the folder.
    """
    return conflicts(_compiled(data)[0])


def _compiled(data: Path) -> tuple[Compiled, dict[str, Any], dict[str, list[Draft]]]:
    if not (data / "rigour" / "territories.jsonl").exists():
        raise SharedDataMissing(
            f"There are no reference lists in {data}.", advice="Give their folder with --entity-data."
        )
    words = _words()
    gathered = _gather(data, lexicon_of(words | {"given_names": {}}))
    words["given_names"] = people.given_names(gathered.main, curated("given_names"))
    entities: dict[str, KnownEntity] = {}
    for entity in (draft.done() for draft in (*gathered.main, *gathered.apart)):
        entities[entity.id] = merge(entities[entity.id], entity) if entity.id in entities else entity
    compiled = Compiled(list(entities.values()), gathered.codes, gathered.dropped, gathered.held, witnesses(data))
    return compiled, words, {"knowledge.jsonl.gz": gathered.main, "organisations-by-sa.jsonl.gz": gathered.apart}


def _refuse(found: list[Conflict], accepted_conflicts: Path) -> None:
    known = accepted(accepted_conflicts)
    new = [each for each in found if each.key not in known]
    if new:
        shown = "\n".join(f"  {each.kind}: {each.what}: {each.values} ({each.sources})" for each in new[:20])
        more = f"\n  and {len(new) - 20} more" if len(new) > 20 else ""
        raise NewConflicts(
            f"{len(new)} conflict{'s' if len(new) > 1 else ''} between sources not accepted yet:\n{shown}{more}"
        )


class _Gathered(NamedTuple):
    main: list[Draft]
    # under a share-alike licence
    apart: list[Draft]
    # countries by ISO code
    codes: dict[str, str]
    dropped: list[tuple[str, str, str]]
    held: list[Held]


def _gather(data: Path, lexicon: Lexicon) -> _Gathered:
    nations = countries.countries(data)
    bodies = organisations.organisations(data, nations)
    by_name = {draft.name: draft.id for draft in bodies}
    persons, held = people.people(data, nations, by_name, lexicon)
    main = [*nations.values(), *bodies, *persons, *places.places(data, nations), *organisations.weapons(nations)]
    apart = organisations.share_alike(data, bodies)
    codes = {code: draft.id for code, draft in nations.items()}
    return _Gathered(main, apart, codes, _once_each([*main, *apart]), held)


def _once_each(drafts: Iterable[Draft]) -> list[tuple[str, str, str]]:
    """A Wikidata id is one entity's: of a city that is a country, and of two names of one body, the first keeps it."""
    taken: dict[str, str] = {}
    dropped = []
    for draft in drafts:
        if draft.wikidata in taken:
            dropped.append((taken[draft.wikidata], draft.id, draft.wikidata))
            draft.wikidata = None
        elif draft.wikidata:
            taken[draft.wikidata] = draft.id
    return dropped


def _words() -> dict[str, Any]:
    words = curated("lexicon")
    return {key: _folded(value) for key, value in words.items()}


def _folded(value: Any) -> Any:
    if isinstance(value, list):
        return sorted({fold(str(each)) for each in value}) if all(isinstance(each, str) for each in value) else value
    if isinstance(value, dict):
        return {
            key: [fold(each) for each in items] if isinstance(items, list) else items for key, items in value.items()
        }
    return value


def _write(path: Path, drafts: Iterable[Draft]) -> None:
    lines = sorted(json.dumps(encode(draft.done()), ensure_ascii=False, separators=(",", ":")) for draft in drafts)
    buffer = io.BytesIO()
    # neither the time nor the name of the file goes into it
    with gzip.GzipFile(filename="", mode="wb", fileobj=buffer, mtime=0, compresslevel=9) as packed:
        packed.write(("\n".join(lines) + "\n").encode())
    path.write_bytes(buffer.getvalue())


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Compile the knowledge base from the reference lists.")
    parser.add_argument(
        "--entity-data", type=Path, default=Path("../shared/entity_data"), help="folder of the reference lists"
    )
    parser.add_argument("--out", type=Path, default=DATA, help="where the compiled files go")
    parser.add_argument("--accept", metavar="REASON", help="accept the conflicts that are new, after reading them")
    parser.add_argument("--kind", help="with --accept: only conflicts of this kind")
    arguments = parser.parse_args()
    try:
        parser.exit(message=_run(arguments))
    except (NewConflicts, SharedDataMissing) as error:
        parser.exit(1, f"{error}\n")


def _run(arguments: argparse.Namespace) -> str:
    if arguments.accept:
        new = accept(ACCEPTED, found_in(arguments.entity_data), arguments.accept, arguments.kind)
        return f"accepted: {new}\n"
    built = build(arguments.entity_data, arguments.out)
    kinds = Counter(each.kind for each in built.conflicts)
    lines = [f"{kind}: {count}" for kind, count in sorted(built.counts.items())]
    lines += [f"conflicts about {kind}: {count}, all accepted" for kind, count in sorted(kinds.items())]
    one, more = built.support
    lines.append(f"Wikidata ids that rest on one list: {one}; on two or more: {more}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
