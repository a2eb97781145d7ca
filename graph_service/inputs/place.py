"""Where on the web something is."""

import re
from typing import NamedTuple

from graph_service.inputs.kinds import Kind

_LONGEST_SHOWN = 200


class Place(NamedTuple):
    """A URL, and what is said to be there: a feed, a sitemap, or (None) whatever is."""

    url: str
    kind: Kind | None = None


def is_url(where: object) -> bool:
    """Whether somebody means a URL, not a file."""
    return isinstance(where, str) and where.lower().startswith(("http://", "https://"))


def shown(url: str) -> str:
    """A URL as it may stand in a message: without user name, password, query and fragment, which may hold secrets."""
    bare = re.split(r"[?#]", url, maxsplit=1)[0]
    scheme, separator, rest = bare.rpartition("://")
    return (scheme[:8] + separator + rest.rpartition("@")[2])[:_LONGEST_SHOWN]
