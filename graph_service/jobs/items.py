"""What was read becomes an item of a job."""

from graph_service.inputs import Failure
from graph_service.models import Article
from graph_service.store.jobs import NewItem

_LONGEST_NAME = 200
_LONGEST_REASON = 1_000


def item_of(found: Article | Failure | NewItem, source: str) -> NewItem:
    """The item of an article that was read from a source; of what could not be read, the reason why."""
    if isinstance(found, NewItem):
        return found
    if isinstance(found, Failure):
        return refused(found.where, str(found.error))
    return NewItem("article", (found.title or found.url or source)[:_LONGEST_NAME], found.model_dump_json().encode())


def refused(source: str, reason: str) -> NewItem:
    """An item that is only noted, with the reason."""
    return NewItem("refused", source[-_LONGEST_NAME:], reason=reason[:_LONGEST_REASON])
