"""The entity step: which mentions of one article mean the same thing, and whether it is a known one."""

import re
from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from graph_service.ids import entity_id, fold
from graph_service.knowledge import KnowledgeBase, KnownEntity, Lexicon, load, load_lexicon
from graph_service.models import EntityType, MentionKind, Span
from graph_service.pipeline.annotations import FoundMention
from graph_service.pipeline.bodies import link_bodies
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.names import initials
from graph_service.pipeline.people import People
from graph_service.pipeline.roles import link_roles
from graph_service.pipeline.short_forms import short_form

_LEADING = re.compile(r"^(?:the|a|an)\s+", re.I)


def entity_resolver(doc: Doc, knowledge: KnowledgeBase | None = None) -> Doc:
    """Sets ``doc._.entities``: names first, then descriptions of roles, each at the article's date."""
    knowledge, lexicon = knowledge if knowledge is not None else load(), load_lexicon()
    cast = Cast(doc.text, list(doc))
    mentions: tuple[FoundMention, ...] = doc._.found_mentions
    things = [mention for mention in mentions if mention.type != EntityType.PERSON]
    _Things(doc, cast, knowledge, lexicon).group(things)
    people = People(doc, cast, _countries(cast, knowledge), knowledge, lexicon)
    people.group(mention for mention in mentions if mention.type == EntityType.PERSON)
    link_bodies(doc, cast, knowledge, lexicon)
    link_roles(doc, cast, knowledge, lexicon)
    people.reunite()
    _disown_parties(cast, doc._.context.id)
    doc._.cast = cast
    doc._.entities = cast.entities()
    return doc


def _disown_parties(cast: Cast, article: str) -> None:
    """A party that somebody of another country leads is none of the same name elsewhere: "Democratic Party"."""
    for told in list(cast.told):
        person, party = cast.get(told.actor), cast.get(told.of or "")
        known = party.known if party is not None else None
        if person is None or party is None or known is None or known.kind != "party" or person.known is None:
            continue
        if person.known.countries and not set(person.known.countries) & set(known.countries):
            name = next(iter(sorted(party.names)), party.name)
            other = cast.add(Actor(entity_id(EntityType.ORGANISATION, name, article), name, EntityType.ORGANISATION))
            for mention in party.mentions:
                other.mention(cast.text, Span(mention.start, mention.end), mention.kind)
            cast.remove(party)
            cast.told = [each._replace(of=other.id) if each.of == party.id else each for each in cast.told]


def _countries(cast: Cast, knowledge: KnowledgeBase) -> set[str]:
    """The countries an article has to do with, by name, demonym, capital or institution."""
    found: set[str] = set()
    for actor in cast:
        found.add(actor.id)
        known = knowledge.get(actor.id)
        if known:
            found.update((*known.countries, known.stands_for or actor.id))
    return found


class _Things:
    """Groups everything that is no person."""

    def __init__(self, doc: Doc, cast: Cast, knowledge: KnowledgeBase, lexicon: Lexicon) -> None:
        self._doc = doc
        self._cast = cast
        self._knowledge = knowledge
        self._by_name: dict[tuple[EntityType, str], Actor] = {}
        self._generic = lexicon.generic_words | lexicon.organisation_nouns | lexicon.state_bodies
        self._acronyms: dict[str, list[Actor]] = defaultdict(list)

    def group(self, mentions: Iterable[FoundMention]) -> None:
        """Known names first, then longer names before shorter ones, so that a short form finds its long one."""
        ordered = sorted(
            mentions, key=lambda mention: (not mention.candidates, -len(self._name(mention).split()), mention.span)
        )
        for mention in ordered:
            self._actor(mention).mention(self._cast.text, mention.span, mention.kind)

    def _name(self, mention: FoundMention) -> str:
        text = self._cast.text[mention.span.start : mention.span.end]
        return " ".join(_LEADING.sub("", text).split())

    def _actor(self, mention: FoundMention) -> Actor:
        kind, name = EntityType(mention.type), self._name(mention)
        known = self._knowledge.get(mention.candidates[0]) if mention.candidates else self._by_knowledge(kind, name)
        actor = self._cast.known(known) if known else self._here(kind, name, mention.span.start)
        short = short_form(self._cast.text, mention.span.end) if kind is EntityType.ORGANISATION else None
        actor = actor or (self._by_short_form(short) if short else None) or self._new(kind, name)
        if short:
            self._acronyms[fold(self._cast.text[slice(*short)])].insert(0, actor)
        self._by_name.setdefault((kind, fold(name)), actor)
        if mention.kind is MentionKind.NAME and " " in name:
            self._acronyms[fold(initials(re.findall(r"\w+", name)))].append(actor)
        return actor

    def _by_knowledge(self, kind: EntityType, name: str) -> KnownEntity | None:
        found = [
            entity
            for entity in self._knowledge.candidates(name)
            # a party was taken before, where its country is in the article
            if entity.type is kind and fold(entity.name) == fold(name) and entity.kind != "party"
        ]
        return found[0] if len(found) == 1 else None

    def _here(self, kind: EntityType, name: str, start: int) -> Actor | None:
        same = self._by_name.get((kind, fold(name)))
        if same or kind is not EntityType.ORGANISATION:
            return same
        if name.isupper() and len(name) > 1:
            return next(iter(self._acronyms.get(fold(name.replace(".", "")), ())), None)
        longer = self._longer(name)
        return None if longer is not None and self._is_of_another(longer, name, start) else longer

    def _by_short_form(self, short: Span) -> Actor | None:
        """The known body whose short form stands behind a name: "Orre Intelligence Directorate (GUR)"; no agency's."""
        covering = (actor for _, actor in self._cast.at(short.start))
        known = [each for each in covering if each.type is EntityType.ORGANISATION and each.known is not None]
        return next((each for each in known if each.known is not None and each.known.kind != "media"), None)

    def _is_of_another(self, body: Actor, name: str, start: int) -> bool:
        """Whether "the Foreign Ministry" behind "China offered help." is not India's, which was named before."""
        if body.known is None or not body.known.countries or not self._is_generic(name):
            return False
        opening = max(body.last_before(start), self._cast.text.rfind("\n", 0, start))
        named = self._cast.of_type(EntityType.COUNTRY)
        return any(each.last_before(start) > opening for each in named if each.id not in body.known.countries)

    def _longer(self, name: str) -> Actor | None:
        """The one longer name that ends so: "the Coast Guard" after "Icelandic Coast Guard"."""
        ending = " " + fold(name)
        found = {
            id(actor): actor
            for (kind, known), actor in self._by_name.items()
            if kind is EntityType.ORGANISATION and known.endswith(ending)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_generic(self, name: str) -> bool:
        """Whether a name means another body in every country, so that it means nothing beyond this article."""
        return all(word in self._generic for word in fold(name).split())

    def _new(self, kind: EntityType, name: str) -> Actor:
        entity = entity_id(kind, name)
        if entity in self._knowledge or self._is_generic(name):
            entity = entity_id(kind, name, self._doc._.context.id)
        existing = self._cast.get(entity)
        if existing:
            return existing
        return self._cast.add(Actor(entity, name, kind))
