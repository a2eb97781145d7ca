"""Interviews: who asks and who answers, by the labels before the colons of their lines."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph_service.models import Span

_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\n\r]*\S")
# "Sir Ivo Orre (Lundby) (Lib):"
_LABEL = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}(?: ?\([^()\n]{1,40}\)){0,3}\s*:\s*(?=\S)")
# "Mr. ORRE.", "Senator VON ORRE of Lundby.", "The CHAIRWOMAN."
_HEARD = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Senator|Representative|Secretary|Ambassador|General|Admiral|Judge|The)\.? [A-Z][A-Z'’-]+"
    r"(?: [A-Z][A-Z'’-]+){0,3}(?: of [A-Z][a-z]+(?: [A-Z][a-z]+)?)?\.\s+(?=\S)"
)
# "(Laughter.)"
_NOTE = re.compile(r"[\"“]?[(\[][^()\[\]]*[)\]]")
# before a label, in a transcript whose paragraphs all begin with a mark
_MARKS = '"“'
_OPENING = " \t\xa0" + _MARKS
_QUESTIONS = {"Q", "Question", "QUESTION", "Reporter", "REPORTER"}
_REPLIES = {"A", "Answer", "ANSWER"}
_ASKS, _ANSWERS = (re.compile(rf"(?:{'|'.join(sorted(each))})\s*[:.]\s*(?=\S)") for each in (_QUESTIONS, _REPLIES))
# labels that name nobody
_NOBODY = _QUESTIONS | _REPLIES | {"Interviewer", "INTERVIEWER"}
# turns that each side has at least, where no label says who asks
_FEWEST = 2
# lines with a label in a debate, at least, and how many of its lines have one
_SHORTEST_DEBATE = 4
_LABELLED = 0.6


class Turn(NamedTuple):
    """What one side says before the other one speaks: its lines, the first without its label."""

    # of the label
    start: int
    # "" for none, and for those that name nobody
    label: str
    # whom the label means: "Ada Brun" of "AB", if a longer label has these initials
    who: str
    lines: tuple[Span, ...]
    asks: bool
    # the label is the article's: a quotation mark stands before it, and none closes it, or it is a debate's
    is_attributed: bool

    @property
    def end(self) -> int:
        """Where the last line ends."""
        return self.lines[-1].end


class _Line(NamedTuple):
    span: Span
    # "" for none
    label: str
    # where what is said begins
    said: int
    who: str = ""
    # it begins with a quotation mark that none closes
    is_marked: bool = False


class Interview:
    """The turns of an interview or a debate in a text, in order; a text that is none has no turns."""

    def __init__(self, turns: Iterable[Turn]) -> None:
        self.turns = tuple(turns)
        self._starts = [each.start for each in self.turns]

    def at(self, position: int) -> Turn | None:
        """The turn that a position stands in."""
        found = bisect_right(self._starts, position) - 1
        return self.turns[found] if found >= 0 and position <= self.turns[found].end else None

    def before(self, turn: Turn) -> Turn | None:
        """The turn right before another one."""
        found = bisect_right(self._starts, turn.start) - 2
        return self.turns[found] if found >= 0 else None


@lru_cache(maxsize=4)
def interview(text: str) -> Interview:
    """The interview in a text: "Q: …", or lines of some who are named and of whom one mostly asks, or all but one do.

    Where several speak and nearly every line says who, it is a debate, in which nobody only asks.
    """
    lines = list(_lines(text))
    names = _initialled(lines)
    lines = [each._replace(who=names.get(each.label, each.label)) for each in lines]
    asking = _asking(text, lines)
    is_debate = not asking and _is_debate(lines)
    return Interview(_turns(lines, asking, is_debate=is_debate) if asking or is_debate else ())


def _initialled(lines: Sequence[_Line]) -> dict[str, str]:
    """The labels of which others are the initials."""
    full = {line.label for line in lines if " " in line.label}
    return {"".join(word[0] for word in label.split()).upper(): label for label in sorted(full)}


def initials(text: str) -> Iterator[Span]:
    """The labels that are only somebody's initials: "AB" where "Ada Brun" is one, too."""
    for turn in interview(text).turns:
        if turn.who != turn.label:
            yield Span(turn.start, turn.start + len(turn.label))


def answering(text: str, titles: Container[str]) -> Iterator[Span]:
    """The names in the labels of who answers, without lower-case ``titles`` before them: "BRUN" in "MS BRUN:"."""
    for turn in interview(text).turns:
        label = turn.label.partition(" of ")[0]
        names = [match for match in _WORD.finditer(label) if match.group().lower().rstrip(".") not in titles]
        if names and not turn.asks and turn.who == turn.label and names[0].group().lower() != "the":
            yield Span(turn.start + names[0].start(), turn.start + names[-1].end())


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        if _NOTE.fullmatch(match.group().strip()):
            continue
        start = match.end() - len(match.group().lstrip(_OPENING))
        labels = (each.match(text, start, match.end()) for each in (_ASKS, _ANSWERS, _LABEL, _HEARD))
        label = next(filter(None, labels), None)
        name = label.group().partition("(")[0].rstrip(" :.\t\xa0") if label else ""
        marked = start > match.start() and text[start - 1] in _MARKS and text[start - 1] not in match.group()[-2:]
        yield _Line(Span(start, match.end()), name, label.end() if label else start, is_marked=marked)


def _asking(text: str, lines: Sequence[_Line]) -> set[str]:
    """The labels of who asks: "Q", the one of several that mostly stands before a question mark, or all but one."""
    if any(line.who in _QUESTIONS for line in lines):
        return _QUESTIONS
    told = Counter(line.who for line in lines if line.who)
    asked = Counter(line.who for line in lines if line.who and "?" in text[line.said : line.span.end])
    mostly = {label for label, count in asked.items() if 2 * count > told[label]}
    others = told.keys() - mostly
    if len(mostly) >= _FEWEST and len(others) == 1 and all(told[label] >= _FEWEST for label in others):
        return mostly
    found = {label for label in mostly if asked[label] >= _FEWEST}
    first = next((line.who for line in lines if line.who), "")
    if not found and len(told) == _FEWEST and asked[first] >= _FEWEST and len(asked) == 1:
        # who speaks first and alone asks
        return {first}
    answered = any(count >= _FEWEST for label, count in told.items() if label not in found)
    return found if answered else set()


def _is_debate(lines: Sequence[_Line]) -> bool:
    """Whether some speak by turns, one of them more than once, and nearly every line says who."""
    labels = Counter(line.who for line in lines if line.who)
    enough = max(_SHORTEST_DEBATE, _LABELLED * len(lines))
    return labels.total() >= enough and 1 < len(labels) < labels.total()


def _turns(lines: Sequence[_Line], asking: set[str], *, is_debate: bool) -> Iterator[Turn]:
    """A line without a label goes on for an answer, if it follows one; behind the last one only where others do so."""
    asked = 0 if is_debate else next((index for index, line in enumerate(lines) if line.who in asking), len(lines))
    # who answers may speak first
    replying = {line.who for line in lines[asked:]} - asking - {""}
    first = next((index for index, line in enumerate(lines[:asked]) if line.who in replying), asked)
    turns: list[list[_Line]] = []
    for line in lines[first:]:
        was_asked = bool(turns) and turns[-1][0].who in asking
        if line.who or was_asked:
            turns.append([line])
        elif turns and line.is_marked >= turns[-1][0].is_marked:
            turns[-1].append(line)
    answers = [each for each in turns if each[0].who not in asking]
    if len(answers) > 1 and all(len(each) == 1 for each in answers[:-1]) and turns[-1] is answers[-1]:
        del answers[-1][1:]
    for each in turns:
        spans = (Span(each[0].said, each[0].span.end), *(line.span for line in each[1:]))
        label, who = ("" if name in _NOBODY else name for name in (each[0].label, each[0].who))
        yield Turn(each[0].span.start, label, who, spans, each[0].who in asking, is_debate or each[0].is_marked)
