"""The rows of a list, however many pages they come in."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar
from urllib.parse import parse_qs, urlsplit

from graph_service.errors import ExtraMissing

if TYPE_CHECKING:
    import pandas as pd

#: the most that the service gives at once
PAGE = 500
_DAYS = {"published_at", "first_seen", "last_seen", "first_said", "last_said", "period"}


class AsDict(Protocol):
    """A row."""

    def to_dict(self) -> dict[str, Any]:
        """The row as the service sent it."""
        ...


Row_co = TypeVar("Row_co", bound=AsDict, covariant=True)


class Page(Protocol[Row_co]):
    """One page of rows."""

    @property
    def rows(self) -> Sequence[Row_co]:
        """The rows, in order."""
        ...

    @property
    def next_(self) -> str | None:
        """The address of the next page; none where this one is not full."""
        ...


class Rows(Generic[Row_co]):
    """All rows of a question, or as many as it was limited to; asked for page by page while they are walked over.

    Walking over it again asks again.
    """

    def __init__(self, ask: Callable[[dict[str, Any]], Page[Row_co]], columns: Sequence[str], most: int | None) -> None:
        self._ask, self._columns, self._most = ask, tuple(columns), most

    def __iter__(self) -> Iterator[Row_co]:
        """Every row once, whatever is added meanwhile."""
        left = self._most
        following: dict[str, Any] = {}
        while left is None or left > 0:
            size = PAGE if left is None else min(PAGE, left)
            page = self._ask({**following, "limit": size})
            yield from page.rows[:left]
            left = None if left is None else left - len(page.rows)
            if page.next_ is None:
                return
            following = {"cursor": parse_qs(urlsplit(page.next_).query)["cursor"][0]}

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as the service sent them."""
        return [row.to_dict() for row in self]

    def to_pandas(self) -> "pd.DataFrame":
        """The rows as a table; days are times.

        Raises:
            ExtraMissing: pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415  (who only walks over rows needs none)
        except ModuleNotFoundError as error:
            raise ExtraMissing(
                "pandas is not installed.", advice="Run `pip install 'graph-service[client]'`."
            ) from error

        rows = self.to_dicts()
        frame = pd.DataFrame(rows, columns=list(rows[0]) if rows else list(self._columns))
        for column in _DAYS & set(frame.columns):
            frame[column] = pd.to_datetime(frame[column])
        return frame
