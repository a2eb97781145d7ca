"""The kinds that the nouns of the service come in: closed lists, the same words in code, graph and API."""

from enum import StrEnum


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


class Restatement(StrEnum):
    """How a statement says what another says: as its summary, with its words, or with words of its own."""

    SUMMARY = "summary"
    SAME_WORDS = "same words"
    SAME_MEANING = "same meaning"


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
    """What a person decided about two entities, or about one statement.

    Merge: the other one is the entity. Split: in some articles the entity is the other one. Distinct: they are two.
    Wrong speaker: the other one says it. Wrong target: it is about the other one and not the entity, or one of the
    two. Not a statement: nobody says anything there.
    """

    MERGE = "merge"
    SPLIT = "split"
    DISTINCT = "distinct"
    WRONG_SPEAKER = "wrong_speaker"
    WRONG_TARGET = "wrong_target"
    NOT_A_STATEMENT = "not_a_statement"


#: judgements about one statement
CORRECTIONS = frozenset({JudgementKind.WRONG_SPEAKER, JudgementKind.WRONG_TARGET, JudgementKind.NOT_A_STATEMENT})
