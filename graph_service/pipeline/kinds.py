"""What kind of thing an unknown name is, where NER errs: by first name, dateline, apposition, majority."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from graph_service.ids import fold
from graph_service.knowledge import Lexicon
from graph_service.models import EntityType
from graph_service.pipeline.annotations import FoundMention

_AFTER_DATELINE = {",", "(", "-", "–", "—", "•", ":", "/"}
_REACH = 7
_NAMES = re.compile(r"\b[^\W\d_a-z][^\W\d_A-Z]+(?: [^\W\d_a-z][^\W\d_A-Z]+){1,2}\b")


def likely_type(span: DocSpan, kind: EntityType, lexicon: Lexicon) -> EntityType:
    """NER's type, or a better one that the words or their neighbours give."""
    if _is_dateline(span):
        return EntityType.PLACE
    apposed = _apposed(span, lexicon) or _apposed_before(span, lexicon)
    if kind is EntityType.PERSON:
        return EntityType.ORGANISATION if apposed is EntityType.ORGANISATION else kind
    is_person = _has_first_name(span, lexicon) or (apposed is EntityType.PERSON and 2 <= len(span) <= 3)
    return EntityType.PERSON if is_person else kind


def agreed(mentions: Iterable[FoundMention], text: str) -> list[FoundMention]:
    """One type for one name: what most of its mentions are, the first in a tie; datelines tell most."""
    listed = sorted(mentions, key=lambda mention: mention.span)
    votes: dict[str, Counter[str]] = {}
    for mention in listed:
        name = text[mention.span.start : mention.span.end]
        votes.setdefault(fold(name), Counter())[mention.type] += (
            3 if name.isupper() and mention.type == EntityType.PLACE else 1
        )
    return [mention._replace(type=votes[fold(text[slice(*mention.span)])].most_common(1)[0][0]) for mention in listed]


def introduced_people(doc: Doc, text: str, lexicon: Lexicon) -> Iterator[DocSpan]:
    """Names that NER left out: two or three capitalised words that a role or a first name shows to be somebody."""
    for match in _NAMES.finditer(text):
        span = doc.char_span(*match.span())
        if span is None or not all(token.pos_ == "PROPN" and not token.ent_type_ for token in span):
            continue
        if _apposed(span, lexicon) is EntityType.PERSON or _has_first_name(span, lexicon):
            yield span


def _has_first_name(span: DocSpan, lexicon: Lexicon) -> bool:
    names = [token for token in span if not token.is_punct]
    plain = all(token.text[:1].isupper() and token.text.isalpha() for token in names)
    if not plain or not 2 <= len(names) <= 3 or names[-1].text.isupper():
        return False
    return fold(names[0].text) in lexicon.given_names and fold(names[-1].text) not in lexicon.organisation_nouns


def _is_dateline(span: DocSpan) -> bool:
    first, following = span[0], span.doc[span.end] if span.end < len(span.doc) else None
    begins = first.i == 0 or "\n" in span.doc[first.i - 1].text_with_ws
    return (
        begins
        and span.text.isupper()
        and len(span.text) > 3
        and following is not None
        and following.text in _AFTER_DATELINE
    )


def _apposed(span: DocSpan, lexicon: Lexicon) -> EntityType | None:
    """The kind of the noun in apposition after a name: "X, a trading company", "X, the head keeper"."""
    doc = span.doc
    if span.end + 1 >= len(doc) or doc[span.end].text != "," or doc[span.end + 1].lower_ not in {"a", "an", "the"}:
        return None
    for token in doc[span.end + 2 : span.end + _REACH]:
        if token.is_punct or token.pos_ in {"ADP", "VERB", "AUX", "SCONJ"}:
            head = doc[token.i - 1]
            return _kind_of_noun(head, lexicon)
    return None


def _apposed_before(span: DocSpan, lexicon: Lexicon) -> EntityType | None:
    """The kind of the noun before a comma and a name: "The farmer, X"."""
    if span.start < 3 or span.doc[span.start - 1].text != ",":
        return None
    noun = span.doc[span.start - 2]
    described = any(child.dep_ == "det" for child in noun.children)
    return EntityType.PERSON if described and noun.lower_ in lexicon.role_nouns else None


def _kind_of_noun(noun: Token, lexicon: Lexicon) -> EntityType | None:
    words = {fold(noun.text), fold(noun.lemma_)}
    if words & lexicon.organisation_nouns:
        return EntityType.ORGANISATION
    personal = words & (lexicon.role_nouns | lexicon.female_words | lexicon.male_words) or noun.lower_.endswith(
        ("er", "or", "ist", "ant", "man", "woman")
    )
    return EntityType.PERSON if personal and noun.pos_ in {"NOUN", "PROPN"} else None
