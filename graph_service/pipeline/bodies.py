"""Which organisation a description means: "Lisbon's finance ministry", "the agency", "the company"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph_service.ids import fold
from graph_service.knowledge import AliasKind, KnowledgeBase, KnownEntity, Lexicon
from graph_service.models import EntityType, MentionKind
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.lexicon import words
from graph_service.pipeline.titles import Description, describe

#: words for any organisation at all
_GENERIC = {"company", "firm", "group", "organisation", "organization"}
#: how an outlet's article calls the outlet
_OUTLETS = {"agency", "newspaper", "paper", "channel", "network", "magazine", "broadcaster", "outlet"}
_LINKS = {",", "(", "–", "—"}


def link_bodies(doc: Doc, cast: Cast, knowledge: KnowledgeBase, lexicon: Lexicon) -> None:
    """Adds descriptions of organisations to the cast as mentions of kind role."""
    told: dict[str, list[Actor]] = {}
    named = {mention.start for actor in cast for mention in actor.mentions}
    outlet = fold(doc._.context.outlet or "")
    for token, description in _descriptions(doc, cast, lexicon):
        # "the state agency BelTA": the name follows
        if description.span.end + 1 in named:
            continue
        noun = fold(token.text)
        neighbour = _apposed(cast, description)
        if neighbour:
            told.setdefault(noun, []).append(neighbour)
            continue
        if not description.definite or description.owned:
            continue
        actor = _of_country(description, cast, knowledge) if description.of else _latest(description, token, cast, told)
        if actor is not None and noun in _OUTLETS and fold(actor.name) != outlet and _is_outlet_here(cast, outlet):
            continue
        if actor:
            actor.mention(cast.text, description.span, MentionKind.ROLE)


def _descriptions(doc: Doc, cast: Cast, lexicon: Lexicon) -> Iterator[tuple[Token, Description]]:
    nouns = lexicon.organisation_nouns | lexicon.state_bodies
    named = {position for actor in cast for mention in actor.mentions for position in range(mention.start, mention.end)}
    for token in cast.tokens:
        if token.lower_ not in nouns or token.idx in named:
            continue
        if token.tag_ in {"NN", "NNP"} and token.dep_ not in {"compound", "nmod", "amod"}:
            found = describe(token, cast, lexicon)
            if found and (found.of or any(child.lower_ == "the" for child in token.children)):
                yield token, found


def _apposed(cast: Cast, description: Description) -> Actor | None:
    """The one that stands before: "Nordlicht Optik, a company in Jena"."""
    for actor in cast.of_type(EntityType.ORGANISATION):
        for mention in actor.mentions:
            between = cast.text[mention.end : description.span.start]
            if mention.end <= description.span.start and len(between) <= 3 and between.strip() in _LINKS:
                return actor
    return None


def _of_country(description: Description, cast: Cast, knowledge: KnowledgeBase) -> Actor | None:
    country = knowledge.get(description.of or "")
    if country is None or country.type is not EntityType.COUNTRY:
        return None
    owners = [f"{country.name}'s", *(alias.text for alias in country.aliases if alias.kind is AliasKind.DEMONYM)]
    for owner in owners:
        found = [
            entity for entity in knowledge.candidates(f"{owner} {description.words}") if _is_body_of(entity, country)
        ]
        if len(found) == 1:
            return cast.known(found[0])
    return None


def _is_body_of(entity: KnownEntity, country: KnownEntity) -> bool:
    return entity.type is EntityType.ORGANISATION and country.id in entity.countries


def _latest(description: Description, token: Token, cast: Cast, told: dict[str, list[Actor]]) -> Actor | None:
    """The organisation mentioned last that is of the kind, by what the article told, by its kind, or by its name."""
    noun = fold(token.text)
    bodies = [actor for actor in cast.of_type(EntityType.ORGANISATION) if actor.last_before(token.idx) >= 0]
    unknown = [actor for actor in bodies if actor.known is None and not _is_news(actor)]
    for group in (told.get(noun, []), [actor for actor in bodies if _is_a(actor, description.words, noun)]):
        if group:
            found = max(group, key=lambda actor: actor.last_before(token.idx))
            return None if _is_nearer(unknown, found, description, token, cast) else found
    unknown = [actor for actor in unknown if fold(actor.name).split()[-1] not in words("bodies.txt") - _GENERIC]
    return max(unknown, key=lambda actor: actor.last_before(token.idx)) if noun in _GENERIC and unknown else None


def _is_nearer(unknown: list[Actor], found: Actor, description: Description, token: Token, cast: Cast) -> bool:
    """Whether a body that nobody knows was named since, in the same paragraph, so that it may be meant: "the bank"."""
    since = max(found.last_before(token.idx), cast.text.rfind("\n", 0, token.idx))
    of_kind = found.known is not None and description.words == found.known.kind
    return of_kind and any(each.last_before(token.idx) > since for each in unknown if each is not found)


def _is_outlet_here(cast: Cast, outlet: str) -> bool:
    return bool(outlet) and any(fold(actor.name) == outlet for actor in cast.of_type(EntityType.ORGANISATION))


def _is_news(actor: Actor) -> bool:
    return bool({"news", "press", "agency", "dispatch", "wire", "times", "post"} & set(fold(actor.name).split()))


def _is_a(actor: Actor, words: str, noun: str) -> bool:
    """Whether a description fits: "the council" any council, "the security council" only one of that name."""
    kind = (actor.known.kind if actor.known else None) or ""
    name = set(fold(actor.name).split())
    return (words in {kind, noun} and (kind.split()[-1:] == [noun] or noun in name)) or set(words.split()) <= name
