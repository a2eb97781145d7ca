"""Statements as tables for a person to read."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from graph_service.cli.output import Row, cell, plain, table

if TYPE_CHECKING:
    from graph_service.models import Extraction, Party, Statement

_PIECES = " … "
#: column and its share of the width
_COLUMNS = (("speaker", 3), ("said", 10), ("about", 3), ("to", 2), ("reported by", 2), ("where", 3))


def statement_table(rows: Iterable[Row]) -> Table:
    """Statement rows of the graph, with the sentence (the statement in bold) and its place in the article."""
    made = Table(header_style="bold", show_edge=False, pad_edge=False, show_lines=True)
    for column, ratio in _COLUMNS:
        made.add_column(column, overflow="fold", ratio=ratio)
    for row in rows:
        parties = (cell(row[key]) for key in ("about", "to", "reported_by"))
        made.add_row(cell(row["speaker"]), _sentence(row), *parties, _where(row))
    return made


def _sentence(row: Row) -> Text:
    sentence = cell(row["sentence"])
    sentence.highlight_words([plain(piece) for piece in str(row["text"]).split(_PIECES)], "bold")
    return sentence


def _where(row: Row) -> Text:
    parts = (row["outlet"], row["published_at"], f"characters {row['start']}–{row['end']}")
    return cell(" · ".join(str(part) for part in parts if part))


def extraction_table(extraction: "Extraction") -> Table:
    """The statements of one extraction, in the order of the text."""
    names = {each.id: each.name for each in extraction.entities}
    names |= {each.id: each.text for each in extraction.anonymous_sources}
    return table((_row(each, names) for each in extraction.statements), title=extraction.article.title)


def _row(statement: "Statement", names: Mapping[str, str]) -> dict[str, object]:
    start, end = statement.content[0].start, statement.content[-1].end
    return {
        "speaker": names[statement.speaker or statement.anonymous or ""],
        "cue": statement.cue_text,
        "what": statement.text,
        "about": [names[each.entity] for each in statement.targets],
        "to": _parties(statement.addressees, names),
        "reported_by": _parties(statement.reported_by, names),
        "type": statement.type.value,
        "characters": f"{start}–{end}",
    }


def _parties(parties: Iterable["Party"], names: Mapping[str, str]) -> list[str]:
    return [names[each.entity] if each.entity else each.text for each in parties]
