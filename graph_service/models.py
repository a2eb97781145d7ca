"""The nouns of the service, each one frozen class.

Offsets everywhere are Python character offsets into ``Article.text``, end exclusive. Words follow the attribution
literature (PARC 3.0, PolNeAR): a *statement* is a *source*, a *cue* and a *content*.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

#: joins the pieces of a split content
PIECES = " … "


class Span(NamedTuple):
    """A stretch of an article's text."""

    start: int
    end: int


def text_at(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The words of an article at some spans, pieces joined by " … "."""
    return PIECES.join(text[start:end] for start, end in spans)


class EntityType(StrEnum):
    """What an entity is; each value is also its Neo4j label."""

    PERSON = "Person"
    COUNTRY = "Country"
    ORGANISATION = "Organisation"
    WEAPON_SYSTEM = "WeaponSystem"
    PLACE = "Place"


class MentionKind(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    ROLE = "role"
    DEMONYM = "demonym"
    PRONOUN = "pronoun"


class StatementType(StrEnum):
    """Direct: all in quotation marks (or an unquoted first-person block). Indirect: none. Mixed: some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Modality(StrEnum):
    """What the speaker does by saying it."""

    ASSERTION = "assertion"
    INTENTION = "intention"
    DEMAND = "demand"
    DENIAL = "denial"
    BELIEF = "belief"
    WARNING = "warning"


class Stance(StrEnum):
    """How the speaker takes a target."""

    POSITIVE = "positive"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class AnonymousKind(StrEnum):
    """Who an unnamed speaker is said to be."""

    OFFICIAL = "official"
    DIPLOMAT = "diplomat"
    MILITARY = "military"
    LAWMAKER = "lawmaker"
    PEOPLE_FAMILIAR = "people_familiar"
    COLLECTIVE = "collective"
    UNRESOLVED = "unresolved"
    UNSPECIFIED = "unspecified"


class RelationType(StrEnum):
    """What one entity has to do with another; each value is also the type of a relationship in Neo4j.

    The subject acts; ``SYMMETRIC`` relations have none. REQUESTS: the object is who is asked. LOCATED_IN: the subject
    is where the object is.
    """

    HOLDS_ROLE = "HOLDS_ROLE"
    MEMBER_OF = "MEMBER_OF"
    SEEKS_MEMBERSHIP = "SEEKS_MEMBERSHIP"
    LOCATED_IN = "LOCATED_IN"
    MET = "MET"
    CONSULTED = "CONSULTED"
    PLANS_TO_MEET = "PLANS_TO_MEET"
    SUPPLIES = "SUPPLIES"
    REQUESTS = "REQUESTS"
    SANCTIONS = "SANCTIONS"
    ACCUSES = "ACCUSES"
    THREATENS = "THREATENS"
    CRITICISES = "CRITICISES"
    SUPPORTS = "SUPPORTS"
    AT_WAR_WITH = "AT_WAR_WITH"
    ALLIED_WITH = "ALLIED_WITH"
    USES_WEAPON = "USES_WEAPON"


#: relations without a direction; of these the subject is the entity whose id comes first
SYMMETRIC = frozenset(
    {
        RelationType.MET,
        RelationType.CONSULTED,
        RelationType.PLANS_TO_MEET,
        RelationType.AT_WAR_WITH,
        RelationType.ALLIED_WITH,
    }
)


class RelationModality(StrEnum):
    """How real a relation is where the text says it: only what is asserted has happened or holds."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class JudgementKind(StrEnum):
    """What a person decided about two entities.

    Merge: the other one is the entity. Split: in some articles the entity is the other one. Distinct: they are two.
    """

    MERGE = "merge"
    SPLIT = "split"
    DISTINCT = "distinct"


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
    published_at: date | None = None
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
    """A person's decision about who entities are. It is withdrawn, never forgotten; times are UTC, in ISO 8601."""

    id: str
    kind: JudgementKind
    entity: str
    entity_name: str
    other: str
    other_name: str
    # of a split: the articles in which the entity is the other one
    articles: tuple[str, ...] = ()
    by: str
    at: str
    why: str
    # whether it holds now
    active: bool = True
    withdrawn_by: str | None = None
    withdrawn_at: str | None = None
    withdrawn_why: str | None = None
