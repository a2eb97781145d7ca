"""The entity or the unnamed source behind the words of a statement's source."""

from collections.abc import Collection
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from graph_service.ids import fold
from graph_service.knowledge import KnowledgeBase, Lexicon
from graph_service.models import AnonymousKind, AnonymousSource, EntityType, Span
from graph_service.pipeline import phrases
from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.anonymous import UnnamedSources
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.heads import Heads, person_first
from graph_service.pipeline.lexicon import personal_nouns
from graph_service.pipeline.names import surname_of, words
from graph_service.pipeline.parse import child
from graph_service.pipeline.pronouns import FIRST, GENDERS, NEUTRAL, PLURAL, RELATIVE, Pronouns
from graph_service.pipeline.titles import gender_of

#: unnamed sources that may be "it"
_BODIES = {AnonymousKind.UNRESOLVED, AnonymousKind.COLLECTIVE, AnonymousKind.MILITARY}
#: somebody's kin, with their gender
KIN = {
    **dict.fromkeys(("wife", "mother", "sister", "daughter", "widow", "girlfriend", "aunt", "grandmother"), "f"),
    **dict.fromkeys(("husband", "father", "brother", "son", "widower", "boyfriend", "uncle", "grandfather"), "m"),
}
# tokens before a pronoun
_FURTHEST = 40
_ANSWERING = {"answer", "reply", "respond"}
_ASKING = {"ask", "asks", "asked", "asking"}
_NO_WHO = {EntityType.ORGANISATION, EntityType.PLACE, EntityType.COUNTRY}


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
        self._lexicon = lexicon
        self._heads = Heads(doc, cast, knowledge, lexicon)
        self._labels: dict[str, Actor | None] = {}
        self._unnamed_sources = UnnamedSources(doc._.context.id, lexicon)

    def named(self, span: Span) -> Actor | None:
        """The entity that a phrase names as its head: "Rutte" in "NATO Secretary General Mark Rutte"."""
        found = self._doc.char_span(*span, alignment_mode="expand")
        return self._heads.of(found) if found is not None else None

    def joined(self, span: Span) -> list[Actor]:
        """The entities that a phrase joins: its head and what is coordinated with it."""
        found = self._doc.char_span(*span, alignment_mode="expand")
        heads = [found.root] if found is not None else []
        for head in heads:
            heads.extend(child for child in head.children if child.idx < span.end and phrases.is_joined(child))
        covering = [self._cast.at(head.idx) for head in heads]
        actors = [person_first([actor for _, actor in each]) for each in covering if each]
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
            asked = self._asked_before(pronoun, before) if before is not None else None
            if asked is not None:
                return self.speaker(asked, last, outer)
            if before is not None and self._answers(pronoun, before):
                # "when the guard asked what it was, she replied": not the guard
                excluded, last = _with_last(excluded, last), None
            stranger = self._stranger_before(pronoun, before)
            if stranger is not None:
                return self.speaker(phrases.phrase_of(stranger, stranger.head.i), last, outer)
            if last is not None and before is not None and self._is_still_speaking(pronoun, last, before):
                return last
            return self._by_pronoun(pronoun, found, last, outer, excluded)
        actor = self._heads.of(found) or self._in_capitals(found.text) or self._described(found)
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
            crowd = last.anonymous if last is not None else None
            is_many = crowd is not None and self._unnamed_sources.may_be_several(crowd)
            speaks = last is not None and (is_many or _is_body(last.actor)) and not is_writing
            return last if last and speaks else self._unnamed(span)
        if phrases.is_set_against(token):
            # "his lawyer said …. He himself wants …": not who spoke last
            excluded, last = _with_last(excluded, last), None
        actor = self._pronouns.antecedent(token, favourite=last.actor if last else None, excluded=excluded)
        kin = self._kin_since(token, actor) if actor else None
        if kin is not None:
            return self._unnamed(self._doc[kin.left_edge.i : kin.i + 1])
        if actor:
            self._pronouns.resolved(token, actor)
            return Speaker(actor, None)
        unnamed = last.anonymous.kind if last is not None and last.anonymous is not None else None
        is_somebody = last is not None and last.anonymous is not None and self.may_mean(token, last.anonymous)
        is_somebody = is_somebody and unnamed is not AnonymousKind.COLLECTIVE and not is_writing
        source = last.anonymous if last is not None else None
        is_thing = source is not None and source.kind in _BODIES and not self._unnamed_sources.is_plural(source)
        fits = is_thing if word in NEUTRAL else is_somebody
        return last if last and unnamed and fits else self._unnamed(span)

    def _kin_since(self, pronoun: Token, actor: Actor) -> Token | None:
        """Somebody's wife or brother whom a paragraph brings in, where who else is meant was named before it."""
        begin = self._cast.text.rfind("\n", 0, pronoun.idx) + 1
        gender = GENDERS.get(pronoun.lower_)
        if gender is None or actor.last_before(pronoun.idx) >= begin:
            return None
        for noun in reversed(self._doc[max(pronoun.i - _FURTHEST, 0) : pronoun.i]):
            if noun.idx >= begin and KIN.get(noun.lower_) == gender and not self._cast.at(noun.idx):
                whose = child(noun, "poss")
                return noun if whose is not None and whose.lower_ not in FIRST else None
        return None

    def _is_still_speaking(self, token: Token, last: Speaker, before: FoundStatement) -> bool:
        """Whether an unnamed source spoke last in the paragraph, and no name came since: "a guard said …. He said"."""
        start = min((span.start for span in before.source), default=None)
        if last.anonymous is None or last.actor is not None or start is None or phrases.is_set_against(token):
            return False
        if "\n" in self._cast.text[start : token.idx] or not self._unnamed_sources.may_be(token, last.anonymous):
            return False
        return not self._pronouns.names_between(token, start, before.content)

    def _asked_before(self, pronoun: Token, before: FoundStatement) -> Span | None:
        """Whom somebody asked who answers now: "A guard asked Brun about it. “It rained,” she answered"."""
        if not before.addressees or not self._answers(pronoun, before):
            return None
        asked = self._doc.char_span(*before.addressees[0], alignment_mode="expand")
        return before.addressees[0] if asked is not None and self._pronoun(asked) is None else None

    def _answers(self, pronoun: Token, before: FoundStatement) -> bool:
        """Whether somebody answers what was asked last."""
        asks = self._cast.text[slice(*before.cue[0])].lower().split() if before.cue else []
        is_back = pronoun.head.lemma_ in _ANSWERING or any(each.lower_ == "back" for each in pronoun.head.children)
        return is_back and not _ASKING.isdisjoint(asks)

    def _stranger_before(self, pronoun: Token, before: FoundStatement | None) -> Token | None:
        """Somebody without a name whom the sentence before is about: "A soldier contradicts him. …, he says"."""
        first = pronoun.sent.start
        if pronoun.lower_ not in {"he", "she"} or first == 0:
            return None
        sentence = self._doc[first - 1].sent
        noun = child(sentence.root, "nsubj") if sentence.root.dep_ == "ROOT" else None
        if noun is not None and noun.lower_ in FIRST and sentence.root.lemma_ == "ask":
            # "I asked a guard if it rained. “Always,” he said"
            noun = child(sentence.root, "dobj")
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
        is_somebody = noun.lemma_.lower() in personal_nouns()
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
                person = person or self._apposed(clause.head)
                if person is not None:
                    return Speaker(person, None)
                noun = self._somebody_above(clause.head) if token.lower_ == "who" else clause.head
                return self.speaker(phrases.phrase_of(noun, token.i), last, outer)
            clause = clause.head
        near = self._cast.within(Span(max(token.idx - 60, 0), token.idx))
        people = [actor for _, actor in near if actor.type is EntityType.PERSON]
        return Speaker(people[-1], None) if people else self._unnamed(span)

    def _apposed(self, noun: Token) -> Actor | None:
        """Whom a noun in apposition is said of: "Ada Brun, a rower who said so"."""
        named = self._cast.at(noun.head.idx) if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else ()
        return next((actor for _, actor in named if actor.type is EntityType.PERSON), None)

    def _somebody_above(self, noun: Token) -> Token:
        """The noun for somebody above a place or body: "a diplomat in Lima, who"."""
        if not any(actor.type in _NO_WHO for _, actor in self._cast.at(noun.idx)):
            return noun
        return next((each for each in phrases.above(noun) if each.lemma_.lower() in personal_nouns()), noun)

    def _person_above(self, noun: Token) -> Actor | None:
        """Whom a body or a number only describes: "Rios, a councillor for the Workers' Party, who said"."""
        counted = noun.head.lower_ == "with" and child(noun, "nummod") is not None
        if not counted and not any(actor.type in _NO_WHO for _, actor in self._cast.at(noun.idx)):
            return None
        return next(filter(None, (self._person_at(each.idx) for each in phrases.above(noun))), None)


def _with_last(excluded: Collection[Actor], last: Speaker | None) -> list[Actor]:
    """Who cannot be meant, and who spoke last, where it is somebody else."""
    return [*excluded, *([last.actor] if last is not None and last.actor else [])]


def _is_body(actor: Actor | None) -> bool:
    return actor is not None and actor.type in {EntityType.ORGANISATION, EntityType.COUNTRY}
