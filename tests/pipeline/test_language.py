"""How an article is cut for the parser, and that nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.pipeline.language import load_parser, parse_article


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("KYIV, March 3 (Northgate) - The minister left.", "The"),
        ("Lviv (Northgate) — The minister left.", "The"),
        ("NEW YORK, N.Y. -- The minister left.", "The"),
        ('TALLINN – "We left," the minister said.', '"'),
        ("OSLO, March 3. /NORTHGATE/. The minister left.", "The"),
        ("OSLO. March 3 (Northgate) - The minister left.", "The"),
        ("Lviv, NGATE – The minister left.", "The"),
        ("Why it matters: The minister left.", "The"),
        ("NATO (the alliance) said it left.", "NATO"),
        ("The minister - who left - said so.", "The"),
        ("NATO - the alliance - said so.", "NATO"),
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(line: str, begins: str) -> None:
    doc = parse_article(load_parser(), line)
    assert [sent[0].text for sent in doc.sents][-1] == begins


def test_the_network_x_ends_a_sentence() -> None:
    doc = parse_article(
        load_parser(), 'She wrote so on X. The dam holds. "See you on X." Mora left. Malcolm X. Smith waits.'
    )
    assert [sentence.text for sentence in doc.sents][:4] == [
        "She wrote so on X.",
        "The dam holds.",
        '"See you on X."',
        "Mora left.",
    ]


def test_sentences_keep_to_their_line() -> None:
    doc = parse_article(load_parser(), "Talks resume\n\n\nThe minister left\nNobody stayed")
    assert [sent.text.strip() for sent in doc.sents if sent.text.strip()] == [
        "Talks resume",
        "The minister left",
        "Nobody stayed",
    ]


@pytest.mark.parametrize(
    ("word", "lemma"), [("hopes", "hope"), ("rated", "rate"), ("urged", "urge"), ("fined", "fine")]
)
def test_lemmas_keep_their_last_letter(word: str, lemma: str) -> None:
    doc = parse_article(load_parser(), f"The minister {word} the port.")
    assert doc[2].lemma_ == lemma


@given(st.text(alphabet=st.sampled_from('aB. \n\r\u2028\t-—"(),1🙂é'), max_size=60))
def test_nothing_is_lost(text: str) -> None:
    assert parse_article(load_parser(), text).text == text


@pytest.mark.parametrize(
    "text", ["It rained.”― Ada Brun", "It rained.”—Ada Brun", 'It rained."-- Ada Brun', "It rained. ―Ada"]
)
def test_a_dash_before_a_signature_is_a_word(text: str) -> None:
    words = [token.text for token in parse_article(load_parser(), text)]
    assert not {"―", "—", "--"}.isdisjoint(words)
    assert "".join(words) == text.replace(" ", "")
