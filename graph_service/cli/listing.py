"""The statements of one extraction as rows for a person to read."""

from collections.abc import Iterable, Mapping

from graph_service.models import Extraction, Party, Statement

Row = dict[str, object]


def statement_rows(extraction: Extraction) -> list[Row]:
    """One row a statement, in the order of the text."""
    names = {each.id: each.name for each in extraction.entities}
    names |= {each.id: each.text for each in extraction.anonymous_sources}
    return [_row(each, names) for each in extraction.statements]


def _row(statement: Statement, names: Mapping[str, str]) -> Row:
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


def _parties(parties: Iterable[Party], names: Mapping[str, str]) -> list[str]:
    return [names[each.entity] if each.entity else each.text for each in parties]
