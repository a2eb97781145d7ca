"""Where sources disagree: found, written in one order, and refused while nobody has accepted it."""

from pathlib import Path

import pytest

from graph_service.knowledge import Alias, AliasKind, KnownEntity, Role
from graph_service.knowledge.base import DATA
from graph_service.knowledge.build import ACCEPTED, REPORT, build
from graph_service.knowledge.conflicts import (
    Compiled,
    Conflict,
    NewConflicts,
    accept,
    accepted,
    conflicts,
    read_all,
    support,
    write_all,
)
from graph_service.knowledge.conflicts.terms import days, offices
from graph_service.knowledge.conflicts.witnesses import Witness
from graph_service.knowledge.sources.roster import Held, Term
from graph_service.knowledge.sources.tables import Draft
from graph_service.models import EntityType

LISTS = Path("../shared/entity_data")
needs_lists = pytest.mark.skipif(not (LISTS / "rigour").exists(), reason="the reference lists are not here")
ADA = Conflict("gender", "person:ada-brun", "one; two", "f; m", "f kept")


def person(slug: str, **fields: object) -> KnownEntity:
    name = slug.replace("-", " ").title()
    empty = KnownEntity(f"person:{slug}", name, EntityType.PERSON, None, None, (), (), None, None, (), None, None, 1)
    return empty._replace(**fields)  # type: ignore[arg-type]


def witness(name: str, wikidata: str, source: str = "one", **fields: str) -> Witness:
    return Witness(source, EntityType.PERSON, name, wikidata, **fields)


def compiled(entities: list[KnownEntity], *rows: Witness, dropped: tuple[tuple[str, str, str], ...] = ()) -> Compiled:
    return Compiled(entities, {"NO": "country:norway", "SE": "country:sweden"}, list(dropped), [], list(rows))


@pytest.mark.parametrize(
    ("rows", "kind", "values"),
    [
        ([witness("Ada Brun", "Q1"), witness("Ada Brun", "Q2", "two")], "id", "Q1; Q2"),
        ([witness("Ada Brun", "Q1"), witness("Otto Lind", "Q1", "two")], "shared id", "Otto Lind"),
        ([witness("Ada Brun", "Q1", gender="female"), witness("Ada Brun", "Q1", gender="male")], "gender", "f; m"),
        (
            [witness("Ada Brun", "Q1", born="1970-01-02"), witness("Ada Brun", "Q1", born="1970-02-01")],
            "birth",
            "1970-01-02; 1970-02-01",
        ),
        ([witness("Ada Brun", "Q1", country="NO"), witness("Ada Brun", "Q1", country="SE")], "country", "NO; SE"),
    ],
)
def test_what_lists_say_differently_is_found(rows: list[Witness], kind: str, values: str) -> None:
    found = conflicts(compiled([person("ada-brun", wikidata="Q1", gender="f")], *rows))
    assert [(each.kind, each.values) for each in found] == [(kind, values)]


def test_our_own_word_counts_as_a_source() -> None:
    found = conflicts(compiled([person("ada-brun", wikidata="Q1", gender="f")], witness("A", "Q1", gender="male")))
    assert ("gender", "curated; one", "f; m") in {(each.kind, each.sources, each.values) for each in found}


@pytest.mark.parametrize(
    "rows",
    [
        [witness("Ada Brun", "Q1"), witness("Ada Brun", "Q1", "two", gender="female")],
        [witness("Ada Brun", "Q1"), witness("Ada Marie Brun", "Q1", "two")],
        # somebody of that name in another country
        [witness("Ada Brun", "Q1", country="NO"), witness("Ada Brun", "Q2", "two", country="SE")],
        [witness("Otto Lind", "Q7")],
    ],
)
def test_what_agrees_or_is_about_others_is_no_conflict(rows: list[Witness]) -> None:
    ada = person("ada-brun", wikidata="Q1", gender="f", countries=("country:norway",))
    assert conflicts(compiled([ada], *rows)) == []


def test_a_name_that_two_claim_is_a_conflict_unless_it_is_weak() -> None:
    one, other = person("ada-brun"), person("otto-lind", aliases=(Alias("Ada Brun", AliasKind.NAME),))
    assert [each.kind for each in conflicts(compiled([one, other]))] == ["name"]
    weak = other._replace(aliases=(Alias("Ada Brun", AliasKind.SURNAME),))
    assert conflicts(compiled([one, weak])) == []


def test_an_id_that_was_left_out_is_a_conflict() -> None:
    found = conflicts(compiled([person("ada-brun", wikidata="Q1")], dropped=(("person:ada-brun", "place:brun", "Q1"),)))
    assert [(each.kind, each.decided) for each in found] == [("dropped id", "person:ada-brun keeps it")]


def role(start: str, until: str, title: str = "mayor") -> Role:
    return Role(title, "place:x", start, until, open=False)


@pytest.mark.parametrize(
    ("one", "other", "decided"),
    [
        (role("2020-01-01", "2021-01-01"), role("2020-07-01", "2022-01-01"), ["nobody from 2020-07-01 to 2021-01-01"]),
        (role("2020-01-01", "2021-01-01"), role("2021-01-01", "2022-01-01"), []),
        (role("2020-01-01", "2021-01-01", "senator"), role("2020-01-01", "2021-01-01", "senator"), []),
    ],
)
def test_two_in_one_office_are_a_conflict(one: Role, other: Role, decided: list[str]) -> None:
    found = offices([person("ada-brun", roles=(one,)), person("otto-lind", roles=(other,))])
    assert [each.decided for each in found] == decided


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (Term("2020-01-01", "2021-01-01", "", "a"), Term("2020-01-20", "2021-01-05", "", "b"), 0),
        (Term("2020-01-01", "2021-01-01", "", "a"), Term("2020-05-01", "2021-01-01", "", "b"), 1),
        (Term("2020-01-01", "2021-01-01", "", "a"), Term("2020-01-01", "2020-09-01", "", "b"), 1),
        # a year is no day, the end of a list of snapshots is no end
        (Term("2020", "2021", "", "a"), Term("2020-05-01", "2021-01-01", "", "b"), 0),
        (Term("2020-01-01", "2021-01-01", "", "a"), Term("2020-01-01", "2020-09-01", "2020-09-01", "factbook"), 0),
        # another time in the same office
        (Term("2010-01-01", "2011-01-01", "", "a"), Term("2020-01-01", "2020-09-01", "", "b"), 0),
    ],
)
def test_days_that_lists_have_differently_are_a_conflict(one: Term, other: Term, count: int) -> None:
    draft = Draft("person:ada-brun", "Ada Brun", EntityType.PERSON)
    assert len(list(days(Held(draft, "mayor", "place:x", term) for term in (one, other)))) == count


def test_ids_are_counted_by_the_lists_they_rest_on() -> None:
    people = [person("ada-brun", wikidata="Q1"), person("otto-lind", wikidata="Q2"), person("ida-vik")]
    rows = [
        witness("Ada Brun", "Q1", "project/a"),
        witness("Ada Brun", "Q1", "project/b"),
        witness("Otto Lind", "Q2", "project/a"),
        witness("Otto Lind", "Q2", "other"),
    ]
    assert support(compiled(people, *rows)) == (1, 1)


def test_the_report_is_read_as_it_was_written(tmp_path: Path) -> None:
    other = ADA._replace(kind="birth", values="1970-01-01;\t1970-02-02")
    write_all(tmp_path / "report.tsv", [ADA, other, ADA])
    assert read_all(tmp_path / "report.tsv") == [other._replace(values="1970-01-01; 1970-02-02"), ADA]


def test_what_is_gone_is_accepted_no_longer(tmp_path: Path) -> None:
    path = tmp_path / "accepted.tsv"
    other = ADA._replace(kind="birth")
    assert accept(path, [ADA, other], "two people", "gender") == 1
    assert accept(path, [ADA, other], "a slip of the pen") == 1
    assert accepted(path) == {ADA.key: "two people", other.key: "a slip of the pen"}
    assert accept(path, [ADA], "whatever") == 0
    assert accepted(path) == {ADA.key: "two people"}


def test_an_acceptance_has_a_reason(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="reason"):
        accept(tmp_path / "accepted.tsv", [ADA], " ")


def test_what_is_in_the_report_is_accepted_with_a_reason() -> None:
    known = accepted(ACCEPTED)
    assert {each.key for each in read_all(DATA / REPORT)} == known.keys()
    assert all(reason.strip() for reason in known.values())


@needs_lists
def test_a_new_conflict_fails_the_build_and_leaves_the_files(tmp_path: Path) -> None:
    lines = ACCEPTED.read_text(encoding="utf-8").splitlines()
    (tmp_path / "accepted.tsv").write_text("\n".join([lines[0], *lines[2:]]) + "\n", encoding="utf-8")
    with pytest.raises(NewConflicts, match=r"^1 conflicts? "):
        build(LISTS, tmp_path / "out", tmp_path / "accepted.tsv")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [REPORT]
    assert (tmp_path / "out" / REPORT).read_bytes() == (DATA / REPORT).read_bytes()
