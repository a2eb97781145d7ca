import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.api import cursors
from graph_service.errors import BadParameter

QUESTION = {"query": "statements", "speaker": "person:a"}


@given(st.text(max_size=200))
def test_a_place_comes_back(after: str) -> None:
    assert cursors.decode(QUESTION, cursors.encode(QUESTION, after)) == after


@given(st.text(max_size=200))
def test_a_token_is_plain_letters(after: str) -> None:
    token = cursors.encode(QUESTION, after)
    assert token.isascii()
    assert token.replace("-", "").replace("_", "").isalnum()


def test_a_token_is_good_for_its_own_question_only() -> None:
    token = cursors.encode(QUESTION, "1/a")
    with pytest.raises(BadParameter, match="another question"):
        cursors.decode({**QUESTION, "speaker": "person:b"}, token)


@pytest.mark.parametrize(
    "raw", [b"", b"null", b"{}", b"[]", b'["a"]', b'["a",1]', b'["a","b","c"]', b"[" * 300, b"\xff", b'"\\ud800"']
)
def test_what_is_not_a_token_is_refused(raw: bytes) -> None:
    with pytest.raises(BadParameter, match="not one of this service"):
        cursors.decode(QUESTION, base64.urlsafe_b64encode(raw).decode())


@given(st.text(max_size=2_000))
def test_no_text_breaks_the_reader(text: str) -> None:
    with pytest.raises(BadParameter):
        cursors.decode(QUESTION, text)
