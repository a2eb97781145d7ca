"""Who holds which office of which country or organisation: what the article says, and whether it is known."""

from collections.abc import Iterator

from graph_service.knowledge import KnowledgeBase, Lexicon
from graph_service.knowledge.base import Role
from graph_service.models import EntityType, RelationModality, RelationType
from graph_service.pipeline.annotations import FoundRelation
from graph_service.pipeline.cast import Actor, Cast, Told
from graph_service.pipeline.lexicon import words

_HOLDERS = {EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PLACE}


def offices(cast: Cast, knowledge: KnowledgeBase, lexicon: Lexicon, day: str | None) -> Iterator[FoundRelation]:
    """Each office of each person once, where the article first says it.

    Where the words do not say of what, only an office that the knowledge base has at the article's date counts, and
    only of a country or organisation that the article mentions.
    """
    seen: set[tuple[str, str, str]] = set()
    for told in sorted(cast.told, key=lambda each: (each.span, each.actor, each.of or "")):
        actor = cast.get(told.actor)
        if actor is None or actor.type is not EntityType.PERSON:
            continue
        role = _known(actor, told, knowledge, lexicon, day)
        of = told.of or (role.of if role else None)
        body = cast.get(of) if of else None
        if body is None or not body.mentions or body.type not in _HOLDERS or not _is_office(told, role):
            continue
        key = (actor.id, body.id, told.words if role is None else role.title)
        if key not in seen:
            seen.add(key)
            yield _relation(told, actor, body, role)


def _is_office(told: Told, role: Role | None) -> bool:
    """Not who only lives or is somebody there: "the Kyiv resident"."""
    return role is not None or not set(told.words.split()[-1:]) & words("no_offices.txt")


def _known(actor: Actor, told: Told, knowledge: KnowledgeBase, lexicon: Lexicon, day: str | None) -> Role | None:
    """The role of the knowledge base that the words mean, at the article's date."""
    if not actor.known or not day:
        return None
    held = knowledge.titles(actor.id, day)
    for role in sorted(actor.known.roles, key=lambda each: each.start, reverse=True):
        if (role.title, role.of) not in held or role.start > day:
            continue
        if told.of not in {None, role.of}:
            continue
        body = knowledge.get(role.of)
        leads = told.words in lexicon.leader_words and body is not None and body.led_by == role.title
        minister = told.words == "minister" and role.title.endswith(" minister")
        if role.title in told.titles or leads or minister:
            return role
    return None


def _relation(told: Told, actor: Actor, body: Actor, role: Role | None) -> FoundRelation:
    return FoundRelation(
        subject=actor.id,
        type=RelationType.HOLDS_ROLE,
        object=body.id,
        modality=RelationModality.ASSERTED,
        span=told.span,
        anchor=told.span.start,
        sentence=told.span.start,
        topic=told.words,
        role_from=role.start if role else None,
        role_to=role.until if role and not role.open else None,
        known=role is not None,
    )
