"""The client: the operations by the names that people look for."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any, Concatenate, ParamSpec, Self, TypeVar
from urllib.parse import quote

import attrs
import httpx

from graph_service.client.generated.api import queries
from graph_service.client.generated.api.articles import articles, articles_article, post_articles
from graph_service.client.generated.api.entities import (
    entities,
    entities_entity,
    entities_entity_adjacent,
    match,
    suggest,
)
from graph_service.client.generated.api.jobs import jobs, jobs_job, jobs_job_items, post_jobs
from graph_service.client.generated.api.judgements import judgements
from graph_service.client.generated.api.relations import relations, relations_relation, relations_relation_evidence
from graph_service.client.generated.api.statements import search, statements, statements_statement
from graph_service.client.generated.client import Client
from graph_service.client.generated.models.adjacent_row import AdjacentRow
from graph_service.client.generated.models.any_row import AnyRow
from graph_service.client.generated.models.article_row import ArticleRow
from graph_service.client.generated.models.entity_row import EntityRow
from graph_service.client.generated.models.evidence_row import EvidenceRow
from graph_service.client.generated.models.found_statement_row import FoundStatementRow
from graph_service.client.generated.models.job_item_row import JobItemRow
from graph_service.client.generated.models.job_receipt import JobReceipt
from graph_service.client.generated.models.job_row import JobRow
from graph_service.client.generated.models.judgement import Judgement
from graph_service.client.generated.models.new_article import NewArticle
from graph_service.client.generated.models.page_any_row import PageAnyRow
from graph_service.client.generated.models.post_jobs_json_new_job import PostJobsJsonNewJob
from graph_service.client.generated.models.relation_row import RelationRow
from graph_service.client.generated.models.statement_row import StatementRow
from graph_service.client.generated.types import UNSET
from graph_service.client.problems import Transport, raise_problem
from graph_service.client.rows import AsDict, Page, Rows

P = ParamSpec("P")
Row = TypeVar("Row", bound=AsDict)
Answer = TypeVar("Answer")


class GraphClient:
    """A client of one service.

    Parameters are those of the API, by their names; ``type_`` stands for ``type``. An entity goes by its id or any of
    its names. A list gives all its rows, or ``limit`` of them. Every operation raises ``ApiProblem`` where the service
    refuses, and ``ServiceAway`` where nobody answers.
    """

    def __init__(self, url: str = "http://127.0.0.1:8000", *, key: str | None = None, seconds: float = 60.0) -> None:
        #: for the operations in ``generated`` that have no name here
        self.http = Client(
            base_url=url,
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=httpx.Timeout(seconds),
            # a merged entity's address leads to the one it is now
            follow_redirects=True,
            httpx_args={"transport": Transport(), "event_hooks": {"response": [raise_problem]}},
        )
        self.statements = _listing(self.http, statements.sync, StatementRow)
        self.search = _listing(self.http, search.sync, FoundStatementRow)
        self.statement = _record(self.http, statements_statement.sync)
        self.relations = _listing(self.http, relations.sync, RelationRow)
        self.relation = _record(self.http, relations_relation.sync)
        self.relation_evidence = _listing(self.http, relations_relation_evidence.sync, EvidenceRow)
        self.entities = _listing(self.http, entities.sync, EntityRow)
        self.entity = _record(self.http, entities_entity.sync)
        self.adjacent = _listing(self.http, entities_entity_adjacent.sync, AdjacentRow)
        self.articles = _listing(self.http, articles.sync, ArticleRow)
        self.article = _record(self.http, articles_article.sync)
        self.judgements = _listing(self.http, judgements.sync, Judgement)
        self.match = _record(self.http, match.sync)
        self.suggest = _record(self.http, suggest.sync)
        self.jobs = _listing(self.http, jobs.sync, JobRow)
        self.job = _record(self.http, jobs_job.sync)
        self.job_items = _listing(self.http, jobs_job_items.sync, JobItemRow)
        self._submit = _record(self.http, post_jobs.sync)
        self._add_article = _record(self.http, post_articles.sync)

    def query(self, name: str, **asked: object) -> Rows[AnyRow]:
        """The rows of a named query of the catalogue, with its parameters by their names."""
        given = {key: str(value) for key, value in asked.items() if value is not None}
        path, most = f"/v1/queries/{quote(name, safe='')}", given.get("limit")
        # a query without pages gives what it gives at once, and has bounds of its own
        paged = _has_pages(name)

        def ask(more: dict[str, Any]) -> PageAnyRow:
            parameters = given | ({key: str(value) for key, value in more.items()} if paged else {})
            return PageAnyRow.from_dict(self.http.get_httpx_client().get(path, params=parameters).json())

        return Rows(ask, (), int(most) if most else None)

    def add_article(self, text: str, **metadata: Any) -> dict[str, Any]:
        """Have one article read; ``title``, ``outlet``, ``published_at`` and ``url`` as the API takes them."""
        return self._add_article(body=NewArticle.from_dict({"text": text, **metadata})).to_dict()

    def submit(self, *sources: Mapping[str, Any], key: str | None = None, **metadata: str) -> JobReceipt:
        """Have workers read sources, each like ``{"kind": "feed", "url": "…"}``; ``job`` shows how far they are.

        The same ``key`` again makes no second job. ``outlet`` and ``published_at`` hold for all that say nothing else.
        """
        body = PostJobsJsonNewJob.from_dict({"sources": sources, "metadata": metadata})
        return self._submit(body=body, idempotency_key=key or UNSET)

    def close(self) -> None:
        """Close the connections."""
        self.http.get_httpx_client().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _listing(
    http: Client, operation: Callable[Concatenate[Client, P], Page[Row]], model: type[Row]
) -> Callable[P, Rows[Row]]:
    columns = [field.name.rstrip("_") for field in attrs.fields(model) if field.init]  # type: ignore[arg-type]

    def listing(*args: P.args, **kwargs: P.kwargs) -> Rows[Row]:
        limit = kwargs.get("limit")

        def ask(more: dict[str, Any]) -> Page[Row]:
            return operation(http, *args, **{**kwargs, **more})

        return Rows(ask, columns, limit if isinstance(limit, int) else None)

    listing.__doc__ = operation.__doc__
    return listing


def _record(http: Client, operation: Callable[Concatenate[Client, P], Answer]) -> Callable[P, Answer]:
    def record(*args: P.args, **kwargs: P.kwargs) -> Answer:
        return operation(http, *args, **kwargs)

    record.__doc__ = operation.__doc__
    return record


def _has_pages(query: str) -> bool:
    operations = {each.name for each in pkgutil.iter_modules(queries.__path__)}
    if f"queries_{query}" not in operations:
        return False
    module = importlib.import_module(f"{queries.__name__}.queries_{query}")
    return "cursor" in inspect.signature(module.sync).parameters
