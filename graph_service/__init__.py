"""A statement knowledge graph: who said what about whom, to whom, and who reported it."""

import os

__version__ = "0.1.0"

# Read when numpy is first imported: its matrix products are too small to share, and threads that wait for work burn as
# much processor time as the work (2.5 times the cost on two cores). Processes are the way to use more cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
