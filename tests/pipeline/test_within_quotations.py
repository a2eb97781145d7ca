"""What somebody is quoted as telling of others: statements within quotation marks. Sentences of our own."""

import pytest

from graph_service.models import Modality
from tests.pipeline.reading import names, read, said
from tests.pipeline.test_whole_articles import speaker


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ('"Olle Holm said that the port was lost. We are sad," Ada Brun told reporters.', "was lost", "Olle Holm"),
        (
            '"We are sad. Peru answered that it had stopped all boats in May," Ada Brun told reporters.',
            "had stopped",
            "Peru",
        ),
        ("“Peru says ‘we want rain’, but it rows,” Ada Brun said.", "we want rain", "Peru"),
        # of the same speaker only what he told somebody else
        ('"I told Peru that we need rain, and I think we need boats," Ada Brun said.', "need rain", "Ada Brun"),
    ],
)
def test_who_is_quoted_within_a_quotation(text: str, words: str, who: str) -> None:
    found = read(text)
    inner = said(found, words)
    assert speaker(found, words) == who
    assert inner.parent is not None
    assert names(found, inner.reported_by) == ([] if who == "Ada Brun" else ["Ada Brun"])


@pytest.mark.parametrize(
    "text",
    [
        # nobody in particular, or nobody yet
        '"People say that the port was lost," Ada Brun said.',
        '"It would be sad to say that the port was lost," Ada Brun said.',
        # a thing, outside quotation marks as well
        "Ada Brun said the affair showed that the port was lost.",
        '"I think that the port was lost," Ada Brun said.',
    ],
)
def test_who_is_not(text: str) -> None:
    assert len(read(text).statements) == 1


def test_what_is_quoted_is_not_cut_by_it() -> None:
    text = '"Holm has slept for years, proving he is unfit to row," Ada Brun said.'
    assert said(read(text), "slept").text == '"Holm has slept for years, proving he is unfit to row,"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in quotation marks only "I" and "we" are the speaker
        ('"They said no in May and they will say no tomorrow," Ada Brun said.', Modality.ASSERTION),
        ('"We said no in May and we will say no tomorrow," Ada Brun said.', Modality.INTENTION),
        ("Ada Brun said she would say no tomorrow.", Modality.INTENTION),
        ('"Holm told me that he believes it has rained," Ada Brun said.', Modality.ASSERTION),
    ],
)
def test_what_a_quotation_does(text: str, expected: Modality) -> None:
    outer = max(read(text).statements, key=lambda each: len(each.text))
    assert outer.modality is expected
