"""Text from outside reaches a terminal as text, and a machine as JSON or CSV."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.table import Table

from graph_service.cli.listing import extraction_table, statement_table
from graph_service.cli.output import cell, complain, plain, show, table
from graph_service.errors import AmbiguousName, BadArticle, UnknownName
from graph_service.models import Article, Entity, EntityType, Extraction, Span, Statement, StatementType, Target

ROW = {
    "speaker": "Ana Petrova",
    "sentence": "“Helmia,” Petrova said, “will pay.”",
    "text": "“Helmia,” … “will pay.”",
    "about": ["Helmia", "Norway", "Chile"],
    "stances": ["negative", "neutral", "positive"],
    "to": [],
    "reported_by": [],
    "outlet": "The [red]Daily[/red]",
    "published_at": "2026-05-04",
    "start": 0,
    "end": 35,
}


def shown(made: Table) -> str:
    console = Console(width=900, no_color=True)
    with console.capture() as capture:
        console.print(made)
    return capture.get()


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert all(char.isprintable() or char in "\t\n" or ord(char) > 0x9F for char in plain(text))


def test_escape_sequences_and_markup_do_not_work() -> None:
    printed = shown(table([{"name": "[bold]A[/bold]\x1b[31mred\x9b0m"}]))
    assert "[bold]A[/bold][31mred0m" in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (0.5, "0.500"), (7, "7"), (["a", "b"], "a, b"), ((), ""), (True, "True")],
)
def test_cells(value: object, text: str) -> None:
    assert cell(value).plain == text


def test_a_statement_stands_in_bold_in_its_sentence() -> None:
    made = statement_table([ROW])
    sentence = next(iter(made.columns[1].cells))
    bold = [sentence.plain[span.start : span.end] for span in sentence.spans if span.style == "bold"]
    assert bold == ["“Helmia,”", "“will pay.”"]


def test_a_stance_is_a_sign_beside_its_target() -> None:
    assert "Helmia (−), Norway, Chile (+)" in shown(statement_table([ROW]))


def test_a_statement_has_its_place() -> None:
    printed = shown(statement_table([ROW]))
    assert "The [red]Daily[/red] · 2026-05-04 · characters 0–35" in printed


def test_an_extraction_lists_who_said_what() -> None:
    text = "Petrova said Helmia pays."
    petrova, helmia = (Entity(id=name, name=name, type=EntityType.PERSON) for name in ("Ana Petrova", "Helmia"))
    statement = Statement(
        id="statement:1",
        content=(Span(13, 24),),
        text="Helmia pays",
        cue_text="said",
        sentence=Span(0, 25),
        type=StatementType.INDIRECT,
        speaker=petrova.id,
        targets=(Target(entity=helmia.id, rank=1),),
    )
    extraction = Extraction(
        article=Article(id="article:1", text=text),
        extractor="test",
        entities=(petrova, helmia),
        statements=(statement,),
    )
    printed = shown(extraction_table(extraction))
    assert [word in printed for word in ("Ana Petrova", "said", "Helmia pays", "characters 13–24")] == [True] * 4


def test_an_error_is_one_line_and_then_the_advice(capsys: pytest.CaptureFixture[str]) -> None:
    complain(BadArticle("It holds\x1b[2J no text.", advice="Give one that does."))
    assert capsys.readouterr().err == "Error: It holds[2J no text.\nGive one that does.\n"


def test_an_ambiguous_name_lists_the_candidates(capsys: pytest.CaptureFixture[str]) -> None:
    complain(AmbiguousName("Which?", candidates=({"id": "person:a", "name": "A"},), advice="Give an id."))
    assert "person:a" in capsys.readouterr().err


def test_an_unknown_name_lists_what_comes_near(capsys: pytest.CaptureFixture[str]) -> None:
    complain(UnknownName("Nobody.", suggestions=({"id": "person:a", "name": "A"},)))
    assert "person:a" in capsys.readouterr().err


def test_json_is_one_row_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    show([ROW, ROW], tuple(ROW), table, as_json=True)
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [ROW, ROW]


def test_nothing_found_is_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    show([], ("a",), table)
    assert capsys.readouterr() == ("", "Nothing was found.\n")
