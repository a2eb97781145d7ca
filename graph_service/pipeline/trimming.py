"""What of a span that NER found is the name: no article, title, office, footnote or possessive."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from graph_service.ids import fold
from graph_service.knowledge import Lexicon
from graph_service.models import EntityType, Span
from graph_service.pipeline.lexicon import words as word_list
from graph_service.pipeline.parse import positions

_EDGES = " \t\n\r\"'“”‘’.,;:()[]–—-•*"
# "Iraq.[3" and "Twitter (@somebody": what follows a name without a space or an end
_TAIL = re.compile(r"[.,;]?\[\d.*|\s*\([^)]*$", re.S)
_BULLETS = frozenset({"•", "·", "|"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# "Warhol-like", "Brun-led"
_NO_SYLLABLES = frozenset(
    ["like", "led", "era", "style", "backed", "run", "owned", "born", "based", "made", "friendly", "type", "esque"]
)
_MINISTERS = frozenset({"secretary", "minister"})
# what stands behind a field: "Health Commissioner"
_OF_FIELDS = _MINISTERS | {"commissioner"}
# words of what a minister is for
_LONGEST_FIELD = 3


def trimmed(entity: DocSpan, kind: EntityType, lexicon: Lexicon) -> tuple[DocSpan, EntityType] | None:
    """The name in a span, and its type; None where nothing is left, or an office, which is somebody's."""
    doc, end = entity.doc, _end(entity)
    start, kind = _after_office(doc, _behind_bullet(entity, end), end, kind)
    # "Rear Adm. Ada Brun" is somebody, whatever NER takes her for
    kind = EntityType.PERSON if _opens_with_rank(doc[start:end], lexicon) else kind
    while start < end - 1 and _leads(doc, start, kind, lexicon):
        start += 1
    end = _with_syllables(doc, start, end) if kind is EntityType.PERSON else end
    while start < end and (doc[end - 1].lower_ in _POSSESSIVES or doc[end - 1].is_space):
        end -= 1
    if start >= end or (kind is EntityType.ORGANISATION and _is_office(doc[start:end], lexicon)):
        return None
    return doc[start:end], kind


def _with_syllables(doc: Doc, start: int, end: int) -> int:
    """Where a name ends whose second syllable a hyphen joins: "Na Kyung-won"; NER ends it before or at the hyphen."""
    hyphen = end - 1 if doc[end - 1].text == "-" else end
    if hyphen + 1 >= len(doc) or doc[hyphen].text != "-" or doc[hyphen - 1].whitespace_ or doc[hyphen].whitespace_:
        return end
    syllable = doc[hyphen + 1].text
    return hyphen + 2 if hyphen - start > 1 and syllable.islower() and syllable not in _NO_SYLLABLES else end


def stripped(span: DocSpan) -> Span:
    """Its characters without what is no letter at its edges; a last dot stays after a capital: "U.S."."""
    text = _TAIL.sub("", span.text)
    start = span.start_char + len(text) - len(text.lstrip(_EDGES))
    keep_dot = text.endswith(".") and len(text) > 1 and text[-2].isupper()
    tail = len(text) - len(text.rstrip(_EDGES.replace(".", "") if keep_dot else _EDGES))
    return Span(start, max(start, span.start_char + len(text) - tail))


def ships(doc: Doc) -> Iterator[str]:
    """Names of ships, by what stands before them: "Orre" in "HMS Orre"."""
    nouns = word_list("ships.txt")
    for position in positions(doc, nouns):
        if doc[position].is_upper or doc[position].is_lower:
            name = _capitalised_after(doc, position + 1)
            if name:
                yield name


def _capitalised_after(doc: Doc, start: int) -> str:
    end = start
    while (
        end < len(doc)
        and end - start < 4
        and (doc[end].text[:1].isupper() or (end > start and doc[end].lower_ == "de"))
    ):
        end += 1
    return fold(doc[start:end].text)


def _end(entity: DocSpan) -> int:
    for token in entity:
        if "\n" in token.text_with_ws:
            return max(token.i, entity.start) if token.is_space else token.i + 1
    return entity.end


def _behind_bullet(entity: DocSpan, end: int) -> int:
    """Behind the place of a dateline: "Geneva • Example Agency"."""
    bullets = [token.i + 1 for token in entity if token.text in _BULLETS and token.i + 1 < end]
    return bullets[-1] if bullets else entity.start


def _after_office(doc: Doc, start: int, end: int, kind: EntityType) -> tuple[int, EntityType]:
    """Behind "Defence" in "Secretary of Defence Ann Lee", where NER took the two for one name."""
    is_office = kind is EntityType.ORGANISATION and start > 1 and doc[start - 1].lower_ == "of"
    if is_office and doc[start - 2].lower_ in _MINISTERS:
        return start + 1, EntityType.PERSON
    return start, kind


def _leads(doc: Doc, position: int, kind: EntityType, lexicon: Lexicon) -> bool:
    token = doc[position]
    is_title = kind is EntityType.PERSON and token.lower_.rstrip(".") in lexicon.honorifics
    return token.lower_ in {"the", "a", "an"} or is_title or not token.text[0].isalnum()


def _opens_with_rank(span: DocSpan, lexicon: Lexicon) -> bool:
    """Whether a short form of a rank stands before at least one name: "Adm. Brun", "Rear Adm. Brun"."""
    ranks = [token.text.endswith(".") and token.lower_.rstrip(".") in lexicon.honorifics for token in span[:2]]
    return any(ranks) and len(span) > ranks.index(True) + 1


def _is_office(span: DocSpan, lexicon: Lexicon) -> bool:
    """ "NATO Secretary General" is a person's office; "Foreign" before "Secretary" and "Capt." are parts of one."""
    following = span.doc[span.end] if span.end < len(span.doc) else None
    if fold(span[-1].text).rstrip(".") in lexicon.role_nouns | lexicon.honorifics:
        return True
    if following is None or following.lower_ not in lexicon.role_nouns:
        return False
    # "Commerce Secretary", "Social Affairs Minister": what a minister is for is no body, unless it is an acronym
    is_body = any(token.is_upper or fold(token.text) in lexicon.organisation_nouns for token in span)
    is_field = len(span) <= _LONGEST_FIELD and not is_body and following.lower_ in _OF_FIELDS
    # "German Finance" before "Minister", "Indian National Security" before "Adviser"
    words = [fold(token.text) for token in span]
    fields = (" ".join((*words[i:], following.lower_)) for i in range(len(words)))
    return is_field or any(field in lexicon.called for field in fields)
