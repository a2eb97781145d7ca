"""“The president” in what an official says: who leads his own country, whoever else the article calls so."""

from collections import defaultdict

from spacy.tokens import Doc, Token

from graph_service.ids import fold
from graph_service.knowledge import KnowledgeBase, KnownEntity
from graph_service.models import EntityType, Mention, MentionKind, Span
from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.cast import Actor, Cast, Told
from graph_service.pipeline.parse import child

# they speak of whom they are sent to, too
_SENT = frozenset({"ambassador", "consul", "envoy", "negotiator", "mediator", "representative"})
_BODIES = {EntityType.COUNTRY, EntityType.ORGANISATION}


class Leaders:
    """Whom officials of one article mean by the office that leads their country."""

    def __init__(self, doc: Doc, cast: Cast, knowledge: KnowledgeBase) -> None:
        self._doc = doc
        self._cast = cast
        self._knowledge = knowledge
        self._day: str | None = doc._.context.date
        self._own: dict[str, KnownEntity | None] = {}
        self._told: dict[str, list[Told]] = defaultdict(list)
        for told in cast.told:
            self._told[told.actor].append(told)

    def put_right(self, statement: FoundStatement, speaker: Actor) -> None:
        """Makes "the president" in a statement a mention of the leader of the speaker's country."""
        country = self._country(speaker)
        leader = self._leader(country, speaker) if country is not None else None
        if country is None or country.led_by is None or leader is None:
            return
        for span in statement.content:
            found = self._doc.char_span(*span, alignment_mode="expand")
            for token in found if found is not None else ():
                if token.lower_ == country.led_by.rpartition(" ")[2]:
                    self._take(token, span, country, leader)

    def _take(self, token: Token, content: Span, country: KnownEntity, leader: KnownEntity) -> None:
        article = child(token, "det")
        if article is None or article.lower_ != "the" or article.idx < content.start:
            return
        office = Span(article.idx, token.idx + len(token))
        text = self._cast.text[office.start : office.end]
        covering = self._cast.at(token.idx)
        if fold(text) != f"the {country.led_by}" or not all(_is_office(mention, office) for mention, _ in covering):
            return
        if child(token, "prep", "appos", "relcl", "compound") is not None:
            return
        for _, actor in covering:
            if self._is_meant(actor, office, content, country):
                return
        for _, actor in covering:
            actor.forget(office)
        self._cast.known(leader).mention(self._cast.text, office, MentionKind.ROLE)

    def _is_meant(self, actor: Actor, office: Span, content: Span, country: KnownEntity) -> bool:
        """Whether it is somebody of the country already, or whom the statement itself names before."""
        of_country = actor.known is not None and country.id in actor.known.countries
        return of_country or actor.last_before(office.start) >= content.start

    def _country(self, speaker: Actor) -> KnownEntity | None:
        """The one country that somebody speaks for, by the article or at its date."""
        if speaker.id not in self._own:
            self._own[speaker.id] = self._found_country(speaker)
        return self._own[speaker.id]

    def _found_country(self, speaker: Actor) -> KnownEntity | None:
        told = self._told[speaker.id]
        if any(not _SENT.isdisjoint(each.words.split()) for each in told):
            return None
        served = {speaker.id} if speaker.type in _BODIES else {each.of for each in told if each.of}
        served |= {of for _, of in self._knowledge.titles(speaker.id, self._day)} if self._day else set()
        known = [each for each in map(self._knowledge.get, sorted(served)) if each is not None]
        found = {id_ for each in known for id_ in ([each.id] if each.type is EntityType.COUNTRY else each.countries)}
        return self._knowledge.get(found.pop()) if len(found) == 1 else None

    def _leader(self, country: KnownEntity, speaker: Actor) -> KnownEntity | None:
        holders = self._knowledge.holders(country.led_by, country.id, self._day) if country.led_by and self._day else ()
        return holders[0] if len(holders) == 1 and holders[0].id != speaker.id else None


def _is_office(mention: Mention, office: Span) -> bool:
    return mention.kind is MentionKind.ROLE and (mention.start, mention.end) == office
