"""A user's own entities: what a file adds, and what is said of a wrong one."""

import re
from contextlib import suppress
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.errors import BadKnowledgeFile
from graph_service.ingest import ingest
from graph_service.knowledge import Alias, AliasKind, KnowledgeBase, KnownEntity, Role, load
from graph_service.knowledge.own import joined
from graph_service.models import Article, EntityType
from graph_service.pipeline.extract import extract, extractor_name
from graph_service.pipeline.language import load_parser
from graph_service.settings import MOST_KNOWLEDGE, ExtractionOptions, Finder, Settings, knowledge_file
from graph_service.store import GraphStore

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "knowledge.md"


def example(language: str) -> str:
    """The example of the page that tells people how to write one."""
    found = re.search(rf"^```{language}\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def with_own(folder: Path, text: str, name: str = "mine.yaml") -> KnowledgeBase:
    path = folder / name
    path.write_text(text, "utf-8")
    return load(knowledge_file(path))


def options(folder: Path, text: str, name: str = "mine.yaml") -> ExtractionOptions:
    path = folder / name
    path.write_text(text, "utf-8")
    return Settings(knowledge_file=path).extraction._replace(finder=Finder.RULES)


def named(knowledge: KnowledgeBase, id_: str) -> KnownEntity:
    found = knowledge.get(id_)
    assert found
    return found


# --- what a file adds -------------------------------------------------------------------------------------------------


def test_the_example_of_the_page_is_read(tmp_path: Path) -> None:
    knowledge = with_own(tmp_path, example("yaml"))
    authority = named(knowledge, "organisation:lindesund-harbour-authority")
    assert authority.countries == ("country:norway",)
    assert authority.kind == authority.description == "agency"
    assert Alias("LHA", AliasKind.ABBREVIATION) in authority.aliases
    tveit = named(knowledge, "person:ragna-tveit")
    assert (tveit.gender, tveit.description, tveit.countries) == (
        "f",
        "director, lindesund harbour authority",
        ("country:norway",),
    )
    assert Alias("Tveit", AliasKind.SURNAME) in tveit.aliases
    assert knowledge.holders("director", authority.id, "2024-05-05") == (tveit,)
    assert knowledge.holders("fisheries minister", "country:norway", "2021-10-14") == ()
    assert len(knowledge) == len(load()) + 3


def test_the_csv_example_of_the_page_is_read(tmp_path: Path) -> None:
    knowledge = with_own(tmp_path, example("csv"), "mine.csv")
    assert [each.name for each in knowledge.holders("mayor", "place:oslo", "2024-05-05")] == ["Ragna Tveit"]
    assert Alias("Gannet", AliasKind.WEAK) in named(knowledge, "weapon:gannet").aliases


def test_a_known_entity_keeps_what_it_has(tmp_path: Path) -> None:
    before = named(load(), "person:mark-rutte")
    after = named(
        with_own(
            tmp_path,
            "- {type: person, name: mark rutte, aliases: [Marc Rutte],"
            " roles: [{title: president, of: International Criminal Court, from: 2027-01-01}]}",
        ),
        before.id,
    )
    assert (after.name, after.wikidata, after.rank) == (before.name, before.wikidata, before.rank)
    assert set(before.aliases) < set(after.aliases)
    assert set(before.roles) < set(after.roles)


def test_a_role_that_is_told_anew_is_replaced(tmp_path: Path) -> None:
    role = "{title: secretary general, of: NATO, from: 2024-10-01, until: 2026-11-01}"
    knowledge = with_own(tmp_path, f"- {{type: person, id: 'person:mark-rutte', name: Mark, roles: [{role}]}}")
    told = Role("secretary general", "organisation:nato", "2024-10-01", "2026-11-01", open=False)
    roles = named(knowledge, "person:mark-rutte").roles
    assert [role for role in roles if role.of == told.of] == [told]


def test_own_entities_may_refer_to_each_other_in_any_order(tmp_path: Path) -> None:
    text = """
- {type: person, name: Ivo Brandt, roles: [{title: Chairman, of: Tarn Bank, from: 2020-01-01, until: 2022-01-01}]}
- {type: place, name: Tarnburg, country: Tarnia, stands_for: Tarnia}
- {type: organisation, name: Tarn Bank, country: "country:tarnia"}
- {type: country, name: Tarnia, aliases: [{text: Tarnian, kind: demonym}]}
"""
    knowledge = with_own(tmp_path, text)
    assert named(knowledge, "place:tarnburg").stands_for == "country:tarnia"
    assert [role.of for role in named(knowledge, "person:ivo-brandt").roles] == ["organisation:tarn-bank"]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("foreign secretary", "foreign minister"),
        ("Minister of Fisheries", "fisheries minister"),
        ("PM", "prime minister"),
    ],
)
def test_titles_have_one_form(written: str, title: str, tmp_path: Path) -> None:
    role = f"{{title: {written}, of: Norway, from: 2024-01-01}}"
    knowledge = with_own(tmp_path, f"- {{type: person, name: Ragna Tveit, roles: [{role}]}}")
    assert [each.title for each in named(knowledge, "person:ragna-tveit").roles] == [title]


def test_an_empty_file_adds_nothing(tmp_path: Path) -> None:
    assert list(with_own(tmp_path, "# later\n")) == list(load())


# --- what the pipeline makes of it ------------------------------------------------------------------------------------


TEXT = "Ragna Tveit inspected the quay. The director of the LHA said the crane was safe."


def test_the_pipeline_knows_own_entities(tmp_path: Path) -> None:
    article = Article(id="article:1", text=TEXT, published_at="2024-05-05", outlet="Harbour Authority of Lindesund")
    found = extract(article, options(tmp_path, example("yaml")))
    assert [statement.speaker for statement in found.statements] == ["person:ragna-tveit"]
    assert {entity.id for entity in found.entities if entity.known} == {
        "person:ragna-tveit",
        "organisation:lindesund-harbour-authority",
    }
    assert found.outlet
    assert found.outlet.id == "organisation:lindesund-harbour-authority"
    without = extract(article, ExtractionOptions(finder=Finder.RULES))
    assert not any(entity.known for entity in without.entities)


def test_the_extractors_name_is_of_the_content_not_of_the_path(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    first = extractor_name(options(tmp_path, example("yaml")))
    moved = extractor_name(options(tmp_path / "other", example("yaml"), "ours.yml"))
    changed = extractor_name(options(tmp_path, "- {type: person, name: Ragna Tveit}"))
    assert first == moved
    assert len({first, changed, extractor_name(ExtractionOptions(finder=Finder.RULES))}) == 3


def test_a_file_that_changes_while_the_program_runs_is_refused(tmp_path: Path) -> None:
    found = options(tmp_path, example("yaml"))
    (tmp_path / "mine.yaml").write_text("- {type: person, name: Ragna Tveit}", "utf-8")
    with pytest.raises(BadKnowledgeFile, match=r"mine\.yaml: it was changed while the program ran"):
        extract(Article(id="article:1", text=TEXT), found)


def test_a_step_takes_the_file_in_its_configuration(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(example("yaml"), "utf-8")
    step = load_parser().create_pipe("mention_finder", config={"knowledge_file": str(tmp_path / "mine.yaml")})
    doc = step(load_parser()("The LHA closed the quay."))
    assert [each.candidates for each in doc._.found_mentions] == [("organisation:lindesund-harbour-authority",)]


@pytest.mark.anyio
@pytest.mark.parametrize("workers", [1, 2])
async def test_ingest_says_what_is_wrong_before_it_begins(workers: int, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("- {type: ship, name: Gannet}", "utf-8")
    settings = Settings(knowledge_file=tmp_path / "mine.yaml", statement_finder=Finder.RULES)
    with pytest.raises(BadKnowledgeFile, match="'ship' is no type"):
        await ingest([tmp_path], cast(GraphStore, None), settings, workers=workers)


# --- what is wrong is said --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- type: person\n  name: [Ada", "line 3: it is not YAML"),
        ("- type: person\n\tname: Ada Brun", "line 2: it is not YAML"),
        ("type: person\nname: Ada Brun", "line 1: it must be one list of entities"),
        ("- type: person\n  name: Ada Brun\n---\n- type: person", "line 4: it must be one list of entities"),
        ("- type: person\n  name: Ada Brun\n- Ada", "line 3: it must be an entity with fields"),
        ("- type: person", "line 1, name: it is missing"),
        ("- name: Ada Brun\n  type: robot", "line 2, type: 'robot' is no type"),
        ("- type: person\n  name: Ada Brun\n  age: 7", "line 3, age: there is no such field"),
        ("- type: person\n  name: Ada Brun\n  name: Ada", "line 3, name: it is given twice"),
        ("- type: person\n  name: Ada Brun\n  [a, b]: c", "line 3: the name of a field must be a word"),
        ("- type: person\n  name: A", "line 2, name: it is too short"),
        (
            "- type: person\n  name: Ada Brun\n  aliases:\n    - Ada\n    - B",
            "line 5, aliases[1].text: it is too short",
        ),
        (
            "- type: person\n  name: Ada Brun\n  aliases: ['12 - 13']",
            "line 3, aliases[0].text: '12 - 13' has no letter",
        ),
        ("- type: person\n  name: Ada Brun\n  aliases: Ada", "line 3, aliases: it must be a list"),
        (
            "- type: person\n  name: Ada Brun\n  aliases:\n  - {text: Ada, kind: nickname}",
            "line 4, aliases[0].kind: it must be 'name', 'abbreviation'",
        ),
        ("- type: person\n  name: Ada Brun\n  gender: x", "line 3, gender: 'x' is neither female nor male"),
        ("- type: person\n  name: Ada Brun\n  wikidata: 42", "line 3, wikidata: '42' is no Wikidata id"),
        ("- type: person\n  name: Ada Brun\n  wikidata: Q212", "line 3, wikidata: Q212 is country:ukraine"),
        ("- type: person\n  name: Ada Brun\n  country: Norwey", "country called 'Norwey'; did you mean Norway?"),
        (
            "- type: person\n  name: Ada Brun\n  countries:\n  - NATO",
            "line 4, countries[0]: there is no country called",
        ),
        (
            "- type: person\n  name: Ada Brun\n  roles:\n  - {title: mayor, of: Atlantis, from: 2020-01-01}",
            "line 4, roles[0].of: there is no country or organisation or place called 'Atlantis'",
        ),
        (
            "- type: person\n  name: Ada Brun\n  roles:\n  - title: lamplighter\n    of: Norway\n    from: 2020-01-01",
            "line 4, roles[0].title: 'lamplighter' is no title we know",
        ),
        (
            "- type: person\n  name: Ada Brun\n  roles:\n  - title: presidant\n    of: Norway\n    from: 2020-01-01",
            "did you mean president",
        ),
        (
            "- type: person\n  name: Ada Brun\n  roles:\n  - title: mayor\n    of: Oslo\n    from: 2021-02-30",
            "line 6, roles[0].from: '2021-02-30' is no day",
        ),
        (
            "- type: person\n  name: Ada Brun\n  roles:\n"
            "  - {title: mayor, of: Oslo, from: 2021-02-03, until: 2021-02-03}",
            "line 4, roles[0]: until (2021-02-03) must be later than from (2021-02-03)",
        ),
        (
            "- type: person\n  name: Ada Brun\n- type: person\n  name: ada brun",
            "line 3: person:ada-brun is given already",
        ),
        (
            "- type: person\n  id: person:nobody-at-all\n  name: Ada Brun",
            "line 2, id: there is no known Person person:",
        ),
        ("- type: person\n  id: Mark Rutte\n  name: Mark Rutte", "line 2, id: 'Mark Rutte' is no id"),
        ("- type: organisation\n  name: al Qaeda", "line 2, name: its id organisation:al-qaeda is taken"),
    ],
)
def test_a_wrong_file_is_refused_with_line_and_field(text: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(BadKnowledgeFile) as raised:
        with_own(tmp_path, text)
    assert f"{tmp_path / 'mine.yaml'}, line " in str(raised.value)
    assert complaint in str(raised.value)
    assert "docs/how-to/knowledge.md" in str(raised.value)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("type,name\nperson,Ada Brun,x\n", "line 2: it has not as many values as there are columns"),
        ("type,name,gender\nperson,Ada Brun\n", "line 2: it has not as many values as there are columns"),
        ('type,name\nperson,"Ada\n', "it is not CSV: unexpected end of data"),
        ("type,name,roles\nperson,Ada Brun,mayor / Oslo\n", "line 2, roles[0].from: it is missing"),
        ("type,name,aliases\nperson,Ada Brun,Ada|B\n", "line 2, aliases[1].text: it is too short"),
        ("type,name,shoe\nperson,Ada Brun,41\n", "line 2, shoe: there is no such field"),
    ],
)
def test_a_wrong_csv_file_is_refused(text: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(BadKnowledgeFile, match=re.escape(complaint)):
        with_own(tmp_path, text, "mine.csv")


def test_all_that_is_wrong_is_said_at_once_but_not_without_end(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledgeFile) as raised:
        with_own(tmp_path, "- {type: person, name: Ada Brun, gender: x, age: 7}\n" * 12)
    assert str(raised.value).count("mine.yaml, line ") == 10
    assert "And there is more." in str(raised.value)


# --- hostile files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("- &a [x]\n- *a\n", "anchors and aliases are not read"),
        ("- a: &a [x,x]\n  b: &b [*a,*a]\n  c: &c [*b,*b]\n", "anchors and aliases are not read"),
        (
            "- !!python/object/apply:os.system [echo]\n",
            "tags (tag:yaml.org,2002:python/object/apply:os.system) are not",
        ),
        ("- {type: !!binary aGk=, name: Ada}\n", "are not read"),
        ("[" * 100_000 + "]" * 100_000, "it is nested too deep"),
        ("[" * 1_000_000, "it is nested too deep"),
        ("- " * 1_000_000, "it is nested too deep"),
        ("{" * 1_000_000, "it must be one list"),
        ("? " * 500_000, "it must be one list"),
        ("- ? " * 500_000, "the name of a field must be a word"),
        ("- {type: person, name: {a: {b: {c: {d: {e: {f: {g: h}}}}}}}}\n", "it is nested too deep"),
        ("- {type: person, name: " + "x" * 100_000 + "}", "it is too long: at most 200"),
        ("- {type: person, name: Ada Brun, aliases: [" + "ab, " * 1000 + "ab]}", "it has too many values"),
    ],
    ids=lambda text: text[:40],
)
def test_hostile_yaml_is_refused(text: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(BadKnowledgeFile, match=re.escape(complaint)):
        with_own(tmp_path, text)


def test_other_files_are_refused(tmp_path: Path) -> None:
    for name, data, complaint in (
        ("mine.yaml", b"- type: person\n  name: \xff\n", "line 2: it is not UTF-8"),
        ("mine.txt", b"- type: person", "must end in .yaml, .yml or .csv"),
        ("large.yaml", b"#" * (MOST_KNOWLEDGE + 1), "it is larger than 2,000,000 bytes"),
    ):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BadKnowledgeFile, match=re.escape(complaint)):
            load(knowledge_file(tmp_path / name))
    for path in (tmp_path / "nowhere.yaml", tmp_path, Path("/dev/zero")):
        with pytest.raises(BadKnowledgeFile, match="there is no such file"):
            knowledge_file(path)


@given(st.text(max_size=80), st.sampled_from(["mine.yaml", "mine.csv"]))
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    with suppress(BadKnowledgeFile):
        joined(KnowledgeBase(()), Path(name), text.encode("utf-8", "surrogatepass"))


def test_types_are_those_of_the_graph(tmp_path: Path) -> None:
    text = "".join(f"- {{type: {kind}, name: Skerry}}\n" for kind in ("person", "country", "weapon", "place"))
    knowledge = with_own(tmp_path, text + "- {type: organization, name: Skerry}\n")
    assert {each.type for each in knowledge.candidates("skerry")} >= set(EntityType)
