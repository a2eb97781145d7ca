"""Statements that the trained model finds, with what rules and parse know of them."""

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Token

from graph_service.models import Span
from graph_service.pipeline.addressing import addressees
from graph_service.pipeline.attributing import attributed, with_whole_sources, worded
from graph_service.pipeline.complements import CITING
from graph_service.pipeline.cue_words import with_whole_cue
from graph_service.pipeline.cues import Cue, Reading
from graph_service.pipeline.drafts import Draft, merge, overlaps, spans_of
from graph_service.pipeline.edges import (
    completed,
    from_clause,
    from_phrase,
    from_that,
    up_to_quotation,
    with_verb,
    without_hanging,
    without_joint,
    without_meanwhile,
    without_relative,
)
from graph_service.pipeline.kept import kept
from graph_service.pipeline.lexicon import CueClass
from graph_service.pipeline.nobody import is_heading, speaks_for_nobody
from graph_service.pipeline.openings import opened, with_opening, with_subjects
from graph_service.pipeline.overlooked import named_before
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.parse import child, only_dated
from graph_service.pipeline.sources import QUOTING
from graph_service.pipeline.tagger.model import Found
from graph_service.pipeline.wording import (
    at_colon,
    before_next,
    before_occasion,
    behind,
    bridged,
    lines,
    outside,
    with_listed,
    within,
    without_according,
    without_manner,
    without_strays,
)
from graph_service.settings import ExtractionOptions

# complements behind somebody who is addressed, thanked or accused: the model's words begin with that one
_WITHOUT_OBJECT = frozenset({"person-inf", "purpose", "of", "for"})
# what somebody is wont to do
_HABITS = frozenset({"like", "likes", "liked", "love", "loves", "loved"})
_CLAUSAL = frozenset({"that", "clause"})
_DATING = frozenset({"after", "before", "since", "until"})
_CLOSING = frozenset({",", "-", "--", "–", "—"})
_EVEN = 0.5
_PARTS = {"V": "verb", "N": "noun", "J": "adjective"}


def tagged_statements(
    page: Page, found: Iterable[Found], cues: Sequence[Cue], drafts: Sequence[Draft], options: ExtractionOptions
) -> list[Draft]:
    """The model's statements, each with class, addressees and quotations of the rules' draft of the same cue.

    ``drafts`` are what the rules find; those stay that the model leaves alone and that mostly are statements,
    and those within a statement, which the model does not look for.
    """
    known = {cue.head.i: cue for cue in cues}
    by_cue = {_place(draft): draft for draft in drafts if draft.cue_run}
    by_word = {i: draft for draft in by_cue.values() for i in (*range(*draft.cue_run or ()), _place(draft))}
    by_word |= by_cue
    made: list[Draft] = []
    used: set[int] = set()
    for each, run in (with_whole_cue(page, each) for each in found):
        if not each.content or each.confidence < options.min_confidence:
            continue
        # "reported, citing X, that …" is the statement of the verb above
        citing = page.tokens[run.start]
        if citing.lower_ in CITING and citing.head.i in by_cue:
            continue
        touched = {_place(by_word[i]): by_word[i] for i in range(*run) if i in by_word}
        free = [draft for place, draft in touched.items() if place not in used]
        # "liked to | say that" tells what was said, not what was liked
        rule = next((draft for draft in free if not _is_habit(draft)), next(iter(free), None))
        used.update(place for place, draft in touched.items() if draft is rule or _is_habit(draft))
        if _is_apart(page, each, run):
            continue
        draft = attributed(page, _draft(page, each, run, known, rule))
        if not draft.content or (rule is None and _is_relay(draft)):
            continue
        is_voiced = each.speech > _EVEN or draft.pattern == "quote"
        if (options.attitudes or is_voiced) and not speaks_for_nobody(page, draft):
            made.append(draft)
    sources = sorted(page.offsets[draft.source.start] for draft in made if draft.source is not None)
    made = [draft for draft in made if not is_heading(page, draft, sources)]
    made = [each for each in (_before_next(page, draft, known) for draft in with_whole_sources(made)) if each.content]
    rest = [_before_next(page, draft, known) for place, draft in by_cue.items() if place not in used]
    rest = [draft for draft in rest if draft.content]
    return [*made, *kept(page, made, [draft for draft in rest if options.attitudes or not draft.is_attitude])]


def _is_habit(draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.head.lower_ in _HABITS and draft.pattern == "inf"


def _is_apart(page: Page, found: Found, cue: Run) -> bool:
    """Whether a semicolon stands between a cue and a source behind it: "it agrees to sell; Brun sees no need"."""
    source = page.run(found.source) if found.source is not None else cue
    return any(page.words[i] == ";" and page.quoted[i] < 0 for i in range(cue.end, source.start))


def _place(draft: Draft) -> int:
    """The token that stands for a draft's cue."""
    if draft.cue is not None:
        return draft.cue.head.i
    return draft.cue_run.start if draft.cue_run is not None else -1


def _is_relay(draft: Draft) -> bool:
    """Whether a cue says who passed a statement on ("quoted by Kyodo"): it is another cue's statement."""
    head = draft.cue.head if draft.cue is not None else None
    return head is not None and head.lower_ in QUOTING and child(head, "agent") is not None


def _draft(page: Page, found: Found, run: Run, known: Mapping[int, Cue], rule: Draft | None) -> Draft:
    told = _trimmed(page, page.run(found.source)) if found.source is not None else None
    source = named_before(page, run) if told is None else worded(page, told)
    if source is not None and (found.source is None or overlaps(found.content, [page.span(source)])):
        found = found._replace(content=tuple(outside(found.content, page.span(source))))
    content = _content(page, found, run, source)
    if rule is not None:
        joined = _joined(page, rule, content, source, run)
        if overlaps(rule.content, (found.cue,)):
            joined = rule._replace(source=source or rule.source)
        return joined._replace(confidence=found.confidence)
    cue = _cue(page, run, known)
    cue_class, reading = _class(page, cue, content, found)
    runs = [page.run(span) for span in content]
    return Draft(
        content,
        cue_class,
        cue,
        run,
        source,
        tuple(addressees(page, cue, reading.entry.addressee, runs, source)) if cue and reading else (),
        confidence=found.confidence,
        pattern="clause" if found.speech > _EVEN else "object",
    )


def _content(page: Page, found: Found, cue: Run, source: Run | None) -> tuple[Span, ...]:
    said = at_colon(
        page, with_subjects(page, completed(page, tuple(lines(page, found.content)), cue.start), cue), cue, source
    )
    others = [cue, *([source] if source else [])]
    whole = [page.run(span) for span in bridged(page, said, others)]
    begun = list(from_phrase(page, list(from_clause(page, whole, page.top(cue))), page.top(cue), others))
    runs = [up_to_quotation(page, run) for run in without_relative(page, list(without_hanging(page, begun, cue)))]
    spans = spans_of(page, [page.with_glued(run) for run in without_joint(page, runs)])
    return tuple(with_listed(page, spans))


def _joined(page: Page, rule: Draft, content: tuple[Span, ...], source: Run | None, run: Run) -> Draft:
    """The rules' draft with the model's words; the rules' own at labels and signatures and without who is addressed."""
    if rule.cue is None:
        return rule
    if rule.pattern in _WITHOUT_OBJECT:
        begin, stop = rule.content[0].start, rule.end
        more = (Span(max(start, begin), end) for start, end in content if end > begin)
        # ", a charge | Lima has denied" is the narrator's
        more = (span for span in more if "," not in page.text[stop : span.start])
        return rule._replace(content=merge([*rule.content, *more]), source=source or rule.source)
    if rule.source is not None and (rule.cue.head.lower_ in QUOTING or _is_inverted(rule)):
        return rule._replace(cue_run=run)
    if rule.cue.part == "according":
        return rule._replace(source=source or rule.source)
    told = [page.span(addressee) for addressee in rule.addressees]
    own = page.span(rule.cue_run or run)
    # "as Brun put | it, | the boats were dry"
    content = tuple(span for span in content if span.start < own.start or span.end > own.end)
    content = tuple(behind(page, content, told)) or rule.content
    content = tuple(from_that(page, content, rule.content[0].start)) if rule.pattern == "that" else content
    if rule.cue.part == "noun" or rule.cue.head.dep_ == "relcl":
        content = tuple(within(content, page, rule.cue.head)) or rule.content
    content = tuple(before_occasion(page, with_opening(page, content, rule), rule.end))
    if rule.pattern in _CLAUSAL:
        content = tuple(with_verb(page, content, rule.content))
    if rule.pattern == "quote" and _is_aside(rule.cue) and not overlaps(content, rule.content):
        # "“…,” hours after Brun announced | it": what is quoted is not hers
        return rule._replace(content=content, cue_run=run, source=source or rule.source, pattern="object")
    if rule.pattern == "quote" and _is_announced(page, rule):
        # "issued a statement after Lima announced | that it rained |: “…”"
        content = tuple(each for each in content if not only_dated(page.tokens[page.run(each).start]))
    if rule.pattern == "quote" or _is_announced(page, rule):
        within_source = page.span(source) if source is not None else Span(0, 0)
        spans = at_colon(page, rule.content, run, source) if source is not None else rule.content
        quoted = (span for span in spans if not overlaps([span], [within_source]))
        content = merge([*quoted, *without_strays(page, content, run)])
    return rule._replace(content=content, cue_run=run, source=source or rule.source)


def _is_inverted(draft: Draft) -> bool:
    """Whether a source follows its cue between two pieces: by the parse, the model takes the first for the source."""
    if draft.source is None or draft.cue_run is None or draft.cue is None or draft.pattern != "clause":
        return False
    is_within = draft.content[0].end <= draft.cue.head.idx < draft.content[-1].start
    return is_within and draft.source.start == draft.cue_run.end


def _is_aside(cue: Cue) -> bool:
    """Whether a cue only dates what is told: "hours after Brun announced it"."""
    mark = child(cue.head, "mark") if cue.head.dep_ in {"advcl", "conj"} else None
    return mark is not None and mark.lower_ in _DATING


def _is_announced(page: Page, draft: Draft) -> bool:
    """Whether a content stands behind a colon: the parse, which ends with its sentence, sees less of it."""
    before = page.run(draft.content[0]).start - 1
    return before >= 0 and page.words[before] == ":"


def _trimmed(page: Page, run: Run) -> Run:
    """A source without a comma or dash at its ends, with its article and whole words: "the | secretary-general"."""
    start, end = run
    while start < end - 1 and page.words[start] in _CLOSING:
        start += 1
    while end > start + 1 and (page.words[end - 1] in _CLOSING or _is_when(page.tokens[end - 1], start)):
        end -= 1
    glued = page.with_glued(Run(start, end))
    article = page.tokens[glued.start - 1] if glued.start else None
    is_its = article is not None and article.dep_ == "det" and glued.start <= article.head.i < glued.end
    return Run(glued.start - 1, glued.end) if is_its else glued


def _is_when(word: Token, start: int) -> bool:
    """Whether a word behind a phrase says when the verb outside was: "the envoy | today | urged"."""
    is_apart = not start <= word.head.i < word.i
    return is_apart and word.dep_ == "npadvmod" and word.ent_type_ in {"DATE", "TIME"}


def _before_next(page: Page, draft: Draft, known: Mapping[int, Cue]) -> Draft:
    plain = tuple(without_manner(page, draft.content, draft.source, draft.cue_run))
    whole = without_according(page, opened(page, plain, draft.source, draft.cue_run), known)
    content = before_next(page, whole, known, draft.cue_run)
    return draft._replace(content=tuple(without_meanwhile(page, span) for span in content))


def _cue(page: Page, run: Run, known: Mapping[int, Cue]) -> Cue | None:
    """The word that carries a cue: the highest one in the parse, or one of the lexicon."""
    top = page.top(run)
    chosen = [known[i] for i in range(*run) if i in known]
    if top.i in known:
        return known[top.i]
    if chosen:
        return chosen[-1]
    return Cue(_PARTS[top.tag_[:1]], top) if top.tag_[:1] in _PARTS else None


def _class(page: Page, cue: Cue | None, content: Sequence[Span], found: Found) -> tuple[CueClass, Reading | None]:
    pattern = _pattern(page, content)
    default = CueClass.SPEECH if found.speech > _EVEN else CueClass.INTENTION if pattern == "inf" else CueClass.BELIEF
    if cue is None:
        return default, None
    for reading in cue.readings:
        for name in (pattern, "passive-" + pattern, "person-" + pattern, "clause" if pattern == "that" else pattern):
            if name in reading.entry.uses:
                return reading.entry.uses[name], reading
    first = next(iter(cue.readings), None)
    classes = set(first.entry.uses.values()) if first is not None else set()
    # "ordered flags to be flown": whatever completes it, it is a demand
    return (classes.pop() if len(classes) == 1 else default), first


def _pattern(page: Page, content: Sequence[Span]) -> str:
    if not content:
        return "object"
    first = page.words[page.run(content[0]).start]
    return "that" if first == "that" else "inf" if first == "to" else "clause"
