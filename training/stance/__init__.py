"""Trains the stance model in ``graph_service/pipeline/stance/data``; nothing of it is needed at run time."""
