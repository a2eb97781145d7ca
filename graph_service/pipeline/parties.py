"""Who stands at a statement's side: the entities, or only the words, behind the phrases that name them."""

from functools import cache

from spacy.tokens import Doc, Token

from graph_service.ids import fold
from graph_service.models import EntityType, Party, Span
from graph_service.pipeline import lexicon
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.pronouns import FIRST, GENDERS, NEUTRAL, PLURAL, Pronouns
from graph_service.pipeline.sourcing import Sources

_PRONOUNS = GENDERS.keys() | NEUTRAL | PLURAL | FIRST | {"you", "everyone", "everybody", "anyone", "nobody", "each"}
#: these stand for the medium that was named last
_MEDIA_NOUNS = {
    "broadcaster",
    "channel",
    "magazine",
    "network",
    "newspaper",
    "outlet",
    "paper",
    "publication",
    "website",
}
_DETERMINERS = {"the", "this", "that", "its"}


class Parties:
    """Reads the phrases of one article that name whoever listens or passes words on."""

    def __init__(self, doc: Doc, cast: Cast, sources: Sources, pronouns: Pronouns) -> None:
        self._doc = doc
        self._cast = cast
        self._sources = sources
        self._pronouns = pronouns

    def of(self, span: Span, speaker: Actor | None = None) -> list[Party]:
        """One for each of several that are joined ("Chile and Peru"); none for a pronoun that means nobody sure.

        ``speaker`` cannot be meant by a pronoun, nor be a party to his own words.
        """
        span = self._cast.whole(span)
        joined = self._sources.joined(span)
        if len(joined) > 1:
            return [Party(text=actor.name, entity=actor.id) for actor in joined if actor is not speaker]
        token = self._pronoun(span)
        actor = self._meant(token, speaker) if token is not None else self._named(span)
        if (token is not None and actor is None) or (actor is not None and actor is speaker):
            return []
        return [Party(text=self._text(span), entity=actor.id if actor else None)]

    def by_name(self, name: str) -> Party:
        """The party of a name that does not stand in the text, such as the outlet's."""
        folded = fold(name)
        found = (each for each in self._cast if folded in {fold(each.name), *map(fold, each.entity().aliases)})
        actor = next(found, None)
        return Party(text=name, entity=actor.id if actor else None)

    def is_medium(self, party: Party) -> bool:
        """Whether words that are said to somebody reach the public through him: a medium, by kind or by name."""
        actor = self._cast.get(party.entity) if party.entity else None
        return _is_medium(actor) if actor else _means_medium(party.text)

    def _pronoun(self, span: Span) -> Token | None:
        found = self._doc.char_span(*span, alignment_mode="expand")
        if found is None or len(found) != 1 or self._cast.at(span.start):
            return None
        return found[0] if found[0].lower_ in _PRONOUNS else None

    def _meant(self, token: Token, speaker: Actor | None) -> Actor | None:
        actor = self._pronouns.antecedent(token, excluded=[speaker] if speaker else [])
        if actor:
            self._pronouns.resolved(token, actor)
        return actor

    def _named(self, span: Span) -> Actor | None:
        """Whom a phrase names; "the newspaper" is the medium that was named last."""
        words = fold(self._text(span)).split()
        if len(words) > 1 and words[0] in _DETERMINERS and words[-1] in _MEDIA_NOUNS:
            media = [actor for actor in self._cast.of_type(EntityType.ORGANISATION) if _is_medium(actor)]
            before = [actor for actor in media if actor.last_before(span.start) >= 0]
            return max(before, key=lambda actor: actor.last_before(span.start), default=None)
        return self._sources.named(span)

    def _text(self, span: Span) -> str:
        return self._cast.text[span.start : span.end]


@cache
def _media() -> frozenset[str]:
    return lexicon.words("media.txt") - {"agency", "post", "website", "channel", "journal"}


def _means_medium(name: str) -> bool:
    """Whether the words of a name are a medium's: "the Harbour Times"; "the newspaper" alone tells nothing."""
    words = fold(name).split()
    return any(word in _media() for word in words) and not (words[0] in _DETERMINERS and words[-1] in _MEDIA_NOUNS)


def _is_medium(actor: Actor) -> bool:
    if actor.type is not EntityType.ORGANISATION:
        return False
    return actor.known.kind == "media" if actor.known else _means_medium(actor.name)
