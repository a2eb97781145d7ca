"""Names that come again: surnames of people named in full, and what NER passed over."""

import re
from collections.abc import Container, Iterable, Iterator
from itertools import chain

from spacy.tokens import Doc

from graph_service.ids import fold
from graph_service.models import EntityType, MentionKind, Span
from graph_service.pipeline.annotations import FoundMention
from graph_service.pipeline.names import PARTICLES

# "O'Hara", but not what is behind the name in "Hara's"
_CAPITALISED = re.compile(r"\b[^\W\d_a-z](?:\w|['’](?!s\b))*\w\b")
# "Brun-Keller"
_DOUBLE = re.compile(r"\b[^\W\d_a-z]\w+-[^\W\d_a-z]\w+\b")
# "Marine Le Pen", "Ada van Orre"
_WITH_PARTICLE = re.compile(rf"\b(?i:{'|'.join(sorted(PARTICLES))}) [^\W\d_a-z][\w'’-]*\w\b")
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ar|at|ad)-")
#: a name of fewer letters is looked for nowhere else
_SHORTEST = 3


def surnames(doc: Doc, text: str, chosen: list[FoundMention], labels: Container[str]) -> Iterator[FoundMention]:
    """Later bare surnames of people whom the article names in full, and first names that are nothing else.

    A family name may come first: "Wang Wenbin … Wang said"; and an article before it may go: "al-Orre … Orre said".
    ``labels``: what NER takes names for.
    """
    names = [text[slice(*mention.span)] for mention in chosen if mention.type == EntityType.PERSON]
    three = (each for each in map(str.split, names) if len(each) == 3)
    doubles = {" ".join(each[1:]) for each in three if fold(each[1]) in PARTICLES}
    for match in _WITH_PARTICLE.finditer(text) if doubles else ():
        if match.group() in doubles:
            yield FoundMention(Span(*match.span()), EntityType.PERSON, MentionKind.NAME, ())
    split = [fold(name).split() for name in names if " " in name]
    last = {name for each in split for name in (each[-1], _ARTICLE.sub("", each[-1]))}
    first = {each[0] for each in split}
    listed = {mention.span for mention in chosen if mention.candidates}
    joined = _DOUBLE.finditer(text) if any("-" in name for name in last) else ()
    for match in chain(_CAPITALISED.finditer(text), joined):
        span, name = Span(*match.span()), fold(match.group())
        if name in last or (name in first and span not in listed):
            found = doc.char_span(*span, alignment_mode="expand")
            # what the tagger takes for an adjective is a name where NER takes it for one
            if found is None:
                continue
            is_himself = doc[found.end : found.end + 1].text in {"himself", "herself"}
            if is_himself or found[0].pos_ in {"PROPN", "NOUN", "X"} or found[0].ent_type_ in labels:
                yield FoundMention(span, EntityType.PERSON, MentionKind.NAME, ())


def again(text: str, found: Iterable[FoundMention]) -> list[FoundMention]:
    """The same names where NER passed over them."""
    names: dict[str, dict[str, str]] = {}
    for mention in found:
        name = text[slice(*mention.span)]
        first = _CAPITALISED.match(name)
        if first and len(name) > _SHORTEST and name[0].isupper():
            names.setdefault(first.group(), {})[name] = mention.type
    more = []
    for match in _CAPITALISED.finditer(text):
        for name, kind in names.get(match.group(), {}).items():
            end = match.start() + len(name)
            if text.startswith(name, match.start()) and not text[end : end + 1].isalnum():
                more.append(FoundMention(Span(match.start(), end), kind, MentionKind.NAME, ()))
    return more
