"""What kind of thing an unknown name is, where NER errs: by first name, dateline, apposition, majority."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from graph_service.ids import fold
from graph_service.knowledge import Lexicon
from graph_service.models import EntityType, Span
from graph_service.pipeline.annotations import FoundMention
from graph_service.pipeline.appositions import apposed, apposed_before
from graph_service.pipeline.formal import is_acronym, is_body, is_body_by_neighbours, is_called_body
from graph_service.pipeline.lexicon import words as word_list
from graph_service.pipeline.places import (
    has_mayor,
    is_beside_place,
    is_overrun,
    is_place_by_neighbours,
    is_place_by_words,
    is_scene,
    is_seized,
    is_setting,
    is_settlement,
    is_site,
    is_taken,
    names_facility,
)

_AFTER_DATELINE = {",", "(", "-", "–", "—", "•", ":", "/"}
_AIR = frozenset({"radio", "tv"})
_SAYING = frozenset({"say", "tell", "add", "note", "explain", "ask", "warn", "argue"})
# what is done with a request for comment
_ANSWERING = frozenset({"answer", "comment", "reply", "respond"})
#: a vote for no entity: a nationality, a language, a religion
NO_NAME = ""
#: what the type of one mention counts for all of the same name
_PLAIN, _LIKELY, _SURE = 1, 2, 3
# "Ada Brun", "Ada Brun-Keller", "Ada al-Brun"
_NAME = r"(?:al-|el-)?[^\W\d_a-z][^\W\d_A-Z]+(?:-[^\W\d_]+)*"
_NAMES = re.compile(rf"\b{_NAME}(?: {_NAME})+\b")
_CAPITALS = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’-])*"
_SUMMARISED = re.compile(
    rf"^[ \t]*(?P<name>{_CAPITALS}(?: {_CAPITALS}){{1,4}}) \([^\W\d_a-z][^()\n]{{2,40}}\)(?=,? [a-z])", re.MULTILINE
)
_MOST_NAMES = 3
_WORD = re.compile(r"\S+")
# what shows also that what NER takes for a body is a place
_PLACED = (is_taken, is_seized, is_site, is_scene)


class Judged(NamedTuple):
    """A mention and how much its type counts among those of the same name."""

    mention: FoundMention
    weight: int


def likely_type(
    span: DocSpan, kind: EntityType, lexicon: Lexicon, places: Container[int] = frozenset()
) -> tuple[EntityType, int]:
    """NER's type, or a better one that the words or their neighbours give, and how sure that is.

    ``places``: where tokens of known places stand.
    """
    if _is_dateline(span) or is_place_by_words(span) or is_settlement(span):
        return EntityType.PLACE, _SURE
    if is_body(span) and fold(span[-1].text) not in lexicon.role_nouns:
        return EntityType.ORGANISATION, _SURE
    if kind is not EntityType.PLACE and _names_medium(span, lexicon):
        return EntityType.ORGANISATION, _LIKELY
    return _by_role(span, kind, lexicon) or _by_place(span, kind, places)


def _by_role(span: DocSpan, kind: EntityType, lexicon: Lexicon) -> tuple[EntityType, int] | None:
    """By what the article calls it: "Orre's mayor", "the newspaper Orre", "Orre, a farmer"."""
    shown = (_goes_on_as_somebody(span), _is_titled(span, lexicon), _is_addressed(span))
    is_no_body = kind is EntityType.ORGANISATION and any(shown)
    if is_no_body or _is_byname(span):
        return EntityType.PERSON, _LIKELY
    if kind is EntityType.PERSON and _is_where_somebody_is(span):
        return EntityType.PLACE, _LIKELY
    if has_mayor(span) or (kind is EntityType.PERSON and names_facility(span)):
        return EntityType.PLACE, _LIKELY
    is_beside = kind is EntityType.PERSON and is_body_by_neighbours(span, lexicon)
    if is_beside or (kind in {EntityType.PERSON, EntityType.PLACE} and is_called_body(span, lexicon)):
        return EntityType.ORGANISATION, _LIKELY
    before = apposed_before(span, lexicon)
    beside = apposed(span, lexicon) or before
    if beside is EntityType.ORGANISATION and kind is EntityType.PERSON:
        return beside, _PLAIN
    is_somebody = beside is EntityType.PERSON or _is_victim(span)
    fewest = 1 if before is EntityType.PERSON else 2
    length = sum(token.text[:1].isupper() for token in span)
    is_person = _has_first_name(span, lexicon) or (is_somebody and fewest <= length <= _MOST_NAMES)
    return (EntityType.PERSON, _PLAIN) if is_person else None


def _by_place(span: DocSpan, kind: EntityType, places: Container[int]) -> tuple[EntityType, int]:
    if is_place_by_neighbours(span, places):
        return EntityType.PLACE, _SURE
    is_word = kind is EntityType.PLACE and len(span) == 1
    if is_word and (is_acronym(span.text) or _answers(span)):
        return EntityType.ORGANISATION, _LIKELY
    stands = len(span) < 3 and (is_setting(span) or is_beside_place(span, places))
    stands = kind is EntityType.PERSON and (stands or is_overrun(span))
    if stands or (kind is not EntityType.PLACE and any(each(span) for each in _PLACED)):
        return EntityType.PLACE, _LIKELY
    return kind, _PLAIN


def agreed(judged: Iterable[Judged], text: str) -> list[FoundMention]:
    """One type for one name: what most of its mentions are, the first in a tie; some tell more than others."""
    listed = sorted(judged, key=lambda each: each.mention.span)
    votes: dict[str, Counter[str]] = {}
    for mention, weight in listed:
        name = fold(text[slice(*mention.span)])
        votes.setdefault(name, Counter())[mention.type] += weight
        if mention.type == EntityType.PLACE and weight == _SURE:
            for part in _namegivers(name):
                votes.setdefault(part, Counter())[EntityType.PLACE] += _LIKELY
    settled = {name: counted.most_common(1)[0][0] for name, counted in votes.items()}
    found = (mention._replace(type=settled[fold(text[slice(*mention.span)])]) for mention, _ in listed)
    return [mention for mention in found if mention.type != NO_NAME]


def _namegivers(name: str) -> Iterator[str]:
    """After which a place is called: "Sinjar" in "Mount Sinjar"."""
    words = name.split()
    if len(words) > 1 and words[0] in word_list("place_heads.txt"):
        yield " ".join(words[1:])
    if len(words) > 1 and words[-1] in word_list("place_nouns.txt"):
        yield " ".join(words[:-1])


def introduced_people(doc: Doc, text: str, lexicon: Lexicon, places: Container[int]) -> Iterator[DocSpan]:
    """Names that NER left out or cut: two or three capitalised words that a role behind them shows to be somebody.

    Those that it leaves out altogether are somebody's also by a first name, and where they speak: "said Brix Tolle".
    """
    titles = lexicon.role_nouns | lexicon.honorifics
    for start, end in _capitalised(text, titles):
        span = doc.char_span(start, end)
        if span is None or not all(token.pos_ == "PROPN" or token.text == "-" for token in span):
            continue
        labels = [token.ent_type_ for token in span if token.text != "-"]
        if "" not in labels:
            continue
        is_new = not any(labels) and not any(token.i in places for token in span)
        is_cut = not labels[0] and "PERSON" not in labels and _speaks(span, lexicon)
        title = doc[span.start - 1] if span.start else None
        is_titled = title is not None and title.text[:1].isupper() and fold(title.text) in titles
        is_named = is_titled or _has_first_name(span, lexicon)
        is_somebody = EntityType.PERSON in {apposed(span, lexicon), apposed_before(span, lexicon)}
        if is_cut or (is_new and is_named) or is_somebody:
            yield span


def summarised_people(text: str) -> Iterator[Span]:
    """Names in capitals before their country, as a body's summary of its meeting has them: "ADA BRUN (Chile) said"."""
    for match in _SUMMARISED.finditer(text):
        yield Span(*match.span("name"))


def _capitalised(text: str, titles: Container[str]) -> Iterator[tuple[int, int]]:
    """Two or three capitalised words behind the last title of a run of them, from left to right."""
    for match in _NAMES.finditer(text):
        words = list(_WORD.finditer(text, *match.span()))
        last = max((i for i, word in enumerate(words) if fold(word.group()) in titles), default=-1)
        for i in range(last + 1, len(words) - 1, _MOST_NAMES):
            yield words[i].start(), words[min(i + _MOST_NAMES, len(words)) - 1].end()


def _speaks(span: DocSpan, lexicon: Lexicon) -> bool:
    """Whether a name without an article is the subject of a verb of speech; bodies mostly have an article."""
    root, last = span.root, fold(span[-1].text)
    is_body = last in lexicon.organisation_nouns or last in word_list("media.txt")
    return root.dep_ == "nsubj" and root.head.lemma_ in _SAYING and not is_body


def _answers(span: DocSpan) -> bool:
    """What an unknown town does not do: "Orrex did not reply to a request"."""
    return span.root.dep_ == "nsubj" and span.root.head.lemma_ in _SAYING | _ANSWERING


def _names_medium(span: DocSpan, lexicon: Lexicon) -> bool:
    """ "Harbour Wire", "Radio Orre", but not "Ada Herald"."""
    # "Pan-African Dispatch" is no Pan
    is_somebody = fold(span[0].text) in lexicon.given_names and span[0].whitespace_
    is_medium = span[-1].lower_ in word_list("media.txt") or span[0].lower_ in _AIR
    return len(span) > 1 and is_medium and not is_somebody


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


def _is_victim(span: DocSpan) -> bool:
    """What only happens to people: "the murder of X"."""
    before = span.doc[max(span.start - 2, 0) : span.start]
    return len(before) == 2 and before[1].lower_ == "of" and before[0].lower_ in word_list("fates.txt")


def _is_where_somebody_is(span: DocSpan) -> bool:
    """ "Governor Brun of X": where or of what somebody is, and nobody's name."""
    of = span.root.head
    if span.root.dep_ != "pobj" or of.lower_ != "of" or of.i < 2:
        return False
    name = span.doc[of.i - 2 : of.i]
    return of.head == name[1] and all(token.ent_type_ == "PERSON" and token.pos_ == "PROPN" for token in name)


def _is_byname(span: DocSpan) -> bool:
    """What somebody is called beside his name: "Ada Brun, widely known as Ridge"."""
    doc, start = span.doc, span.start
    if start > 1 and doc[start - 2 : start].text.lower() == "call sign":
        return True
    if start < 4 or (doc[start - 1].lower_ != "nicknamed" and doc[start - 2 : start].text.lower() != "known as"):
        return False
    comma = next((i for i in range(start - 2, max(start - 6, 0), -1) if doc[i].text == ","), 0)
    return comma > 0 and doc[comma - 1].ent_type_ == "PERSON"


def _goes_on_as_somebody(span: DocSpan) -> bool:
    """Whether a name of two words that speaks is "he" in the next sentence, and nobody else is there to be meant."""
    if len(span) != 2 or not all(token.is_title and token.pos_ == "PROPN" for token in span):
        return False
    verb = span.root.head
    if span.root.dep_ != "nsubj" or verb.dep_ != "ROOT" or verb.lemma_ not in _SAYING | {"write"}:
        return False
    sentence = verb.sent
    following = span.doc[sentence.end : sentence.end + 1]
    is_he = len(following) == 1 and following[0].lower_ in {"he", "she"}
    return is_he and not any(token.ent_type_ == "PERSON" for token in sentence)


def _is_addressed(span: DocSpan) -> bool:
    """ "Mr. Orre"."""
    before = span.doc[span.start - 1].lower_.rstrip(".") if span.start else ""
    return before in {"mr", "mrs", "ms"}


def _is_titled(span: DocSpan, lexicon: Lexicon) -> bool:
    """Whether a title in small letters stands before a name of two or three words: "spokesperson Ada Brun"."""
    title = span.doc[span.start - 1] if span.start else None
    is_title = title is not None and title.is_lower and title.tag_ == "NN" and fold(title.text) in lexicon.role_nouns
    names = [token for token in span if token.text != "-"]
    return is_title and 1 < len(names) <= _MOST_NAMES and all(token.is_title for token in names)
