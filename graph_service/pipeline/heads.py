"""The entity that a source's phrase names: by its head, an apposition, a title, or what somebody speaks through."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from graph_service.knowledge import KnowledgeBase, Lexicon
from graph_service.models import EntityType, Mention, MentionKind, Span
from graph_service.pipeline import phrases
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.lexicon import words as word_list
from graph_service.pipeline.parse import child

_ISSUED = {"published", "released", "issued", "written", "made", "prepared", "compiled", "commissioned", "posted"}
# what a name behind it is not in apposition to
_BETWEEN = {"of", "for", "to", "by", "from", "with", "in", "and"}
_POSSESSIVE = {"'s", "’s"}
_PARTISANS = {"democrat", "republican"}
_SEATS = {"senator", "representative", "congressman", "congresswoman", "leader", "whip"}
_TWO = 2
_MANY_OF_LAND = ("ans", "ch", "ese", "is", "ish", "ss")
_WRITTEN = frozenset({"account", "answer", "comment", "letter", "message", "post", "reply", "response", "tweet"})
_GOVERNMENTS = {"government", "administration", "cabinet"}


def person_first(actors: list[Actor]) -> Actor:
    """A person among those who have a name in common, or the first."""
    return next((actor for actor in actors if actor.type is EntityType.PERSON), actors[0])


class Heads:
    """Reads the heads of the phrases of one article."""

    def __init__(self, doc: Doc, cast: Cast, knowledge: KnowledgeBase, lexicon: Lexicon) -> None:
        self._doc = doc
        self._cast = cast
        self._knowledge = knowledge
        self._lexicon = lexicon

    def of(self, span: DocSpan) -> Actor | None:
        """The entity of a phrase; a country for which only its capital stands is mentioned by that."""
        actor = self._of(span)
        if actor is not None and not actor.mentions:
            for mention, place in self._cast.within(Span(span.start_char, span.end_char)):
                if place.known is not None and place.known.stands_for == actor.id:
                    actor.mention(self._cast.text, Span(mention.start, mention.end), MentionKind.NAME)
        return actor

    def _of(self, span: DocSpan) -> Actor | None:
        """The mention that covers the head of a phrase, its apposition, or the name behind a title."""
        inside = self._cast.within(Span(span.start_char, span.end_char))
        mentions = [(mention, speaking) for mention, actor in inside if (speaking := self._speaking(actor))]
        lawmaker = self._lawmaker(span)
        if lawmaker is not None:
            return lawmaker
        if not mentions:
            return None
        named_behind = phrases.named_behind(span, mentions)
        if named_behind is not None:
            return named_behind
        heads = phrases.heads_of(span)
        if phrases.joins_several(span.root, mentions, span):
            return None
        for head in heads:
            covering = [(mention, actor) for mention, actor in mentions if mention.start <= head.idx < mention.end]
            kinds = {MentionKind.DEMONYM, MentionKind.ROLE} if head.tag_ == "NNS" else {MentionKind.DEMONYM}
            named = [actor for mention, actor in covering if mention.kind not in kinds]
            if named:
                return person_first(named)
        read = self._body(span.root, mentions) or self._author(span, mentions) or self._behind_title(span, mentions)
        return read or self._compatriot(span, mentions)

    def _compatriot(self, span: DocSpan, mentions: list[tuple[Mention, Actor]]) -> Actor | None:
        """Whom "the Ukrainian" means: the known person of that country who was named last; "the Chinese" are many."""
        if len(span) != _TWO or span[0].lower_ != "the" or span[1].lower_.endswith(_MANY_OF_LAND):
            return None
        lands = {actor.id for mention, actor in mentions if mention.kind is MentionKind.DEMONYM}
        people = (each for each in self._cast.of_type(EntityType.PERSON) if each.known is not None)
        theirs = (each for each in people if each.known is not None and lands & set(each.known.countries))
        before = [each for each in theirs if each.last_before(span.start_char) >= 0]
        return max(before, key=lambda each: each.last_before(span.start_char), default=None)

    def _lawmaker(self, span: DocSpan) -> Actor | None:
        """Whom "the Illinois Democrat" means: the senator or representative who was named last."""
        is_the = span[0].lower_ == "the" and len(span) > 1
        if not is_the or span.root.lower_ not in _PARTISANS or span.root.i != span.end - 1:
            return None
        people = self._cast.of_type(EntityType.PERSON)
        seated = (each for each in people if any(not _SEATS.isdisjoint(words.split()) for words, _ in each.titles))
        before = [each for each in seated if each.last_before(span.start_char) >= 0]
        return max(before, key=lambda each: each.last_before(span.start_char), default=None)

    def _author(self, span: DocSpan, mentions: list[tuple[Mention, Actor]]) -> Actor | None:
        """Whose writing speaks: "an analysis published by Harbour Watch", "a report by Ada Brun"."""
        if span.root.lemma_.lower() not in word_list("writings.txt"):
            return None
        clauses = [span.root, *(each for each in span.root.children if each.dep_ == "acl" and each.lower_ in _ISSUED)]
        by = (each for clause in clauses for each in clause.children if each.lower_ in {"by", "from"})
        authors = (each for each in (child(word, "pobj") for word in by) if each is not None)
        author = next((each for each in authors if span.start <= each.i < span.end), None)
        if author is None:
            return None
        return next((actor for mention, actor in mentions if mention.start <= author.idx < mention.end), None)

    def _speaking(self, actor: Actor) -> Actor | None:
        """Who speaks by a name: places only where they stand for a government, weapons never."""
        if actor.type is EntityType.PLACE:
            actor_of = self._knowledge.get(actor.known.stands_for or "") if actor.known else None
            return self._cast.known(actor_of) if actor_of else None
        return None if actor.type is EntityType.WEAPON_SYSTEM else actor

    def _body(self, root: Token, mentions: list[tuple[Mention, Actor]]) -> Actor | None:
        """Who speaks through a body: "the German government" is Germany; a bank's press office is the bank."""
        countries = [actor for _, actor in mentions if actor.type is EntityType.COUNTRY]
        if root.lower_ in _GOVERNMENTS and countries:
            return countries[0]
        owners = [child for child in root.children if child.dep_ in {"poss", "compound", "amod", "nmod"}]
        owned = [
            (owner.dep_, actor)
            for mention, actor in mentions
            for owner in owners
            if mention.start <= owner.idx < mention.end
        ]
        named = [actor for place, actor in owned if place != "poss" and actor.type is EntityType.ORGANISATION]
        if root.lower_ in word_list("body_classes.txt") and named:
            return named[-1]
        # "a Telegram account" is not Telegram's, "the Home Office letter" not only to it
        owning = {"poss"} if root.lower_ in _WRITTEN else {"poss", "compound"}
        speaking = (actor for place, actor in owned if place in owning)
        return next(speaking, None) if root.lower_ in word_list("voices.txt") else None

    def _behind_title(self, span: DocSpan, mentions: list[tuple[Mention, Actor]]) -> Actor | None:
        """Where the parse took the title for the head: "Chancellor Scholz", "Defence Secretary Wallace"."""
        if span.root.tag_ in {"NNS", "NNPS"}:
            return None
        for mention, actor in mentions:
            is_name = actor.type is EntityType.PERSON and mention.kind is MentionKind.NAME
            if is_name and not self._owns(mention):
                before = self._doc.char_span(span.start_char, mention.start, alignment_mode="contract")
                words = phrases.without_title(before, self._lexicon) if before is not None else []
                is_titled = before is not None and len(words) < len(before) and mention.end == span.end_char
                behind = self._cast.text[mention.end : span.end_char]
                ends = not behind or behind.startswith((", who ", ", whose "))
                apposed = bool(words) and words[-1] == "," and ends
                if (
                    apposed
                    or phrases.ends_office(span, mention, self._lexicon.role_nouns)
                    or not words
                    or not set(words) & (_BETWEEN if is_titled else _BETWEEN | _POSSESSIVE)
                ):
                    return actor
        return None

    def _owns(self, mention: Mention) -> bool:
        """Whether somebody is only the one whose lawyer, aide or brother it is."""
        found = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return found is not None and found.root.dep_ == "poss"
