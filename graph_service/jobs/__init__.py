"""Ingest jobs: what may be submitted, how an item is read, and the workers that do it."""

from graph_service.jobs.sources import Source, SourceKind, items_of, uploaded
from graph_service.jobs.supervisor import Supervisor
from graph_service.jobs.worker import Worker, worker_name

__all__ = ["Source", "SourceKind", "Supervisor", "Worker", "items_of", "uploaded", "worker_name"]
