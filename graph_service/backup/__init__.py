"""The whole graph as a file, and back.

A backup is a zip of JSON lines: one file for each kind of node, and one for the relationships that lead from it. Its
manifest has the count and the SHA-256 of each, and the hash of the graph, which a restore must reach.
"""

from graph_service.backup.manifest import Manifest
from graph_service.backup.reading import read_manifest, restore
from graph_service.backup.writing import back_up

__all__ = ["Manifest", "back_up", "read_manifest", "restore"]
