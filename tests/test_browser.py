"""What Neo4j Browser gets from us: colours one can read, and queries that run as they stand."""

import re
from datetime import date

import neo4j
import pytest

from graph_service.browser import assets, guide_adoc, guide_html, saved_queries, saved_query, style
from graph_service.browser.saved import GROUPS, literal
from graph_service.inputs import Failure, read
from graph_service.models import EntityType, JudgementKind, RelationType
from graph_service.pipeline.extract import extract
from graph_service.queries import catalogue
from graph_service.queries.text import parameters, statements
from graph_service.samples import FOLDER
from graph_service.settings import Settings
from graph_service.store import GraphStore, NewJudgement

BASE = "http://localhost:8000/browser"
_RULE = re.compile(r"^(?P<selector>[\w.]+) \{\n(?P<body>(?:  [\w-]+: [^;]+;\n)+)\}$", re.MULTILINE)


def rules() -> dict[str, dict[str, str]]:
    return {
        rule["selector"]: dict(line.strip().rstrip(";").split(": ", 1) for line in rule["body"].splitlines())
        for rule in _RULE.finditer(style())
    }


def luminance(colour: str) -> float:
    """Of WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_kind_of_node_and_link_has_a_look() -> None:
    labels = {
        *map(str, EntityType),
        "Statement",
        "Article",
        "AnonymousSource",
        "Relation",
        "Merged",
        "Judgement",
        "Dismissed",
    }
    links = {"SAID", "ABOUT", "ADDRESSED_TO", "REPORTED_BY", "FROM", "WITHIN", "MENTIONED_IN", "PUBLISHED_BY"}
    links |= {
        "SAME_AS",
        "SPLIT_INTO",
        "FOLDED",
        "CORRECTED",
        "SUBJECT_OF",
        "HAS_OBJECT",
        "STATED_IN",
        *map(str, RelationType),
    }
    assert {f"node.{label}" for label in labels} | {f"relationship.{link}" for link in links} <= set(rules())
    assert _RULE.sub("", style()).strip() == ""


def test_captions_can_be_read() -> None:
    found = {name: contrast(look["color"], look["text-color-internal"]) for name, look in rules().items()}
    assert {name: round(value, 1) for name, value in found.items() if value < 4.5} == {}
    assert rules()["node.Person"]["caption"] == '"{name}"'
    assert rules()["node.Statement"]["caption"] == '"{text}"'


def test_kinds_can_be_told_apart() -> None:
    colours = [look["color"] for name, look in rules().items() if name.startswith("node.") and "Schema" not in name]
    assert len(set(colours)) == len(colours)


def test_types_stand_behind_the_general_look() -> None:
    order = list(rules())
    assert order.index("node.Entity") < min(order.index(f"node.{each}") for each in EntityType)


@pytest.mark.parametrize(
    ("value", "cypher"),
    [
        (None, "null"),
        (True, "true"),
        (5, "5"),
        (1.5, "1.5"),
        ("it's \\ so", r"'it\'s \\ so'"),
        (date(2031, 3, 5), "date('2031-03-05')"),
        (["a", "b'"], r"['a', 'b\'']"),
    ],
)
def test_values_as_cypher_writes_them(value: object, cypher: str) -> None:
    assert literal(value) == cypher


def test_a_saved_query_begins_with_its_title_and_needs_no_parameters() -> None:
    for name, text in saved_queries().items():
        title, *_ = text.splitlines()
        assert title.startswith("// "), name
        assert not title.endswith(".")
        assert parameters(text) == {}
        assert len(statements(text)) == 1


def test_a_saved_query_says_what_to_change() -> None:
    text = saved_query(catalogue()["statements_to"])
    assert "//   to: 'person:katrin-vollmer', to whom it was said\n" in text
    assert "(:Entity {id: 'person:katrin-vollmer'})" in text


def test_the_guide_asks_and_answers() -> None:
    html, adoc = guide_html(BASE), guide_adoc(BASE)
    questions = re.findall(r"<h3>(.+\?)</h3>", html)
    assert len(questions) == 10
    assert questions == re.findall(r"^== (.+\?)$", adoc, re.MULTILINE)
    assert html.count("<slide") == html.count("</slide>") == len(questions) + 1
    assert f":style {BASE}/style.grass" in html
    assert adoc.count("----\n") == 2 * len(questions)


def test_assets_refer_to_nothing_outside() -> None:
    for name, asset in assets(BASE).items():
        addresses = set(re.findall(r"https?://[^\s\"'<]+", asset.text))
        assert {address for address in addresses if not address.startswith(BASE)} == set(), name


@pytest.mark.anyio
async def test_every_saved_query_finds_something_in_the_samples(store: GraphStore, driver: neo4j.Driver) -> None:
    for found in read(FOLDER, Settings(_env_file=None)):
        assert not isinstance(found, Failure)
        await store.write(extract(found))
    both = "person:olena-berezna", "person:katrin-vollmer"
    await store.judge(NewJudgement(JudgementKind.DISTINCT, *both, "Kari", "two people"))
    empty = [name for name, text in saved_queries().items() if not driver.execute_query(text).records]
    assert empty == []
    assert [each for each in await store.doctor() if each.violations] == []


def test_pictures_return_nodes_and_links_by_name() -> None:
    for query in catalogue(GROUPS[0]).values():
        assert len(query.returns) >= 3
