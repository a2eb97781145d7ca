"""Who may be meant by a name: ranked candidates with scores and reasons, and which entities may be one."""

from graph_service.matching.duplicates import Suggestion, suggest_merges
from graph_service.matching.match import Candidate, Wanted, candidates, match

__all__ = ["Candidate", "Suggestion", "Wanted", "candidates", "match", "suggest_merges"]
