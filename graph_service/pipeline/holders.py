"""The one person whom a role of an article means."""

import re
from bisect import bisect_left
from functools import cached_property

from spacy.tokens import Doc

from graph_service.knowledge import KnowledgeBase, KnownEntity, Lexicon
from graph_service.models import EntityType, MentionKind
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.phrases import is_new
from graph_service.pipeline.titles import Description

#: what somebody of an office may be called, too, by words of the office
_SEATED = frozenset({"senator", "congressman", "congresswoman", "representative", "deputy", "mp"})
_OFFICES = frozenset(
    {"commander", "commissioner", "deputy", "director", "envoy", "governor", "head", "mayor", "minister"}
)
CALLED_TOO = {
    "diplomat": frozenset({"foreign", "ambassador", "envoy"}),
    "lawmaker": _SEATED,
    "mp": _SEATED | {"parliament", "rada", "duma", "bundestag", "knesset", "sejm"},
    "official": _OFFICES | {"secretary", "spokesman", "spokesperson", "spokeswoman"},
}
_AIDES = frozenset({"adviser", "advisor", "aide", "ally", "lawyer", "spokesman", "spokesperson", "spokeswoman"})
_BREAK = re.compile(r"\n\s*")
_FIRST = frozenset({"president", "prime minister", "premier", "chancellor", "governor", "mayor", "speaker"})
# whose ministers are never called so
_OF_SECRETARIES = "country:united-states"
# the vice president is not "the president", nor a deputy minister "the minister"
_SECOND = ("vice ", "vice-", "deputy ")


def _alike(told: str, asked: str) -> bool:
    """ "The minister" is the defence minister; but a prime minister is no minister."""
    if told == asked:
        return True
    if "head" in {told, asked}:
        # "the dirty head" is nobody's office
        return False
    longer, shorter = (told, asked) if len(told) > len(asked) else (asked, told)
    if longer.startswith(_SECOND) and not shorter.startswith(_SECOND):
        return False
    begins = longer.startswith((f"{shorter} of ", f"{shorter} for "))
    return bool(shorter) and (begins or longer.endswith(" " + shorter)) and longer != "prime minister"


def _last(words: str) -> str:
    return words.rpartition(" ")[2]


class Holders:
    """Looks for the one person a role means."""

    def __init__(self, doc: Doc, cast: Cast, knowledge: KnowledgeBase, lexicon: Lexicon) -> None:
        self._doc = doc
        self._cast = cast
        self._knowledge = knowledge
        self._lexicon = lexicon
        self._day: str | None = doc._.context.date

    def of(self, description: Description) -> Actor | None:
        """The holder, or None where nobody or more than one fits."""
        position = description.span.start
        if description.past:
            return self._former(description)
        if _last(description.words) in CALLED_TOO and not description.titles:
            return self._called_too(description)
        named = [actor for actor in self._people() if self._told(actor, description)]
        # "the Foreign Secretary" is the one whom the article calls so, not the Secretary of State
        named = [each for each in named if any(words == description.words for words, _ in each.titles)] or named
        if named and description.of is None and all(actor.last_before(position) < 0 for actor in named):
            # who is called so only further on is not who was named before and is in office
            known = [each for each in self._people() if self._holds_now(each, description)]
            named = [each for each in known if each.last_before(position) >= 0] or named
        # "the president" is not the one whose adviser somebody is
        named = [each for each in named if not self._is_somebodys(each)] or named
        if named:
            return self._called(named, description)
        if description.of:
            return self._at_date(description, description.of) or self._minister_of(description, description.of)
        if description.words in self._lexicon.leader_words:
            return None
        known = [actor for actor in self._people() if self._holds_now(actor, description)]
        return self._latest(known, position) if known else self._by_only_country(description)

    def _minister_of(self, description: Description, of: str) -> Actor | None:
        """Whom "the Chilean minister" means: the one minister of Chile whom the article named before."""
        if description.words != "minister" or not self._day:
            return None
        before = (each for each in self._people() if each.known and each.last_before(description.span.start) >= 0)
        named = [
            actor
            for actor in before
            if any(
                title.endswith(" minister") and where == of
                for title, where in self._knowledge.titles(actor.id, self._day)
            )
        ]
        return named[0] if len(named) == 1 else None

    def _called(self, named: list[Actor], description: Description) -> Actor | None:
        """Whoever of those whom the article calls so came up last, if nobody came up since who may be meant."""
        called = self._latest(named, description.span.start)
        if description.of is None and self._is_new_since(description, named):
            return None
        return self._come_up_since(called, description) or called

    def _is_somebodys(self, actor: Actor) -> bool:
        """Whether somebody is named only for an aide's sake: "an adviser to President Brun"."""
        names = [mention for mention in actor.mentions if mention.kind is MentionKind.NAME]
        found = [self._doc.char_span(each.start, each.end, alignment_mode="expand") for each in names]
        heads = [each.root.head.head for each in found if each is not None and each.root.dep_ == "pobj"]
        return bool(heads) and len(heads) == len(names) and all(each.lemma_ in _AIDES for each in heads)

    def _come_up_since(self, called: Actor, description: Description) -> Actor | None:
        """Who leads a state, too, and is named in a later paragraph than whoever the article calls "the president"."""
        position = description.span.start
        if description.of is not None or description.words not in _FIRST:
            return None
        others = (each for each in self._people() if each is not called and not self._is_somebodys(each))
        known = [each for each in others if self._holds_now(each, description)]
        latest = self._latest(known, position) if known else None
        before = called.last_before(position)
        is_since = latest is not None and "\n" in self._cast.text[max(before, 0) : latest.last_before(position) + 1]
        return latest if before >= 0 and is_since else None

    @cached_property
    def _new(self) -> dict[str, list[int]]:
        """Where nouns for an office stand with "a": somebody whom the article does not name."""
        found: dict[str, list[int]] = {}
        for each in self._cast.tokens:
            if each.lower_ in self._nouns and is_new(each):
                found.setdefault(each.lower_, []).append(each.idx)
        return found

    @cached_property
    def _nouns(self) -> frozenset[str]:
        return frozenset(self._lexicon.role_nouns) | frozenset(CALLED_TOO)

    def _is_new_since(self, description: Description, named: list[Actor]) -> bool:
        """Whether "an Arab official" came up after whoever else is called an official: "the official" is that one."""
        new = self._new.get(_last(description.words), [])
        last = bisect_left(new, description.span.start) - 1
        return bool(named) and last >= 0 and all(actor.last_before(new[last]) < 0 for actor in named)

    def _called_too(self, description: Description) -> Actor | None:
        """Whom "the senior diplomat" means: the minister or ambassador named last, if no unnamed one came up before."""
        noun, position = _last(description.words), description.span.start
        if min(self._new.get(noun, ()), default=position) < position:
            return None
        fitting = (
            actor
            for actor in self._people()
            if any(not CALLED_TOO[noun].isdisjoint(re.split(r"\W", f"{words} {of}")) for words, of in actor.titles)
        )
        before = [actor for actor in fitting if actor.last_before(position) >= 0 and self._may_be(actor, description)]
        found = self._latest(before, position) if before else None
        if noun != "official" or found is None:
            return found
        # of many an official one is meant only right behind his name
        return found if len(_BREAK.findall(self._cast.text, found.last_before(position), position)) < 2 else None

    def _former(self, description: Description) -> Actor | None:
        """Who alone in the article was it before the date: "the former chancellor"."""
        day = self._day or ""
        left = [
            actor
            for actor in self._people()
            if actor.known
            and any(
                role.title in description.titles and not role.open and role.until <= day for role in actor.known.roles
            )
        ]
        return left[0] if len(left) == 1 and self._may_be(left[0], description) else None

    def _people(self) -> list[Actor]:
        return self._cast.of_type(EntityType.PERSON)

    def _latest(self, actors: list[Actor], position: int) -> Actor:
        return max(
            actors, key=lambda actor: (actor.last_before(position), -actor.mentions[0].start if actor.mentions else 0)
        )

    def _told(self, actor: Actor, description: Description) -> bool:
        """Whether the article itself gives somebody this role; "the minister" is any minister it named."""
        for words, of in actor.titles:
            # "Turkey's foreign minister" may be one of whom nobody says whose he is, if he was named before
            is_before = actor.last_before(description.span.start) >= 0
            before = of is None and is_before
            fits = description.of in (None, of) or (before and self._may_be(actor, description))
            if description.words == "leader" != words:
                # "the Indian leader" is not whoever leads its opposition
                fits = is_before if description.of is None else of == description.of and "opposition" not in words
            if fits and self._means(description, words, of):
                return True
        return False

    def _means(self, description: Description, words: str, of: str | None) -> bool:
        """Whether a description may mean a title that the article gives somebody."""
        # "the river leader" is none of whom the article calls "the leader" of something else
        says_more = description.of is None and of is not None and len(description.words) > len(words)
        if _alike(words, description.words) and not says_more:
            return True
        leads = description.of is None and description.words in self._lexicon.leader_words
        # "the head of the agency" is not whoever is called "its director"
        is_unsure = of is None and description.of is not None
        return not (leads or is_unsure) and bool(description.titles & set(self._lexicon.titles_called(words)))

    def _may_be(self, actor: Actor, description: Description) -> bool:
        """Where the article does not say of what: a known person never held an office elsewhere."""
        offices = {role.of for role in actor.known.roles} if actor.known else set()
        return description.of is None or not offices or description.of in offices

    def _holds_now(self, actor: Actor, description: Description) -> bool:
        if not actor.known or not self._day:
            return False
        offices = self._knowledge.titles(actor.id, self._day)
        if description.titles & {title for title, _ in offices}:
            return True
        return description.words == "minister" and any(
            title.endswith(" minister") and title != "prime minister" and of != _OF_SECRETARIES for title, of in offices
        )

    def _at_date(self, description: Description, of: str) -> Actor | None:
        if not self._day:
            return None
        for title in self._titles(description, of):
            holders = self._knowledge.holders(title, of, self._day)
            if len(holders) == 1:
                return self._cast.known(holders[0])
        return self._named_lately(description, of, self._day)

    def _named_lately(self, description: Description, of: str, day: str) -> Actor | None:
        """Who held it when the knowledge base last looked, if the article names him."""
        lately = {
            holder.id for title in self._titles(description, of) for holder in self._knowledge.lately(title, of, day)
        }
        named = [actor for actor in self._people() if actor.id in lately and actor.names]
        return named[0] if len(named) == 1 else None

    def _titles(self, description: Description, of: str) -> list[str]:
        entity = self._knowledge.get(of)
        named = [title for title in self._lexicon.titles_called(description.words) if title in description.titles]
        leads = entity is not None and entity.led_by and description.words in self._lexicon.leader_words
        return [*([str(entity.led_by)] if entity and leads else []), *named]

    def _by_only_country(self, description: Description) -> Actor | None:
        """ "The chancellor" where only one country of the article has one, and none of whose people it names has."""
        here = {actor.id for actor in self._cast.of_type(EntityType.COUNTRY)}
        theirs = {each for actor in self._people() if actor.known for each in actor.known.countries}
        holders = {country: self._only(description, country) for country in sorted(here | theirs)}
        found = {holder.id: (holder, country) for country, holder in holders.items() if holder}
        if len(found) != 1:
            return None
        (holder, country) = next(iter(found.values()))
        return self._cast.known(holder) if country in here else None

    def _only(self, description: Description, country: str) -> KnownEntity | None:
        if not self._day:
            return None
        holders = [self._knowledge.holders(title, country, self._day) for title in sorted(description.titles)]
        return next((group[0] for group in holders if len(group) == 1), None)
