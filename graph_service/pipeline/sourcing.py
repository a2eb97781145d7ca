"""The entity or the unnamed source behind the words of a statement's source."""

from collections.abc import Collection
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from graph_service.ids import fold
from graph_service.knowledge import KnowledgeBase, Lexicon
from graph_service.models import AnonymousKind, AnonymousSource, EntityType, Mention, MentionKind, Span
from graph_service.pipeline import phrases
from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.anonymous import UnnamedSources
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.lexicon import words as word_list
from graph_service.pipeline.names import surname_of, words
from graph_service.pipeline.parse import child
from graph_service.pipeline.pronouns import FIRST, GENDERS, NEUTRAL, PLURAL, RELATIVE, Pronouns
from graph_service.pipeline.titles import gender_of

#: unnamed sources that may be "it"
_BODIES = {AnonymousKind.UNRESOLVED, AnonymousKind.COLLECTIVE, AnonymousKind.MILITARY}
_ISSUED = {"published", "released", "issued", "written", "made", "prepared", "compiled", "commissioned", "posted"}
_NO_WHO = {EntityType.ORGANISATION, EntityType.PLACE, EntityType.COUNTRY}
_GOVERNMENTS = {"government", "administration", "cabinet"}


class Speaker(NamedTuple):
    """Who speaks: an entity of the article, or somebody unnamed."""

    actor: Actor | None
    anonymous: AnonymousSource | None


class Sources:
    """Reads the source spans of one article."""

    def __init__(self, doc: Doc, cast: Cast, pronouns: Pronouns, knowledge: KnowledgeBase, lexicon: Lexicon) -> None:
        self._doc = doc
        self._cast = cast
        self._pronouns = pronouns
        self._knowledge = knowledge
        self._lexicon = lexicon
        self._labels: dict[str, Actor | None] = {}
        self._unnamed_sources = UnnamedSources(doc._.context.id, lexicon)

    def named(self, span: Span) -> Actor | None:
        """The entity that a phrase names as its head: "Rutte" in "NATO Secretary General Mark Rutte"."""
        found = self._doc.char_span(*span, alignment_mode="expand")
        return self._head_actor(found) if found is not None else None

    def joined(self, span: Span) -> list[Actor]:
        """The entities that a phrase joins: its head and what is coordinated with it."""
        found = self._doc.char_span(*span, alignment_mode="expand")
        heads = [found.root] if found is not None else []
        for head in heads:
            heads.extend(child for child in head.children if child.idx < span.end and phrases.is_joined(child))
        covering = [self._cast.at(head.idx) for head in heads]
        actors = [self._person_first([actor for _, actor in each]) for each in covering if each]
        return list(dict.fromkeys(actors)) if len(actors) == len(heads) else []

    def speaker(
        self,
        span: Span,
        last: Speaker | None,
        outer: Speaker | None,
        excluded: Collection[Actor] = (),
        before: FoundStatement | None = None,
    ) -> Speaker:
        """The speaker of a source's words.

        ``last`` is who spoke before, ``outer`` the speaker of the statement around this one; ``excluded``
        cannot be meant by a pronoun. ``before``: what was said last.
        """
        found = self._doc.char_span(*self._cast.whole(span), alignment_mode="expand")
        if found is None:
            return self.unknown(self._cast.text[span.start : span.end])
        pronoun = self._pronoun(found)
        # "WHO" and "US" are names
        if pronoun is not None and not self._cast.at(pronoun.idx):
            stranger = self._stranger_before(pronoun, before)
            if stranger is not None:
                return self.speaker(phrases.phrase_of(stranger, stranger.head.i), last, outer)
            if last is not None and before is not None and self._is_still_speaking(pronoun, last, before):
                return last
            return self._by_pronoun(pronoun, found, last, outer, excluded)
        actor = self._head_actor(found) or self._in_capitals(found.text) or self._described(found)
        return Speaker(actor, None) if actor else self._unnamed(found)

    def _described(self, span: DocSpan) -> Actor | None:
        """Who stands before a clause that is all there is of a source: "Mora, | who commands a boat,"."""
        return self._person_before(span[0]) if len(span) > 1 else None

    def _person_before(self, token: Token) -> Actor | None:
        """Whose name stands right before ", who"."""
        before = self._cast.text[: token.idx].rstrip()
        if token.lower_ != "who" or not before.endswith(","):
            return None
        return self._person_at(len(before) - 2)

    def _person_at(self, position: int) -> Actor | None:
        people = (actor for _, actor in self._cast.at(position) if actor.type is EntityType.PERSON)
        return next(people, None)

    def _in_capitals(self, name: str) -> Actor | None:
        """Whom a transcript's label means ("MORA: …"): the one person of the article with that name."""
        if not name.isupper():
            return None
        if name not in self._labels:
            people = self._cast.of_type(EntityType.PERSON)
            fitting = [each for each in people if surname_of(each.name, name) or words(each.name) == words(name)]
            self._labels[name] = fitting[0] if len(fitting) == 1 else None
        return self._labels[name]

    def unknown(self, text: str) -> Speaker:
        """A source that cannot be resolved, with its words."""
        return Speaker(None, self._unnamed_sources.unresolved(text))

    def may_mean(self, pronoun: Token, unnamed: AnonymousSource) -> bool:
        """Whether a pronoun may mean an unnamed source by its number and gender."""
        return self._unnamed_sources.may_be(pronoun, unnamed)

    def _unnamed(self, span: DocSpan) -> Speaker:
        return Speaker(None, self._unnamed_sources.of(span))

    def _pronoun(self, span: DocSpan) -> Token | None:
        root = span.root
        known = root.lower_ in GENDERS or root.lower_ in NEUTRAL | PLURAL | FIRST | RELATIVE
        return root if known and (len(span) == 1 or root.pos_ == "PRON") else None

    def _by_pronoun(
        self, token: Token, span: DocSpan, last: Speaker | None, outer: Speaker | None, excluded: Collection[Actor]
    ) -> Speaker:
        word = token.lower_
        if word in FIRST:
            return outer or self._unnamed(span)
        if word in RELATIVE:
            return self._relative(token, span, last, outer)
        is_writing = last is not None and self._unnamed_sources.is_writing(last.anonymous)
        if word in PLURAL:
            speaks = last is not None and (last.anonymous or _is_body(last.actor)) and not is_writing
            return last if last and speaks else self._unnamed(span)
        if phrases.is_set_against(token):
            # "his lawyer said …. He himself wants …": not who spoke last
            excluded, last = [*excluded, *([last.actor] if last is not None and last.actor else [])], None
        actor = self._pronouns.antecedent(token, favourite=last.actor if last else None, excluded=excluded)
        if actor:
            self._pronouns.resolved(token, actor)
            return Speaker(actor, None)
        unnamed = last.anonymous.kind if last is not None and last.anonymous is not None else None
        is_somebody = unnamed is not AnonymousKind.COLLECTIVE and not is_writing
        fits = unnamed in _BODIES if word in NEUTRAL else is_somebody
        return last if last and unnamed and fits else self._unnamed(span)

    def _is_still_speaking(self, token: Token, last: Speaker, before: FoundStatement) -> bool:
        """Whether an unnamed source spoke last in the paragraph, and no name came since: "a guard said …. He said"."""
        start = min((span.start for span in before.source), default=None)
        if last.anonymous is None or last.actor is not None or start is None or phrases.is_set_against(token):
            return False
        if "\n" in self._cast.text[start : token.idx] or not self._unnamed_sources.may_be(token, last.anonymous):
            return False
        return not self._pronouns.names_between(token, start, before.content)

    def _stranger_before(self, pronoun: Token, before: FoundStatement | None) -> Token | None:
        """Somebody without a name whom the sentence before is about: "A soldier contradicts him. …, he says"."""
        first = pronoun.sent.start
        if pronoun.lower_ not in {"he", "she"} or first == 0:
            return None
        sentence = self._doc[first - 1].sent
        noun = child(sentence.root, "nsubj") if sentence.root.dep_ == "ROOT" else None
        if noun is None or noun.tag_ != "NN" or "\n" in self._cast.text[noun.idx : pronoun.idx]:
            return None
        if before is not None and before.cue and sentence.start_char <= before.cue[0].start < sentence.end_char:
            # whoever is told to speak goes on by himself
            return None
        is_the = any(each.lower_ == "the" for each in noun.lefts)
        # "the head of the port", if nobody is known to be meant; "the governor" may be whoever was named last
        is_other = is_the and child(noun, "prep") is not None and not self._cast.at(noun.idx)
        is_stranger = phrases.is_new(noun) or is_other
        gender = gender_of([fold(noun.text)], self._lexicon)
        is_somebody = noun.lemma_.lower() in self._lexicon.role_nouns | word_list("people.txt") | word_list(
            "persons.txt"
        )
        return noun if is_stranger and is_somebody and gender in {None, GENDERS[pronoun.lower_]} else None

    def _relative(self, token: Token, span: DocSpan, last: Speaker | None, outer: Speaker | None) -> Speaker:
        """The noun that a relative clause belongs to: "Smith, who said"; a name right before it first of all."""
        named = self._person_before(token)
        if named:
            return Speaker(named, None)
        clause = token.head
        for _ in range(4):
            if clause.dep_ == "relcl":
                person = self._person_above(clause.head) if token.lower_ == "who" else None
                return (
                    Speaker(person, None)
                    if person
                    else self.speaker(phrases.phrase_of(clause.head, token.i), last, outer)
                )
            clause = clause.head
        near = self._cast.within(Span(max(token.idx - 60, 0), token.idx))
        people = [actor for _, actor in near if actor.type is EntityType.PERSON]
        return Speaker(people[-1], None) if people else self._unnamed(span)

    def _person_above(self, noun: Token) -> Actor | None:
        """Whom the name of a body or a place only describes: "Rios, a councillor for the Workers' Party, who said"."""
        if not any(actor.type in _NO_WHO for _, actor in self._cast.at(noun.idx)):
            return None
        while noun.head != noun and noun.head.pos_ not in {"VERB", "AUX"}:
            noun = noun.head
            person = self._person_at(noun.idx)
            if person:
                return person
        return None

    def _head_actor(self, span: DocSpan) -> Actor | None:
        """The mention that covers the head of a phrase, its apposition, or the name behind a title."""
        inside = self._cast.within(Span(span.start_char, span.end_char))
        mentions = [(mention, speaking) for mention, actor in inside if (speaking := self._speaking(actor))]
        if not mentions:
            return None
        heads = phrases.heads_of(span)
        if phrases.joins_several(span.root, mentions, span):
            return None
        for head in heads:
            covering = [(mention, actor) for mention, actor in mentions if mention.start <= head.idx < mention.end]
            kinds = {MentionKind.DEMONYM, MentionKind.ROLE} if head.tag_ == "NNS" else {MentionKind.DEMONYM}
            named = [actor for mention, actor in covering if mention.kind not in kinds]
            if named:
                return self._person_first(named)
        return self._body(span.root, mentions) or self._author(span, mentions) or self._behind_title(span, mentions)

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

    def _person_first(self, actors: list[Actor]) -> Actor:
        return next((actor for actor in actors if actor.type is EntityType.PERSON), actors[0])

    def _body(self, root: Token, mentions: list[tuple[Mention, Actor]]) -> Actor | None:
        """Who speaks through a body: "the German government" is Germany; a bank's press office is the bank."""
        countries = [actor for _, actor in mentions if actor.type is EntityType.COUNTRY]
        if root.lower_ in _GOVERNMENTS and countries:
            return countries[0]
        owners = [child for child in root.children if child.dep_ in {"poss", "compound"}]
        owned = [
            (owner.dep_, actor)
            for mention, actor in mentions
            for owner in owners
            if mention.start <= owner.idx < mention.end
        ]
        named = [actor for place, actor in owned if place == "compound" and actor.type is EntityType.ORGANISATION]
        if root.lower_ in word_list("body_classes.txt") and named:
            return named[-1]
        return owned[0][1] if root.lower_ in word_list("voices.txt") and owned else None

    def _behind_title(self, span: DocSpan, mentions: list[tuple[Mention, Actor]]) -> Actor | None:
        """Where the parse took the title for the head: "Chancellor Scholz", "Defence Secretary Wallace"."""
        if span.root.tag_ in {"NNS", "NNPS"}:
            return None
        for mention, actor in mentions:
            is_name = actor.type is EntityType.PERSON and mention.kind is MentionKind.NAME
            if is_name and not self._owns(mention):
                before = self._doc.char_span(span.start_char, mention.start, alignment_mode="contract")
                words = [fold(token.text) for token in before] if before is not None else []
                apposed = bool(words) and words[-1] == "," and mention.end == span.end_char
                if (
                    apposed
                    or phrases.ends_office(span, mention, self._lexicon.role_nouns)
                    or not words
                    or not set(words) & {"of", "for", "to", "by", "from", "'s", "’s", "with", "in", "and"}
                ):
                    return actor
        return None

    def _owns(self, mention: Mention) -> bool:
        """Whether somebody is only the one whose lawyer, aide or brother it is."""
        found = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return found is not None and found.root.dep_ == "poss"


def _is_body(actor: Actor | None) -> bool:
    return actor is not None and actor.type in {EntityType.ORGANISATION, EntityType.COUNTRY}
