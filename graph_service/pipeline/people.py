"""Which mentions of people are one person, and whom the knowledge base knows among them."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from graph_service.ids import entity_id, fold
from graph_service.knowledge import AliasKind, KnowledgeBase, KnownEntity, Lexicon
from graph_service.models import EntityType, Span
from graph_service.pipeline.annotations import FoundMention
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.names import (
    PARTICLES,
    given_of,
    is_family_first,
    is_introduced,
    is_junior,
    same_person,
    surname_of,
    with_joined_initials,
    words,
)
from graph_service.pipeline.namesakes import Namesakes
from graph_service.pipeline.quotes import covers, quotations
from graph_service.pipeline.renown import Renown
from graph_service.pipeline.titles import Description, apposed, told

# "Ada Brun, widely known as Ridge", "Ada Brun, whose nom de guerre is Ridge"
_CALLED = re.compile(
    r"(?:,?\s+(?:who is |is )?(?:\w+ )?(?:known as|(?:whose )?(?:nom de guerre|nickname) (?:is|was))"
    # "Brun called Sole" is a call
    r"|(?:,\s+(?:who is )?|\s+(?:who )?is )(?:\w+ )?(?:nicknamed|called))"
    r"\s+[\"“‘']?$"
)
_FURTHEST = 40
_LONGEST_INITIALS = 4


class People:
    """Groups the people of one article."""

    def __init__(self, doc: Doc, cast: Cast, countries: set[str], knowledge: KnowledgeBase, lexicon: Lexicon) -> None:
        self._doc = doc
        self._cast = cast
        self._countries = countries
        self._knowledge = knowledge
        self._lexicon = lexicon
        self._renown = Renown(doc, cast, countries, knowledge, lexicon)
        self._namesakes = Namesakes()
        # pieces of quotations, in order
        self._quotations = sorted(piece for each in quotations(cast.text) for piece in each.pieces)

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
        everybody = Namesakes()
        for actor in self._persons():
            everybody.add(actor, *actor.names)
        for lone in [actor for actor in self._persons() if actor.known is None and len(words(actor.name)) == 1]:
            sharing = [actor for actor in everybody.of(lone.name) if self._cast.get(actor.id) is actor]
            owners = [actor for actor in sharing if actor is not lone and self._goes_by(actor, lone.name)]
            is_new = any(is_introduced(self._cast.text, Span(each.start, each.end)) for each in lone.mentions)
            if len(owners) == 1 and owners[0].gender in {lone.gender, None} and not is_new:
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
        candidates = list(self._knowledge.candidates(text)) or self._knowledge.candidates(with_joined_initials(text))
        found = [entity for entity in candidates if entity.type is EntityType.PERSON]
        found = [entity for entity in found if entity.rank > 1 or set(entity.countries) & self._countries]
        if len(found) > 1:
            found = self._renown.best(found, mention.span)
        return found[0] if len(found) == 1 else None

    def _bare(self, mention: FoundMention, text: str) -> Actor | None:
        here = [actor for actor in self._namesakes.of(text) if self._goes_by(actor, text)]
        if here and self._is_third(here, mention.span, text):
            return self._new(text, alone=True)
        if here and not all(is_junior(actor.name) for actor in here):
            return self._nearest(here, mention.span, text)
        candidates = [entity for entity in map(self._knowledge.get, mention.candidates) if entity is not None]
        candidates = candidates or list(self._knowledge.candidates(text))
        supported = [
            entity
            for entity in candidates
            if entity.type is EntityType.PERSON and self._renown.supports(entity, mention.span)
        ]
        # of two kings it is the one of whose country the article tells
        here_too = [entity for entity in supported if set(entity.countries) & self._countries]
        best = self._renown.best(here_too or supported, mention.span)
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

    def _is_third(self, actors: list[Actor], span: Span, text: str) -> bool:
        """Whether a first name is somebody else's: "Kim" beside Kim Yo Jong and Kim Yong-hyun, "Ada, a nurse,"."""
        if not all(given_of(actor.name, text) for actor in actors):
            return False
        paragraph = self._cast.text.rfind("\n", 0, span.start)
        are_alike = len(actors) > 1 and all(is_family_first(actor.name) for actor in actors)
        # who was named in full in the paragraph goes on to be meant
        are_alike &= all(actor.last_before(span.start) <= paragraph for actor in actors)
        return (are_alike and self._renown.title(span) is None) or is_introduced(self._cast.text, span)

    def _nearest(self, actors: list[Actor], span: Span, text: str) -> Actor:
        """By surname before first name, by the title before the name, then whoever was named last."""
        surnames = [actor for actor in actors if not given_of(actor.name, text)] or actors
        title = self._renown.title(span)
        gender = title.gender if title else None
        fitting = [actor for actor in surnames if not (gender and actor.gender and gender != actor.gender)] or surnames
        fitting = [actor for actor in fitting if title and self._has(actor, title)] or fitting
        fitting = [actor for actor in fitting if self._is_named_by_narrator(actor, span)] or fitting
        named = [actor for actor in fitting if actor.last_before(span.start) >= 0]
        return max(named or fitting[:1], key=lambda actor: actor.last_before(span.start))

    def _is_named_by_narrator(self, actor: Actor, span: Span) -> bool:
        """Whether somebody whom the narrator means was named by him before, and not only in quotation marks."""
        starts = (mention.start for mention in actor.mentions if mention.start < span.start)
        return covers(self._quotations, span.start) or not all(covers(self._quotations, each) for each in starts)

    def _has(self, actor: Actor, title: Description) -> bool:
        """Whether somebody ever held an office of the title, or the article says so."""
        told = any(words == title.words for words, _ in actor.titles)
        return told or bool(self._ever_held(actor) & title.titles)

    def _ever_held(self, actor: Actor) -> set[str]:
        return {title for title, _ in self._knowledge.titles(actor.id, None)}

    def _looks_like_person(self, span: Span) -> bool:
        found = self._doc.char_span(*span, alignment_mode="expand")
        return found is not None and (found[0].ent_type_ == "PERSON" or self._renown.title(span) is not None)

    def _new(self, name: str, *, alone: bool = False) -> Actor:
        if name.isupper() and all(part.isalpha() for part in words(name)) and len(name) > _LONGEST_INITIALS:
            # "MS BRUN:" in a transcript
            name = name.title()
        entity = entity_id(EntityType.PERSON, name)
        # one word means nothing beyond this article, and a known person's id is not for a namesake
        if alone or entity in self._knowledge:
            entity = entity_id(EntityType.PERSON, name, self._doc._.context.id)
        return self._cast.add(Actor(entity, name, EntityType.PERSON, gender=self._gender(name)))

    def _gender(self, name: str) -> str | None:
        return self._lexicon.given_names.get(fold(name).split()[0]) or None

    def _learn(self, actor: Actor, span: Span) -> None:
        for title in (self._renown.title(span), apposed(self._doc, span, self._cast, self._lexicon)):
            self._take(actor, title, span)

    def _take(self, actor: Actor, title: Description | None, span: Span) -> None:
        if title:
            actor.called(title.gender)
            if title.words and not title.past:
                actor.titles[title.words, title.of] = None
                self._cast.told.append(told(actor, title, span))

    def _persons(self) -> list[Actor]:
        return self._cast.of_type(EntityType.PERSON)
