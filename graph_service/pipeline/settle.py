"""Settles overlaps: what stands in another statement's content is its own only where somebody else speaks there."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from graph_service.models import Span
from graph_service.pipeline import lexicon
from graph_service.pipeline.claims import DASHES
from graph_service.pipeline.complements import is_passive
from graph_service.pipeline.cues import Cue
from graph_service.pipeline.drafts import SPOKEN, Draft, is_within, overlaps
from graph_service.pipeline.lexicon import CueClass
from graph_service.pipeline.nobody import may_speak
from graph_service.pipeline.page import Page
from graph_service.pipeline.parse import FINITE, is_passed_on
from graph_service.pipeline.sources import source_token

_OWN = frozenset({"i", "we"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})
_ANYBODY = frozenset({"you", "who", "which", "that", "one", "this", "these", "those", "there"})
_PEOPLE = frozenset({"anybody", "anyone", "each", "everybody", "everyone", "folks", "many", "nobody", "people", "some"})
_CLAUSES = frozenset({"quote", "that", "clause", "wh", "inf", "person-inf", "as", "predicate", "of"})
_TOLD = frozenset({"quote", "that"})
_HANGS_ON = frozenset({"advcl", "acl", "conj", "ccomp"})
_CONTRASTS = frozenset({"while", "whereas", "though", "although"})
_JOINS = frozenset({"and", "but"})
_FINITE = frozenset({"VBD", "VBZ", "VBN", "VBP"})
_THINGS = frozenset({"this", "that", "these", "those", "there", "it"})
# what also a thing does
_SHOWING = frozenset({"demonstrate", "mean", "prove", "show", "suggest"})
_NOBODY = -1


def settle(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """The statements that stand, in order; no two have the same content.

    The longer statement holds the shorter one. A statement within another is kept when another speaker makes it, or
    the same one tells somebody of having made it; a participle ("…, adding that …") ends the statement before it.
    """
    kept: list[Draft] = []
    owner = array("i", [_NOBODY]) * (len(page.text) + 1)
    for draft in sorted(_without_attributions(page, list(drafts)), key=_length, reverse=True):
        outer = owner[_position(draft)]
        if outer == _NOBODY:
            placed = None if is_within(page, draft) else draft
        elif _continues(page, draft, kept[outer]):
            placed = _take_over(page, draft, kept, outer, owner)
        else:
            is_nested = _is_nested(page, draft, kept[outer])
            placed = draft._replace(in_own_words=kept[outer].carried) if is_nested else None
        if placed is not None:
            _paint(owner, placed.content, len(kept))
            kept.append(placed)
    return _distinct(kept)


def _without_attributions(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Drafts without the attribution of one around them at their ends: "told them to row, | two members said"."""
    cued = sorted((draft for draft in drafts if draft.cue_run is not None), key=_position)
    positions = [_position(draft) for draft in cued]
    for draft in drafts:
        last = bisect_left(positions, draft.end)
        around = cued[max(last - 1, 0) : last + 1] if draft.cue is not None else []
        first = next(filter(None, (_attribution(page, each, draft) for each in around)), None)
        yield draft if first is None else draft._replace(content=tuple(_cut(page, draft.content, first)))


def _attribution(page: Page, outer: Draft, inner: Draft) -> int | None:
    """Where source and cue of a statement begin that end another one, whose cue stands in its content."""
    around = [run for run in (outer.source, outer.cue_run) if run is not None]
    first = page.offsets[min(around).start]
    last = page.offsets[max(run.end for run in (*around, *outer.addressees))]
    is_around = any(span.start <= _position(inner) < span.end for span in outer.content)
    return first if is_around and inner.start < first < inner.end <= last else None


def _length(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _position(draft: Draft) -> int:
    return draft.cue.head.idx if draft.cue is not None else draft.start


def _paint(owner: "array[int]", spans: Iterable[Span], index: int) -> None:
    for start, end in spans:
        owner[start:end] = array("i", [index]) * (end - start)


def _continues(page: Page, draft: Draft, outer: Draft) -> bool:
    """Whether a cue that the parser put into what somebody said goes on after it, or sets somebody else against it."""
    if draft.cue is None or outer.cue is None or draft.cue.part != "verb" or outer.cue.part != "verb":
        return False
    head = draft.cue.head
    if (
        outer.cue.head.i > head.i
        or page.quoted[head.i] != page.quoted[outer.cue.head.i]
        or _is_told(page, draft, outer)
    ):
        return False
    if any(child.dep_ == "nsubj" for child in head.children):
        return _anew(page, draft, outer) is not None
    before = page.words[head.i - 1 if draft.cue_run is None else draft.cue_run.start - 1]
    if head.tag_ == "VBG":
        return before == "," and draft.cue_class is CueClass.SPEECH and head.dep_ in _HANGS_ON
    tag = _tag(head)
    is_parallel = head.dep_ == "conj" and tag == outer.cue.head.tag_ and before in _JOINS
    if not is_parallel or draft.pattern == "quote":
        return is_parallel
    goes_on = draft.cue_class in SPOKEN or _is_set_off(page, draft) or _has_thing(head.head)
    return goes_on and tag in {"VBD", "VBZ"}


def _is_told(page: Page, draft: Draft, outer: Draft) -> bool:
    """Whether it is told of whoever stands before the outer cue: "Brun, they said, rowed and | asked"."""
    if draft.source is None or outer.cue is None or draft.source.end > outer.cue.head.i:
        return False
    return overlaps([page.span(draft.source)], outer.content)


def _anew(page: Page, draft: Draft, outer: Draft) -> Token | None:
    """The word whose phrase begins where somebody else speaks, or the narrator; None where nobody does."""
    if draft.cue is None:
        return None
    head = draft.cue.head
    is_other = _contrasts(page, head) or _joins_other(page, draft, outer)
    return _comment(page, head) or (head if is_other else None)


def _joins_other(page: Page, draft: Draft, outer: Draft) -> bool:
    """Whether ", and" joins what another one says: "Brun said that it rained, | and Peru's Holm | accused Lima"."""
    if draft.cue is None or outer.cue is None or draft.cue_class is not CueClass.SPEECH or outer.carried:
        return False
    head = draft.cue.head
    subject = next((each for each in head.children if each.dep_ == "nsubj" and each.i < head.i), None)
    first = subject.left_edge.i if subject is not None else 0
    is_joined = first > 1 and page.words[first - 1] in _JOINS and page.words[first - 2] == ","
    is_named = subject is not None and subject.pos_ == "PROPN" and head.dep_ == "conj"
    return is_joined and is_named and head.tag_ == outer.cue.head.tag_


def _comment(page: Page, verb: Token) -> Token | None:
    """The noun by which a narrator calls what somebody said: ", a charge | Lima denies"."""
    noun = verb.head if verb.dep_ == "relcl" else None
    if noun is None or not lexicon.load().nouns(noun.lower_):
        return None
    return noun if page.words[noun.left_edge.i - 1] == "," else None


def _tag(verb: Token) -> str:
    """A verb's tag; what has an object behind a passive or a copula is no participle: "was old and asked for X"."""
    relations = {child.dep_ for child in verb.children}
    if verb.tag_ != "VBN" or not relations.isdisjoint({"aux", "auxpass"}):
        return verb.tag_
    is_copula = any(child.dep_ in {"acomp", "attr"} for child in verb.head.children)
    is_active = ("dobj" in relations and is_passive(verb.head)) or (is_copula and bool(relations & {"dobj", "prep"}))
    return "VBD" if is_active else "VBN"


def _has_thing(verb: Token) -> bool:
    """Whether the subject of a verb asks for nothing itself: "said this was not enough and called for more"."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in _THINGS for child in verb.children)


def _is_set_off(page: Page, draft: Draft) -> bool:
    """Whether a comma stands before the "and" of a verb: "He said X had not come, and asked him to go"."""
    start = draft.cue_run.start if draft.cue_run is not None else draft.cue.head.i if draft.cue is not None else 0
    return start > 1 and page.words[start - 2] == ","


def _contrasts(page: Page, head: Token) -> bool:
    """Whether a clause sets another speaker against the one before: "…, while X said"."""
    marks = {child.lower_ for child in head.children if child.dep_ == "mark"}
    return not marks.isdisjoint(_CONTRASTS) and page.words[head.left_edge.i - 1] == ","


def _take_over(page: Page, draft: Draft, kept: list[Draft], outer: int, owner: "array[int]") -> Draft | None:
    """Cuts the outer statement before the inner one's cue; one that speaks on has the outer one's source."""
    if draft.cue is None or draft.cue_run is None:
        return None
    other = _anew(page, draft, kept[outer])
    first = other.left_edge.i if other is not None else draft.cue_run.start
    cut = page.offsets[first - 1 if page.words[first - 1] in _JOINS else first]
    left = list(_cut(page, kept[outer].content, cut))
    if not left:
        return None
    _paint(owner, (Span(cut, kept[outer].end),), _NOBODY)
    kept[outer] = kept[outer]._replace(content=tuple(left))
    return draft if other is not None else draft._replace(source=kept[outer].source)


def _cut(page: Page, content: Iterable[Span], cut: int) -> Iterator[Span]:
    for start, end in content:
        kept = len(page.text[start : min(end, cut)].rstrip(" ,;–—-" if end > cut else ""))
        if start < cut and kept:
            yield Span(start, start + kept)


def _is_nested(page: Page, draft: Draft, outer: Draft) -> bool:
    """Whether a statement within another's content is another speaker's, or tells to whom the same one spoke."""
    if draft.cue is None and draft.cue_run is not None and draft.source is not None:
        # "many say so, including Brun -- “It rained” -- and Sole"
        return page.words[draft.cue_run.start] in DASHES and draft.source != outer.source
    if draft.cue is None or draft.source is None or draft.cue.part == "noun" or draft.pattern not in _CLAUSES:
        return False
    source = source_token(draft.cue) or page.top(draft.source)
    is_speech = draft.cue_class is CueClass.SPEECH
    if source.lower_ == "who":
        # "a post by Sole, who wrote that …"
        return is_speech and draft.pattern in _TOLD and draft.cue.head.tag_ in _FINITE
    if _is_nobody(page, draft.cue, source):
        return False
    if source.lower_ in _PRONOUNS:
        # "“I say to you: it rains,” she said" is said once
        tag = draft.cue.head.tag_
        return is_speech and bool(draft.addressees) and tag in _FINITE and (tag != "VBP" or source.lower_ not in _OWN)
    speaking = page.words[outer.source.start : outer.source.end] if outer.source is not None else []
    # "Brun wants to row, she said" is one statement
    is_plan = draft.is_attitude and is_passed_on(draft.cue.head) and not draft.cue.quotes
    is_own = is_plan and len(speaking) == 1 and speaking[0] in _PRONOUNS
    is_other = not is_own and source.lower_ not in speaking
    return is_other and (is_speech or not (outer.carried or is_within(page, draft)))


def _is_nobody(page: Page, cue: Cue, source: Token) -> bool:
    """Whether nobody in particular speaks within what another says, or nobody yet, or a thing only shows it."""
    if page.quoted[cue.head.i] >= 0 and (source.lower_ in _PEOPLE or not _has_said(cue.head)):
        # "people say that …", "if she were to say that …"
        return True
    shows = cue.head.lemma_ in _SHOWING and source.pos_ == "NOUN"
    return source.lower_ in _ANYBODY or (shows and not may_speak(source))


def _has_said(verb: Token) -> bool:
    """Whether a verb tells of what was or is said: it is finite, or has an auxiliary that is."""
    helpers = {child.tag_ for child in verb.children if child.dep_ == "aux"}
    return verb.tag_ in FINITE or not helpers.isdisjoint(FINITE)


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    found: dict[tuple[Span, ...], Draft] = {}
    for draft in drafts:
        before = found.get(draft.content)
        if draft.content and (before is None or before.confidence < draft.confidence):
            found[draft.content] = draft
    return sorted(found.values(), key=lambda draft: (draft.start, -draft.end))
