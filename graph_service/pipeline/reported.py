"""Statements in the narrator's sentence: what the complement and the subject of each cue are."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from graph_service.pipeline.addressing import addressees
from graph_service.pipeline.complements import Complement, complements, is_passive, noun_complements
from graph_service.pipeline.cues import Cue, Reading, cue_run, is_negated
from graph_service.pipeline.drafts import Draft, spans_of
from graph_service.pipeline.lexicon import CueClass, Entry
from graph_service.pipeline.page import Page
from graph_service.pipeline.parentheses import after_colon, around, governing_clause, inverted, split
from graph_service.pipeline.sources import beside, is_mute, source_of, source_token

#: how often a complement is a statement, measured on annotated news; _PHRASE for those not here
_CONFIDENCE = {"that": 0.9, "clause": 0.85, "wh": 0.75, "ing": 0.75}
_PHRASE = 0.65
_NAMED = frozenset({"object", "of", "for", "about", "to", "on", "against"})
_FEWEST_WORDS = 2
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NO_ENTRY = Reading(Entry("according", ("to",), {}, frozenset()))


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
    for reading in cue.readings:
        for complement in _verb_complements(page, cue, reading):
            yield from _draft(page, cue, reading, complement)


def _verb_complements(page: Page, cue: Cue, reading: Reading) -> Iterator[Complement]:
    is_speech = "quote" in reading.entry.uses
    for find in (inverted, after_colon, split) if is_speech else ():
        found = find(page, cue.head)
        if found is not None:
            yield found
    yield from complements(page, cue.head, reading.particle)
    surrounding = around(page, cue.head) if is_speech else None
    if surrounding is not None:
        yield surrounding


def _adjective(page: Page, cue: Cue) -> Iterator[Draft]:
    for reading in cue.readings:
        for head in dict.fromkeys((cue.head, cue.verb)):
            for complement in complements(page, head, None):
                if all(run.start > cue.head.i for run in complement.runs):
                    plain = complement._replace(pattern=complement.pattern.removeprefix("passive-"))
                    yield from _draft(page, cue, reading, plain)


def _noun(page: Page, cue: Cue) -> Iterator[Draft]:
    for reading in cue.readings:
        for complement in noun_complements(page, cue.head):
            yield from _draft(page, cue, reading, complement)


def _according(page: Page, cue: Cue) -> Iterator[Draft]:
    complement = governing_clause(page, cue.head)
    if complement is not None and source_token(cue) is not None:
        yield from _make(page, cue, _NO_ENTRY, complement, CueClass.SPEECH)


_READERS: Mapping[str, Callable[[Page, Cue], Iterator[Draft]]] = {
    "verb": _verb,
    "adjective": _adjective,
    "noun": _noun,
    "according": _according,
}


def _draft(page: Page, cue: Cue, reading: Reading, complement: Complement) -> Iterator[Draft]:
    cue_class = _cue_class(cue, reading.entry, complement.pattern)
    source = source_token(cue) if cue_class is not None else None
    if cue_class is None or (source is not None and is_mute(source)):
        return
    if source is None and complement.source is None and _may_be_misparsed(cue):
        complement = complement._replace(source=beside(page, cue, page.sentences[cue.head.i]))
    if _says_little(complement, source):
        return
    is_nobody = source is None and complement.source is None
    if is_nobody and not complement.pattern.startswith("passive-"):
        return
    yield from _make(page, cue, reading, complement, cue_class)


def _says_little(complement: Complement, source: Token | None) -> bool:
    """Whether a phrase is but one word ("criticised him"), or a relative clause only describes ("which backs X")."""
    if complement.pattern not in _NAMED:
        return False
    is_word = sum(run.end - run.start for run in complement.runs) < _FEWEST_WORDS
    return is_word or (source is not None and source.lower_ in {"which", "that"})


def _may_be_misparsed(cue: Cue) -> bool:
    """Whether a cue must have a subject that the parser missed: the finite verb of a sentence."""
    return cue.part == "verb" and cue.head.dep_ == "ROOT" and cue.head.tag_ in _FINITE and not is_passive(cue.head)


def _cue_class(cue: Cue, entry: Entry, pattern: str) -> CueClass | None:
    found = entry.uses.get(pattern)
    if found is None and is_negated(cue.verb):
        found = entry.uses.get("not-" + pattern)
    return found


def _make(page: Page, cue: Cue, reading: Reading, complement: Complement, cue_class: CueClass) -> Iterator[Draft]:
    content = spans_of(page, complement.runs, within=page.quoted[cue.head.i])
    offset = cue.head.idx
    if not content or any(span.start <= offset < span.end for span in content) or _leaves_quotation(page, cue, content):
        return
    source = complement.source or source_of(page, cue, complement.runs)
    if source is not None and any(run.start <= source.start < source.end <= run.end for run in complement.runs):
        # nothing says itself
        return
    yield Draft(
        content,
        cue_class,
        cue,
        cue_run(page, cue, reading.particle),
        source,
        tuple(addressees(page, cue, reading.entry.addressee, complement.runs, source)),
        confidence=_confidence(cue, complement),
        pattern=complement.pattern,
    )


def _confidence(cue: Cue, complement: Complement) -> float:
    is_clausal = cue.part in {"verb", "according"}
    return _CONFIDENCE.get(complement.pattern, _PHRASE) if is_clausal else _PHRASE


def _leaves_quotation(page: Page, cue: Cue, content: Sequence[tuple[int, int]]) -> bool:
    """Whether a cue within a quotation would attribute words outside it."""
    index = page.quoted[cue.head.i]
    if index < 0:
        return False
    quotation = page.quotations[index]
    return content[0][0] < quotation.start or content[-1][1] > quotation.end
