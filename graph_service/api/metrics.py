"""``/metrics``: what the service did, for Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from starlette.types import Scope

__all__ = ["CONTENT_TYPE_LATEST", "Metrics"]

#: in seconds
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Metrics:
    """The counters of one application. Routes are told by their template, so that nobody makes a million of them."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        labels = ("method", "route")
        self._requests = Counter(
            "graph_service_requests_total", "Requests.", (*labels, "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "graph_service_request_seconds", "Time to an answer.", labels, buckets=_BUCKETS, registry=self._registry
        )
        self.neo4j_up = Gauge("graph_service_neo4j_up", "Whether Neo4j answers.", registry=self._registry)

    def seen(self, scope: Scope, status: int, seconds: float) -> None:
        """Counts a request that is answered."""
        method = scope["method"] if scope["method"] in _METHODS else "other"
        route = getattr(scope.get("route"), "path", "none")
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def text(self) -> bytes:
        """All figures, as Prometheus reads them."""
        return generate_latest(self._registry)
