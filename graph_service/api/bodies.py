"""The bodies that the service takes and answers, around the rows."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from graph_service.api.schemas import SuggestedEntity
from graph_service.matching import Candidate, Suggestion
from graph_service.models import Day, EntityType, JudgementKind
from graph_service.queries import Query

Row = TypeVar("Row")


class Page(BaseModel, Generic[Row]):
    """Rows, and where there are more."""

    rows: list[Row]
    next: str | None = Field(description="Address of the next page; null where this page is not full.")


class NewArticle(BaseModel):
    """One article in English."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "text": 'Talks go on\n\n"We will not recognise it," Zelenskyy told Biden.',
                    "outlet": "The Example",
                    "published_at": "2024-03-05",
                    "url": "https://news.example/talks",
                }
            ]
        },
    )

    text: str = Field(description="Plain text, paragraphs on lines of their own.")
    title: str | None = Field(None, description="Without it: the text's headline.")
    url: str | None = Field(None, description="An article with a URL is known by it, one without by its text.")
    outlet: str | None = Field(None, description="Who published it.")
    published_at: str | None = Field(None, description="Its day, as 2024-03-05.")


class NewArticleResult(BaseModel):
    """What became of an article."""

    article: str = Field(description="Id of the article in the graph.")
    outcome: str = Field(description="created, updated, unchanged, or duplicate: the text was there already.")
    statements: int


class _Question(BaseModel):
    model_config = ConfigDict(extra="forbid")


class MatchQuestion(_Question):
    """A name, with what is known beside it."""

    name: str = Field(min_length=1, max_length=1000, description="A name or a role.", examples=["Zelenskiy"])
    type: EntityType | None = Field(None, description="Only this type.")
    context: str = Field(
        "", max_length=5000, description="Anything said beside the name.", examples=["president of Ukraine"]
    )
    date: Day | None = Field(None, description="Day of the article: roles are those of that day.")
    limit: int = Field(10, ge=1, le=100, description="At most this many.")


class SuggestQuestion(_Question):
    """The beginning of a name."""

    prefix: str = Field(min_length=1, max_length=1000, description="How a name begins.", examples=["berez"])
    limit: int = Field(10, ge=1, le=100, description="At most this many.")


class DuplicatesQuestion(_Question):
    """How many pairs."""

    limit: int = Field(50, ge=1, le=1000, description="At most this many.")


class Matches(BaseModel):
    """Who may be meant, the likeliest first."""

    candidates: list[Candidate]


class Suggestions(BaseModel):
    """Entities that begin so."""

    rows: list[SuggestedEntity]


class MergeSuggestions(BaseModel):
    """Pairs of entities that may be one, the likeliest first."""

    rows: list[Suggestion]


class JudgementBody(BaseModel):
    """A decision about who entities are, or about a statement."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "kind": "merge",
                    "entity": "person:volodymyr-zelenskyy",
                    "other": "person:v-zelenski",
                    "by": "kari",
                    "why": "the same letter, spelt in another way",
                }
            ]
        },
    )

    kind: JudgementKind = Field(
        description="merge: the other is the entity. split: in the articles the entity is the other. distinct: two. "
        "wrong_speaker: the other says the statement. wrong_target: the statement is about the other and not about the "
        "entity, or one of the two. not_a_statement: nobody says anything there."
    )
    entity: str | None = Field(
        None,
        description="An entity's id, or a name of it; of a wrong target whom the statement is not about.",
        min_length=1,
        max_length=1000,
    )
    other: str | None = Field(
        None,
        description="Another one's id or name; a split without it makes a new entity.",
        min_length=1,
        max_length=1000,
    )
    statement: str | None = Field(
        None, description="Of a correction: id of the statement.", min_length=1, max_length=1000
    )
    articles: list[str] = Field([], description="Of a split: ids of the articles.", max_length=10_000)
    name: str | None = Field(None, description="Of a split: what the new entity is called.", max_length=1000)
    by: str = Field(description="Who judges.", min_length=1, max_length=200)
    why: str = Field(description="The reason, for those who read it later.", min_length=1, max_length=2000)


class WithdrawalBody(BaseModel):
    """Why a judgement is taken back."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"by": "per", "why": "two cousins"}]})

    by: str = Field(description="Who withdraws it.", min_length=1, max_length=200)
    why: str = Field(description="The reason.", min_length=1, max_length=2000)


class QueryParam(BaseModel):
    """A parameter of a named query."""

    name: str
    type: str
    summary: str
    required: bool
    default: object
    expected: str


class QueryInfo(BaseModel):
    """A named query."""

    name: str
    summary: str
    params: list[QueryParam]
    returns: list[str]
    address: str

    @classmethod
    def of(cls, query: Query) -> "QueryInfo":
        """What is told of a query."""
        return cls(
            name=query.name,
            summary=query.summary,
            params=[QueryParam.model_validate(each, from_attributes=True) for each in query.params],
            returns=list(query.returns),
            address=f"/v1/queries/{query.name}",
        )


class QueryList(BaseModel):
    """The catalogue."""

    queries: list[QueryInfo]


class Health(BaseModel):
    """Whether the service can work."""

    status: str = Field(examples=["ok"])


class ProblemBody(BaseModel):
    """An error (RFC 9457)."""

    model_config = ConfigDict(title="Problem", extra="allow")

    type: str = Field(description="What happened, for programs.", examples=["urn:graph-service:ambiguous-name"])
    title: str = Field(description="What happened, for people.")
    status: int
    detail: str | None = Field(None, description="What is wrong with this request, and what to do.")
    candidates: list[dict[str, object]] | None = Field(None, description="Of an ambiguous name.")
    suggestions: list[dict[str, object]] | None = Field(None, description="Names like an unknown one.")
    errors: list[dict[str, str]] | None = Field(None, description="What is wrong with the body, by place.")
