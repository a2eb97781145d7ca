"""Who passed it on: media in the sentence, the speakers of the statements around it. Sentences of our own."""

import pytest

from graph_service.models import AnonymousKind
from tests.pipeline.reading import names, read, said

# a text, words of a statement in it, who reported it, the nearest to the speaker first
CHAINS = [
    ("Reuters reported, citing two officials, that the dam was full.", "the dam was full", ["Reuters"]),
    ("According to Reuters, Ada Lindqvist said the dam was full.", "the dam was full", ["Reuters"]),
    ("Ada Lindqvist said the dam was full, Reuters reported.", "the dam was full", ["Reuters"]),
    ('"The dam is full," Reuters quoted Ada Lindqvist as saying.', "The dam", ["Reuters"]),
    ("A diplomat, quoted by Reuters, warned that the dam was full.", "the dam was full", ["Reuters"]),
    ("A diplomat told Reuters that the dam was full.", "the dam was full", ["Reuters"]),
    ("Two officials told the Harbour Times that the dam was full.", "the dam was full", ["Harbour Times"]),
    ("A person familiar with the plan told Bloomberg the dam was full.", "the dam was full", ["Bloomberg News"]),
    ("A source said in an interview with Reuters that the dam was full.", "the dam was full", ["Reuters"]),
    ("Karl Berg said that Ada Lindqvist had promised to wait.", "to wait", ["Karl Berg"]),
    ("A pilot said that Ada Lindqvist had promised to wait.", "to wait", ["A pilot"]),
    ("Karl Berg said Ada Lindqvist had told him that the dam was full.", "that the dam was full", ["Karl Berg"]),
    ("Karl Berg told reporters that Ada Lindqvist said the dam was full.", "the dam was full", ["Karl Berg"]),
    (
        "Reuters reported, citing a diplomat, that Ada Lindqvist had told Bo Ek that the dam was full.",
        "that the dam was full",
        ["a diplomat", "Reuters"],
    ),
    (
        "A diplomat told Reuters that Ada Lindqvist had told Bo Ek that the dam was full.",
        "that the dam was full",
        ["A diplomat", "Reuters"],
    ),
    (
        "Moscow denied a report in the Harbour Times. Two diplomats told the newspaper that the dam was full.",
        "the dam was full",
        ["Harbour Times"],
    ),
]
NOBODY = [
    ("Ada Lindqvist told Reuters that the dam was full.", "the dam was full"),
    ("Ada Lindqvist and Karl Berg told Reuters that the dam was full.", "the dam was full"),
    ("Reuters reported that the dam was full.", "the dam was full"),
    ("Ada Lindqvist said she planned to wait.", "she planned"),
    ("Ada Lindqvist said that the dam was full.", "the dam was full"),
    ("According to Ada Lindqvist, the dam is full.", "the dam is full"),
    ("A diplomat told lawmakers that the dam was full.", "the dam was full"),
    ("A diplomat told the Harbour Wire that the dam was full.", "the dam was full"),
    ("Ada Lindqvist reads Reuters. She said the dam was full.", "the dam was full"),
    ("A diplomat said Reuters was wrong about the dam.", "was wrong"),
    ("The vice-president told Reuters that the dam was full.", "the dam was full"),
]


@pytest.mark.parametrize(("text", "words", "reporters"), CHAINS)
def test_whoever_passed_it_on_is_named(text: str, words: str, reporters: list[str]) -> None:
    found = read(text)
    assert names(found, said(found, words).reported_by) == reporters


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_nobody_passed_it_on(text: str, words: str) -> None:
    found = read(text)
    assert names(found, said(found, words).reported_by) == []


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("a diplomat", AnonymousKind.DIPLOMAT),
        ("two officials", AnonymousKind.OFFICIAL),
        ("people familiar with the matter", AnonymousKind.PEOPLE_FAMILIAR),
        ("a lawmaker", AnonymousKind.LAWMAKER),
        ("a senior aide", AnonymousKind.OFFICIAL),
        ("a source", AnonymousKind.UNSPECIFIED),
    ],
)
def test_an_unnamed_link_of_the_chain_is_a_node_with_a_kind(source: str, kind: AnonymousKind) -> None:
    found = read(f"Reuters reported, citing {source}, that Ada Lindqvist had told Bo Ek that the dam was full.")
    first, *_ = said(found, "that the dam was full").reported_by
    assert {each.id: each.kind for each in found.anonymous_sources}[first.anonymous or ""] is kind


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the vice-president, the dam is full.", "the vice-president"),
        ("The vice-president denied the report.", "The vice-president"),
        ('"Not now," said the ex-minister.', "the ex-minister"),
    ],
)
def test_a_hyphen_does_not_cut_a_source(text: str, source: str) -> None:
    (unnamed,) = read(text).anonymous_sources
    assert unnamed.text == source
