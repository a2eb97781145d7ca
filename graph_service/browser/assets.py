"""All files for Neo4j Browser by their path."""

from typing import NamedTuple

from graph_service.browser.guide import guide_adoc, guide_html
from graph_service.browser.saved import saved_queries
from graph_service.browser.style import style


class Asset(NamedTuple):
    """A text with its media type."""

    text: str
    media_type: str


def assets(base: str) -> dict[str, Asset]:
    """The files under ``/browser/``; ``base`` is the address they are served at, without a slash at its end."""
    queries = {f"queries/{name}": Asset(text, "text/plain") for name, text in saved_queries().items()}
    return {
        "style.grass": Asset(style(), "text/plain"),
        "guide.html": Asset(guide_html(base), "text/html"),
        "guide.adoc": Asset(guide_adoc(base), "text/plain"),
        **queries,
    }
