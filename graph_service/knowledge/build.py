"""Compiles the knowledge base: ``python -m graph_service.knowledge.build --entity-data ../shared/entity_data``.

The same lists give the same files, byte for byte. Wikidata ids are taken from the lists only.
"""

import argparse
import gzip
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph_service.errors import SharedDataMissing
from graph_service.ids import fold
from graph_service.knowledge.base import DATA, encode
from graph_service.knowledge.lexicon import Lexicon, lexicon_of
from graph_service.knowledge.sources import countries, organisations, people, places
from graph_service.knowledge.sources.tables import Draft, curated


def build(data: Path, out: Path = DATA) -> dict[str, int]:
    """Writes the compiled files and tells how many entities of each type they hold.

    Raises:
        SharedDataMissing: the reference lists are not in the folder.
    """
    if not (data / "rigour" / "territories.jsonl").exists():
        raise SharedDataMissing(
            f"There are no reference lists in {data}.", advice="Give their folder with --entity-data."
        )
    words = _words()
    main, apart = _gather(data, lexicon_of(words | {"given_names": {}}))
    words["given_names"] = people.given_names(main, curated("given_names"))
    out.mkdir(parents=True, exist_ok=True)
    _write(out / "knowledge.jsonl.gz", main)
    _write(out / "organisations-by-sa.jsonl.gz", apart)
    (out / "lexicon.json").write_text(
        json.dumps(words, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )
    counts: dict[str, int] = {}
    for draft in main:
        counts[draft.type] = counts.get(draft.type, 0) + 1
    return counts | {"organisations apart": len(apart)}


def _gather(data: Path, lexicon: Lexicon) -> tuple[list[Draft], list[Draft]]:
    nations = countries.countries(data)
    bodies = organisations.organisations(data, nations)
    by_name = {draft.name: draft.id for draft in bodies}
    persons = people.people(data, nations, by_name, lexicon).drafts
    main = [*nations.values(), *bodies, *persons, *places.places(data, nations), *organisations.weapons(nations)]
    apart = organisations.share_alike(data, bodies)
    _once_each([*main, *apart])
    return main, apart


def _once_each(drafts: Iterable[Draft]) -> None:
    """A Wikidata id is one entity's: of a city that is a country, and of two names of one body, the first keeps it."""
    taken: set[str] = set()
    for draft in drafts:
        if draft.wikidata in taken:
            draft.wikidata = None
        elif draft.wikidata:
            taken.add(draft.wikidata)


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
    arguments = parser.parse_args()
    counts = build(arguments.entity_data, arguments.out)
    parser.exit(message="".join(f"{kind}: {count}\n" for kind, count in sorted(counts.items())))


if __name__ == "__main__":
    main()
