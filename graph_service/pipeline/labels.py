"""Labels before colons: kinds of text, topics, and names behind a semicolon."""

from functools import cache

from graph_service.pipeline import lexicon
from graph_service.pipeline.page import Page, Run

_ABOUT = frozenset({"on", "about", "regarding"})
_LONGEST_LABEL = 5


@cache
def labels() -> frozenset[str]:
    """Words that name a kind of text before a colon."""
    return lexicon.words("labels.txt")


def is_label(page: Page, frame: Run) -> bool:
    """Whether what stands before a colon is a kind of text, or a topic: "Interview: “…”", "On the flood: “…”"."""
    is_kind = frame.end - frame.start == 2 and page.words[frame.start] in labels()
    return is_kind or page.words[frame.start] in _ABOUT


def label_behind(page: Page, frame: Run) -> Run | None:
    """A name and a colon behind a semicolon: "Brun leaves; | Sole: | “…”"."""
    begin = next((i + 1 for i in reversed(range(*frame)) if page.words[i] == ";"), frame.end)
    is_name = 0 < frame.end - 1 - begin < _LONGEST_LABEL
    return (
        Run(begin, frame.end)
        if is_name and all(page.tokens[i].pos_ == "PROPN" for i in range(begin, frame.end - 1))
        else None
    )
