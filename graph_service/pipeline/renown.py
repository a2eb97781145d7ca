"""Whether a bare name is that of somebody known: by the title before it, office at the date, and country."""

from spacy.tokens import Doc

from graph_service.ids import fold
from graph_service.knowledge import KnowledgeBase, KnownEntity, Lexicon
from graph_service.models import EntityType, Span
from graph_service.pipeline.annotations import ArticleContext
from graph_service.pipeline.cast import Cast
from graph_service.pipeline.titles import Description, title_before

#: how long after office a name still stands for its holder
_FAMOUS_YEARS = 12
# offices of those who lead countries, and how many countries an article of world politics names
_LEADING = frozenset({"chancellor", "president", "prime minister"})
_WORLD = 2
_SPOKESMEN = ("spokesman", "spokesperson", "spokeswoman")


class Renown:
    """What one article says for names being those of people whom the knowledge base has."""

    def __init__(self, doc: Doc, cast: Cast, countries: set[str], knowledge: KnowledgeBase, lexicon: Lexicon) -> None:
        self._doc = doc
        self._cast = cast
        self._countries = countries
        self._knowledge = knowledge
        self._lexicon = lexicon
        self._context: ArticleContext = doc._.context
        self._titles: dict[Span, Description | None] = {}

    def title(self, span: Span) -> Description | None:
        """The title before a name."""
        if span not in self._titles:
            self._titles[span] = title_before(self._doc, span, self._cast, self._lexicon)
        return self._titles[span]

    def supports(self, entity: KnownEntity, span: Span) -> bool:
        """A bare surname is a known person's only where title, office at the date, and country fit."""
        land = self._land_behind(span)
        if land is not None and entity.countries:
            # "King Orre of Lima"
            return land in entity.countries and self._is_titled(entity, span)
        if not set(entity.countries) & self._countries and not self._of_named_organisation(entity):
            # "President Orre" is who leads a country now, also where nobody names the country
            return entity.rank > 2 and (self._leads_now(entity, span) or self._is_sole_leader(entity, span))
        title = self.title(span)
        # "presidential spokesman Brun", where the article names whom he speaks for
        is_spokesman = title is not None and title.of is None and title.words.endswith(_SPOKESMEN)
        if self._is_titled(entity, span) or ((title is None or is_spokesman) and self._serves_here(entity)):
            return True
        if entity.rank < 3:
            return False
        day = self._context.date
        if day is None:
            # an article without a date is taken to be of our time
            return any(role.open for role in entity.roles)
        last = max((role.until for role in entity.roles), default="")
        started = min((role.start for role in entity.roles), default="9999")
        return started <= str(day) and int(str(day)[:4]) - int((last or "0")[:4]) <= _FAMOUS_YEARS

    def _land_behind(self, span: Span) -> str | None:
        """The country that a name is said to be of: "Abdullah | of Jordan"."""
        of = self._cast.text[span.end : span.end + 4]
        lands = (actor for _, actor in self._cast.at(span.end + 4) if actor.type is EntityType.COUNTRY)
        return next((actor.id for actor in lands), None) if of == " of " else None

    def _is_titled(self, entity: KnownEntity, span: Span) -> bool:
        """Whether the title before a name is an office that somebody has, or ever had: "Secretary" of State."""
        title = self.title(span)
        if title is None:
            return False
        if title.titles & {name for name, _ in self._knowledge.titles(entity.id, None)}:
            return True
        held = self._held_now(entity)
        begins = (titles for called, titles in self._lexicon.called.items() if called.startswith(f"{title.words} of "))
        return any(not held.isdisjoint(titles) for titles in begins)

    def _leads_now(self, entity: KnownEntity, span: Span) -> bool:
        """Whether the title before a name, of nothing that is named, is what somebody is at the article's date."""
        title = self.title(span)
        return title is not None and title.of is None and not self._held_now(entity).isdisjoint(title.titles)

    def _is_sole_leader(self, entity: KnownEntity, span: Span) -> bool:
        """Whether a bare name is that of a country's leader at the article's date, and of nobody else whom we know.

        The article must be of world politics: it names several countries, and somebody in office.
        """
        others = (actor.known for actor in self._cast.of_type(EntityType.PERSON) if actor.known is not None)
        if len(self._countries) < _WORLD or not any(self._held_now(each) for each in others):
            return False
        name = self._cast.text[slice(*span)]
        known = (each for each in self._knowledge.candidates(name) if each.type is EntityType.PERSON)
        leading = [each for each in known if self._held_now(each) & _LEADING]
        return leading == [entity] and self.title(span) is None and fold(name) not in self._lexicon.given_names

    def _held_now(self, entity: KnownEntity) -> set[str]:
        """The titles that somebody has at the article's date; none without one."""
        day = self._context.date
        return {name for name, _ in self._knowledge.titles(entity.id, day)} if day else set()

    def _serves_here(self, entity: KnownEntity) -> bool:
        """Whether the article names the organisation that somebody is an officer of: "the Kremlin", and "Peskov"."""
        offices = self._knowledge.titles(entity.id, self._context.date)
        return any(of.startswith("organisation:") and self._cast.get(of) for _, of in offices)

    def _of_named_organisation(self, entity: KnownEntity) -> bool:
        return any(self._cast.get(role.of) for role in entity.roles if role.of.startswith("organisation:"))

    def best(self, entities: list[KnownEntity], span: Span) -> list[KnownEntity]:
        """Those in office at the date, else the best known; several that are alike stay several."""
        if len(entities) < 2:
            return entities
        title = self.title(span)
        wanted = title.titles if title else frozenset()

        def weight(entity: KnownEntity) -> tuple[bool, bool, int]:
            now = self._held_now(entity)
            return bool(now & wanted), bool(now) and entity.rank == 3, entity.rank

        best = max(map(weight, entities))
        return [entity for entity in entities if weight(entity) == best]
