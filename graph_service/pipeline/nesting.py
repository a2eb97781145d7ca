"""Which statement stands in the content of which other one."""

from graph_service.models import Span
from graph_service.pipeline.annotations import FoundStatement


def parents(statements: tuple[FoundStatement, ...]) -> list[int | None]:
    """For each statement the index of the innermost one whose content holds it; never a circle."""
    return [_parent(index, around, statements) for index, around in enumerate(_around(statements))]


def _around(statements: tuple[FoundStatement, ...]) -> list[list[int]]:
    """For each statement those with a piece that holds its first one."""
    pieces = sorted((span.start, span.end, index) for index, each in enumerate(statements) for span in each.content)
    found: list[list[int]] = [[] for _ in statements]
    opened: list[tuple[int, int, int]] = []
    position = 0
    for index in sorted(range(len(statements)), key=lambda each: statements[each].content[0].start):
        start, end = statements[index].content[0]
        while position < len(pieces) and pieces[position][0] <= start:
            opened.append(pieces[position])
            position += 1
        opened = [piece for piece in opened if piece[1] > start]
        found[index] = [other for _, stop, other in opened if stop >= end and other != index]
    return found


def _parent(index: int, around: list[int], statements: tuple[FoundStatement, ...]) -> int | None:
    child = statements[index]
    holding = [
        other
        for other in around
        if statements[other].cue != child.cue
        and _holds(statements[other], child)
        and _size(statements[other]) > _size(child)
    ]
    return min(holding, key=lambda other: (_size(statements[other]), other), default=None)


def _holds(outer: FoundStatement, inner: FoundStatement) -> bool:
    spans = (*inner.content, *inner.cue) if inner.cue else inner.content
    return all(any(piece.start <= span.start and span.end <= piece.end for piece in outer.content) for span in spans)


def _size(statement: FoundStatement) -> int:
    return sum(_length(span) for span in statement.content)


def _length(span: Span) -> int:
    return span.end - span.start
