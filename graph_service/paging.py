"""The order of pages: newest first, without a date last, then by what follows, as one text that sorts by itself."""

from datetime import date

#: behind the last day there is
_UNDATED = 9_999_999


def page_key(*values: str | int | date | None) -> str:
    """The place of a row in its list; keys compare as text, by code points.

    A date sorts backwards and ``None`` behind all dates, a number by its size, a text as it is.
    """
    return "/".join(_part(value) for value in values)


def _part(value: str | int | date | None) -> str:
    if value is None or isinstance(value, date):
        return f"{_UNDATED - (value.toordinal() if value else 0):07d}"
    return f"{value:08d}" if isinstance(value, int) else value
