"""The mention step: names of people, countries, organisations, weapons systems and places.

Three witnesses: spaCy's NER, the names of the knowledge base, and surnames of people named in full in the article.
Where they overlap the longer span wins, then the knowledge base, then NER.
"""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan

from graph_service.ids import fold
from graph_service.knowledge import AliasKind, KnowledgeBase, Lexicon, load, load_lexicon
from graph_service.models import EntityType, MentionKind, Span
from graph_service.pipeline.annotations import FoundMention
from graph_service.pipeline.formal import is_text_or_event, named_bodies, with_branches
from graph_service.pipeline.gazetteer import Hit, Sense, gazetteer
from graph_service.pipeline.interviews import answering, initials
from graph_service.pipeline.kinds import NO_NAME, Judged, agreed, introduced_people, likely_type, summarised_people
from graph_service.pipeline.lexicon import words as word_list
from graph_service.pipeline.metonyms import acts
from graph_service.pipeline.places import names_agreement, passed_over
from graph_service.pipeline.recurring import again, surnames
from graph_service.pipeline.short_forms import short_forms
from graph_service.pipeline.support import Support
from graph_service.pipeline.trimming import ships, stripped, trimmed

LABELS = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
}
#: which of several things a name means when nothing else tells
_ORDER = (EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.WEAPON_SYSTEM, EntityType.PERSON, EntityType.PLACE)
_KINDS = {AliasKind.DEMONYM: MentionKind.DEMONYM, AliasKind.ROLE: MentionKind.ROLE}
_SETTING = re.compile(r"\b(?:in|at|near|outside|around|across)\s+$", re.I)
_WAY = re.compile(r"\b(?:from|to)\s+$", re.I)
_POSSESSIVE = ("'s", "’s")
_SEAT = re.compile(r"(?:^|\W)[DRI]-[A-Z][\w.]*$")
# "pro-Brun": what somebody is for
_PREFIXED = re.compile(r"(?:anti|non|post|pre|pro)-")
# letters of a surname that is no everyday word
_LONG = 5
_JOINTS = {"to", "with", "against", "as", "from", "over", "after", "versus", "vs"}


class _Candidate(NamedTuple):
    mention: FoundMention
    # higher wins where spans are of one length
    weight: int


def mention_finder(doc: Doc, knowledge: KnowledgeBase | None = None) -> Doc:
    """Sets ``doc._.found_mentions`` and ``doc.spans["mentions"]``; spans are character offsets, none overlap."""
    knowledge, lexicon = knowledge if knowledge is not None else load(), load_lexicon()
    text = doc.text
    hits = list(gazetteer(knowledge).find(text))
    support = Support(doc, text, hits, knowledge, lexicon)
    known = [each for each in _known(doc, hits, support, knowledge) if not _names_agreement(doc, each.mention)]
    sure = [candidate.mention.span for candidate in known if candidate.weight > 1]
    places = _places(doc, known)
    recognised = agreed(
        [*_recognised(doc, text, lexicon, sure, places), *_introduced(doc, text, lexicon, places), *_bodies(doc, sure)],
        text,
    )
    recognised += again(text, recognised)
    recognised += _passed_over_again(doc, text, known)
    recognised += [
        FoundMention(span, EntityType.ORGANISATION, MentionKind.NAME, ())
        for span in short_forms(text, (each.span for each in recognised if each.type == EntityType.ORGANISATION))
    ]
    chosen = _without_overlaps([*known, *(_Candidate(mention, 2) for mention in recognised)])
    # a known name stays; what only NER calls a place or a body is the person whom the article names in full
    countries = _countries_told(chosen, text)
    weighed = (_Candidate(each, 11 if _is_settled(each, text, countries) else 9) for each in chosen)
    chosen = with_branches(
        doc, _without_overlaps([*weighed, *(_Candidate(each, 10) for each in surnames(doc, text, chosen, LABELS))])
    )
    doc._.found_mentions = tuple(chosen)
    doc.spans["mentions"] = SpanGroup(doc, spans=list(_doc_spans(doc, chosen)), name="mentions")
    return doc


def _known(doc: Doc, hits: Iterable[Hit], support: Support, knowledge: KnowledgeBase) -> Iterator[_Candidate]:
    for hit in hits:
        afloat = _is_afloat(support.text, hit.span)
        senses = [sense for sense in hit.senses if not afloat and support.holds(hit, sense)]
        found = _mention(doc, hit.span, senses, knowledge, support) if senses else None
        if found:
            weak = all(sense.kind is AliasKind.SURNAME for sense in senses) and not support.prominent(senses)
            yield _Candidate(found, 1 if weak else 3)


def _mention(
    doc: Doc, span: Span, senses: list[Sense], knowledge: KnowledgeBase, support: Support
) -> FoundMention | None:
    named = [
        sense for sense in senses if sense.kind not in {AliasKind.DEMONYM, AliasKind.WEAK, AliasKind.SURNAME}
    ] or senses
    entities = [entity for entity in (knowledge.get(sense.entity) for sense in named) if entity is not None]
    label = support.label(span)
    kinds = sorted({entity.type for entity in entities}, key=_ORDER.index)
    agreed = [kind for kind in kinds if LABELS.get(label) is kind]
    chosen = agreed[0] if agreed and kinds[0] is not EntityType.COUNTRY else kinds[0]
    ids = sorted((each.id for each in entities if each.type is chosen), key=lambda id_: not support.tells_of(id_))
    kind = _KINDS.get(named[0].kind, MentionKind.NAME)
    place = next((entity for entity in entities if entity.id == ids[0] and entity.stands_for), None)
    if place and place.stands_for and chosen is EntityType.PLACE:
        found = doc.char_span(span.start, span.end, alignment_mode="expand")
        actor = knowledge.get(place.stands_for)
        if actor and found is not None and acts(found, support.text):
            return FoundMention(span, actor.type, kind, (actor.id, place.id))
    return FoundMention(span, chosen, kind, tuple(dict.fromkeys(ids)))


def _recognised(doc: Doc, text: str, lexicon: Lexicon, sure: list[Span], places: set[int]) -> Iterator[Judged]:
    afloat = set(ships(doc))
    # of the article; its name has capitals of its own ("the Harbour Wire")
    outlet = fold(doc._.context.outlet or "")
    labels = set(initials(text))
    for entity in doc.ents:
        kind = LABELS.get(entity.label_)
        if entity.label_ == "NORP":
            yield Judged(FoundMention(stripped(entity), NO_NAME, MentionKind.NAME, ()), 1)
        found = trimmed(entity, kind, lexicon) if kind else None
        if found is None or not _is_name(found[0], lexicon) or _joins_names(found[0], sure):
            continue
        if kind is EntityType.PERSON and entity.text[:1].isdigit():
            # "08:40 GMT"
            continue
        span, words = stripped(found[0]), found[0]
        if span.end > span.start and span not in labels and not is_text_or_event(words) and not _is_ship(words, afloat):
            type_, weight = likely_type(words, found[1], lexicon, places)
            if fold(words.text) == outlet:
                type_, weight = EntityType.ORGANISATION, 3
            if type_ is not EntityType.PLACE or not names_agreement(words):
                yield Judged(FoundMention(span, type_, MentionKind.NAME, ()), weight)


def _passed_over_again(doc: Doc, text: str, known: Sequence[_Candidate]) -> Iterator[FoundMention]:
    """A known person's surname where NER passes over it and the parse sees no name: "Brun, more doubtful, said"."""
    surnames = [each.mention for each in known if each.mention.type == EntityType.PERSON]
    for mention in again(text, (each for each in surnames if len(text[slice(*each.span)]) >= _LONG)):
        found = doc.char_span(*mention.span, alignment_mode="expand")
        behind = doc[found.end : found.end + 1] if found is not None else None
        is_plain = found is not None and len(found) == 1 and found[0].pos_ == "ADV" and not found[0].ent_type_
        if is_plain and behind is not None and behind.text == ",":
            yield mention


def _places(doc: Doc, known: Iterable[_Candidate]) -> set[int]:
    """The tokens that NER or the knowledge base takes for a country's or a city's name."""
    named = (each.mention for each in known if each.mention.type in {EntityType.PLACE, EntityType.COUNTRY})
    spans = (doc.char_span(*each.span, alignment_mode="expand") for each in named if each.kind is MentionKind.NAME)
    listed = {token.i for span in spans if span is not None for token in span}
    return listed | {token.i for entity in doc.ents if entity.label_ == "GPE" for token in entity}


def _names_agreement(doc: Doc, mention: FoundMention) -> bool:
    found = doc.char_span(*mention.span, alignment_mode="expand") if mention.type == EntityType.PLACE else None
    return found is not None and names_agreement(found)


def _is_afloat(text: str, span: Span) -> bool:
    """Whether a name is that of a ship called after somebody: "USS Ada Brun"."""
    before = text[max(span.start - 8, 0) : span.start].split()
    return bool(before) and before[-1].isupper() and before[-1].lower() in word_list("ships.txt")


def _is_ship(span: DocSpan, afloat: set[str]) -> bool:
    name = fold(span.text)
    return name in afloat or (span[0].lower_ in word_list("ships.txt") and name.partition(" ")[2] in afloat)


def _introduced(doc: Doc, text: str, lexicon: Lexicon, places: set[int]) -> Iterator[Judged]:
    """People and places that NER passes over, by what stands beside: "Ingmar Tolle, the head keeper"."""
    for span in introduced_people(doc, text, lexicon, places):
        yield Judged(FoundMention(Span(span.start_char, span.end_char), EntityType.PERSON, MentionKind.NAME, ()), 1)
    for name in summarised_people(text):
        # more than a dateline, which such a line looks like
        yield Judged(FoundMention(name, EntityType.PERSON, MentionKind.NAME, ()), 4)
    for name in answering(text, lexicon.honorifics | lexicon.role_nouns):
        yield Judged(FoundMention(name, EntityType.PERSON, MentionKind.NAME, ()), 3)
    for span in passed_over(doc, places):
        if _is_name(span, lexicon):
            yield Judged(FoundMention(stripped(span), EntityType.PLACE, MentionKind.NAME, ()), 3)


def _bodies(doc: Doc, sure: list[Span]) -> Iterator[Judged]:
    """Bodies whose words tell: "Army of the North"."""
    for span in named_bodies(doc):
        if not _joins_names(span, sure):
            yield Judged(FoundMention(stripped(span), EntityType.ORGANISATION, MentionKind.NAME, ()), 2)


def _joins_names(span: DocSpan, sure: list[Span]) -> bool:
    """ "Gripens to Norway" is two names and no third one."""
    inside = [each for each in sure if span.start_char <= each.start and each.end <= span.end_char]
    shorter = [each for each in inside if each.end - each.start < span.end_char - span.start_char]
    return len(shorter) > 1 or (bool(shorter) and any(token.lower_ in _JOINTS for token in span))


def _is_name(span: DocSpan, lexicon: Lexicon) -> bool:
    folded = fold(span.text)
    # "Sahel juntas", "Farmers" that open a sentence
    is_kind = span[-1].tag_ == "NNS" and (span[-1].is_lower or (len(span) == 1 and bool(span[0].is_sent_start)))
    is_kind = is_kind or _PREFIXED.match(span.text) is not None
    named = any(token.text[:1].isupper() for token in span) and not _is_seat(span) and not is_kind
    return named and folded not in lexicon.not_names and not folded.isnumeric() and len(folded.rstrip(".")) > 1


def _is_seat(span: DocSpan) -> bool:
    """Party and state of somebody in a parliament: "D-Mass."."""
    beside = span.doc[max(span.start - 2, 0) : span.end]
    return any("-" in token.text for token in beside) and _SEAT.search(beside.text) is not None


def _countries_told(mentions: Iterable[FoundMention], text: str) -> set[str]:
    """The countries that an article is sure to be about: by adjective or capital, or as where something happens."""
    return {
        mention.candidates[0]
        for mention in mentions
        if mention.type == EntityType.COUNTRY
        and mention.candidates
        and (len(mention.candidates) > 1 or mention.kind is MentionKind.DEMONYM or _in_it(mention, text))
    }


def _is_settled(mention: FoundMention, text: str, countries: set[str]) -> bool:
    """Known, and no place or country that nothing else tells of: that reading loses to a person of the name."""
    place = any(each.startswith("place:") for each in mention.candidates[:2])
    country = mention.type == EntityType.COUNTRY and mention.candidates[:1] and mention.candidates[0] not in countries
    return bool(mention.candidates) and (not (place or country) or _in_it(mention, text))


def _in_it(mention: FoundMention, text: str) -> bool:
    """Whether something happens there, or goes there; what goes "to Orre's family" does not."""
    before = text[max(mention.span.start - 12, 0) : mention.span.start]
    goes = _WAY.search(before) and not text.startswith(_POSSESSIVE, mention.span.end)
    return bool(goes or _SETTING.search(before))


def _without_overlaps(candidates: Iterable[_Candidate]) -> list[FoundMention]:
    ordered = sorted(
        candidates,
        key=lambda each: (
            -(each.mention.span.end - each.mention.span.start),
            -each.weight,
            each.mention.span,
            each.mention.type,
        ),
    )
    taken: list[FoundMention] = []
    for candidate in ordered:
        position = bisect(taken, candidate.mention.span, key=_start)
        beside = taken[max(position - 1, 0) : position + 1]
        if not any(_overlap(candidate.mention.span, other.span) for other in beside):
            taken.insert(position, candidate.mention)
    return taken


def _start(mention: FoundMention) -> Span:
    return mention.span


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _doc_spans(doc: Doc, mentions: Iterable[FoundMention]) -> Iterator[DocSpan]:
    for mention in mentions:
        found = doc.char_span(*mention.span, label=mention.type, alignment_mode="expand")
        if found is not None:
            yield found
