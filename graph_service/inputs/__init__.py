"""From files, folders, web pages, feeds and archives to articles; what cannot be used is named with the reason."""

from graph_service.inputs.article import Failure, make_article
from graph_service.inputs.metadata import Metadata
from graph_service.inputs.reading import STDIN, read, read_bytes

__all__ = ["STDIN", "Failure", "Metadata", "make_article", "read", "read_bytes"]
