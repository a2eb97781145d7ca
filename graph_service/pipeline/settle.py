"""Settles overlaps: what stands in another statement's content is its own only where somebody else speaks there."""

from array import array
from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from graph_service.models import Span
from graph_service.pipeline.drafts import SPOKEN, Draft
from graph_service.pipeline.lexicon import CueClass
from graph_service.pipeline.page import Page
from graph_service.pipeline.sources import source_token

_PRONOUNS = frozenset("he she they it i we you who which that one this these those".split())
_ANYBODY = frozenset("you who which that one this these those it there".split())
_CLAUSES = frozenset({"quote", "that", "clause", "wh", "inf", "person-inf", "as", "predicate", "of"})
_CONTRASTS = frozenset({"while", "whereas", "though", "although"})
_JOINS = frozenset({"and", "but"})
_HANGS_ON = frozenset({"advcl", "acl", "conj", "ccomp"})
_FINITE = frozenset({"VBD", "VBZ", "VBN", "VBP"})
_NOBODY = -1


def settle(page: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """The statements that stand, in order; no two have the same content.

    The longer statement holds the shorter one. A statement within another is kept when another speaker makes it, or
    the same one tells somebody of having made it; a participle ("…, adding that …") ends the statement before it.
    """
    kept: list[Draft] = []
    owner = array("i", [_NOBODY]) * (len(page.text) + 1)
    for draft in sorted(drafts, key=_length, reverse=True):
        outer = owner[_position(draft)]
        if outer == _NOBODY:
            if draft.cue is not None and page.quoted[draft.cue.head.i] >= 0:
                continue
        elif _continues(page, draft, kept[outer]):
            draft = _take_over(page, draft, kept, outer, owner)
        elif not _is_nested(page, draft, kept[outer]):
            continue
        _paint(owner, draft.content, len(kept))
        kept.append(draft)
    return _distinct(kept)


def _length(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _position(draft: Draft) -> int:
    return draft.cue.head.idx if draft.cue is not None else draft.start


def _paint(owner: "array[int]", spans: Iterable[Span], index: int) -> None:
    for start, end in spans:
        owner[start:end] = array("i", [index]) * (end - start)


def _continues(page: Page, draft: Draft, outer: Draft) -> bool:
    """Whether the outer speaker goes on with a cue of its own that the parser put into what he said before."""
    if draft.cue is None or outer.cue is None or draft.cue.part != "verb" or outer.cue.part != "verb":
        return False
    head = draft.cue.head
    if outer.cue.head.i > head.i:
        return False
    if any(child.dep_ == "nsubj" for child in head.children):
        return _contrasts(page, head)
    before = page.words[head.i - 1 if draft.cue_run is None else draft.cue_run.start - 1]
    if head.tag_ == "VBG":
        return before == "," and draft.cue_class is CueClass.SPEECH and head.dep_ in _HANGS_ON
    is_parallel = head.dep_ == "conj" and head.tag_ == outer.cue.head.tag_ and before in _JOINS
    return is_parallel and (draft.pattern == "quote" or (draft.cue_class in SPOKEN and head.tag_ in {"VBD", "VBZ"}))


def _contrasts(page: Page, head: Token) -> bool:
    """Whether a clause sets another speaker against the one before: "…, while X said"."""
    marks = {child.lower_ for child in head.children if child.dep_ == "mark"}
    return not marks.isdisjoint(_CONTRASTS) and page.words[head.left_edge.i - 1] == ","


def _take_over(page: Page, draft: Draft, kept: list[Draft], outer: int, owner: "array[int]") -> Draft:
    """Cuts the outer statement before the inner one's cue and gives the inner one its source."""
    first = draft.cue_run.start if draft.cue_run is not None else page.run(draft.content[0]).start
    speaks_anew = draft.cue is not None and _contrasts(page, draft.cue.head)
    if draft.cue is not None and speaks_anew:
        first = draft.cue.head.left_edge.i
    cut = page.offsets[first - 1 if page.words[first - 1] in _JOINS else first]
    left = tuple(Span(a, min(b, cut)) for a, b in kept[outer].content if a < cut)
    _paint(owner, (Span(cut, kept[outer].end),), _NOBODY)
    end = left[-1].start + len(page.text[left[-1].start : left[-1].end].rstrip(" ,;–—-")) if left else cut
    source = kept[outer].source
    kept[outer] = kept[outer]._replace(content=(*left[:-1], Span(left[-1].start, end)) if left else kept[outer].content)
    return draft if speaks_anew else draft._replace(source=source)


def _is_nested(page: Page, draft: Draft, outer: Draft) -> bool:
    """Whether a statement within another's content is another speaker's, or tells to whom the same one spoke."""
    if draft.cue is None or draft.source is None or draft.cue.part == "noun" or draft.pattern not in _CLAUSES:
        return False
    source = source_token(draft.cue)
    if source is None or source.lower_ in _ANYBODY:
        return False
    is_speech = draft.cue_class is CueClass.SPEECH
    if source.lower_ in _PRONOUNS:
        return is_speech and bool(draft.addressees) and draft.cue.head.tag_ in _FINITE
    if (page.quoted[draft.cue.head.i] >= 0 or outer.carried) and not is_speech:
        return False
    return outer.source is None or source.lower_ not in page.words[outer.source.start : outer.source.end]


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    found: dict[tuple[Span, ...], Draft] = {}
    for draft in drafts:
        if draft.content and draft.content not in found:
            found[draft.content] = draft
    return sorted(found.values(), key=lambda draft: (draft.start, -draft.end))
