"""Trains the statement model in ``graph_service/pipeline/tagger/data``; nothing of it is needed at run time."""
