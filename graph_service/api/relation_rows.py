"""The rows of relations and of their evidence, as the OpenAPI document describes them."""

from datetime import date

from pydantic import BaseModel, Field

from graph_service.models import EntityType, RelationModality, RelationType


class RelationRow(BaseModel):
    """What two entities have to do with each other, by all articles together."""

    relation: str = Field(examples=["edge:0c2d9b1e7f6a4c3d8e55"])
    type: RelationType
    subject: str = Field(description="Name of who acts; of MET and the like, of either.")
    subject_id: str
    subject_type: EntityType
    object: str
    object_id: str
    object_type: EntityType
    modality: RelationModality = Field(description="Only what is asserted has happened or holds.")
    title: str | None = Field(description="Of a role, as the newest article has it.")
    # a keyword of Python
    from_: str | None = Field(alias="from", description="First day of a role, where the knowledge base has it.")
    to: str | None = Field(description="Last day of a role.")
    known: bool = Field(description="Whether the knowledge base has it, too.")
    topic: str | None = Field(description="What is supplied, asked for or planned, as the newest article has it.")
    plover: str | None = Field(description="Code of the event in the PLOVER ontology.")
    count: int = Field(description="How many places say so.")
    first_seen: date | None
    last_seen: date | None
    statements: list[str] = Field(description="Ids of the statements that say so, among the newest hundred places.")
    articles: list[str] = Field(description="Ids of the articles that say so, among the newest hundred places.")


class EvidenceRow(BaseModel):
    """One place in an article that speaks for a relation."""

    evidence: str
    text: str = Field(description="From the first to the last of the words that say it.")
    sentence: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    topic: str | None
    statement: str | None = Field(description="Id of the innermost statement whose content it stands in.")
    speaker: str | None = Field(description="Whose words they are; nobody's but the article's where this is null.")
    speaker_id: str | None
    article: str
    title: str | None
    outlet: str | None
    published_at: date | None
    url: str | None
