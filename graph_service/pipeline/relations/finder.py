"""The relation step: events, offices and places of one article, each with the words that say it."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graph_service.knowledge import KnowledgeBase, load, load_lexicon
from graph_service.models import SYMMETRIC, EntityType, MentionKind, RelationType, Span
from graph_service.pipeline import annotations
from graph_service.pipeline.annotations import FoundRelation
from graph_service.pipeline.cast import Actor, Cast, cast
from graph_service.pipeline.lexicon import words
from graph_service.pipeline.parse import positions, sentence_starts
from graph_service.pipeline.pronouns import Pronouns
from graph_service.pipeline.relations.actors import Participants
from graph_service.pipeline.relations.events import Event, events, triggers
from graph_service.pipeline.relations.located import located
from graph_service.pipeline.relations.offices import Offices
from graph_service.pipeline.relations.reality import modality, own, reality, worse
from graph_service.pipeline.relations.syntax import after, subject
from graph_service.pipeline.relations.table import Reality

_PARTS = {"VERB", "AUX", "NOUN"}
_LONGEST_TOPIC = 8
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOSING = " \n\t\"'”’)»"
_PLANS = {RelationType.MET: "meeting", RelationType.CONSULTED: "call"}
_REMOTE = {
    "phone",
    "telephone",
    "telephoned",
    "video",
    "virtual",
    "online",
    "call",
    "videoconference",
    "zoom",
    "letter",
}


def relation_finder(doc: Doc, knowledge: KnowledgeBase | None = None) -> Doc:
    """Sets ``doc._.relations``, in the order in which the words that say them stand."""
    known = knowledge if knowledge is not None else load()
    finder = _Finder(doc, cast(doc))
    roles = Offices(cast(doc), known, load_lexicon(), doc._.context.date, finder).relations()
    found = [*finder.events(), *roles, *located(cast(doc), known)]
    unique = {
        _key(each): each for each in reversed(sorted(found, key=lambda each: (each.span, each.subject, each.object)))
    }
    doc._.relations = tuple(finder.placed(each) for each in reversed(unique.values()))
    return doc


def _key(relation: FoundRelation) -> tuple[object, ...]:
    return relation.type, relation.subject, relation.object, relation.modality, relation.sentence


class _Finder:
    def __init__(self, doc: Doc, people: Cast) -> None:
        self._doc = doc
        self._cast = people
        pronouns: Pronouns | None = doc._.pronouns
        self._participants = Participants(
            people, annotations.attributions(doc), pronouns or Pronouns(doc, people, lambda _: False)
        )
        self._starts = sentence_starts(doc)
        self._offsets = [token.idx for token in people.tokens]
        self._saying = {
            token.idx: each.speaker
            for each in annotations.attributions(doc)
            for span in each.statement.cue
            for token in self._tokens(span)
            if each.speaker is not None
        }

    def events(self) -> Iterator[FoundRelation]:
        """What verbs and nouns of the table say."""
        for position in positions(self._doc, triggers(), "LEMMA"):
            token = self._cast.tokens[position]
            if token.pos_ in _PARTS:
                yield from self._relations(token, list(events(token, self._participants)))

    def owners(self, span: Span) -> list[Actor]:
        """Whose somebody is: "its founder", "her defence minister", "the president's spokesman"."""
        return [
            each.actor for token in self._tokens(span) if token.dep_ == "poss" for each in self._participants.of(token)
        ]

    def described(self, span: Span) -> list[Actor]:
        """Who is said to be what a span says: "Lund was the minister"."""
        verbs = [token.head for token in self._tokens(span) if token.dep_ == "attr"]
        return [each.actor for verb in verbs for each in self._participants.of(subject(verb))]

    def _tokens(self, span: Span) -> list[Token]:
        first, last = (bisect_right(self._offsets, position) for position in (span.start, span.end - 1))
        return self._cast.tokens[first - 1 : last]

    def placed(self, relation: FoundRelation) -> FoundRelation:
        """With the innermost statement that holds it."""
        return relation._replace(statement=self._participants.innermost(relation.anchor))

    def _relations(self, word: Token, found: list[Event]) -> Iterator[FoundRelation]:
        if not found:
            return
        real = reality(word)
        if self._is_question(word):
            real = worse(real, Reality.HYPOTHETICAL)
        # who asks or accuses somebody is who says so
        speaker = self._saying.get(word.idx)
        is_said = speaker is not None and any(each.subject.actor.id == speaker for each in found)
        for event in found if speaker is None or is_said or word.pos_ != "VERB" else ():
            relation = self._relation(event, real)
            if relation is not None:
                yield relation

    def _relation(self, event: Event, real: Reality) -> FoundRelation | None:
        frame = event.frame
        if frame.reality is Reality.FACT and not _is_predicate(event.word):
            real = own(event.word) if own(event.word) is Reality.DENIED else Reality.FACT
        else:
            real = worse(real, frame.reality or Reality.FACT)
        if real is Reality.ENDED:
            if "ends" in frame.conditions:
                return None
            real = Reality.DENIED
        type_, topic = frame.type, self._topic(event.topic)
        if type_ is RelationType.MET and _is_remote(event.word):
            type_ = RelationType.CONSULTED
        elif type_ is RelationType.CONSULTED and self._is_in_person(event):
            type_ = RelationType.MET
        if real is Reality.PLANNED and type_ in _PLANS:
            type_, topic = RelationType.PLANS_TO_MEET, _PLANS[type_]
        elif type_ is RelationType.MEMBER_OF and real is not Reality.FACT and "enters" in frame.conditions:
            type_, real = _seeking(event.word, real)
        first, second = event.subject, event.object
        if self._is_of_another_year(event):
            return None
        if type_ in SYMMETRIC and first.actor.id > second.actor.id:
            first, second = second, first
        word = Span(event.word.idx, event.word.idx + len(event.word))
        spans = [
            word,
            *(each.span for each in (first, second) if self._sentence(each.span.start) == self._sentence(word.start)),
        ]
        return FoundRelation(
            subject=first.actor.id,
            type=type_,
            object=second.actor.id,
            modality=modality(real),
            span=Span(min(each.start for each in spans), max(each.end for each in spans)),
            anchor=word.start,
            sentence=self._sentence(word.start),
            topic=topic,
            plover=frame.plover,
        )

    def _is_of_another_year(self, event: Event) -> bool:
        """Whether a role is read at the article's date in a sentence of another year."""
        roles = [
            mention.kind is MentionKind.ROLE
            for each in (event.subject, event.object)
            for mention, _ in self._cast.at(each.span.start)
            if (mention.start, mention.end) == each.span
        ]
        date = self._doc._.context.date
        if not date or not any(roles):
            return False
        years = set(_YEAR.findall(self._cast.text[slice(*self._bounds(event.word))]))
        return bool(years) and date[:4] not in years

    def _bounds(self, word: Token) -> tuple[int, int]:
        """Where the sentence of a word starts and ends."""
        number = bisect_right(self._starts, word.i)
        end = self._starts[number] if number < len(self._starts) else len(self._cast.tokens)
        last = self._cast.tokens[end - 1]
        return self._offsets[self._starts[number - 1]], last.idx + len(last)

    def _sentence(self, position: int) -> int:
        """The number of the sentence at a position."""
        return bisect_right(self._starts, bisect_right(self._offsets, position) - 1)

    def _is_question(self, word: Token) -> bool:
        return self._cast.text[slice(*self._bounds(word))].rstrip(_CLOSING).endswith("?")

    def _topic(self, head: Token | None) -> str | None:
        """The phrase of what is supplied or asked for, without what follows its first clause."""
        if head is None:
            return None
        inside = [
            token for token in head.subtree if token.i >= head.left_edge.i and abs(token.i - head.i) < _LONGEST_TOPIC
        ]
        last = head.i
        for token in inside:
            if token.i > last + 1 or token.dep_ in {"relcl", "acl", "punct", "cc"}:
                break
            last = max(last, token.i)
        start, end = inside[0].idx, self._cast.tokens[last].idx + len(self._cast.tokens[last])
        return " ".join(self._cast.text[start:end].split())

    def _is_in_person(self, event: Event) -> bool:
        """ "Told him in Oslo"."""
        if "private" not in event.frame.conditions:
            return False
        return any(
            actor.type is EntityType.PLACE
            for preposition in ("in", "at")
            for token in after(event.word, preposition)
            for _, actor in self._cast.at(token.idx)
        )


def _is_predicate(word: Token) -> bool:
    """ "They are at war": as real as the clause, where "the war" is a fact whatever governs it."""
    return word.dep_ == "pobj" and word.head.lower_ == "at" and word.head.head.lemma_ == "be"


def _seeking(word: Token, real: Reality) -> tuple[RelationType, Reality]:
    """Who wants to join asks for it now; who will join is about to; who might join is only thought of."""
    head = word.head
    if word.dep_ == "acl" and head.lemma_ in words("wanting_nouns.txt"):
        return RelationType.SEEKS_MEMBERSHIP, Reality.DENIED if own(head) is Reality.DENIED else Reality.FACT
    if word.dep_ == "xcomp" and head.lemma_ in words("wanting_verbs.txt"):
        return RelationType.SEEKS_MEMBERSHIP, reality(head)
    return (RelationType.SEEKS_MEMBERSHIP if real is Reality.PLANNED else RelationType.MEMBER_OF), real


def _is_remote(word: Token) -> bool:
    near = [*word.children, *(other for each in word.children if each.dep_ == "prep" for other in each.children)]
    return any(each.lower_ in _REMOTE for each in near)
