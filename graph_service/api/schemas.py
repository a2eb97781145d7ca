"""The rows and records that the service answers, as its OpenAPI document describes them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from graph_service.api.job_rows import JobItemRow, JobRow
from graph_service.api.relation_rows import EvidenceRow, RelationRow
from graph_service.models import EntityType, Judgement, Modality, Stance, StatementType
from graph_service.vocabulary import Restatement

Span = Annotated[list[int], Field(min_length=2, max_length=2, description="[start, end) in the article's text.")]


class StatementRow(BaseModel):
    """Who said what about whom, with the evidence: the same keys from the API, the command line and Cypher."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "statement": "statement:6f1c7c9a8d0b4e2f9a31",
                    "speaker": "Volodymyr Zelenskyy",
                    "speaker_id": "person:volodymyr-zelenskyy",
                    "speaker_type": "Person",
                    "text": '"We will not recognise it,"',
                    "cue": "told",
                    "type": "direct",
                    "modality": "assertion",
                    "negated": False,
                    "about": [],
                    "about_ids": [],
                    "stances": [],
                    "to": ["Joe Biden"],
                    "to_ids": ["person:joe-biden"],
                    "reported_by": [],
                    "reported_by_ids": [],
                    "sentence": '"We will not recognise it," Zelenskyy told Biden.',
                    "start": 0,
                    "end": 27,
                    "spans": [[0, 27]],
                    "article": "article:0c2d9b1e7f6a4c3d8e55",
                    "title": "Talks go on",
                    "outlet": "The Example",
                    "published_at": "2024-03-05",
                    "url": "https://news.example/talks",
                    "confidence": 0.95,
                    "parent": "statement:2b9f60c4e1d7a8350f6c",
                    "topics": [],
                    "times": [],
                    "restates": [],
                    "restates_how": [],
                    "restates_scores": [],
                    "judgements": [],
                }
            ]
        }
    )

    statement: str = Field(description="Id of the statement.")
    speaker: str = Field(description="Name of the speaker, or the words for an unnamed one.")
    speaker_id: str
    speaker_type: str = Field(description="The type of the entity, or AnonymousSource.")
    text: str = Field(description="What was said: the article verbatim, pieces joined by ` … `.")
    cue: str = Field(description="The words that signal it.")
    type: StatementType
    modality: Modality
    negated: bool
    about: list[str] = Field(description="Names of those it is about, the foremost first.")
    about_ids: list[str]
    stances: list[Stance] = Field(description="How the speaker takes each of them, in the same order.")
    to: list[str] = Field(description="To whom it was said: names, or the article's words.")
    to_ids: list[str | None] = Field(description="Their ids, in the same order; null for words that name nobody known.")
    reported_by: list[str] = Field(description="Who relayed it, nearest to the speaker first; never the outlet.")
    reported_by_ids: list[str | None] = Field(description="Their ids, in the same order; null for unnamed sources.")
    sentence: str = Field(description="The sentences that hold it.")
    start: int = Field(description="First character of the content in the article's text.")
    end: int = Field(description="One past the last character of the content.")
    spans: list[Span] = Field(description="The pieces of the content.")
    article: str = Field(description="Id of the article.")
    title: str | None
    outlet: str | None
    published_at: date | None
    url: str | None
    confidence: float = Field(ge=0, le=1)
    parent: str | None = Field(description="Id of the statement it stands inside.")
    topics: list[str] = Field(description="Key phrases of the content that name no entity.")
    times: list[str] = Field(description="The words of the content that say when.")
    restates: list[str] = Field(
        description="Ids: of the fuller statement in the article that it sums up, of the earliest in the same words,"
        " and of the earliest that says the same in other words."
    )
    restates_how: list[Restatement] = Field(description="Which of these each of them is, in the same order.")
    restates_scores: list[float] = Field(
        description="How alike they are, in the same order: in other words the cosine of their vectors, else 1."
    )
    judgements: list[str] = Field(description="Ids of the judgements that correct it; see `/v1/judgements`.")


class FoundStatementRow(StatementRow):
    """A statement that a search found, and how."""

    score: float = Field(description="The sum of the reciprocal ranks; good for comparing rows of one answer.")
    found_by: list[Literal["words", "meaning"]] = Field(description="What of it is like the question.")
    highlights: list[Span] = Field(description="Where in `text` the words of the question stand.")


class EntityRow(BaseModel):
    """Somebody or something that articles name."""

    id: str = Field(examples=["person:volodymyr-zelenskyy"])
    name: str = Field(examples=["Volodymyr Zelenskyy"])
    type: EntityType
    wikidata: str | None = Field(examples=["Q3874799"])
    description: str | None
    known: bool = Field(description="Whether it is in the knowledge base.")
    statements: int = Field(description="How many statements it made.")
    statements_about: int = Field(description="How many statements are about it.")
    articles: int = Field(description="How many articles mention it.")


class EntityRecord(EntityRow):
    """An entity with its names and when it was in the news."""

    aliases: list[str]
    first_seen: date | None
    last_seen: date | None
    merged: list[str] = Field(description="Ids of the entities that were judged to be this one.")


class SuggestedEntity(BaseModel):
    """An entity with a name that begins so, or nearly so."""

    id: str
    name: str
    type: EntityType
    statements: int
    articles: int


class AdjacentRow(BaseModel):
    """Whom or what an entity is linked with, and how."""

    link: str = Field(examples=["said_about"])
    id: str
    name: str
    type: EntityType
    count: int = Field(description="How many statements, or articles for `mentioned_with`, link the two.")
    articles: int
    first_seen: date | None
    last_seen: date | None


class ArticleRow(BaseModel):
    """An article without its text."""

    id: str = Field(examples=["article:0c2d9b1e7f6a4c3d8e55"])
    url: str | None
    title: str | None
    outlet: str | None
    published_at: date | None
    language: str
    statements: int
    entities: int
    characters: int
    extractor: str


class MentionedEntity(BaseModel):
    """An entity with the places where an article mentions it."""

    entity: str
    name: str
    type: EntityType
    spans: list[Span]
    texts: list[str]
    kinds: list[str]


class ArticleRecord(BaseModel):
    """An article's text, and what was found at which characters of it."""

    id: str
    url: str | None
    title: str | None
    outlet: str | None
    published_at: date | None
    language: str
    text: str
    text_sha256: str
    extractor: str
    ingested_at: str
    mentions: list[MentionedEntity]
    statements: list[StatementRow]


class Participant(BaseModel):
    """Somebody at a statement's side: an entity or anonymous source, or only the article's words."""

    id: str | None
    name: str | None
    words: str


class TargetRow(BaseModel):
    """An entity a statement is about; rank 1 is the foremost."""

    id: str
    name: str
    rank: int
    stance: str


class StatementRecord(BaseModel):
    """One statement with all its evidence."""

    statement: str
    text: str
    cue: str
    source: str
    type: StatementType
    modality: Modality
    negated: bool
    confidence: float
    sentence: str
    sentence_span: Span
    spans: list[Span]
    cue_spans: list[Span]
    source_spans: list[Span]
    speaker: str
    speaker_id: str
    speaker_type: str
    targets: list[TargetRow]
    addressees: list[Participant]
    reporters: list[Participant]
    parent: str | None
    nested: list[str]
    article: str
    extractor: str
    judgements: list[str] = Field(description="Ids of the judgements that correct it.")


class AnyRow(BaseModel):
    """A row of a named query; `/v1/queries` names its columns."""

    model_config = ConfigDict(extra="allow")


#: the rows of a query, by its name or by its columns
ROWS: dict[str, type[BaseModel]] = {
    ",".join(StatementRow.model_fields): StatementRow,
    "statement": StatementRecord,
    "search": FoundStatementRow,
    "entities": EntityRow,
    "entity": EntityRecord,
    "entity_adjacent": AdjacentRow,
    "articles": ArticleRow,
    "judgements": Judgement,
    "suggest_entities": SuggestedEntity,
    "relations": RelationRow,
    "relation": RelationRow,
    "relation_evidence": EvidenceRow,
    "jobs": JobRow,
    "job": JobRow,
    "job_items": JobItemRow,
}
