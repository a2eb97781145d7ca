"""The catalogue's loader: every header is checked, both ways, and every raw value becomes what Neo4j takes."""

import string
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.errors import (
    BadParameter,
    BadQuery,
    CatalogueError,
    MissingParameter,
    UnknownParameter,
    UnknownQuery,
)
from graph_service.paging import page_key
from graph_service.queries import Param, ParamType, Query, catalogue, cypher_folder, load
from graph_service.queries.text import parameters, replace_parameters, statements, without

HEADER = """\
// name: things
// summary: Things.
// param who: entity -- whose
// param limit: integer(1..5) = 3 -- at most this many
// returns: thing, other

"""
BODY = "MATCH (n {id: $who}) RETURN n.thing AS thing, n.other AS other LIMIT $limit\n"


def query(tmp_path: Path, text: str, name: str = "things") -> Query:
    path = tmp_path / f"{name}.cypher"
    path.write_text(text, encoding="utf-8")
    return load(path, "read")


def test_a_file_is_a_query(tmp_path: Path) -> None:
    assert query(tmp_path, HEADER + BODY) == Query(
        name="things",
        summary="Things.",
        params=(
            Param("who", ParamType.ENTITY, "whose"),
            Param("limit", ParamType.INTEGER, "at most this many", required=False, default=3, minimum=1, maximum=5),
        ),
        returns=("thing", "other"),
        text=BODY,
        group="read",
    )


@pytest.mark.parametrize(
    ("old", "new", "where", "reason"),
    [
        ("// name: things\n", "", 1, "name is missing"),
        ("// summary: Things.\n", "", 1, "summary is missing"),
        ("// returns: thing, other\n", "", 1, "returns is missing"),
        ("name: things", "name: stuff", 1, "the name must be the file's: things"),
        ("// name: things", "// title: things", 1, "not a line of a header"),
        ("// name: things", "// name:", 1, "not a line of a header"),
        ("// name: things", "// name: things\n// name: things", 2, "name is said twice"),
        ("entity -- whose", "entity", 3, "a parameter is written"),
        ("entity -- whose", "person -- whose", 3, "unknown type person"),
        ("entity -- whose", "entity(1..5) -- whose", 3, "bounds that do not fit"),
        ("(1..5)", "(5..1)", 4, "bounds that do not fit"),
        ("(1..5)", "(a|b)", 4, "bounds that do not fit"),
        ("= 3", "= many", 4, "default of another type"),
        ("= 3", '= "3x"', 4, "default of another type"),
        ("= 3", "= 6", 4, "default of another type"),
        ("returns: thing, other", "returns: thing, thing", 5, "different names"),
        ("returns: thing, other", "returns: thing other", 5, "different names"),
        ("// returns", "// example whom: x\n// returns", 5, "not declared above it"),
        ("// returns", "// example limit: 9\n// returns", 5, "the example for limit does not fit"),
        ("$limit", "3", 4, "parameter limit is not used"),
        ("$limit", "$limit // and $no more\n+ $more", 8, "parameter more is not declared"),
        ("// returns: thing, other", "// continues: rest", 5, "there is no shared/rest.cypher"),
    ],
)
def test_a_wrong_header_is_refused_with_its_line(tmp_path: Path, old: str, new: str, where: int, reason: str) -> None:
    text = (HEADER + BODY).replace(old, new, 1)
    with pytest.raises(CatalogueError, match=rf"^cypher/read/things\.cypher:{where}: .*") as caught:
        query(tmp_path, text)
    assert reason in str(caught.value)


def test_a_query_continues_in_a_shared_file(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "rest.cypher").write_text("// returns: a\n// pages: a\nRETURN n.a AS a LIMIT $limit\n")
    text = HEADER.replace("returns: thing, other", "continues: rest") + "MATCH (n {id: $who})\n"
    found = query(tmp_path, text)
    assert found.text == "MATCH (n {id: $who})\nRETURN n.a AS a LIMIT $limit\n"
    assert (found.returns, found.pages) == (("a",), ("a",))


def test_a_query_takes_in_a_shared_file(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "found.cypher").write_text("MATCH (n {id: $whose, a: $known})\n")
    here = "// here: found, whose = $who, known = null\n"
    text = HEADER.replace("returns: thing, other", "returns: a") + here + "RETURN n.a AS a LIMIT $limit\n"
    with pytest.raises(CatalogueError, match=r"things\.cypher:7: there is no shared/none\.cypher"):
        query(tmp_path, text.replace("here: found", "here: none"))
    assert query(tmp_path, text).text == "MATCH (n {id: $who, a: null})\nRETURN n.a AS a LIMIT $limit\n"


@pytest.mark.parametrize(
    ("rest", "reason"),
    [
        ("RETURN 1 AS a LIMIT $limit", "rest.cypher:1: returns is missing"),
        ("// returns: a\nRETURN $x AS a LIMIT $limit", "things.cypher:5: parameter x is not declared, and shared/rest"),
        ("// returns: a\nRETURN 1 AS a", "things.cypher:4: parameter limit is not used"),
    ],
)
def test_the_shared_file_is_checked_too(tmp_path: Path, rest: str, reason: str) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "rest.cypher").write_text(rest)
    with pytest.raises(CatalogueError, match=reason):
        query(tmp_path, HEADER.replace("returns: thing, other", "continues: rest") + "MATCH (n {id: $who})\n")


def test_what_is_returned_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "rest.cypher").write_text("// returns: a\nRETURN 1 AS a")
    with pytest.raises(CatalogueError, match=r"things\.cypher:5: the file this continues in says what is returned"):
        query(tmp_path, HEADER.rstrip() + "\n// continues: rest\n" + BODY)


def test_what_matters_only_where_something_is_asked_is_left_out() -> None:
    first, block = "MATCH (n)\nWHERE true\n", "  // if $b\n  AND n.b = $b\n    AND n.c = $c // if $c\n  // end\n"
    text = f"{first}  AND n.a = $a // if $a\n{block}"
    assert without(text, frozenset("abc")) == "MATCH (n)\nWHERE true\n"
    assert without(text, frozenset("ac")) == "MATCH (n)\nWHERE true\n  AND n.b = $b\n"
    assert without(text, frozenset()) == "MATCH (n)\nWHERE true\n  AND n.a = $a\n  AND n.b = $b\n    AND n.c = $c\n"


# --- parameters in the Cypher -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cypher",
    [
        "// $no",
        "/* $no\n$no */",
        "'$no'",
        '"$no"',
        r"'it\'s $no'",
        r'"a \" $no"',
        r"'\\' + '$no'",
        "`$no`",
        "`a`` $no`",
        "n:$(label)",
        "'// ' + '$no'",
        "'/*' + '$no' + '*/'",
        '"\'" + \'"$no"\'',
    ],
)
def test_what_is_no_parameter(cypher: str) -> None:
    assert parameters(f"RETURN $yes, {cypher}\n, $also") == {"yes": 1, "also": 2 + cypher.count("\n")}


def test_quoted_parameters_count() -> None:
    assert parameters("RETURN $`a b`,\n$`c``d`") == {"a b": 1, "c``d": 2}


def test_parameters_are_replaced_where_they_are_parameters() -> None:
    cypher = "RETURN $a, '$a', `$a`, $`b c` // $a"
    assert replace_parameters(cypher, {"a": "1", "b c": "$a"}) == "RETURN 1, '$a', `$a`, $a // $a"


_NAMES = st.text(string.ascii_letters + "_", min_size=1, max_size=8)
_WORDS = st.text(string.ascii_letters + " $;'\"\\/*`\n", max_size=12)


def _quoted(mark: str, words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace(mark, "\\" + mark)
    return f"{mark}{escaped}{mark}"


_HIDDEN = st.one_of(
    _WORDS.map(lambda words: _quoted("'", words)),
    _WORDS.map(lambda words: _quoted('"', words)),
    _WORDS.map(lambda words: "`" + words.replace("`", "``") + "`"),
    _WORDS.map(lambda words: "//" + words.replace("\n", " ") + "\n"),
    _WORDS.map(lambda words: "/*" + words.replace("*/", "").rstrip("*") + "*/"),
)


@given(st.lists(st.one_of(_NAMES.map(lambda name: ("$", name)), _HIDDEN.map(lambda text: ("", text)))))
def test_parameters_are_found_among_strings_and_comments(pieces: list[tuple[str, str]]) -> None:
    cypher = " ".join(mark + text for mark, text in pieces)
    assert set(parameters(cypher)) == {text for mark, text in pieces if mark}


@given(st.lists(_HIDDEN, max_size=4), st.lists(_HIDDEN, max_size=4))
def test_statements_end_where_they_end(first: list[str], second: list[str]) -> None:
    scripts = ["RETURN " + "".join(pieces) for pieces in (first, second)]
    assert statements(";\n".join(scripts)) == [script.strip() for script in scripts]


def test_a_comment_alone_is_no_statement() -> None:
    assert statements("// first\nA;\n// second; not\nB ; /* end */ ;\n") == ["// first\nA", "// second; not\nB"]


# --- values -----------------------------------------------------------------------------------------------------------

DAY = date(2031, 3, 5)


@pytest.mark.parametrize(
    ("type_", "raw", "value"),
    [
        ("entity", "person:ida", "person:ida"),
        ("string", " as it is ", " as it is "),
        ("name", "  ÉCOLE  Łódź", "ecole lodz"),
        ("integer", "-12", -12),
        ("integer", 12, 12),
        ("number", "1.5", 1.5),
        ("number", 2, 2.0),
        ("boolean", "Yes", True),
        ("boolean", "false", False),
        ("boolean", True, True),
        ("date", "2031-03-05", DAY),
        ("date", DAY, DAY),
        ("strings", "a, b", ["a", "b"]),
        ("strings", ["a", "b"], ["a", "b"]),
        ("row", {"a": 1}, {"a": 1}),
        ("rows", [{"a": 1}], [{"a": 1}]),
    ],
)
def test_values_become_what_neo4j_takes(type_: str, raw: object, value: object) -> None:
    assert Param("x", ParamType(type_), "x").coerce(raw) == value


@pytest.mark.parametrize(
    ("type_", "raw"),
    [
        *((each, raw) for each in ("entity", "string", "name", "date") for raw in ("", "  ", None, 1, "x" * 1001)),
        ("string", "\ud800"),
        *(("integer", raw) for raw in ("1.5", "", "1e3", True, 1.0, "9" * 19, "٣x", None, 2**63)),
        *(("number", raw) for raw in ("nan", "inf", "x", True, None, [])),
        *(("boolean", raw) for raw in ("maybe", 1, None, "")),
        *(("date", raw) for raw in ("2031-3-5", "20310305", "2031-02-30", "2031-W10-3", "2031-03-05T00:00")),
        *(("strings", raw) for raw in ("", "a,,b", [1], None, 5)),
        ("row", []),
        ("rows", {}),
    ],
)
def test_other_values_are_refused(type_: str, raw: object) -> None:
    with pytest.raises(BadParameter, match=r"^Parameter x must be "):
        Param("x", ParamType(type_), "x").coerce(raw)


def test_choices_and_bounds() -> None:
    bucket = Param("bucket", ParamType.STRING, "x", choices=("day", "week"))
    assert bucket.coerce("week") == "week"
    with pytest.raises(BadParameter, match="one of day, week"):
        bucket.coerce("hour")
    limit = Param("limit", ParamType.INTEGER, "x", minimum=1, maximum=5)
    for raw in (0, "6", -1):
        with pytest.raises(BadParameter, match="an integer from 1 to 5"):
            limit.coerce(raw)


@given(st.sampled_from(list(ParamType)), st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none()))
def test_any_value_is_taken_or_refused(type_: ParamType, raw: object) -> None:
    with suppress(BadParameter):
        Param("x", type_, "x").coerce(raw)


def test_bind_gives_every_parameter(tmp_path: Path) -> None:
    found = query(tmp_path, HEADER + BODY)
    assert found.bind({"who": "a"}) == {"who": "a", "limit": 3}
    assert found.bind({"who": "a", "limit": "5"}) == {"who": "a", "limit": 5}
    with pytest.raises(MissingParameter, match="needs parameter who: whose"):
        found.bind({})
    with pytest.raises(UnknownParameter, match=r"no parameter whom\. It takes: limit, who"):
        found.bind({"who": "a", "whom": "b"})


# --- the catalogue ----------------------------------------------------------------------------------------------------


def test_an_unknown_query_names_the_known_ones() -> None:
    with pytest.raises(UnknownQuery, match=r"There is no query nonsense.*statements_about"):
        catalogue()["nonsense"]
    assert "nonsense" not in catalogue()


@pytest.mark.parametrize("group", ["read", "browser", "write", "doctor", "admin"])
def test_every_file_is_in_the_catalogue(group: str) -> None:
    assert list(catalogue(group)) == sorted(path.stem for path in (cypher_folder() / group).glob("*.cypher"))


def test_public_queries_take_nothing_but_plain_values() -> None:
    internal = {ParamType.ROW, ParamType.ROWS}
    assert [name for name, each in catalogue().items() if internal & {param.type for param in each.params}] == []


def test_what_has_pages_can_be_walked() -> None:
    for each in catalogue().values():
        assert ({"after", "limit"} <= {param.name for param in each.params}) == bool(each.pages), each.name
        assert set(each.pages) <= set(each.returns)


def test_every_example_is_for_a_query_that_needs_one() -> None:
    for each in catalogue().values():
        assert [param.name for param in each.params if param.required and param.example is None] == [], each.name


def test_a_row_tells_where_the_next_page_begins() -> None:
    row = {"published_at": "2031-03-05", "article": "article:1", "start": 12, "statement": "statement:2", "text": "x"}
    assert catalogue()["statements"].after(row) == page_key(DAY, "article:1", 12, "statement:2")
    assert catalogue()["entities"].after({"id": "person:ida"}) == "person:ida"
    with pytest.raises(BadQuery, match="has no pages"):
        catalogue()["overview"].after({})


_KEYS = st.tuples(st.none() | st.dates(), st.sampled_from(["article:a", "article:b"]), st.integers(0, 10**7))


@given(_KEYS, _KEYS)
def test_keys_sort_newest_first_and_undated_last(
    one: tuple[date | None, str, int], other: tuple[date | None, str, int]
) -> None:
    def place(key: tuple[date | None, str, int]) -> tuple[int, str, int]:
        return (-key[0].toordinal() if key[0] else 0, key[1], key[2])

    assert (page_key(*one) < page_key(*other)) == (place(one) < place(other))
