"""The small parts: what is typed, addresses, charts, words."""

import pytest

from graph_service.api.explorer.address import Address, blanks, in_article, outside, to
from graph_service.api.explorer.charts import MOST, chart
from graph_service.api.explorer.reading import read_words
from graph_service.api.explorer.statements import alike
from graph_service.api.explorer.words import address_of, amount, day, initials, readable
from graph_service.browser import asked_query
from graph_service.queries import catalogue
from graph_service.queries.text import parameters, statements
from tests.explorer.hostile import BAD_URLS


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ("Berezna about Russia", {"speaker": "Berezna", "about": "Russia"}),
        ("Berezna to Vollmer", {"speaker": "Berezna", "to": "Vollmer"}),
        ("Berezna to Vollmer about Taurus", {"speaker": "Berezna", "to": "Vollmer", "about": "Taurus"}),
        ("about Russia", {"about": "Russia"}),
        ("by Olena Berezna", {"speaker": "Olena Berezna"}),
        ("to Germany", {"to": "Germany"}),
        ("What did Olena Berezna say about Russia?", {"speaker": "Olena Berezna", "about": "Russia"}),
        ("Who said what about Russia", {"about": "Russia"}),
        ("what has NATO said on Ukraine", {"speaker": "NATO", "about": "Ukraine"}),
        ("Berezna", None),
        ("talks about talks about talks", None),
        ('"Berezna about Russia"', None),
        ("something about", None),
        ("", None),
        ("about", None),
    ],
)
def test_what_is_typed(typed: str, filters: dict[str, str] | None) -> None:
    read = read_words(typed)
    assert (read.filters if read else None) == filters


def test_an_address_keeps_its_state() -> None:
    here = Address("/", (("speaker", "person:ada"), ("cursor", "abc"), ("q", "a b")))
    assert str(here) == "/?speaker=person%3Aada&cursor=abc&q=a+b"
    assert str(here.replacing(speaker=None)) == "/?q=a+b"
    assert str(here.replacing(about="country:x")) == "/?speaker=person%3Aada&q=a+b&about=country%3Ax"
    assert to("entities", 'x"/?#é') == "/entities/x%22%2F%3F%23%C3%A9"
    assert in_article("article:1", "statement:2") == "/articles/article:1?statement=statement%3A2#s-2"
    assert blanks([("q", " ")])
    assert not blanks([("q", "a")])


@pytest.mark.parametrize("url", [*BAD_URLS, "", None, "ftp://a.example/", "/relative", "http:/one"])
def test_no_link_leads_where_a_browser_would_run_something(url: str | None) -> None:
    assert outside(url) == ""


@pytest.mark.parametrize("url", ["https://a.example/x?y=1#z", "HTTP://a.example/"])
def test_links_out_of_articles(url: str) -> None:
    assert outside(url) == url


def test_bars_stand_on_each_other_with_gaps_between() -> None:
    rows = [
        {"period": "2031-03-03", "statements": 4, "positive": 1, "negative": 2},
        {"period": "2031-03-17", "statements": 2, "positive": 0, "negative": 0},
    ]
    made = chart(rows, "week")
    assert made is not None
    assert [(bar.first.isoformat(), bar.last.isoformat(), bar.statements) for bar in made.bars] == [
        ("2031-03-03", "2031-03-09", 4),
        ("2031-03-10", "2031-03-16", 0),
        ("2031-03-17", "2031-03-23", 2),
    ]
    parts = [(part.kind, part.y, part.height) for part in made.bars[0].parts]
    assert parts == [("negative", 30, 30), ("neutral", 15, 15), ("positive", 0, 15)]
    assert chart([], "day") is None


@pytest.mark.parametrize("bucket", ["day", "week", "month", "year"])
def test_of_too_many_periods_the_last_are_shown(bucket: str) -> None:
    rows = [{"period": period, "statements": 1} for period in ("0001-01-01", "2031-01-01")]
    made = chart(rows, bucket)
    assert made is not None
    assert len(made.bars) == MOST
    assert made.bars[-1].statements == 1


def test_words() -> None:
    assert [initials(name) for name in ("Olena Berezna", "NATO", "  ", None, "Al-Jazeera", "?!")] == [
        "OB",
        "N",
        "?",
        "?",
        "AJ",
        "?",
    ]
    assert (day("2031-03-05"), day(None)) == ("5 March 2031", "undated")
    assert [readable(cue) for cue in ("said", ":", None)] == [True, False, False]
    assert address_of("person:ada") == "/entities/person:ada"
    assert address_of("statement:0a") == "/statements/statement:0a"
    assert [address_of(text) for text in ("statement:../x", "javascript:alert", "person: x", "")] == [""] * 4


def test_no_value_leaves_its_place_in_a_query_to_copy() -> None:
    query = catalogue()["statements"]
    bound = query.bind({"q": "x'\n RETURN 1; \r\n// \\' $limit", "outlet": "a\u2028b\x0cc"})
    text = asked_query(query, bound)
    assert parameters(text) == {}
    assert len(statements(text)) == 1
    assert text.splitlines()[0] == "// Statements by any mixture of filters, newest first"


def test_amounts() -> None:
    assert [amount(count, "row") for count in (0, 1, 2000)] == ["0 rows", "1 row", "2,000 rows"]
    assert [amount(count, "entity", "entities") for count in (1, 2)] == ["1 entity", "2 entities"]


def _restates(statement: str, **others: tuple[str, float]) -> dict[str, object]:
    hows, scores = [how for how, _ in others.values()], [score for _, score in others.values()]
    return {"statement": statement, "restates": [*others], "restates_how": hows, "restates_scores": scores}


def test_how_others_say_the_same() -> None:
    rows = [
        _restates("first"),
        _restates("copy", first=("same words", 1.0)),
        _restates("again", first=("same meaning", 0.914)),
        _restates("lede", again=("summary", 1.0), first=("same meaning", 0.82)),
    ]
    assert alike("first", rows) == {
        "copy": "in the same words",
        "again": "in other words, 0.91 alike",
        "lede": "in other words, 0.82 alike",
    }
    assert alike("copy", rows) == {
        "first": "in the same words",
        "again": "in other words, 0.91 alike",
        "lede": "in other words, 0.82 alike",
    }
    assert alike("lede", rows)["again"] == "summed up"
    assert alike("first", [rows[0]]) == {}
