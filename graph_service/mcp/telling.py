"""Rows as a few lines of text, for those who read no JSON: what was said, and where it stands."""

import re
from collections.abc import Iterable, Mapping

Row = Mapping[str, object]

# text from outside must neither steer a terminal nor look like lines of ours
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def statements(rows: Iterable[Row]) -> str:
    """Statements with their sentences and articles."""
    return _numbered(map(_statement, rows), "No statement was found.")


def places(rows: Iterable[Row]) -> str:
    """Places in articles that speak for a relation."""
    return _numbered((f"{_quoted(row['sentence'])}\n   {_source(row)}" for row in rows), "No evidence was found.")


def relations(rows: Iterable[Row]) -> str:
    """Relations with how often and when they were seen."""
    return _numbered(map(_relation, rows), "No relation was found.")


def facts(row: Row) -> str:
    """A record, one line for each thing that is known."""
    return "\n".join(
        f"{key.replace('_', ' ')}: {_plain(value)}" for key, value in row.items() if value not in (None, [])
    )


def table(rows: Iterable[Row], nothing: str) -> str:
    """Rows of few columns, a line each."""
    return "\n".join(", ".join(f"{key} {_plain(value)}" for key, value in row.items()) for row in rows) or nothing


def _statement(row: Row) -> str:
    stances = zip(_list(row["about"]), _list(row["stances"]), strict=False)
    said = [
        *(_plain(row[key]) for key in ("type", "modality")),
        *(["cue negated"] if row["negated"] else []),
        *(f"about {_plain(name)}: {stance}" for name, stance in stances),
        *(f"to {_plain(each)}" for each in _list(row["to"])),
        *(f"reported by {_plain(each)}" for each in _list(row["reported_by"])),
    ]
    return (
        f"{_plain(row['speaker'])} ({row['speaker_id']}), {_plain(row['cue'])}: {_quoted(row['text'])}"
        f" [{'; '.join(said)}]\n   Sentence: {_quoted(row['sentence'])}\n   {_source(row)} {row['statement']}"
    )


def _relation(row: Row) -> str:
    topic = f" ({_plain(row['title'] or row['topic'])})" if row["title"] or row["topic"] else ""
    return (
        f"{_plain(row['subject'])} {row['type']} {_plain(row['object'])}{topic}: {row['modality']}, in {row['count']}"
        f" places, {row['first_seen'] or 'undated'} to {row['last_seen'] or 'undated'} [{row['relation']}]"
    )


def _source(row: Row) -> str:
    parts = (
        _plain(row["outlet"] or "unknown outlet"),
        _quoted(row["title"] or "untitled"),
        row["published_at"],
        row["url"],
    )
    cited = ", ".join(str(each) for each in parts if each)
    return f"Source: {_plain(cited)}, characters {row['start']}-{row['end']}, {row['article']}."


def _numbered(lines: Iterable[str], nothing: str) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, start=1)) or nothing


def _quoted(value: object) -> str:
    return f"«{_plain(value)}»"


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(each)}" for key, each in value.items())
    return _CONTROLS.sub(" ", str(value))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
