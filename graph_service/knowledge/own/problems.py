"""What is wrong in a file of own entities, said with file, line and field."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeVar

from graph_service.errors import BadKnowledgeFile

_SHOWN = 10
Item = TypeVar("Item")
Result = TypeVar("Result")


class Problem(NamedTuple):
    """One thing that is wrong."""

    # from 1
    line: int
    # "roles[0].from"; empty where the form is wrong, not a field
    field: str
    reason: str


class Wrong(Exception):
    """Something that is wrong, while the file is read."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.reason for problem in problems))


def bad_file(path: Path, problems: Iterable[Problem]) -> BadKnowledgeFile:
    """The error that tells all of it, or the first ten."""
    found = sorted(problems)
    lines = [f"{path}, line {each.line}{f', {each.field}' if each.field else ''}: {each.reason}." for each in found]
    more = ["And there is more."] if len(lines) > _SHOWN else []
    return BadKnowledgeFile("\n".join((*lines[:_SHOWN], *more)))


def for_each(work: Callable[[Item], Result], items: Iterable[Item]) -> list[Result]:
    """What comes of each item.

    Raises:
        Wrong: what is wrong with any of them, as far as it is shown.
    """
    done: list[Result] = []
    problems: list[Problem] = []
    for item in items:
        try:
            done.append(work(item))
        except Wrong as error:
            problems.extend(error.problems)
            if len(problems) > _SHOWN:
                break
    if problems:
        raise Wrong(*problems)
    return done
