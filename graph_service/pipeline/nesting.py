"""Which statement stands in the content of which other one."""

from graph_service.models import Span
from graph_service.pipeline.annotations import FoundStatement


def parents(statements: tuple[FoundStatement, ...]) -> list[int | None]:
    """For each statement the index of the innermost one whose content holds it; never a circle."""
    return [_parent(index, statements) for index in range(len(statements))]


def _parent(index: int, statements: tuple[FoundStatement, ...]) -> int | None:
    child = statements[index]
    around = [
        other
        for other, statement in enumerate(statements)
        if other != index
        and statement.cue != child.cue
        and _holds(statement, child)
        and _size(statement) > _size(child)
    ]
    return min(around, key=lambda other: (_size(statements[other]), other), default=None)


def _holds(outer: FoundStatement, inner: FoundStatement) -> bool:
    spans = (*inner.content, *inner.cue) if inner.cue else inner.content
    return all(any(piece.start <= span.start and span.end <= piece.end for piece in outer.content) for span in spans)


def _size(statement: FoundStatement) -> int:
    return sum(_length(span) for span in statement.content)


def _length(span: Span) -> int:
    return span.end - span.start
