"""The nouns of the service, each one frozen class.

Offsets everywhere are Python character offsets into ``Article.text``, end exclusive. Words follow the attribution
literature (PARC 3.0, PolNeAR): a *statement* is a *source*, a *cue* and a *content*.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from graph_service.vocabulary import (
    CORRECTIONS,
    SYMMETRIC,
    AnonymousKind,
    EntityType,
    JudgementKind,
    MentionKind,
    Modality,
    RelationModality,
    RelationType,
    Stance,
    StatementType,
)

__all__ = [
    "CORRECTIONS",
    "PIECES",
    "SYMMETRIC",
    "AnonymousKind",
    "AnonymousSource",
    "Article",
    "Day",
    "Entity",
    "EntityType",
    "Extraction",
    "IngestResult",
    "Judgement",
    "JudgementKind",
    "Mention",
    "MentionKind",
    "Modality",
    "Party",
    "Relation",
    "RelationModality",
    "RelationType",
    "Span",
    "Stance",
    "Statement",
    "StatementType",
    "Target",
    "TimeExpression",
    "read_day",
    "text_at",
]

#: joins the pieces of a split content
PIECES = " … "


class Span(NamedTuple):
    """A stretch of an article's text."""

    start: int
    end: int


def text_at(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The words of an article at some spans, pieces joined by " … "."""
    return PIECES.join(text[start:end] for start, end in spans)


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_day(given: object) -> date:
    """The day that somebody wrote, always as 2031-03-05: no time of day, no week, no seconds since 1970.

    Raises:
        ValueError: it is none.
    """
    if type(given) is date:
        return given
    if not isinstance(given, str) or not _DAY.fullmatch(text := given.strip()):
        raise ValueError(f"{given!r} is no day like 2031-03-05.")
    return date.fromisoformat(text)


def _checked(given: object) -> object:
    try:
        return given if given is None else read_day(given)
    except ValueError:
        raise PydanticCustomError("date_parsing", "Input should be a valid date, such as 2031-03-05") from None


#: a field for a day; pydantic's own date also takes numbers and midnights
Day = Annotated[date, BeforeValidator(_checked)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Article(_Frozen):
    """What came in: one news article as text, with what is known about it."""

    # "article:" and a hash of the canonical URL, or of the text where there is no URL
    id: str
    text: str
    title: str | None = None
    # canonical form
    url: str | None = None
    # who published it, as written
    outlet: str | None = None
    published_at: Day | None = None
    # ISO 639-1
    language: str = "en"


class Mention(_Frozen):
    """A span that names an entity in one article."""

    start: int
    end: int
    text: str
    kind: MentionKind = MentionKind.NAME


class Entity(_Frozen):
    """What mentions refer to. ``known``: it is in the knowledge base; otherwise its id is a slug of its name."""

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    description: str | None = None
    known: bool = False
    mentions: tuple[Mention, ...] = ()


class AnonymousSource(_Frozen):
    """An unnamed speaker: one for each article and wording, never merged with a person."""

    id: str
    text: str
    kind: AnonymousKind = AnonymousKind.UNSPECIFIED


class Party(_Frozen):
    """Somebody at a statement's side: an entity's id, an anonymous source's id, or only the words ("journalists")."""

    text: str
    entity: str | None = None
    anonymous: str | None = None


class Target(_Frozen):
    """An entity a statement is about; rank 1 is the foremost."""

    entity: str
    rank: int
    stance: Stance = Stance.NEUTRAL
    # how sure the stance is, 0 to 1
    score: float = 0.0


class TimeExpression(_Frozen):
    """Words in a content that say when, and the days they mean: "by 2030" ends on 2030-12-31 and begins nowhere.

    Both days are None where the words alone do not tell them for certain.
    """

    span: Span
    text: str
    # first and last day, both inclusive; None where it is open
    begin: date | None = None
    end: date | None = None


class Statement(_Frozen):
    """Who said what: source, cue and content, with the speaker resolved.

    ``text`` is the article at the content's spans, pieces joined by " … ". Exactly one of ``speaker`` (an entity's id)
    and ``anonymous`` (an anonymous source's id) is set.
    """

    # "statement:" and a hash of the article's id and the content's offsets
    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    text: str
    cue_text: str = ""
    # from the first to the last sentence that source, cue and content touch
    sentence: Span
    type: StatementType
    modality: Modality = Modality.ASSERTION
    negated: bool = False
    speaker: str | None = None
    anonymous: str | None = None
    addressees: tuple[Party, ...] = ()
    targets: tuple[Target, ...] = ()
    # nearest to the speaker first; the outlet itself is never in it
    reported_by: tuple[Party, ...] = ()
    # id of the statement whose content this one stands in
    parent: str | None = None
    # id of the earliest and fullest statement of the same speaker in the article that this one only sums up
    same_as: str | None = None
    # key phrases of the content that name no entity, in lower case, the foremost first; at most five
    topics: tuple[str, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    # 0 to 1
    confidence: float = 1.0


class Relation(_Frozen):
    """One place in an article that says what two entities have to do with each other: the evidence for an edge."""

    # "relation:" and a hash of the article's id, the type, both entities and where it stands
    id: str
    # ids of entities
    subject: str
    type: RelationType
    object: str
    modality: RelationModality = RelationModality.ASSERTED
    # from the first to the last of the words that say it
    span: Span
    text: str
    # the sentence or sentences that hold the span
    sentence: Span
    # id of the innermost statement whose content it stands in
    statement: str | None = None
    # what is supplied, asked for or planned, as written; of a role its title
    topic: str | None = None
    # code of the event in the PLOVER ontology
    plover: str | None = None
    # first and last day of a role, where the knowledge base has this role of this person
    role_from: str | None = None
    role_to: str | None = None
    # whether the knowledge base has it, too
    known: bool = False


class Extraction(_Frozen):
    """All that was found in one article. A pure function of the article, the models and the knowledge base."""

    article: Article
    extractor: str
    # who published it, where the knowledge base knows them; else they become an organisation by the outlet's name
    outlet: Entity | None = None
    entities: tuple[Entity, ...] = ()
    anonymous_sources: tuple[AnonymousSource, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()


class IngestResult(_Frozen):
    """What became of one article."""

    article: str
    # created, updated (newer text or extractor), unchanged, duplicate (the same text under another id), failed
    outcome: str
    # of the article that holds the text, for a duplicate
    same_as: str | None = None
    statements: int = 0
    reason: str | None = None
    at: datetime | None = None


class Judgement(_Frozen):
    """A person's decision about who entities are, or about a statement.

    It is withdrawn, never forgotten; times are UTC, in ISO 8601.
    """

    id: str
    kind: JudgementKind
    # of a correction: who was found, an unnamed speaker too, and who it is; either may be nobody
    entity: str | None = None
    entity_name: str | None = None
    other: str | None = None
    other_name: str | None = None
    # of a split: the articles in which the entity is the other one; of a correction: where the statement stands
    articles: tuple[str, ...] = ()
    # of a correction: the statement's id when it was judged, and its words
    statement: str | None = None
    text: str | None = None
    by: str
    at: str
    why: str
    # whether it holds now
    active: bool = True
    withdrawn_by: str | None = None
    withdrawn_at: str | None = None
    withdrawn_why: str | None = None
