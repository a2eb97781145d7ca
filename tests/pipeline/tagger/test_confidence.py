"""How sure the tagger is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.pipeline.tagger.confidence import PLAIN, Evidence, confidence, features

CHANCE = st.floats(0, 1)


@given(st.builds(Evidence, CHANCE, CHANCE, CHANCE, CHANCE, st.booleans()))
def test_confidence_is_a_chance(evidence: Evidence) -> None:
    assert len(features(evidence)) == len(PLAIN)
    assert 0 < confidence(evidence, PLAIN) < 1


def test_a_surer_cue_makes_a_surer_statement() -> None:
    doubtful = Evidence(attributes=0.4, begins=0.5, content=0.9, source=0.9, agrees=True)
    sure = doubtful._replace(attributes=0.9)
    assert confidence(doubtful, PLAIN) < 0.5 < confidence(sure, PLAIN)


def test_a_statement_without_source_has_no_odds_of_one() -> None:
    evidence = Evidence(attributes=0.5, begins=0.5, content=0.5, source=0.0, agrees=False)
    assert features(evidence) == pytest.approx((1, 0, 0, 0, 0, 0, 0))
