"""Who is meant by a role: by what the article says first, then by who held the office at its date."""

from spacy.tokens import Doc

from graph_service.knowledge import KnowledgeBase, Lexicon
from graph_service.models import EntityType, MentionKind, Span
from graph_service.pipeline.appositions import named_beside
from graph_service.pipeline.cast import Cast
from graph_service.pipeline.holders import CALLED_TOO, Holders
from graph_service.pipeline.titles import Description, descriptions, several, title_before, told


def link_roles(doc: Doc, cast: Cast, knowledge: KnowledgeBase, lexicon: Lexicon) -> None:
    """Adds role mentions to the cast: appositions first, for they say who holds a role in this article."""
    found = list(descriptions(doc, cast, lexicon))
    linked = {description.span for description in found if _apposition(doc, description, cast)}
    holders = Holders(doc, cast, knowledge, lexicon)
    cast.modifiers |= {position for description in found for position in range(*description.span)}
    cast.modifiers |= _before_names(doc, cast, lexicon)
    for description, owners in several(doc, cast, lexicon):
        cast.modifiers |= set(range(*description.span))
        for each in [description._replace(of=owner) for owner in owners]:
            actor = holders.of(each)
            if actor:
                actor.mention(cast.text, description.span, MentionKind.ROLE)
                cast.told.append(told(actor, each))
    for description in found:
        if description.span not in linked and description.definite and not description.owned:
            actor = holders.of(description)
            if actor:
                actor.mention(cast.text, description.span, MentionKind.ROLE)
                if not description.past and description.words.rpartition(" ")[2] not in CALLED_TOO:
                    cast.told.append(told(actor, description))


def _before_names(doc: Doc, cast: Cast, lexicon: Lexicon) -> set[int]:
    """The positions of titles that stand before names."""
    found: set[int] = set()
    for actor in cast.of_type(EntityType.PERSON):
        for mention in actor.mentions:
            title = title_before(doc, Span(mention.start, mention.end), cast, lexicon)
            if title:
                found.update(range(*title.span))
    return found


def _apposition(doc: Doc, description: Description, cast: Cast) -> bool:
    """A role beside a name: "The mayor of Lyon, Ada Brun" and "Ada Brun, the mayor"."""
    actor = named_beside(doc, description.span, cast)
    if actor is None:
        return False
    if description.definite:
        actor.mention(cast.text, description.span, MentionKind.ROLE)
    if description.words and not description.past:
        actor.titles[description.words, description.of] = None
        cast.told.append(told(actor, description))
    actor.called(description.gender)
    return True
