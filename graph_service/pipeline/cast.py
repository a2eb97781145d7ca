"""Who is in an article: its entities while they are being gathered."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc, Token

from graph_service.knowledge import AliasKind, KnownEntity
from graph_service.models import Entity, EntityType, Mention, MentionKind, Span

_ALIASES = {AliasKind.NAME, AliasKind.ABBREVIATION, AliasKind.SURNAME}


class Told(NamedTuple):
    """A place where the article says that somebody holds a role now."""

    # id of the person
    actor: str
    # from the first to the last of the words that say it
    span: Span
    # the title as written, without country, article and time
    words: str
    # titles of the knowledge base it may mean
    titles: frozenset[str]
    # id of the country, organisation or place, where the words name it
    of: str | None


@dataclass(eq=False)
class Actor:
    """One entity of the article."""

    id: str
    name: str
    type: EntityType
    known: KnownEntity | None = None
    # the different names it is mentioned by
    names: set[str] = field(default_factory=set)
    # "f", "m" or not known
    gender: str | None = None
    # (title, id of the country or organisation) that the article itself gives
    titles: dict[tuple[str, str | None], None] = field(default_factory=dict)
    _mentions: dict[tuple[int, int], Mention] = field(default_factory=dict)
    # where mentions start, in order
    _starts: list[int] = field(default_factory=list)
    # the cast it is in
    _cast: "Cast | None" = None

    @property
    def mentions(self) -> list[Mention]:
        """Its mentions, in the order in which they were found."""
        return list(self._mentions.values())

    def mention(self, text: str, span: Span, kind: MentionKind) -> None:
        """Adds a mention once."""
        if span not in self._mentions:
            words = text[span.start : span.end]
            self._mentions[span] = Mention(start=span.start, end=span.end, text=words, kind=kind)
            insort(self._starts, span.start)
            if self._cast is not None:
                self._cast.note(self, span)
            if kind is MentionKind.NAME:
                self.names.add(words)

    def called(self, gender: str | None) -> None:
        """Takes the gender of a title: a spokeswoman is one, whatever the first name of somebody unknown tells."""
        if gender is not None and (self.known is None or self.gender is None):
            self.gender = gender

    def forget(self, span: Span) -> None:
        """Takes a mention of it back."""
        if self._mentions.pop(span, None) is not None:
            self._starts.remove(span.start)
            if self._cast is not None:
                self._cast.unnote(self, span)

    def mentioned(self, start: int, end: int) -> Mention:
        """Its mention of exactly these offsets."""
        return self._mentions[start, end]

    def last_before(self, position: int) -> int:
        """Where it was last mentioned before a position, or -1."""
        before = bisect_left(self._starts, position)
        return self._starts[before - 1] if before else -1

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
    # positions of names that only modify a role: "NATO" in "NATO Secretary General Mark Rutte"
    modifiers: set[int] = field(default_factory=set)
    # who holds a role, by the article or at its date, in the order in which it was found
    told: list[Told] = field(default_factory=list)
    _actors: dict[str, Actor] = field(default_factory=dict)
    # start and end of each mention with its actor's id, in order, and how long the longest one is
    _places: list[tuple[int, int, str]] = field(default_factory=list)
    _longest: int = 0

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def of_type(self, *types: EntityType) -> list[Actor]:
        """The actors of some types."""
        return [actor for actor in self if actor.type in types]

    def get(self, entity: str) -> Actor | None:
        """The actor of an entity's id."""
        return self._actors.get(entity)

    def known(self, entity: KnownEntity) -> Actor:
        """The actor of a known entity, taken into the cast when it is not in it."""
        found = self.get(entity.id)
        return found or self.add(Actor(entity.id, entity.name, entity.type, entity, gender=entity.gender))

    def add(self, actor: Actor) -> Actor:
        """Takes in an actor that is not mentioned yet; the one that is there already, where the id is known."""
        there = self._actors.setdefault(actor.id, actor)
        there._cast = self
        return there

    def remove(self, actor: Actor) -> None:
        """Takes an actor out, with its mentions."""
        del self._actors[actor.id]
        actor._cast = None
        self._places = [place for place in self._places if place[2] != actor.id]

    def note(self, actor: Actor, span: Span) -> None:
        """Takes down where an actor is mentioned."""
        insort(self._places, (span.start, span.end, actor.id))
        self._longest = max(self._longest, span.end - span.start)

    def unnote(self, actor: Actor, span: Span) -> None:
        """Strikes out where an actor is mentioned."""
        self._places.remove((span.start, span.end, actor.id))

    def at(self, position: int) -> list[tuple[Mention, Actor]]:
        """The mentions that cover a position, the longer first."""
        first = bisect_right(self._places, (position - self._longest,))
        last = bisect_left(self._places, (position + 1,))
        return self._chosen(place for place in self._places[first:last] if position < place[1])

    def within(self, span: Span) -> list[tuple[Mention, Actor]]:
        """The mentions inside a span, from left to right, the longer first."""
        first, last = (bisect_left(self._places, (position,)) for position in span)
        return self._chosen(place for place in self._places[first:last] if place[1] <= span.end)

    def whole(self, span: Span) -> Span:
        """A span up to the end of a name that it cuts: "Channel 12", not "Channel"."""
        cut = (mention.end for mention, _ in self.at(span.end - 1) if span.start <= mention.start)
        return Span(span.start, max([span.end, *cut]))

    def _chosen(self, places: Iterable[tuple[int, int, str]]) -> list[tuple[Mention, Actor]]:
        ordered = sorted(places, key=lambda place: (place[0], -place[1], place[2]))
        return [(actor.mentioned(start, end), actor) for start, end, id_ in ordered for actor in (self._actors[id_],)]

    def entities(self) -> tuple[Entity, ...]:
        """The finished entities; one that nothing in the text mentions is left out."""
        return tuple(actor.entity() for actor in self if actor.mentions)


def cast(doc: Doc) -> Cast:
    """The cast of an article, as the entity step left it."""
    found: Cast | None = doc._.cast
    return found if found is not None else Cast()


def register() -> None:
    """Declares ``doc._.cast`` once."""
    if not Doc.has_extension("cast"):
        Doc.set_extension("cast", default=None)


register()
