"""Where contents begin and end, on runs of tokens."""

import pytest

from graph_service.models import Span
from graph_service.pipeline.edges import completed, from_clause, from_phrase, without_hanging, without_joint
from graph_service.pipeline.language import load_parser, parse_article
from graph_service.pipeline.page import Page, Run


def page(text: str) -> Page:
    return Page(parse_article(load_parser(None), text))


def run(read: Page, words: str) -> Run:
    """The tokens of some words."""
    start = read.text.index(words)
    return read.run(Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("The old boat sank on Monday, the ministry said.", "boat sank on Monday", "The old boat sank on Monday"),
        (
            "Ada Brun told the crew that the old boat sank, the ministry said.",
            "boat sank",
            "Ada Brun told the crew that the old boat sank",
        ),
        ("It rained, the ministry said.", "It rained", "It rained"),
    ],
)
def test_a_content_begins_with_its_phrase_or_clause(text: str, content: str, whole: str) -> None:
    read = page(text)
    verb = read.tokens[run(read, "said").start]
    (found,) = from_phrase(read, [run(read, content)], verb, [])
    assert read.text[slice(*read.span(found))] == whole


def test_a_content_does_not_begin_in_its_cue() -> None:
    read = page("Ada Brun blamed old boats.")
    verb = read.tokens[run(read, "blamed").start]
    (found,) = from_phrase(read, [run(read, "boats")], verb, [run(read, "blamed old")])
    assert found == run(read, "boats")
    (found,) = from_phrase(read, [run(read, "boats")], verb, [])
    assert found == run(read, "old boats")


def test_a_content_begins_behind_when_it_was_said() -> None:
    read = page("Ada Brun said on October 6 and 7 that it rained.")
    verb = read.tokens[run(read, "said").start]
    (found,) = from_clause(read, [run(read, "and 7 that it rained")], verb)
    assert found == run(read, "that it rained")


def test_a_content_ends_before_what_it_is_joined_to() -> None:
    read = page("Ada Brun claimed a win on Monday as police came and went.")
    assert without_joint(read, [run(read, "a win on Monday as")]) == [run(read, "a win on Monday")]
    assert without_joint(read, [run(read, "a win on Monday")]) == [run(read, "a win on Monday")]
    assert without_joint(read, []) == []


def test_a_content_ends_with_the_noun_of_its_last_attribute() -> None:
    read = page("Ada Brun left the International Criminal Court.")
    (found,) = completed(read, [read.span(run(read, "the International"))], len(read.tokens))
    assert read.text[slice(*found)] == "the International Criminal Court"


def test_what_goes_on_about_something_else_is_not_content() -> None:
    read = page("The boat sank, Ada Brun said on Monday, the second time that the firm has blamed it.")
    sank, later = run(read, "The boat sank"), run(read, "has blamed it")
    assert list(without_hanging(read, [sank, later], run(read, "said"))) == [sank]
