"""Which mentions of people are one person, and whom the knowledge base knows among them."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from graph_service.ids import entity_id, fold
from graph_service.knowledge import AliasKind, KnowledgeBase, KnownEntity, Lexicon
from graph_service.models import EntityType, Span
from graph_service.pipeline.annotations import ArticleContext, FoundMention
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.names import PARTICLES, given_of, key, same_person, surname_of, words
from graph_service.pipeline.titles import Description, apposed, title_before, told

# "Ada Brun, widely known as Ridge", "Ada Brun, whose nom de guerre is Ridge"
_CALLED = re.compile(
    r"(?:,?\s+(?:who is |is )?(?:\w+ )?(?:known as|(?:whose )?(?:nom de guerre|nickname) (?:is|was))"
    # "Brun called Sole" is a call
    r"|(?:,\s+(?:who is )?|\s+(?:who )?is )(?:\w+ )?(?:nicknamed|called))"
    r"\s+[\"“‘']?$"
)
_FURTHEST = 40
_LONGEST_INITIALS = 4
#: how long after office a name still stands for its holder
_FAMOUS_YEARS = 12


class _Namesakes:
    """People by the words of their names."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[str, Actor]] = {}

    def add(self, actor: Actor, *names: str) -> None:
        """Takes in somebody with the names they go by, and the surnames the knowledge base has."""
        aliases = actor.known.aliases if actor.known else ()
        surnames = (alias.text for alias in aliases if alias.kind is AliasKind.SURNAME)
        for word in {key(word) for name in (actor.name, *names, *surnames) for word in words(name)}:
            self._by_word.setdefault(word, {})[actor.id] = actor

    def of(self, name: str) -> list[Actor]:
        """Who has a word in common with a name."""
        return list(
            {id_: each for word in words(name) for id_, each in self._by_word.get(key(word), {}).items()}.values()
        )


class People:
    """Groups the people of one article."""

    def __init__(self, doc: Doc, cast: Cast, countries: set[str], knowledge: KnowledgeBase, lexicon: Lexicon) -> None:
        self._doc = doc
        self._cast = cast
        self._countries = countries
        self._knowledge = knowledge
        self._lexicon = lexicon
        self._context: ArticleContext = doc._.context
        self._titles: dict[Span, Description | None] = {}
        self._namesakes = _Namesakes()

    def group(self, mentions: Iterable[FoundMention]) -> None:
        """Adds the people to the cast: full names first, so that a surname finds its owner later in the text, too."""
        listed = list(mentions)
        ordered = sorted(listed, key=self._order)
        for mention in ordered:
            text = self._text(mention)
            actor = self._called(mention) or (
                self._full(mention, text) if len(words(text)) > 1 else self._bare(mention, text)
            )
            if actor:
                actor.mention(self._cast.text, mention.span, mention.kind)
                self._namesakes.add(actor, text)
                self._learn(actor, mention.span)

    def _order(self, mention: FoundMention) -> tuple[bool, bool, bool, Span]:
        """Full names first: "Le Pen" is none where "Marine Le Pen" is."""
        split = words(self._text(mention))
        is_short = len(split) == 2 and split[0] in PARTICLES
        return len(split) < 2, is_short, self._before_byname(mention) is None, mention.span

    def _before_byname(self, mention: FoundMention) -> int | None:
        """Where the name ends beside which somebody is called so, "Hart, known as Ridge"; None for other names."""
        before = self._cast.text[max(mention.span.start - _FURTHEST, 0) : mention.span.start]
        found = _CALLED.search(before) if "\n" not in before else None
        behind = self._cast.text[mention.span.end : mention.span.end + 1]
        if found is None or (found.group().rstrip(" \"“‘'").endswith("called") and behind.isspace()):
            # "Brun, called Ridge, …", but not "Brun, called Sole a fool"
            return None
        return mention.span.start - len(before) + found.start()

    def _called(self, mention: FoundMention) -> Actor | None:
        """Whose name stands right before what he is called."""
        end = self._before_byname(mention)
        people = self._cast.at(end - 1) if end is not None else []
        return next((actor for _, actor in people if actor.type is EntityType.PERSON), None)

    def reunite(self) -> None:
        """Once roles are known: a bare first or last name of somebody who came in by a role only."""
        everybody = _Namesakes()
        for actor in self._persons():
            everybody.add(actor, *actor.names)
        for lone in [actor for actor in self._persons() if actor.known is None and len(words(actor.name)) == 1]:
            sharing = [actor for actor in everybody.of(lone.name) if self._cast.get(actor.id) is actor]
            owners = [actor for actor in sharing if actor is not lone and self._goes_by(actor, lone.name)]
            if len(owners) == 1 and owners[0].gender in {lone.gender, None}:
                for mention in lone.mentions:
                    owners[0].mention(self._cast.text, Span(mention.start, mention.end), mention.kind)
                self._cast.remove(lone)

    def _text(self, mention: FoundMention) -> str:
        return self._cast.text[mention.span.start : mention.span.end]

    def _full(self, mention: FoundMention, text: str) -> Actor:
        known = self._known_by_full_name(mention, text)
        if known:
            return self._cast.known(known)
        for actor in self._namesakes.of(text):
            if len(words(actor.name)) > 1 and same_person(actor.name, text):
                return actor
        return self._new(text)

    def _known_by_full_name(self, mention: FoundMention, text: str) -> KnownEntity | None:
        found = [entity for entity in self._knowledge.candidates(text) if entity.type is EntityType.PERSON]
        found = [entity for entity in found if entity.rank > 1 or set(entity.countries) & self._countries]
        if len(found) > 1:
            found = self._best(found, mention.span)
        return found[0] if len(found) == 1 else None

    def _bare(self, mention: FoundMention, text: str) -> Actor | None:
        here = [actor for actor in self._namesakes.of(text) if self._goes_by(actor, text)]
        if here:
            return self._nearest(here, mention.span, text)
        candidates = [entity for entity in map(self._knowledge.get, mention.candidates) if entity is not None]
        candidates = candidates or list(self._knowledge.candidates(text))
        supported = [
            entity
            for entity in candidates
            if entity.type is EntityType.PERSON and self._supported(entity, mention.span)
        ]
        # of two kings it is the one of whose country the article tells
        here_too = [entity for entity in supported if set(entity.countries) & self._countries]
        best = self._best(here_too or supported, mention.span)
        if len(best) == 1:
            return self._cast.known(best[0])
        is_somebody = not mention.candidates or self._looks_like_person(mention.span)
        return self._new(text, alone=True) if is_somebody else None

    def _goes_by(self, actor: Actor, text: str) -> bool:
        names = {actor.name, *actor.names}
        if any(surname_of(name, text) or given_of(name, text) or fold(name) == fold(text) for name in names):
            return True
        aliases = actor.known.aliases if actor.known else ()
        return any(alias.kind is AliasKind.SURNAME and fold(alias.text) == fold(text) for alias in aliases)

    def _nearest(self, actors: list[Actor], span: Span, text: str) -> Actor:
        """By surname before first name, by the title before the name, then whoever was named last."""
        surnames = [actor for actor in actors if not given_of(actor.name, text)] or actors
        title = self._title(span)
        gender = title.gender if title else None
        fitting = [actor for actor in surnames if not (gender and actor.gender and gender != actor.gender)] or surnames
        fitting = [actor for actor in fitting if title and self._has(actor, title)] or fitting
        named = [actor for actor in fitting if actor.last_before(span.start) >= 0]
        return max(named or fitting[:1], key=lambda actor: actor.last_before(span.start))

    def _has(self, actor: Actor, title: Description) -> bool:
        """Whether somebody ever held an office of the title, or the article says so."""
        told = any(words == title.words for words, _ in actor.titles)
        return told or bool(self._ever_held(actor) & title.titles)

    def _ever_held(self, actor: Actor) -> set[str]:
        return {title for title, _ in self._knowledge.titles(actor.id, None)}

    def _supported(self, entity: KnownEntity, span: Span) -> bool:
        """A bare surname is a known person's only where title, office at the date, and country fit."""
        land = self._land_behind(span)
        if land is not None and entity.countries:
            # "King Orre of Lima"
            return land in entity.countries and self._is_titled(entity, span)
        if not set(entity.countries) & self._countries and not self._of_named_organisation(entity):
            # "President Orre" is who leads a country now, also where nobody names the country
            return entity.rank > 2 and self._leads_now(entity, span)
        if self._is_titled(entity, span) or (self._title(span) is None and self._serves_here(entity)):
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
        title = self._title(span)
        if title is None:
            return False
        if title.titles & {name for name, _ in self._knowledge.titles(entity.id, None)}:
            return True
        held = self._held_now(entity)
        begins = (titles for called, titles in self._lexicon.called.items() if called.startswith(f"{title.words} of "))
        return any(not held.isdisjoint(titles) for titles in begins)

    def _leads_now(self, entity: KnownEntity, span: Span) -> bool:
        """Whether the title before a name, of nothing that is named, is what somebody is at the article's date."""
        title = self._title(span)
        return title is not None and title.of is None and not self._held_now(entity).isdisjoint(title.titles)

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

    def _best(self, entities: list[KnownEntity], span: Span) -> list[KnownEntity]:
        """Those in office at the date, else the best known; several that are alike stay several."""
        if len(entities) < 2:
            return entities
        title = self._title(span)
        wanted = title.titles if title else frozenset()

        def weight(entity: KnownEntity) -> tuple[bool, bool, int]:
            now = self._held_now(entity)
            return bool(now & wanted), bool(now) and entity.rank == 3, entity.rank

        best = max(map(weight, entities))
        return [entity for entity in entities if weight(entity) == best]

    def _title(self, span: Span) -> Description | None:
        if span not in self._titles:
            self._titles[span] = title_before(self._doc, span, self._cast, self._lexicon)
        return self._titles[span]

    def _looks_like_person(self, span: Span) -> bool:
        found = self._doc.char_span(*span, alignment_mode="expand")
        return found is not None and (found[0].ent_type_ == "PERSON" or self._title(span) is not None)

    def _new(self, name: str, *, alone: bool = False) -> Actor:
        if name.isupper() and name.isalpha() and len(name) > _LONGEST_INITIALS:
            # "MS BRUN:" in a transcript
            name = name.title()
        entity = entity_id(EntityType.PERSON, name)
        # one word means nothing beyond this article, and a known person's id is not for a namesake
        if alone or entity in self._knowledge:
            entity = entity_id(EntityType.PERSON, name, self._context.id)
        return self._cast.add(Actor(entity, name, EntityType.PERSON, gender=self._gender(name)))

    def _gender(self, name: str) -> str | None:
        return self._lexicon.given_names.get(fold(name).split()[0]) or None

    def _learn(self, actor: Actor, span: Span) -> None:
        for title in (self._title(span), apposed(self._doc, span, self._cast, self._lexicon)):
            self._take(actor, title, span)

    def _take(self, actor: Actor, title: Description | None, span: Span) -> None:
        if title:
            actor.called(title.gender)
            if title.words and not title.past:
                actor.titles[title.words, title.of] = None
                self._cast.told.append(told(actor, title, span))

    def _persons(self) -> list[Actor]:
        return self._cast.of_type(EntityType.PERSON)
