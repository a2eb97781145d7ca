"""From files, folders, web pages and JSON lines to articles; what cannot be used is named with the reason."""

from graph_service.inputs.article import Failure, make_article
from graph_service.inputs.metadata import Metadata
from graph_service.inputs.reading import STDIN, read

__all__ = ["STDIN", "Failure", "Metadata", "make_article", "read"]
