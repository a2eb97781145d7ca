"""Articles as rows of a CSV or TSV file, one a row; the first row names the columns."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from graph_service.errors import ArticleTooLarge, BadArticle, GraphServiceError
from graph_service.inputs.jsonl import Line, Record
from graph_service.inputs.metadata import Metadata

_FIELDS = ("text", "html", "title", "date", "outlet", "url", "id")
_SEPARATORS = ",;\t|"
_MOST_COLUMNS = 200
#: a field has at most 131,072 characters, which is what the standard library reads
_LONGEST_LINE = 2_000_000
#: after so many damaged rows one after the other it is no table
_MOST_DAMAGE = 100


def parse_columns(pairs: Iterable[str]) -> dict[str, str]:
    """Which column holds a field, from ``text=body``.

    Raises:
        BadArticle: a pair is none, or its field is not one of an article.
    """
    columns = {}
    for pair in pairs:
        field, _, column = pair.partition("=")
        if field.strip() not in _FIELDS or not column.strip():
            raise BadArticle(
                f"The column {pair[:60]!r} is not FIELD=COLUMN.",
                advice=f"The fields are {', '.join(_FIELDS)}: text=body.",
            )
        columns[field.strip()] = column.strip()
    return columns


def read_table(handle: IO[bytes], longest: int, columns: Mapping[str, str]) -> Iterator[Line]:
    """The rows that are not empty, each with the number of its last line.

    A field is in the column that ``columns`` says, or else in that of its own name.
    """
    lines = _lines(handle, longest)
    try:
        first = next(lines)
    except StopIteration:
        return
    except GraphServiceError as error:
        yield Line(1, error)
        return
    separator = max(_SEPARATORS, key=first.count)
    try:
        places = _places(next(csv.reader([first], delimiter=separator), []), columns)
    except (GraphServiceError, csv.Error) as error:
        yield Line(1, error if isinstance(error, GraphServiceError) else _damaged(error))
        return
    yield from _rows(lines, separator, places)


def _rows(lines: Iterator[str], separator: str, places: Mapping[str, int]) -> Iterator[Line]:
    rows, damage = csv.reader(lines, delimiter=separator), 0
    while damage < _MOST_DAMAGE:
        try:
            row = next(rows)
            if any(cell.strip() for cell in row):
                yield Line(rows.line_num + 1, _record(row, places))
            damage = 0
        except StopIteration:
            return
        except GraphServiceError as error:
            yield Line(rows.line_num + 1, error)
        except csv.Error as error:
            damage += 1
            yield Line(rows.line_num + 1, _damaged(error))


def _record(row: list[str], places: Mapping[str, int]) -> Record:
    cells = {field: row[place] for field, place in places.items() if place < len(row) and row[place].strip()}
    if ("text" in cells) == ("html" in cells):
        raise BadArticle("Exactly one of text and html must be there.")
    metadata = Metadata.parse(cells.get("title"), cells.get("outlet"), cells.get("date"), cells.get("url"))
    identity = cells.get("id")
    return Record(identity[:80] if identity else None, cells.get("text"), cells.get("html"), metadata)


def _places(header: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    names = {name.strip().lower(): place for place, name in reversed([*enumerate(header[:_MOST_COLUMNS])])}
    wrong = [column for column in columns.values() if column.lower() not in names]
    places = {field: names[name] for field in _FIELDS if (name := columns.get(field, field).lower()) in names}
    if wrong or not {"text", "html"} & places.keys():
        found = ", ".join(name.strip()[:40] for name in header[:20])
        raise BadArticle(
            f"It has no column {', '.join(wrong) or 'text'}; its columns are {found[:400]}.",
            advice="Say which one holds the text: --column text=COLUMN.",
        )
    return places


def _lines(handle: IO[bytes], longest: int) -> Iterator[str]:
    encoding = "utf-8-sig"
    longest = min(longest, _LONGEST_LINE)
    while line := handle.readline(longest + 1):
        if len(line) > longest:
            raise ArticleTooLarge(f"A line is over {longest:,} bytes.")
        try:
            yield line.decode(encoding)
        except UnicodeDecodeError:
            # what spreadsheets write that do not write UTF-8; it has a character for nearly every byte
            yield line.decode("cp1252", "replace")
        encoding = "utf-8"


def _damaged(error: csv.Error) -> BadArticle:
    return BadArticle(f"The row is damaged: {error}.")
