"""What a speaker does by saying it, and what was not said. Sentences of our own."""

import pytest

from graph_service.models import Modality
from tests.pipeline.reading import read

CASES = [
    ("Ada Lindqvist said that the dam was full.", Modality.ASSERTION),
    ("Ada Lindqvist asked Norway to open the dam.", Modality.DEMAND),
    ("Ada Lindqvist urged Norway to open the dam.", Modality.DEMAND),
    ("Ada Lindqvist called for new pumps.", Modality.DEMAND),
    ("Ada Lindqvist recommended opening the dam.", Modality.DEMAND),
    ("Ada Lindqvist plans to open the dam.", Modality.INTENTION),
    ("Ada Lindqvist promised to open the dam.", Modality.INTENTION),
    ("Ada Lindqvist ruled out opening the dam.", Modality.INTENTION),
    ('"We will open the dam," Ada Lindqvist said.', Modality.INTENTION),
    ("Ada Lindqvist said she would open the dam.", Modality.INTENTION),
    ("Ada Lindqvist denied that the dam was full.", Modality.DENIAL),
    ("Ada Lindqvist rejected the claim that the dam was full.", Modality.DENIAL),
    ("Ada Lindqvist believes that the dam is full.", Modality.BELIEF),
    ("Ada Lindqvist hopes that the dam will hold.", Modality.BELIEF),
    ("Ada Lindqvist expects that the dam will hold.", Modality.BELIEF),
    ("Ada Lindqvist is convinced that the dam will hold.", Modality.BELIEF),
    ("Ada Lindqvist warned that the dam was full.", Modality.WARNING),
    ("Ada Lindqvist warned Norway against opening the dam.", Modality.WARNING),
    ("Ada Lindqvist said it would rain.", Modality.ASSERTION),
]
NOT_SAID = [
    "Ada Lindqvist did not say whether the dam was full.",
    "Ada Lindqvist declined to comment.",
    "Ada Lindqvist declined to say whether the dam was full.",
    "Ada Lindqvist refused to answer.",
    "Ada Lindqvist has not said when the dam would open.",
    "Ada Lindqvist did not give a number.",
    "Ada Lindqvist did not comment on the rain.",
]


@pytest.mark.parametrize(("text", "modality"), CASES)
def test_the_cue_tells_what_is_done(text: str, modality: Modality) -> None:
    (statement,) = read(text).statements
    assert (statement.modality, statement.negated) == (modality, False)


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_was_not_said_is_a_plain_statement(text: str) -> None:
    (statement,) = read(text).statements
    assert (statement.modality, statement.negated) == (Modality.ASSERTION, True)
