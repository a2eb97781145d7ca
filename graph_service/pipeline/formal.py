"""Names of bodies, where NER passes over them, cuts or mistakes them: "Army of the North", "Orre's chief executive"."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from graph_service.knowledge import Lexicon, load_lexicon
from graph_service.models import EntityType, MentionKind, Span
from graph_service.pipeline.annotations import FoundMention
from graph_service.pipeline.lexicon import words as word_list
from graph_service.pipeline.parse import child, positions, sentence_starts

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NAMING = frozenset({"PROPN", "ADJ", "NUM", "NOUN", "X"})
_OTHERS = frozenset({"GPE", "PERSON", "ORG", "NORP"})
#: words before a body's name that are no part of it
_LONGEST = 5
_LONGEST_ACRONYM = 8
# whom a firm or a body has, before and behind which its name stands
_LEADING = frozenset({"boss", "ceo", "chairman", "chairwoman", "chief", "director", "president"})
_HEADING = frozenset({"ceo", "chairman", "chairperson", "chairwoman", "executive", "headquarters", "shareholders"})
_BODY, _NAME = EntityType.ORGANISATION, MentionKind.NAME
#: share of capitalised words from which a line is a headline whose capitals say nothing
_HEADLINE = 0.7


def named_bodies(doc: Doc) -> Iterator[DocSpan]:
    """Runs of capitalised words that a noun for a body ends, or begins with "of"; and "the Council" alone."""
    nouns = word_list("bodies.txt")
    starts = [*sentence_starts(doc), len(doc)]
    for token in (doc[position] for position in positions(doc, nouns)):
        number = bisect_right(starts, token.i)
        if token.text[:1].isupper() and not _is_headline(doc[starts[number - 1] : starts[number]]):
            start, end = _first(token, starts[number - 1]), _last(token)
            alone = end - start == 1
            if not _goes_on(doc, end, nouns) and (not alone or _is_the(doc, token)):
                yield doc[start:end]


def is_body(span: DocSpan) -> bool:
    """Whether a name of several words ends in a noun for a body, or is such a noun "of" something."""
    nouns = word_list("bodies.txt")
    last = span[-1].text.partition("[")[0].rstrip(".,")
    ends = last[:1].isupper() and last.lower() in nouns
    return len(span) > 1 and (ends or (span[0].lower_ in nouns and span[1].lower_ == "of"))


def is_body_by_neighbours(span: DocSpan, lexicon: Lexicon) -> bool:
    """Whether what stands beside a name that NER takes for somebody's shows that it is a body's."""
    is_shown = any(each(span) for each in (_is_led, _has_board, _is_classed, _is_which))
    return is_shown or _is_party(span, lexicon)


def is_acronym(name: str) -> bool:
    """ "ORRE"."""
    return name.isupper() and name.isalpha() and 2 < len(name) < _LONGEST_ACRONYM


def _is_led(span: DocSpan) -> bool:
    """Whether it is what somebody leads: "Orre chief Ada Brun", but not "Orre adviser Ada Brun"."""
    behind = span.doc[span.end : span.end + 2]
    return len(span) == 1 and len(behind) == 2 and behind[0].lower_ in _LEADING and behind[1].ent_type_ == "PERSON"


def _has_board(span: DocSpan) -> bool:
    """Whether it has somebody whom no person has: "Orre's chief executive"."""
    owned = span.root.head
    return len(span) == 1 and span.root.dep_ == "poss" and owned.lower_ in _HEADING and owned.i > span.end


def _is_which(span: DocSpan) -> bool:
    """Whether a clause speaks of a thing: "Orre, which has hinted at it, will build it"."""
    behind = span.doc[span.end : span.end + 2]
    clause = child(span.root, "relcl")
    is_which = [token.lower_ for token in behind] == [",", "which"]
    return is_which and clause is not None and span.root.dep_ in {"nsubj", "nsubjpass"}


def _is_party(span: DocSpan, lexicon: Lexicon) -> bool:
    """Whether an acronym has somebody of an office: "the ORRE leader"."""
    behind = span.doc[span.end : span.end + 1]
    return len(span) == 1 and is_acronym(span.text) and len(behind) == 1 and behind[0].lower_ in lexicon.role_nouns


def _is_classed(span: DocSpan) -> bool:
    """Whether what a name is the name of stands behind it: "Orre television"."""
    noun = span.root.head
    return span.root.dep_ == "compound" and noun.i == span.end and noun.lower_ in word_list("body_classes.txt")


def is_called_body(span: DocSpan, lexicon: Lexicon) -> bool:
    """Whether what a name is the name of stands before it: "the newspaper Orre"."""
    if span.start < 2:
        return False
    before, noun = span.doc[span.start - 2], span.doc[span.start - 1]
    is_phrase = before.pos_ in {"DET", "ADJ", "PRON", "NOUN"}
    return noun.is_lower and noun.lower_ in lexicon.organisation_nouns and is_phrase


def is_text_or_event(span: DocSpan) -> bool:
    """Whether a name is that of a treaty, a resolution or an operation, none of which acts."""
    nouns = word_list("no_bodies.txt")
    words = [token.lower_ for token in span if not token.like_num]
    if not words:
        return False
    return (len(words) > 1 and words[-1] in nouns) or words[0] in nouns


def _first(noun: Token, begin: int) -> int:
    """Where the capitalised words before a noun begin."""
    doc, start = noun.doc, noun.i
    while start > max(begin, noun.i - _LONGEST) and _is_part(doc[start - 1]):
        start -= 1
    return start


def _is_part(token: Token) -> bool:
    if _ORDINAL.fullmatch(token.text):
        return True
    named = token.text[:1].isupper() and token.pos_ in _NAMING and "\n" not in token.text_with_ws
    return named and token.ent_type_ not in {"DATE", "TIME"}


def _last(noun: Token) -> int:
    """Where the name ends: "Organization for the Prohibition of Weapons", "Board of Antiquities and Heritage"."""
    doc, end = noun.doc, noun.i + 1
    position = end
    while position < min(len(doc), end + 2 * _LONGEST) and doc[position - 1].whitespace_:
        token = doc[position]
        if token.text[:1].isupper() and token.pos_ in _NAMING and end > noun.i + 1:
            end = position = position + 1
            continue
        joint = _joint(doc, position, begins=end == noun.i + 1)
        if not joint:
            break
        end = position = position + joint + 1
    return end


def _joint(doc: Doc, position: int, *, begins: bool) -> int:
    """How many small words lead to the next capitalised one: "of", "of the", "and"."""
    small = {"of", "for"} if begins else {"of", "for", "and"}
    if doc[position].lower_ not in small:
        return 0
    length = 2 if position + 1 < len(doc) and doc[position + 1].lower_ == "the" else 1
    following = doc[position + length] if position + length < len(doc) else None
    if following is None or not following.text[:1].isupper() or following.pos_ not in _NAMING:
        return 0
    other = following.ent_type_ in _OTHERS and following.ent_iob_ == "B"
    return 0 if other and doc[position].lower_ != "of" else length


def _goes_on(doc: Doc, end: int, nouns: Container[str]) -> bool:
    """Whether the name goes on to a longer one, or to a text's: "Council Resolution"."""
    following = doc[end] if end < len(doc) and doc[end - 1].whitespace_ else None
    return (
        following is not None
        and following.text[:1].isupper()
        and (following.lower_ in nouns or following.lower_ in word_list("no_bodies.txt"))
    )


def _is_the(doc: Doc, noun: Token) -> bool:
    """ "The Council", and no plain "Council" that begins a sentence."""
    return noun.pos_ == "PROPN" and noun.i > 0 and doc[noun.i - 1].lower_ == "the"


def _is_headline(sentence: DocSpan) -> bool:
    words = [token for token in sentence if token.is_alpha and len(token) > 3]
    return len(words) > 3 and sum(token.text[:1].isupper() for token in words) > _HEADLINE * len(words)


def with_branches(doc: Doc, mentions: Iterable[FoundMention]) -> list[FoundMention]:
    """The mentions, with the branch of a body in a country as one: "Harbour Watch Kenya", "Care UK"."""
    found: list[FoundMention] = []
    for mention in mentions:
        before = found[-1] if found else None
        if before is not None and _is_branch(doc, before, mention):
            found[-1] = FoundMention(Span(before.span.start, mention.span.end), before.type, MentionKind.NAME, ())
        else:
            start = _named_after(doc, mention, before.span.end if before is not None else 0)
            whole = mention if start is None else FoundMention(Span(start, mention.span.end), _BODY, _NAME, ())
            found.append(whole)
    return found


def _named_after(doc: Doc, country: FoundMention, behind: int) -> int | None:
    """Where the name of a body that a country's ends begins, of which nothing else is known; it is a subject."""
    if country.type != EntityType.COUNTRY or country.kind is not MentionKind.NAME:
        return None
    span = doc.char_span(*country.span, alignment_mode="expand")
    if span is None or span.root.dep_ not in {"nsubj", "nsubjpass"} or span.start == 0:
        return None
    first = span.start
    while first and _is_named_part(doc[first - 1], span.root):
        first -= 1
    return doc[first].idx if first < span.start and doc[first].idx >= behind else None


def _is_named_part(word: Token, country: Token) -> bool:
    is_part = word.dep_ == "compound" and word.head == country and word.is_title and word.pos_ == "PROPN"
    is_title = word.lower_ in load_lexicon().role_nouns
    return is_part and not is_title and word.ent_type_ in {"", "ORG"} and "\n" not in word.text_with_ws


def _is_branch(doc: Doc, body: FoundMention, country: FoundMention) -> bool:
    """Whether a country's name ends that of a body; "told Harbour Wire Kenya would" has two names."""
    is_pair = body.type == EntityType.ORGANISATION and country.type == EntityType.COUNTRY
    if not is_pair or country.kind is not MentionKind.NAME or country.span.start != body.span.end + 1:
        return False
    first, second = (doc.char_span(*each.span, alignment_mode="expand") for each in (body, country))
    if first is None or second is None or first.root.dep_ != "compound" or first.root.head not in second:
        return False
    return first.start == 0 or doc[first.start - 1].pos_ not in {"VERB", "AUX"}
