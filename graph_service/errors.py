"""One error tree. A class's docstring is its title for people; ``HTTP_STATUS`` maps the tree to HTTP."""


class GraphServiceError(Exception):
    """Something went wrong."""

    #: what the user can do about it, appended to the message where set
    advice: str = ""

    def __init__(self, detail: str = "", *, advice: str = "") -> None:
        self.detail = detail or f"{self.title()}."
        self.advice = advice or type(self).advice
        super().__init__(f"{self.detail} {self.advice}".strip())

    @classmethod
    def title(cls) -> str:
        """The first line of the class's docstring."""
        return (cls.__doc__ or "").splitlines()[0].rstrip(".")


class BadArticle(GraphServiceError):
    """The article cannot be used."""


class ArticleTooLarge(BadArticle):
    """The article is too large."""


class NotEnglish(BadArticle):
    """The article is not in English."""


class NothingToRead(BadArticle):
    """The input holds no text."""


class FetchRefused(GraphServiceError):
    """The address may not be fetched."""


class FetchFailed(GraphServiceError):
    """The address could not be fetched."""


class BadQuery(GraphServiceError):
    """The question cannot be answered as put."""


class UnknownParameter(BadQuery):
    """The query has no such parameter."""


class MissingParameter(BadQuery):
    """A parameter is missing."""


class BadParameter(BadQuery):
    """A parameter has the wrong type or value."""


class AmbiguousName(BadQuery):
    """The name fits several entities."""

    def __init__(self, detail: str = "", *, candidates: tuple[dict[str, object], ...] = (), advice: str = "") -> None:
        super().__init__(detail, advice=advice)
        self.candidates = candidates


class BadCypher(BadQuery):
    """Neo4j does not understand the Cypher."""


class CypherRefused(BadQuery):
    """The Cypher does more than read the graph."""


class NotFound(GraphServiceError):
    """There is no such thing here."""


class UnknownQuery(NotFound):
    """There is no such query."""


class UnknownName(NotFound):
    """Nobody and nothing in the graph has that name."""

    def __init__(self, detail: str = "", *, suggestions: tuple[dict[str, object], ...] = (), advice: str = "") -> None:
        super().__init__(detail, advice=advice)
        self.suggestions = suggestions


class UnknownJudgement(NotFound):
    """There is no such judgement."""


class JudgementConflict(BadQuery):
    """The judgement contradicts another one."""


class UnknownJob(NotFound):
    """There is no such job."""

    advice = "List them with `graph-service jobs list`, or at /v1/jobs."


class SourceRefused(BadQuery):
    """The source cannot be taken."""


class KeyReused(BadQuery):
    """The idempotency key was used for something else."""

    advice = "Send the same as then, or another Idempotency-Key."


class RequestInFlight(BadQuery):
    """The same request is being answered at this moment."""

    advice = "Ask again in a moment, with the same Idempotency-Key."


class TooMuchWaiting(GraphServiceError):
    """Too much is waiting to be read."""

    advice = "Try again later, or start more workers: `graph-service worker`."


class LeaseLost(GraphServiceError):
    """The item is somebody else's now."""


class ExtractorEnded(BadArticle):
    """The process that read the article ended."""


class EntityMerged(GraphServiceError):
    """The entity was merged into another one."""

    def __init__(self, detail: str = "", *, entity: str = "", canonical: str = "", advice: str = "") -> None:
        super().__init__(detail, advice=advice)
        self.entity, self.canonical = entity, canonical


class StoreUnavailable(GraphServiceError):
    """Neo4j does not answer."""

    advice = "Start it with `graph-service neo4j start`, or check NEO4J_URI."


class ServerStartFailed(StoreUnavailable):
    """The local Neo4j did not start."""


class QueryTookTooLong(GraphServiceError):
    """The query took too long."""

    advice = "Ask for less: fewer days, a smaller limit."


class KeyNeeded(GraphServiceError):
    """A valid key is needed."""

    advice = "Send it as `Authorization: Bearer gsk_…`; `graph-service keys create` makes one."


class ScopeMissing(GraphServiceError):
    """The key may not do this."""


class NotFromHere(GraphServiceError):
    """The request comes from a place that this service does not serve."""


class TooManyRequests(GraphServiceError):
    """Too many requests."""

    def __init__(self, detail: str = "", *, retry_after: int = 1, advice: str = "") -> None:
        super().__init__(detail, advice=advice)
        self.retry_after = retry_after


class BadExtraction(GraphServiceError):
    """An extraction contradicts itself, so nothing of it was written."""


class CatalogueError(GraphServiceError):
    """A file of the Cypher catalogue is not well formed."""


class SchemaError(GraphServiceError):
    """The graph's schema and this version's do not fit."""


class BadBackup(GraphServiceError):
    """The backup cannot be used."""

    advice = "Take another copy of it; the graph is as it was."


class GraphChanged(GraphServiceError):
    """The graph changed while it was backed up."""

    advice = "Try again when nobody writes to it."


class RestoreRefused(GraphServiceError):
    """The graph is not one that a backup can be restored into."""


class RestoreFailed(GraphServiceError):
    """The restored graph is not the one that was backed up."""


class BadSetting(GraphServiceError):
    """A setting has a wrong value."""

    advice = "Settings come from the environment and from a file `.env` in this folder."


class BadKnowledgeFile(BadSetting):
    """The file of own entities cannot be used."""

    advice = "The file is the one of GRAPH_SERVICE_KNOWLEDGE_FILE; docs/how-to/knowledge.md has its form."


class SharedDataMissing(GraphServiceError):
    """The evaluation corpora are not here."""


class ModelMissing(GraphServiceError):
    """The language model is not installed."""

    advice = "Run `make install`."


class ExtraMissing(GraphServiceError):
    """A part of the installation is not here."""


#: the nearest class in an error's ancestry decides
HTTP_STATUS: dict[type[GraphServiceError], int] = {
    GraphServiceError: 500,
    BadArticle: 422,
    ArticleTooLarge: 413,
    FetchRefused: 422,
    FetchFailed: 502,
    BadQuery: 422,
    AmbiguousName: 409,
    JudgementConflict: 409,
    RequestInFlight: 409,
    TooMuchWaiting: 429,
    EntityMerged: 308,
    KeyNeeded: 401,
    ScopeMissing: 403,
    NotFromHere: 403,
    TooManyRequests: 429,
    NotFound: 404,
    StoreUnavailable: 503,
    QueryTookTooLong: 504,
}


def http_status(error: GraphServiceError) -> int:
    """The HTTP status of an error."""
    return next(HTTP_STATUS[kind] for kind in type(error).__mro__ if kind in HTTP_STATUS)
