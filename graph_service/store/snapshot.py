"""The graph in parts, in an order that is always the same: what a backup holds and what the graph's hash is made of."""

import hashlib
import json
from typing import NamedTuple

from graph_service.store.values import json_ready
from graph_service.vocabulary import EntityType, RelationType

Row = dict[str, object]


class Part(NamedTuple):
    """All nodes of a kind, or all relationships that lead from nodes of a kind."""

    name: str
    # of cypher/admin
    query: str
    # the sets of labels that its nodes have, or the types of its relationships
    kinds: frozenset[tuple[str, ...]] | frozenset[str]

    @property
    def is_nodes(self) -> bool:
        """Whether it holds nodes."""
        return not self.query.startswith("links_")


def _nodes(name: str, *labels: tuple[str, ...]) -> Part:
    return Part(name, f"all_{name}", frozenset(labels))


def _links(name: str, *types: str) -> Part:
    return Part(f"links_of_{name}", f"links_of_{name}", frozenset(types))


_ENTITIES = [tuple(sorted(("Entity", kind))) for kind in (*map(str, EntityType), "Merged")]
_JUDGED = ("SAME_AS", "SPLIT_INTO", "FOLDED")
#: nodes before what links them
PARTS = (
    _nodes("anonymous_sources", ("AnonymousSource",)),
    _nodes("articles", ("Article",)),
    _nodes("entities", *_ENTITIES),
    _nodes("relations", ("Relation",)),
    _nodes("statements", ("Statement",)),
    _nodes("dismissed", ("Dismissed",)),
    _nodes("judgements", ("Judgement",)),
    _links("anonymous_sources", "SAID", "CORRECTED"),
    _links("articles", "PUBLISHED_BY"),
    _links("entities", "SAID", "SUBJECT_OF", "MENTIONED_IN", "CORRECTED", *_JUDGED, *map(str, RelationType)),
    _links("relations", "FROM", "HAS_OBJECT", "STATED_IN", "CORRECTED"),
    _links("statements", "FROM", "ABOUT", "ADDRESSED_TO", "REPORTED_BY", "WITHIN", "RESTATES", "CORRECTED"),
    _links("dismissed", "FROM", "CORRECTED"),
)
#: judgements are what people say of the graph; what is hashed is the graph as they make it
_NOT_HASHED = "judgements"
#: differs whenever the same is written again
_TIME_OF_WRITING = "ingested_at"


def in_order(row: Row) -> Row:
    """A row whose labels, if it has any, are in alphabetical order: Neo4j has them in any."""
    return {**row, "labels": sorted(labels)} if isinstance(labels := row.get("labels"), list) else row


class GraphHash:
    """A SHA-256 of everything a graph says, fed with the rows of its parts in their order."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def take(self, part: Part, row: Row) -> None:
        """One more row."""
        if part.name != _NOT_HASHED:
            self._hash.update(json.dumps(_timeless(json_ready(row)), sort_keys=True).encode())

    def hexdigest(self) -> str:
        """The hash of all rows so far."""
        return self._hash.hexdigest()


def _timeless(row: object) -> object:
    if isinstance(row, dict) and isinstance(properties := row["properties"], dict):
        properties.pop(_TIME_OF_WRITING, None)
    return row
