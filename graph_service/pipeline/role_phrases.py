"""The words that belong to a noun for somebody's role: back to its article, and on to what it is a role in."""

from collections.abc import Sequence

from spacy.tokens import Token

_OWNERS = {"of", "for", "to", "at"}
_LONGEST = 9
_HYPHENS = {"-", "–"}
_JOINED = {"NOUN", "PROPN", "ADJ"}


def left_of(head: Token) -> list[Token]:
    """The words before the noun that belong to it, back to its article."""
    found: list[Token] = []
    # the head, and the words that hyphens join to it
    anchors = [head]
    doc = head.doc
    for position in range(head.i - 1, max(head.i - _LONGEST, head.sent.start) - 1, -1):
        token = doc[position]
        hyphen = token.text in _HYPHENS and not token.whitespace_
        glued = bool(found) and found[-1].text in _HYPHENS and not token.whitespace_ and token.pos_ in _JOINED
        if not (
            hyphen or token.pos_ in {"NOUN", "PROPN", "ADJ", "DET", "PART", "PRON", "ADV", "VERB", "X", "NUM", "ADP"}
        ):
            break
        under = any(anchor.is_ancestor(token) for anchor in anchors)
        inside = under or (token.is_ancestor(head) and token.dep_ in {"compound", "nmod"}) or hyphen
        joined = token.pos_ in {"PROPN", "ADJ", "NOUN"} and token.dep_ in {
            "compound",
            "amod",
            "nmod",
            "poss",
            "npadvmod",
        }
        if (
            (not inside and not joined and not glued)
            or (token.pos_ in {"VERB", "ADP"} and token.dep_ not in {"amod", "prep"})
            or token.dep_ == "relcl"
        ):
            break
        found.append(token)
        anchors += [token] if glued else []
        if token.pos_ == "DET" and token.dep_ == "det":
            break
    found.reverse()
    while found and (found[0].text in {"-", "–"} or found[0].pos_ in {"ADP", "PART"} or found[0].pos_ == "ADV"):
        found.pop(0)
    return found


def right_of(head: Token) -> list[Token]:
    """What follows the noun: "of Ukraine", "for foreign affairs"."""
    # the parser may hang "of" on the first word of "secretary-general"
    heads = [head, *([head.doc[head.i - 2]] if is_hyphen(head, -1) else [])]
    for child in (child for each in heads for child in each.children):
        if child.i == head.i + 1 and child.dep_ == "prep" and child.lower_ in _OWNERS:
            objects = [grandchild for grandchild in child.children if grandchild.dep_ == "pobj"]
            if objects:
                last = objects[0].i
                end = next(
                    (other.i for other in objects[0].children if other.dep_ == "prep" and other.i == last + 1), None
                )
                tail = (
                    max((token.i for token in head.doc[end].subtree), default=last)
                    if end and head.doc[end].lower_ == "of"
                    else last
                )
                return list(head.doc[head.i + 1 : min(tail, head.i + _LONGEST) + 1])
    return []


def behind_owner(words: Sequence[Token]) -> int:
    """Where words go on behind somebody whose it is: "the queen's | adviser"."""
    return max((i + 1 for i, token in enumerate(words) if token.tag_ == "POS"), default=0)


def is_hyphen(token: Token, offset: int) -> bool:
    """Whether a hyphen without spaces joins a word with the one before or behind it."""
    position = token.i + offset
    if not 0 < position < len(token.doc):
        return False
    hyphen = token.doc[position]
    return hyphen.text in _HYPHENS and not hyphen.whitespace_ and not token.doc[position - 1].whitespace_
