"""Articles that nobody would print: the whole extraction takes them, in linear work, and every offset is right."""

from collections.abc import Iterator

import pytest

from graph_service.models import Article, Extraction, text_at
from graph_service.pipeline.extract import extract
from graph_service.settings import ExtractionOptions, Finder
from tests.work import calls


def name(number: int) -> str:
    """A name that no other number has."""
    letters = (chr(97 + number // 26**place % 26) for place in range(3))
    return "Zo" + "".join(letters)


UNITS = {
    "unbalanced": "“It rains, Ruiz said. ” The port is open, “she added. ",
    "quotations": "“It rains,” Ruiz said. ",
    "one paragraph": "Ruiz told Mora that the dam at Vado is full and that nobody knows when it opens. ",
    "mixed scripts": "Руіс said that 漢字 rains. Мора told שלום it holds. ",
    "emoji": "“It rains 😀🏽,” Ruiz 👩‍👩‍👧 said. ",
    "right to left": "\u202eRuiz said\u202c that it rained. שר אמר: ״כן״. ",
    "no spaces": "Ruizsaidthatitrained.",
    "nested in three styles": "“Mora said ‘Ruiz told us «it rains» again’ there,” Vega said. ",
    "pronouns": "Ana Mora met Luis Vega. He told her that it rains. ",
}
#: as long as anybody would try
HUGE = {
    "ten thousand quotations": "“It rains,” Ruiz said. " * 10_000,
    "a paragraph of fifty thousand words": UNITS["one paragraph"] * 3_125,
}


def read(text: str, finder: Finder = Finder.MODEL) -> Extraction:
    return extract(Article(id="article:1", text=text), ExtractionOptions(finder=finder))


def assert_sound(found: Extraction) -> None:
    text = found.article.text
    for statement in found.statements:
        assert statement.text == text_at(text, statement.content)
        assert statement.cue_text == text_at(text, statement.cue)
        assert all(0 <= start < end <= len(text) for start, end in (*statement.content, statement.sentence))
    for entity in found.entities:
        assert all(each.text == text[each.start : each.end] for each in entity.mentions)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_any_article_is_read_and_its_offsets_are_right(unit: str) -> None:
    assert_sound(read(unit * 60))


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_the_longest_articles_are_read(text: str) -> None:
    found = read(text)
    assert_sound(found)
    assert len(found.statements) > 1_000


def many_people(count: int) -> str:
    return "".join(f"{name(each)} {name(each * 7 + 1)} said it rains. " for each in range(count))


def texts(unit: str) -> Iterator[str]:
    return (unit * count for count in (100, 800))


@pytest.mark.parametrize(
    "pair", [*map(texts, UNITS.values()), map(many_people, (100, 800))], ids=[*UNITS.keys(), "many people"]
)
def test_the_whole_extraction_is_linear_work(pair: Iterator[str]) -> None:
    read("Ruiz said it rains.", Finder.RULES)  # what is loaded once does not count
    few, many = (calls(lambda text=text: read(text, Finder.RULES)) for text in pair)
    # eight times the text is eight times the work; 64 times would be quadratic
    assert many < 12 * few
