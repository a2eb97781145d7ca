"""Whether what a clause tells is still to come: by the verb above a word and its auxiliaries."""

from spacy.tokens import Doc, Token

_FUTURE = frozenset(
    {"will", "'ll", "’ll", "wo", "shall", "would", "to", "should", "must", "can", "could", "may", "might"}
)
_PLANNED = frozenset({"due", "going", "set", "scheduled", "expected"})
_HELPERS = frozenset({"aux", "auxpass"})
_ADVERBIAL = frozenset({"prep", "pobj", "npadvmod", "advmod", "nummod", "compound", "amod", "det", "dobj", "pcomp"})
_STEPS = 4


def is_future(doc: Doc, position: int) -> bool | None:
    """Whether the clause around an offset tells what is to come, what has been, or neither.

    Only the verb that the words at the offset hang on can tell: "the debate on Monday" may be over or not.
    """
    found = doc.char_span(position, position + 1, alignment_mode="expand")
    token: Token | None = found.root if found is not None else None
    for _ in range(_STEPS):
        if token is None or token.pos_ in {"VERB", "AUX"}:
            break
        token = token.head if token.dep_ in _ADVERBIAL and token.head != token else None
    return _of_verb(token) if token is not None else None


def _of_verb(verb: Token) -> bool | None:
    """ "Will go" and "to go" are still to come; "would have gone" and "to have gone" nobody knows."""
    helpers = [child for child in verb.children if child.dep_ in _HELPERS and child.i < verb.i]
    words = {child.lower_ for child in helpers}
    is_perfect = not words.isdisjoint({"have", "having"})
    if not words.isdisjoint(_FUTURE) or verb.lower_ in _PLANNED:
        return None if is_perfect else True
    is_past = verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers)
    return False if is_past else None
