"""A user's own entities: a YAML or CSV file beside the knowledge base that is shipped."""

from graph_service.knowledge.own.joining import joined

__all__ = ["joined"]
