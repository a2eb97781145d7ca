"""Who holds which office of which country or organisation: what the article says, and whether it is known."""

from collections.abc import Iterator
from typing import Protocol

from graph_service.ids import fold
from graph_service.knowledge import KnowledgeBase, Lexicon
from graph_service.knowledge.base import Role
from graph_service.models import EntityType, RelationModality, RelationType, Span
from graph_service.pipeline.annotations import FoundRelation
from graph_service.pipeline.cast import Actor, Cast, Told
from graph_service.pipeline.lexicon import words

_BODIES = {EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PLACE}
# roles in firms: no country has one
_OF_FIRMS = ("ceo", "director", "editor", "executive", "manager", "owner")
#: words that say that the office is held no more, or not yet
_NOT_NOW = {"retired", "next", "future", "potential", "would-be", "likely", "possible", "aspiring", "fired", "deposed"}
#: of a place only those who run it: "the minister for the Middle East" is no minister of it
_ELSEWHERE = {"minister", "ambassador", "envoy", "representative", "adviser", "advisor", "correspondent", "editor"}


class Parse(Protocol):
    """What the parse says of the words of a role."""

    def owners(self, span: Span) -> list[Actor]:
        """Whose somebody is: "its founder"."""

    def described(self, span: Span) -> list[Actor]:
        """Who is said to be it: "Lund was the minister"."""


class Offices:
    """Reads the titles and roles of one article."""

    def __init__(
        self,
        cast: Cast,
        knowledge: KnowledgeBase,
        lexicon: Lexicon,
        day: str | None,
        parse: Parse,
    ) -> None:
        self._parse = parse
        # the countries that people lead, as far as the article has said so
        self._led: dict[str, str] = {}
        self._cast = cast
        self._knowledge = knowledge
        self._lexicon = lexicon
        self._day = day

    def relations(self) -> Iterator[FoundRelation]:
        """Each office of each person once, where the article first says it.

        Where the words do not say of what, only an office that the knowledge base has at the article's date counts,
        and only of a country or organisation that the article mentions.
        """
        seen: set[tuple[str, str, str]] = set()
        for told in sorted(self._cast.told, key=lambda each: (each.span, each.actor, each.of or "")):
            found = self._office(told)
            if found is None:
                continue
            key = (found.subject, found.object, found.topic or "")
            if key not in seen:
                seen.add(key)
                yield found

    def _office(self, told: Told) -> FoundRelation | None:
        actor = self._cast.get(told.actor)
        if actor is None or actor.type is not EntityType.PERSON:
            return None
        described = self._parse.described(told.span)
        # who it was when something happened is not who it is at the article's date
        if described and actor not in described:
            return None
        role = self._known(actor, told)
        of = told.of or (role.of if role else self._of_owner(told))
        body = self._cast.get(of) if of else None
        if body is None or not body.mentions or not self._is_office(told, body, known=role is not None):
            return None
        if body.type is EntityType.COUNTRY:
            self._led.setdefault(actor.id, body.id)
        return _relation(told, actor, body, role)

    def _of_owner(self, told: Told) -> str | None:
        """Of a body that possesses the role; the minister of a head of government is the country's."""
        is_managed = any(told.words.split()[-1:] == [role] for role in _OF_FIRMS)
        for owner in self._parse.owners(told.span):
            if owner.type is EntityType.ORGANISATION or (owner.type is EntityType.COUNTRY and not is_managed):
                return owner.id
            if owner.id != told.actor and told.words.endswith("minister"):
                return self._led.get(owner.id)
        return None

    def _is_office(self, told: Told, body: Actor, *, known: bool) -> bool:
        """Not who only lives there or is somebody there: "the Kyiv resident", "president of a Miami-based club"."""
        title = told.words.split()
        before = set(fold(self._cast.text[slice(*told.span)]).split())
        if body.type not in _BODIES or before & (_NOT_NOW | self._lexicon.past_words):
            return False
        if known:
            return True
        local = body.type is not EntityType.PLACE or not _ELSEWHERE & set(title)
        return (
            local and bool(title) and title[-1] not in words("no_offices.txt") and not self._is_only_based(told, body)
        )

    def _is_only_based(self, told: Told, body: Actor) -> bool:
        if told.words.startswith("-"):
            return True
        inside = (each for each, actor in self._cast.within(told.span) if actor is body)
        text = self._cast.text
        return any({text[each.start - 1 : each.start], text[each.end : each.end + 1]} & {"-", "–"} for each in inside)

    def _known(self, actor: Actor, told: Told) -> Role | None:
        """The role of the knowledge base that the words mean, at the article's date."""
        if not actor.known or not self._day:
            return None
        held = self._knowledge.titles(actor.id, self._day)
        roles = [each for each in actor.known.roles if (each.title, each.of) in held and each.start <= str(self._day)]
        fitting = [each for each in roles if told.of in {None, each.of} and self._is_meant(told, each)]
        return max(fitting, key=lambda each: each.start, default=None)

    def _is_meant(self, told: Told, role: Role) -> bool:
        body = self._knowledge.get(role.of)
        leads = told.words in self._lexicon.leader_words and body is not None and body.led_by == role.title
        minister = told.words == "minister" and role.title.endswith(" minister") and role.title != "prime minister"
        return role.title in told.titles or leads or minister


def _relation(told: Told, actor: Actor, body: Actor, role: Role | None) -> FoundRelation:
    return FoundRelation(
        subject=actor.id,
        type=RelationType.HOLDS_ROLE,
        object=body.id,
        modality=RelationModality.ASSERTED,
        span=told.span,
        anchor=told.span.start,
        sentence=told.span.start,
        topic=told.words,
        role_from=role.start if role else None,
        role_to=role.until if role and not role.open else None,
        known=role is not None,
    )
