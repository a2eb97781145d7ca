"""Statements as tables for a person to read."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, cast

from rich.table import Table
from rich.text import Text

from graph_service.cli.output import Row, cell, plain

if TYPE_CHECKING:
    from graph_service.models import Extraction, Party, Statement

_Shares = Iterable[tuple[str, int]]
# columns, and their shares of the width
_OF_THE_GRAPH = (("speaker", 3), ("said", 10), ("about", 3), ("to", 3), ("reported by", 3), ("where", 3))
_OF_AN_ARTICLE = (("speaker", 3), ("cue", 2), ("said", 9), ("about", 3), ("to", 3), ("reported by", 3), ("where", 3))
# how the speaker takes somebody
_SIGNS = {"positive": "(+)", "negative": "(−)"}


def statement_table(rows: Iterable[Row]) -> Table:
    """Statement rows of the graph, with the sentence (the statement in bold) and its place in the article."""
    made = _made(_OF_THE_GRAPH)
    for row in rows:
        targets = _targets(zip(*(cast("list[str]", row[key]) for key in ("about", "stances")), strict=True))
        parties = (cell(row[key]) for key in ("to", "reported_by"))
        where = (row["outlet"], row["published_at"], _characters(row["start"], row["end"]))
        made.add_row(cell(row["speaker"]), _sentence(row), targets, *parties, _joined(where))
    return made


def extraction_table(extraction: "Extraction") -> Table:
    """The statements of one extraction, in the order of the text."""
    names = {each.id: each.name for each in extraction.entities}
    names |= {each.id: each.text for each in extraction.anonymous_sources}
    made = _made(_OF_AN_ARTICLE, extraction.article.title)
    for each in extraction.statements:
        made.add_row(*_cells(each, names))
    return made


def _made(columns: _Shares, title: str | None = None) -> Table:
    made = Table(
        title=cell(title), title_justify="left", header_style="bold", show_edge=False, show_lines=True, expand=True
    )
    for column, share in columns:
        made.add_column(column, overflow="fold", ratio=share)
    return made


def _sentence(row: Row) -> Text:
    from graph_service.models import PIECES

    sentence = cell(row["sentence"])
    sentence.highlight_words([plain(piece) for piece in str(row["text"]).split(PIECES)], "bold")
    return sentence


def _cells(statement: "Statement", names: Mapping[str, str]) -> Iterator[Text]:
    yield cell(names[statement.speaker or statement.anonymous or ""])
    yield cell(statement.cue_text)
    yield cell(statement.text)
    yield _targets((names[each.entity], each.stance) for each in statement.targets)
    yield cell(_parties(statement.addressees, names))
    yield cell(_parties(statement.reported_by, names))
    yield _joined((statement.type, _characters(statement.content[0].start, statement.content[-1].end)))


def _targets(targets: Iterable[tuple[str, str]]) -> Text:
    """Whom it is about, with a sign where the speaker takes a stance."""
    return cell([f"{name} {_SIGNS[stance]}" if stance in _SIGNS else name for name, stance in targets])


def _parties(parties: Iterable["Party"], names: Mapping[str, str]) -> list[str]:
    return [names[each.entity] if each.entity else each.text for each in parties]


def _characters(start: object, end: object) -> str:
    return f"characters {start}–{end}"


def _joined(parts: Iterable[object]) -> Text:
    return cell(" · ".join(str(part) for part in parts if part))
