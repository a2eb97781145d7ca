"""About whom a statement is: the entities that its content denotes."""

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from graph_service.models import EntityType, Mention, MentionKind, Modality, Span, Target
from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.cast import Actor, Cast

MOST = 5
_ACTS = {Modality.DEMAND, Modality.WARNING}
_ARGUMENTS = {"nsubj", "dobj", "dative"}
_SETTINGS = {"in", "at", "near", "inside", "outside", "across", "around", "throughout", "within"}


def targets(
    doc: Doc, cast: Cast, statement: FoundStatement, speaker: Actor | None, addressees: Iterable[Actor]
) -> tuple[Target, ...]:
    """At most five, the foremost first: by how often, then by where they stand."""
    counted: Counter[str] = Counter()
    first: dict[str, int] = {}
    for span in statement.content:
        for mention, actor in cast.within(span):
            if actor is not speaker and _denotes(doc, cast, mention, actor):
                counted[actor.id] += 1
                first.setdefault(actor.id, mention.start)
    spoken_of = [actor for span in statement.about for actor in _at_head(doc, cast, span)]
    for actor in (*spoken_of, *(addressees if statement.modality in _ACTS else ())):
        if actor is not speaker:
            counted[actor.id] += 1
            first.setdefault(actor.id, -1)
    ordered = sorted(counted, key=lambda entity: (-counted[entity], first[entity], entity))[:MOST]
    return tuple(Target(entity=entity, rank=rank) for rank, entity in enumerate(ordered, start=1))


def _at_head(doc: Doc, cast: Cast, span: Span) -> list[Actor]:
    """Whom a phrase names by its head, and by what is joined to that: "thanked | Lima and Orre | for"."""
    found = doc.char_span(*span, alignment_mode="expand")
    if found is None:
        return []
    heads = [found.root, *(each for each in found.root.conjuncts if found.start <= each.i < found.end)]
    named = ([actor for _, actor in cast.at(head.idx)] for head in heads)
    return [actors[0] for actors in named if actors]


def _denotes(doc: Doc, cast: Cast, mention: Mention, actor: Actor) -> bool:
    """Not settings, and not names that only modify a role: "NATO" in "NATO Secretary General Mark Rutte"."""
    if mention.start in cast.modifiers and mention.kind is not MentionKind.ROLE:
        return False
    found = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if found is None:
        return False
    root = found.root
    if actor.type is EntityType.PLACE:
        return (
            actor.known is not None and root.dep_ in _ARGUMENTS and root.head.pos_ == "VERB" and not _is_visited(root)
        )
    return not (_modifies_name(root, mention) or (_is_place_like(actor) and _is_setting(root, mention)))


def _is_visited(root: Token) -> bool:
    return root.dep_ == "dobj" and root.head.lemma_ in {"visit", "leave", "reach", "enter", "tour"}


def _is_place_like(actor: Actor) -> bool:
    return actor.type is EntityType.COUNTRY or (
        actor.known is not None and actor.known.kind in {"office", "parliament"}
    )


def _modifies_name(root: Token, mention: Mention) -> bool:
    modifier = root.dep_ in {"compound", "amod", "nmod", "poss"} or mention.kind is MentionKind.DEMONYM
    return modifier and root.head.ent_type_ == "PERSON" and root.head.i > root.i


def _is_setting(root: Token, mention: Mention) -> bool:
    return (
        mention.kind is MentionKind.NAME
        and root.dep_ == "pobj"
        and root.head.lower_ in _SETTINGS
        and root.head.head.pos_ in {"VERB", "AUX"}
    )


def inside(content: Iterable[Span], position: int) -> bool:
    """Whether a position stands in a content."""
    return any(start <= position < end for start, end in content)
