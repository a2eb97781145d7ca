"""The build needs the reference lists; without them only its refusal is tested."""

import re
from pathlib import Path

import pytest

from graph_service.errors import SharedDataMissing
from graph_service.knowledge import load
from graph_service.knowledge.base import DATA
from graph_service.knowledge.build import build
from graph_service.knowledge.lexicon import load_lexicon
from graph_service.knowledge.sources.titles import office

LISTS = Path("../shared/entity_data")
needs_lists = pytest.mark.skipif(not (LISTS / "rigour").exists(), reason="the reference lists are not here")


def test_without_the_lists_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SharedDataMissing, match="--entity-data"):
        build(tmp_path / "nowhere", tmp_path)


@needs_lists
def test_the_shipped_files_are_built_from_the_lists_byte_for_byte(tmp_path: Path) -> None:
    build(LISTS, tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {path.name for path in DATA.iterdir()}
    assert [name for name in sorted(names) if (tmp_path / name).read_bytes() != (DATA / name).read_bytes()] == []


@needs_lists
def test_every_wikidata_id_occurs_in_the_lists() -> None:
    pattern = re.compile(rb"\bQ\d+\b")
    found = {match for path in LISTS.rglob("*") if path.is_file() for match in pattern.findall(path.read_bytes())}
    assert [each.id for each in load() if each.wikidata and each.wikidata.encode() not in found] == []


def test_the_files_are_small() -> None:
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 5_000_000


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("Minister of Foreign Affairs", "foreign minister"),
        ("Secretary of Defence", "defence minister"),
        ("Premier of the State Council", "prime minister"),
        ("ambassador to Mongolia", None),
        ("Governor of Jilin", None),
        ("Secretary of State of Georgia", "secretary of state of georgia"),
        ("Cabinet Secretary", "cabinet secretary"),
        ("Parliamentary Under-Secretary of State for Justice", None),
    ],
)
def test_offices_of_the_lists_get_the_titles_of_the_knowledge_base(label: str, title: str | None) -> None:
    assert office(label, load_lexicon()) == title
