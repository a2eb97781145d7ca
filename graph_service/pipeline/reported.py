"""Statements in the narrator's sentence: what each cue's complement and subject are, and whether that is a statement."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from graph_service.pipeline.complements import (
    Complement,
    around,
    colon,
    complements,
    governing_clause,
    noun_complements,
    particle_of,
)
from graph_service.pipeline.cues import Cue, cue_run, is_negated
from graph_service.pipeline.drafts import Draft, spans_of
from graph_service.pipeline.lexicon import CueClass, Entry, Use
from graph_service.pipeline.page import Page
from graph_service.pipeline.sources import addressees, is_plainly_somebody, source_of, source_token

_STRONG, _WEAK = 0.9, 0.6
# what a cue without a subject may still mean: nobody is named by a passive
_NEEDS_SOURCE = frozenset({"verb", "adjective"})


def reported_statements(page: Page, cues: Sequence[Cue], taken: Sequence[Draft]) -> list[Draft]:
    """The first reading of each cue that makes a statement; the cues of ``taken`` attribute quotations already."""
    used = {draft.cue.head.i for draft in taken if draft.cue is not None}
    found: dict[int, Draft] = {}
    for cue in cues:
        if cue.head.i not in used and cue.head.i not in found:
            draft = next(_READERS[cue.part](page, cue), None)
            if draft is not None:
                found[cue.head.i] = draft
    return list(found.values())


def _verb(page: Page, cue: Cue) -> Iterator[Draft]:
    for entry in cue.entries:
        particle = particle_of(page, cue, entry) if entry.tail else None
        if entry.tail and particle is None:
            continue
        found = complements(page, cue.head, particle)
        if not entry.tail and "quote" in entry.uses:
            found = _chain_last(found, lambda: around(page, cue.head), lambda: colon(page, cue.head))
        for complement in found:
            yield from _draft(page, cue, entry, complement, particle)


def _chain_last(found: Iterator[Complement], *later: Callable[[], Complement | None]) -> Iterator[Complement]:
    yield from found
    for make in later:
        complement = make()
        if complement is not None:
            yield complement


def _adjective(page: Page, cue: Cue) -> Iterator[Draft]:
    for entry in cue.entries:
        for head in dict.fromkeys((cue.head, cue.verb)):
            for complement in complements(page, head, None):
                if all(run.start > cue.head.i for run in complement.runs):
                    plain = complement._replace(pattern=complement.pattern.removeprefix("passive-"))
                    yield from _draft(page, cue, entry, plain, None)


def _noun(page: Page, cue: Cue) -> Iterator[Draft]:
    for entry in cue.entries:
        for complement in noun_complements(page, cue.head):
            yield from _draft(page, cue, entry, complement, None)


def _according(page: Page, cue: Cue) -> Iterator[Draft]:
    complement = governing_clause(page, cue.head)
    if complement is not None and source_token(cue) is not None:
        yield from _make(page, cue, complement, Use(CueClass.SPEECH, False), None, frozenset())


_READERS: Mapping[str, Callable[[Page, Cue], Iterator[Draft]]] = {
    "verb": _verb,
    "adjective": _adjective,
    "noun": _noun,
    "according": _according,
}


def _draft(page: Page, cue: Cue, entry: Entry, complement: Complement, particle: Token | None) -> Iterator[Draft]:
    use = _use(cue, entry, complement.pattern)
    if use is None:
        return
    source = source_token(cue)
    if use.weak and (source is None or not is_plainly_somebody(source)):
        return
    if source is None and cue.part in _NEEDS_SOURCE and not complement.pattern.startswith("passive-"):
        return
    yield from _make(page, cue, complement, use, particle, entry.addressee)


def _use(cue: Cue, entry: Entry, pattern: str) -> Use | None:
    found = entry.uses.get(pattern)
    if found is None and is_negated(cue.verb):
        found = entry.uses.get("not-" + pattern)
    return found


def _make(
    page: Page, cue: Cue, complement: Complement, use: Use, particle: Token | None, places: frozenset[str]
) -> Iterator[Draft]:
    content = spans_of(page, complement.runs)
    offset = cue.head.idx
    if not content or any(span.start <= offset < span.end for span in content) or _leaves_quotation(page, cue, content):
        return
    yield Draft(
        content,
        use.cue_class,
        cue,
        cue_run(page, cue, particle),
        source_of(page, cue, complement.runs),
        tuple(addressees(page, cue, places, complement.runs)),
        confidence=_WEAK if use.weak else _STRONG,
        pattern=complement.pattern,
    )


def _leaves_quotation(page: Page, cue: Cue, content: Sequence[tuple[int, int]]) -> bool:
    """Whether a cue within a quotation would attribute words outside it."""
    index = page.quoted[cue.head.i]
    if index < 0:
        return False
    quotation = page.quotations[index]
    return content[0][0] < quotation.start or content[-1][1] > quotation.end
