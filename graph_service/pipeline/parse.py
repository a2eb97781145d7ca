"""Looks at a parsed article: around a word in its dependency parse, and for words and sentences in all of it.

A look at ``doc[i]`` makes a new ``Token``; what only a few tokens have is looked up in arrays.
"""

from functools import cache

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token


def child(token: Token, *relations: str) -> Token | None:
    """The first child in one of some relations."""
    return next((each for each in token.children if each.dep_ in relations), None)


def sentence_starts(doc: Doc) -> list[int]:
    """The first token of each sentence, in order."""
    marked: list[int] = (doc.to_array("SENT_START") == 1).nonzero()[0].tolist() if len(doc) else []
    return marked if marked[:1] == [0] else [0, *marked]


def positions(doc: Doc, words: frozenset[str], attribute: str = "LOWER") -> list[int]:
    """The tokens that are one of some lower-case words, or have it for another attribute."""
    if not len(doc):
        return []
    found: list[int] = np.isin(doc.to_array(attribute), _keys(words)).nonzero()[0].tolist()
    return found


@cache
def _keys(words: frozenset[str]) -> npt.NDArray[np.uint64]:
    return np.array([get_string_id(each) for each in sorted(words)], dtype=np.uint64)
