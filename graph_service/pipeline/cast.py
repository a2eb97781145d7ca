"""Who is in an article: its entities while they are being gathered."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from graph_service.knowledge import AliasKind, KnownEntity
from graph_service.models import Entity, EntityType, Mention, MentionKind, Span

_ALIASES = {AliasKind.NAME, AliasKind.ABBREVIATION, AliasKind.SURNAME}


@dataclass(eq=False)
class Actor:
    """One entity of the article."""

    id: str
    name: str
    type: EntityType
    known: KnownEntity | None = None
    mentions: list[Mention] = field(default_factory=list)
    # the different names it is mentioned by
    names: set[str] = field(default_factory=set)
    # "f", "m" or not known
    gender: str | None = None
    # (title, id of the country or organisation) that the article itself gives
    titles: dict[tuple[str, str | None], None] = field(default_factory=dict)

    def mention(self, text: str, span: Span, kind: MentionKind) -> None:
        """Adds a mention once."""
        if not any((known.start, known.end) == span for known in self.mentions):
            words = text[span.start : span.end]
            self.mentions.append(Mention(start=span.start, end=span.end, text=words, kind=kind))
            if kind is MentionKind.NAME:
                self.names.add(words)

    def last_before(self, position: int) -> int:
        """Where it was last mentioned before a position, or -1."""
        return max((mention.start for mention in self.mentions if mention.start < position), default=-1)

    def entity(self) -> Entity:
        """The finished entity, its mentions in order."""
        mentions = tuple(sorted(self.mentions, key=lambda mention: (mention.start, mention.end)))
        if self.known:
            # the same in every article, so that the graph does not depend on the order in which they come
            aliases = [alias.text for alias in self.known.aliases if alias.kind in _ALIASES]
        else:
            aliases = [mention.text for mention in mentions if mention.kind is MentionKind.NAME]
        return Entity(
            id=self.id,
            name=self.name,
            type=self.type,
            aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias != self.name),
            wikidata=self.known.wikidata if self.known else None,
            description=self.known.description if self.known else None,
            known=self.known is not None,
            mentions=mentions,
        )


@dataclass(eq=False)
class Cast:
    """The entities of one article, in the order in which they come up."""

    # of the article: ``doc.text`` is put together anew at each use
    text: str = ""
    # of the article: each look at ``doc`` makes them anew
    tokens: list[Token] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    # positions of names that only modify a role: "NATO" in "NATO Secretary General Mark Rutte"
    modifiers: set[int] = field(default_factory=set)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self.actors)

    def of_type(self, *types: EntityType) -> list[Actor]:
        """The actors of some types."""
        return [actor for actor in self.actors if actor.type in types]

    def get(self, entity: str) -> Actor | None:
        """The actor of an entity's id."""
        return next((actor for actor in self.actors if actor.id == entity), None)

    def known(self, entity: KnownEntity) -> Actor:
        """The actor of a known entity, taken into the cast when it is not in it."""
        found = self.get(entity.id)
        if found is None:
            found = Actor(entity.id, entity.name, entity.type, entity, gender=entity.gender)
            self.actors.append(found)
        return found

    def at(self, position: int) -> list[tuple[Mention, Actor]]:
        """The mentions that cover a position."""
        return [
            (mention, actor)
            for actor in self.actors
            for mention in actor.mentions
            if mention.start <= position < mention.end
        ]

    def within(self, span: Span) -> list[tuple[Mention, Actor]]:
        """The mentions inside a span, from left to right, the longer first."""
        found = [
            (mention, actor)
            for actor in self.actors
            for mention in actor.mentions
            if span.start <= mention.start and mention.end <= span.end
        ]
        return sorted(found, key=lambda each: (each[0].start, -each[0].end, each[1].id))

    def entities(self) -> tuple[Entity, ...]:
        """The finished entities; one that nothing in the text mentions is left out."""
        return tuple(actor.entity() for actor in self.actors if actor.mentions)


def cast(doc: Doc) -> Cast:
    """The cast of an article, as the entity step left it."""
    found: Cast | None = doc._.cast
    return found if found is not None else Cast()


def register() -> None:
    """Declares ``doc._.cast`` once."""
    if not Doc.has_extension("cast"):
        Doc.set_extension("cast", default=None)


register()
