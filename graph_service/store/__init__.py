"""The graph in Neo4j: how to reach it, write to it and ask it."""

from graph_service.store.doctor import Invariant
from graph_service.store.graph import GraphStore
from graph_service.store.raw import RawReader
from graph_service.store.raw_worker import RawAnswer
from graph_service.store.records import NewJudgement

__all__ = ["GraphStore", "Invariant", "NewJudgement", "RawAnswer", "RawReader"]
