"""To whom each statement is made: by its own words, by the talk it is part of, by whoever asks the questions."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Token

from graph_service.models import Modality, Party, Span, StatementType
from graph_service.pipeline import parse
from graph_service.pipeline.addressing import TALKING, audience, noun_phrase
from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.discourse import Discourse
from graph_service.pipeline.parties import Parties
from graph_service.pipeline.sourcing import Speaker

_TELLING = {"told", "said", "announced", "explained", "confirmed"}
_THIS = {"this", "that", "so", "it"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_LONG_AGO = frozenset({"ago", "last", "once"})
_SHARED = {"conj", "advcl", "xcomp"}
# what says that it is another occasion than that of the statement before, or that somebody else is spoken to
_ELSEWHERE = re.compile(
    r"\b(?:later|earlier|previously|separately|meanwhile|afterwards|asked|interview|letter|statement|wrote|writes|tweeted"
    r"|posted|thank(?:s|ed)|congratulate[sd]|Telegram|Twitter|Facebook|Instagram|on X|quoted|according to|on \w+day)\b",
    re.IGNORECASE,
)
# cues that only go on, so that a new paragraph changes nothing
_GOES_ON = re.compile(r"\b(?:added|adds|adding|continued|continues|went on|goes on|also)\b", re.IGNORECASE)


class _Talk(NamedTuple):
    """Somebody is told to speak to somebody, or a statement that says to whom it is made."""

    position: int
    speaker: Actor
    parties: tuple[Party, ...]
    # all that is reported of the speaker was said there: "He told journalists this"
    is_whole: bool = False


class Audiences:
    """Finds the addressees of the statements of one article, whose speakers are known."""

    def __init__(
        self,
        cast: Cast,
        statements: Sequence[FoundStatement],
        speakers: Mapping[int, Speaker],
        discourse: Discourse,
        parties: Parties,
    ) -> None:
        self._cast = cast
        self._statements = statements
        self._speakers = speakers
        self._discourse = discourse
        self._parties = parties
        self._talks = self._told_talks()

    def all(self, parents: Sequence[int | None], outlet: str | None) -> dict[int, list[Party]]:
        """The addressees of each statement; those within others only have their own."""
        found = {index: self._own(index) for index in range(len(self._statements))}
        outermost = [index for index in found if parents[index] is None]
        before: int | None = None
        for index in sorted(outermost, key=lambda each: _said_at(self._statements[each])):
            found[index] = found[index] or self._given(index, outlet) or self._carried(index, before, found)
            before = index
        return found

    def _own(self, index: int) -> list[Party]:
        speaker = self._speakers[index].actor
        found = [party for span in self._statements[index].addressees for party in self._parties.of(span, speaker)]
        return list({party.entity or party.text: party for party in found}.values())

    def _given(self, index: int, outlet: str | None) -> list[Party]:
        """An answer is given to whoever asks: the outlet, or whom the speaker is said to have spoken to."""
        statement = self._statements[index]
        if not (statement.carried and self._discourse.is_answer(statement.content[0].start)):
            return []
        talk = self._talk_around(index)
        if talk is not None and self._is_interview(talk):
            return list(talk.parties)
        asker = self._discourse.asked_by(statement.content[0].start) or outlet
        return [self._parties.by_name(asker)] if asker else []

    def _carried(self, index: int, before: int | None, found: Mapping[int, list[Party]]) -> list[Party]:
        """What goes on in the same talk is said to the same people."""
        statement, talk = self._statements[index], self._talk_around(index)
        if talk is not None and (talk.is_whole or (statement.voiced and self._is_near(talk.position, index))):
            return list(talk.parties)
        if before is None or not statement.voiced or self._speakers[before] != self._speakers[index]:
            return []
        return list(found[before]) if self._goes_on(before, index) else []

    def _goes_on(self, before: int, index: int) -> bool:
        """Whether a statement is made where its speaker's last one was: the same paragraph, or a cue that goes on."""
        statement = self._statements[index]
        if statement.carried:
            return True
        first = self._statements[before]
        is_asked = first.modality is Modality.DEMAND and first.type is StatementType.INDIRECT
        if is_asked or first.about:
            # whoever is asked to do something, or is thanked for it, need not be there
            return False
        between = self._cast.text[_end(first) : _start(statement)]
        cue = self._text(statement.cue)
        is_near = "\n" not in between or _GOES_ON.search(cue)
        return bool(is_near) and not _ELSEWHERE.search(self._around(statement))

    def _around(self, statement: FoundStatement) -> str:
        """The words of a statement's sentence that are not its content."""
        text = self._cast.text
        start = max(text.rfind(end, 0, _start(statement)) + len(end) for end in (". ", "\n", ".” ", '." '))
        cuts = [start, *(edge for span in statement.content for edge in span), _end(statement)]
        return " ".join(text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True))

    def _text(self, spans: Sequence[Span]) -> str:
        return " ".join(self._cast.text[start:end] for start, end in spans)

    def _talk_around(self, index: int) -> _Talk | None:
        """The last talk of the speaker that is told before a statement ends, or that tells where it was made."""
        speaker = self._speakers[index].actor
        if speaker is None:
            return None
        talks = self._talks.get(speaker.id, [])
        last = bisect_right(talks, _end(self._statements[index]), key=lambda talk: talk.position)
        following = talks[last] if last < len(talks) else None
        if following is not None and following.is_whole and self._is_next(following, index):
            return following
        return talks[last - 1] if last else None

    def _is_next(self, talk: _Talk, index: int) -> bool:
        """Whether a talk is told right behind a statement: "X will come. He told journalists this"."""
        return "\n" not in self._cast.text[_end(self._statements[index]) : talk.position]

    def _is_near(self, position: int, index: int) -> bool:
        """Whether a talk is told in the statement's paragraph, or in the line before a block."""
        statement = self._statements[index]
        between = self._cast.text[position : _start(statement)]
        return len(between.splitlines()) <= (2 if statement.carried else 1)

    def _is_interview(self, talk: _Talk) -> bool:
        return all(party.entity is None or self._parties.is_medium(party) for party in talk.parties)

    def _told_talks(self) -> dict[str, list[_Talk]]:
        """The talks that the narrator tells, in order, by who speaks."""
        held = sorted(span for each in self._statements for span in each.content)
        found: dict[str, list[_Talk]] = {}
        for token in self._cast.tokens:
            if token.lower_ not in TALKING and token.lower_ not in _TELLING:
                continue
            if not token.tag_.startswith("VB") or _is_within(held, token.idx):
                continue
            talk = self._talk(token)
            if talk is not None and talk.parties:
                found.setdefault(talk.speaker.id, []).append(talk)
        return found

    def _talk(self, verb: Token) -> _Talk | None:
        is_whole = verb.lower_ in _TELLING
        listener = _told_this(verb) if is_whole else audience(verb)
        subject = _subject(verb)
        if listener is None or subject is None or _is_long_ago(verb):
            return None
        speaker = self._discourse.meant(subject)
        run = noun_phrase(listener)
        tokens = self._cast.tokens
        last = tokens[run.end - 1]
        span = Span(tokens[run.start].idx, last.idx + len(last))
        return _Talk(verb.idx, speaker, tuple(self._parties.of(span, speaker)), is_whole) if speaker else None


def _told_this(verb: Token) -> Token | None:
    """Who listens in "told | journalists | this" and "said this to | journalists"."""
    objects = [child for child in verb.children if child.dep_ in {"dobj", "dative"} and child.i > verb.i]
    if not any(child.lower_ in _THIS for child in objects):
        return None
    told = [child for child in objects if child.lower_ not in _THIS and child.tag_ != "IN"]
    to = [child for child in verb.children if child.dep_ in {"prep", "dative"} and child.lower_ == "to"]
    told += [each for child in to for each in child.children if each.dep_ == "pobj"]
    return next(iter(told), None)


def _is_long_ago(verb: Token) -> bool:
    """Whether it was another day that is only looked back to: "spoke with Sole last week"."""
    times = (each for each in verb.children if each.dep_ in {"npadvmod", "advmod"} and each.i > verb.i)
    return any(not _LONG_AGO.isdisjoint(each.lower_ for each in time.subtree) for time in times)


def _subject(verb: Token) -> Token | None:
    for _ in range(3):
        found = parse.child(verb, *_SUBJECTS)
        if found is not None or verb.dep_ not in _SHARED:
            return found
        verb = verb.head
    return None


def _is_within(held: Sequence[Span], position: int) -> bool:
    before = bisect_right(held, (position, position))
    return any(span.start <= position < span.end for span in held[max(before - 8, 0) : before + 1])


def _start(statement: FoundStatement) -> int:
    return min(span.start for span in (*statement.source, *statement.cue, *statement.content))


def _end(statement: FoundStatement) -> int:
    return max(span.end for span in (*statement.source, *statement.cue, *statement.content))


def _said_at(statement: FoundStatement) -> int:
    """Where a statement stands, its source aside, which it may share with others."""
    return min(span.start for span in (*statement.cue, *statement.content))
