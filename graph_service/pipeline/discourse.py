"""Who speaks where no source is written: blocks, floating quotations, interview answers, verbs that share a subject."""

import re
from collections import Counter
from functools import cached_property

from spacy.tokens import Doc, Token

from graph_service.models import EntityType, Span
from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.interviews import interview
from graph_service.pipeline.pronouns import GENDERS, Pronouns

_LABEL = re.compile(r"^\W*(?P<name>[^\n:]{2,60}?)\s*:\W*$")
_SUBJECTS = {"nsubj", "nsubjpass"}
_SPEAKERS = {EntityType.PERSON, EntityType.ORGANISATION, EntityType.COUNTRY}
_LONGEST_LABEL = 6


class Discourse:
    """The surroundings of statements in one article."""

    def __init__(self, doc: Doc, cast: Cast, pronouns: Pronouns) -> None:
        self._doc = doc
        self._cast = cast
        self._pronouns = pronouns
        self._interview = interview(cast.text)

    def is_question(self, position: int) -> bool:
        """Whether a position stands in an interviewer's line, which tells nothing about who answers."""
        turn = self._interview.at(position)
        return turn is not None and turn.asks

    def is_answer(self, position: int) -> bool:
        """Whether a position stands in an answer to an interviewer."""
        return self.question(position) is not None

    def question(self, position: int) -> Span | None:
        """The interviewer's line before the answer that a position stands in."""
        turn = self._interview.at(position)
        before = self._interview.before(turn) if turn is not None and not turn.asks else None
        return before.lines[0] if before is not None and before.asks else None

    def asked_by(self, position: int) -> str | None:
        """The name of whoever asks what is answered at a position, where a label tells it."""
        turn = self._interview.at(position)
        before = self._interview.before(turn) if turn is not None else None
        return before.who or None if before is not None and before.asks else None

    @cached_property
    def interviewed(self) -> Actor | None:
        """Who answers an interviewer: the person named most before the first question."""
        turns = self._interview.turns
        before = self._cast.within(Span(0, turns[0].start)) if turns else []
        named = Counter(actor.id for _, actor in before if actor.type is EntityType.PERSON).most_common(2)
        if not named or (len(named) > 1 and named[0][1] == named[1][1]):
            return None
        return self._cast.get(named[0][0])

    def continues(self, before: FoundStatement, statement: FoundStatement) -> bool:
        """Whether a cue without a subject stands in the sentence of the statement before, and is no passive."""
        if not before.cue:
            return False
        first = self._doc.char_span(*before.cue[0], alignment_mode="expand")
        second = self._doc.char_span(*statement.cue[0], alignment_mode="expand")
        if first is None or second is None or first.root.sent.start != second.root.sent.start:
            return False
        passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in second.root.children)
        return first.start < second.start and not passive

    def announced(self, statement: FoundStatement) -> Actor | None:
        """Who is named just before a content: "Ivanova:" in an interview, "She addressed the residents in a video:"."""
        start = statement.content[0].start
        label = _LABEL.match(self._line_before(start))
        if label and len(label["name"].split()) <= _LONGEST_LABEL:
            return self._labelled(start)
        before = self._cast.text[:start].rstrip()
        return self._subject_before(len(before) - 1) if before.endswith(":") else None

    def sharing(self, cue: Span) -> Actor | None:
        """The subject that a cue's verb shares with an earlier one: "he rejected the claim and called it a lie"."""
        found = self._doc.char_span(*cue, alignment_mode="expand")
        verb: Token | None = found.root if found is not None else None
        for _ in range(4):
            if verb is None or verb.dep_ not in {"conj", "advcl", "xcomp", "ccomp"}:
                return None
            if any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children):
                return None
            verb = verb.head
            subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
            if subject is not None:
                # "Orre, in doubt, said it rained; he called him odd": what is said later has another subject
                return self.meant(subject) if found is not None and subject.i < found.end else None
        return None

    def meant(self, token: Token) -> Actor | None:
        """Who speaks where a subject names him, or by gender means him."""
        if token.lower_ in GENDERS:
            return self._pronouns.antecedent(token)
        found = [actor for _, actor in self._cast.at(token.idx) if actor.type in _SPEAKERS]
        return next((actor for actor in found if actor.type is EntityType.PERSON), found[0] if found else None)

    def _line_before(self, position: int) -> str:
        text = self._cast.text
        return text[text.rfind("\n", 0, position) + 1 : position]

    def _labelled(self, position: int) -> Actor | None:
        start = position - len(self._line_before(position))
        turn = self._interview.at(position)
        if turn is not None and turn.who != turn.label:
            return next((each for each in self._cast if turn.who in {each.name, *each.names}), None)
        named = [actor for _, actor in self._cast.within(Span(start, position)) if actor.type in _SPEAKERS]
        people = [actor for actor in named if actor.type is EntityType.PERSON]
        return next(iter(people or named), None)

    def _subject_before(self, position: int) -> Actor | None:
        found = self._doc.char_span(position, position + 1, alignment_mode="expand")
        if found is None:
            return None
        subjects = [token for token in found[0].sent if token.dep_ in _SUBJECTS and token.idx < position]
        main = [token for token in subjects if token.head.dep_ in {"ROOT", "conj"}]
        return next((actor for actor in map(self.meant, main) if actor), None)
