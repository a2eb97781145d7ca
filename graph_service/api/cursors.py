"""The place where a page ended, as an opaque token that is good for the same question only."""

import base64
import binascii
import json
from collections.abc import Mapping

from graph_service.errors import BadParameter
from graph_service.ids import digest

_LONGEST = 1_000


def encode(question: Mapping[str, object], after: str) -> str:
    """The token of a query's parameter ``after``, bound to the question it was asked with."""
    raw = json.dumps([_mark(question), after], separators=(",", ":"))
    return base64.urlsafe_b64encode(raw.encode()).decode().rstrip("=")


def decode(question: Mapping[str, object], cursor: str) -> str:
    """The ``after`` in a token.

    Raises:
        BadParameter: not a token of ours, or one for another question.
    """
    match _value(cursor):
        case [str(mark), str(after)] if mark == _mark(question):
            return after
        case [str(_), str(_)]:
            raise BadParameter("The cursor belongs to another question.", advice="Keep the other parameters.")
    raise BadParameter("The cursor is not one of this service.", advice="Start again without it.")


def _value(cursor: str) -> object:
    if len(cursor) > _LONGEST:
        return None
    try:
        return json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError):
        return None


def _mark(question: Mapping[str, object]) -> str:
    return digest(json.dumps(question, sort_keys=True, default=str))
