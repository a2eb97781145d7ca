"""Looks around a word in its dependency parse."""

from spacy.tokens import Token


def child(token: Token, *relations: str) -> Token | None:
    """The first child in one of some relations."""
    return next((each for each in token.children if each.dep_ in relations), None)
