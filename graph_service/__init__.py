"""A statement knowledge graph: who said what about whom, to whom, and who reported it."""

__version__ = "0.1.0"
