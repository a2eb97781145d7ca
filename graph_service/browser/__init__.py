"""What Neo4j Browser shows of the graph: a style, saved queries and a guide, all made from the catalogue.

Everything here is a pure function that returns a text; the API serves them under ``/browser/``.
"""

from graph_service.browser.assets import Asset, assets
from graph_service.browser.guide import guide_adoc, guide_html
from graph_service.browser.saved import asked_query, saved_queries, saved_query
from graph_service.browser.style import style

__all__ = ["Asset", "asked_query", "assets", "guide_adoc", "guide_html", "saved_queries", "saved_query", "style"]
