"""Where two lists, or a list and our own files, disagree about one entity: found, reported, accepted by a person."""

from graph_service.knowledge.conflicts.conflict import Conflict, NewConflicts, accept, accepted, read_all, write_all
from graph_service.knowledge.conflicts.found import Compiled, conflicts, support

__all__ = [
    "Compiled",
    "Conflict",
    "NewConflicts",
    "accept",
    "accepted",
    "conflicts",
    "read_all",
    "support",
    "write_all",
]
