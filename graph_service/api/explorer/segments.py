"""An article's text in pieces, each with all that is marked there: marks overlap, elements of a page cannot."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

_Row = Mapping[str, Any]
Span = tuple[int, int]


class Mention(NamedTuple):
    """An entity as the text names it."""

    entity: str
    name: str
    type: str


class Piece(NamedTuple):
    """A stretch of text in which no mark begins or ends."""

    text: str
    # the statements whose content it is, the outermost first
    statements: tuple[str, ...] = ()
    # those whose speaker or cue it is
    source_of: tuple[str, ...] = ()
    cue_of: tuple[str, ...] = ()
    mention: Mention | None = None
    # whether the mentioned entity is a target of a statement around it
    target: bool = False
    # the statements that begin here
    begins: tuple[str, ...] = ()
    # whether it is a place that was asked for, or its beginning
    place: bool = False
    place_begins: bool = False

    @property
    def marked(self) -> tuple[str, ...]:
        """Every statement it is a part of."""
        return tuple(dict.fromkeys((*self.statements, *self.source_of, *self.cue_of)))


class Paragraph(NamedTuple):
    """A line of the text, and the statements that begin in it."""

    pieces: tuple[Piece, ...]
    statements: tuple[str, ...]


class _Mark(NamedTuple):
    start: int
    end: int
    # content, source, cue, mention or place
    kind: str
    statement: str = ""
    mention: Mention | None = None


class Marks(NamedTuple):
    """All that is marked in a text."""

    marks: tuple[_Mark, ...]
    # the targets of each statement
    targets: Mapping[str, frozenset[str]]
    # the sentence of the statement, where there is one only
    sentence: Span = (0, 0)

    @classmethod
    def of_article(
        cls, spans: Iterable[_Row], statements: Iterable[_Row], mentions: Iterable[_Row], place: Span
    ) -> "Marks":
        """Those of all statements: rows of ``article_spans``, rows of statements, mentions as ``article`` has them."""
        marks = [mark for row in spans for mark in _of_statement(row)]
        marks += [_Mark(*place, "place")] if place[0] < place[1] else []
        targets = {row["statement"]: frozenset(row["about_ids"]) for row in statements}
        return cls((*marks, *_of_mentions(mentions)), targets)

    @classmethod
    def of_record(cls, record: _Row, mentions: Iterable[_Row]) -> "Marks":
        """Those of one statement."""
        targets = {record["statement"]: frozenset(each["id"] for each in record["targets"])}
        start, end = record["sentence_span"]
        return cls((*_of_statement(record), *_of_mentions(mentions)), targets, (start, end))


def paragraphs(text: str, marks: Marks) -> list[Paragraph]:
    """The lines of a text, empty ones left out."""
    lines: list[list[Piece]] = [[]]
    for piece in _pieces(text, marks, (0, len(text))):
        if piece.text == "\n":
            lines.append([])
        else:
            lines[-1].append(piece)
    return [
        Paragraph(tuple(line), tuple(each for piece in line for each in piece.begins))
        for line in lines
        if any(piece.text.strip() for piece in line)
    ]


def sentence(text: str, marks: Marks) -> tuple[Piece, ...]:
    """The sentence of a statement, and the content that goes beyond it."""
    places = [mark for mark in marks.marks if mark.kind != "mention"]
    start = min([marks.sentence[0], *(mark.start for mark in places)])
    end = max([marks.sentence[1], *(mark.end for mark in places)])
    return _pieces(text, marks, (start, end))


def _of_statement(row: _Row) -> Iterator[_Mark]:
    for kind, key in (("content", "spans"), ("source", "source_spans"), ("cue", "cue_spans")):
        for start, end in row[key]:
            yield _Mark(start, end, kind, row["statement"])


def _of_mentions(mentions: Iterable[_Row]) -> Iterator[_Mark]:
    for row in mentions:
        mention = Mention(row["entity"], row["name"], row["type"])
        for start, end in row["spans"]:
            yield _Mark(start, end, "mention", mention=mention)


def _pieces(text: str, marks: Marks, within: Span) -> tuple[Piece, ...]:
    """The pieces of a stretch of text; an end of line is a piece of its own."""
    start, end = within
    ahead = sorted(
        (mark for mark in marks.marks if mark.start < end and mark.end > start), key=_outermost, reverse=True
    )
    first = _first_places(ahead)
    found = []
    covering: list[_Mark] = []
    for left, right in pairwise(_cuts(text, ahead, within)):
        covering = [mark for mark in covering if mark.end > left]
        while ahead and ahead[-1].start <= left:
            covering.append(ahead.pop())
        begins = tuple(dict.fromkeys(mark.statement for mark in covering if first.get(mark.statement) == left))
        found.append(_piece(text[left:right], left, covering, marks, begins))
    return tuple(found)


def _outermost(mark: _Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _first_places(marks: Iterable[_Mark]) -> dict[str, int]:
    found: dict[str, int] = {}
    for mark in marks:
        if mark.kind == "content":
            found[mark.statement] = min(mark.start, found.get(mark.statement, mark.start))
    return found


def _cuts(text: str, marks: Iterable[_Mark], within: Span) -> list[int]:
    start, end = within
    lines = (at + one for at in range(start, end) if text[at] == "\n" for one in (0, 1))
    places = (min(max(at, start), end) for mark in marks for at in (mark.start, mark.end))
    return sorted({start, end, *lines, *places})


def _piece(text: str, at: int, covering: Sequence[_Mark], marks: Marks, begins: tuple[str, ...]) -> Piece:
    place = next((mark for mark in covering if mark.kind == "place"), None)
    statements = _of("content", covering)
    # of mentions within each other the longest is meant
    mention = next((mark.mention for mark in covering if mark.mention), None)
    targets = {target for each in statements for target in marks.targets.get(each, ())}
    return Piece(
        text=text,
        statements=statements,
        source_of=_of("source", covering),
        cue_of=_of("cue", covering),
        mention=mention,
        target=mention is not None and mention.entity in targets,
        begins=begins,
        place=place is not None,
        place_begins=place is not None and place.start == at,
    )


def _of(kind: str, covering: Iterable[_Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.statement for mark in covering if mark.kind == kind))
