"""What the pipeline's steps leave on a spaCy ``Doc``: plain tuples with character offsets into ``doc.text``."""

from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Doc

from graph_service.models import (
    AnonymousSource,
    Entity,
    MentionKind,
    Modality,
    Party,
    RelationModality,
    RelationType,
    Span,
    StatementType,
    Target,
    TimeExpression,
)

Step = Callable[[Doc], Doc]


class FoundMention(NamedTuple):
    """A name in the text, before anybody knows whose it is."""

    span: Span
    # a value of EntityType
    type: str
    kind: MentionKind
    # ids in the knowledge base that the words alone may mean, likeliest first
    candidates: tuple[str, ...]


class FoundStatement(NamedTuple):
    """A statement as it stands in the text, before anybody knows who is who."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    # empty for blocks, interview answers and passives without an agent
    source: tuple[Span, ...]
    type: StatementType
    modality: Modality
    negated: bool
    # the words that name to whom it was said ("President Macron", "journalists")
    addressees: tuple[Span, ...]
    # media that relay it, nearest to the speaker first: "UNN" where it ends "reports UNN"
    relays: tuple[Span, ...]
    # an unquoted first-person paragraph, a floating quotation, an answer: its speaker comes from the discourse
    carried: bool
    confidence: float
    # somebody is told to have said it: no belief, wish or intention that the narrator knows of
    voiced: bool = True
    # of whom the cue itself says what the content goes on with: "thanked | X | for", "accused | X | of"
    about: tuple[Span, ...] = ()


class Attribution(NamedTuple):
    """A found statement with its speaker: an entity's id, or an anonymous source."""

    statement: FoundStatement
    speaker: str | None
    anonymous: AnonymousSource | None
    addressees: tuple[Party, ...]
    targets: tuple[Target, ...]
    reported_by: tuple[Party, ...]
    # index of the attribution whose content this one stands in
    parent: int | None
    # index of the attribution that this one only sums up
    same_as: int | None = None
    topics: tuple[str, ...] = ()
    times: tuple[TimeExpression, ...] = ()


class FoundRelation(NamedTuple):
    """What the text says two entities have to do with each other, where it says so."""

    # ids of entities
    subject: str
    type: RelationType
    object: str
    modality: RelationModality
    # from the first to the last of the words that say it
    span: Span
    # where the word that says it stands
    anchor: int
    # number of its sentence
    sentence: int = 0
    # what is supplied, asked for or planned, as written; of a role its title
    topic: str | None = None
    # code of the event in the PLOVER ontology
    plover: str | None = None
    # first and last day of a role, where the knowledge base has this role of this person
    role_from: str | None = None
    role_to: str | None = None
    known: bool = False
    # index of the attribution in whose content it stands
    statement: int | None = None


class ArticleContext(NamedTuple):
    """What is known of the article beside its text."""

    # scope of names that mean nothing beyond it
    id: str
    title: str | None
    outlet: str | None
    # ISO date, for roles at a date
    date: str | None


def register() -> None:
    """Declares the extensions ``doc._.…`` once."""
    for name, default in (
        ("context", ArticleContext("", None, None, None)),
        ("found_mentions", ()),
        ("entities", ()),
        ("anonymous_sources", ()),
        ("statements", ()),
        ("attributions", ()),
        ("pronouns", None),
        ("relations", ()),
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def entities(doc: Doc) -> tuple[Entity, ...]:
    """The entities of the article."""
    found: tuple[Entity, ...] = doc._.entities
    return found


def anonymous_sources(doc: Doc) -> tuple[AnonymousSource, ...]:
    """The unnamed speakers of the article, one for each wording."""
    found: tuple[AnonymousSource, ...] = doc._.anonymous_sources
    return found


def attributions(doc: Doc) -> tuple[Attribution, ...]:
    """The statements with their speakers, in order."""
    found: tuple[Attribution, ...] = doc._.attributions
    return found


def relations(doc: Doc) -> tuple[FoundRelation, ...]:
    """What entities of the article have to do with each other, in order."""
    found: tuple[FoundRelation, ...] = doc._.relations
    return found


def statements(doc: Doc) -> tuple[FoundStatement, ...]:
    """The statements of the article, in order."""
    found: tuple[FoundStatement, ...] = doc._.statements
    return found


register()
