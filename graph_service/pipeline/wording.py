"""The words of a content, where what the model takes in is more or less than what is said."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from spacy.tokens import Token

from graph_service.models import Span
from graph_service.pipeline import parse
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.language import headings
from graph_service.pipeline.page import Page, Run

# ", hours after …", ", two days before …"; " as Lima waits"
_OCCASION = re.compile(
    r",(?: \w+){0,2} (?:minutes?|hours?|days?|weeks?|months?|years?) (?:after|before)\b| as (?=[A-Z]\w+ \w+s\b)"
)
# words of a subject before what is quoted of it
_LONGEST_SUBJECT = 8
# words of a gap within a content
_GAP = 8
_FINITE = parse.FINITE | {"MD"}
_TIES = frozenset({"'s", "’s", "-", "n't", "n’t"})
# "denied | this", and nothing behind it
_POINTING = frozenset({"this", "that", "it"})


def lines(page: Page, spans: Iterable[Span]) -> Iterator[Span]:
    """Spans cut at line ends, without the headings of lines."""
    for start, end in spans:
        offset = start
        for line in page.text[start:end].splitlines(keepends=True):
            kept = line.rstrip()
            heading = headings().match(kept) if offset == 0 or page.text[offset - 1] == "\n" else None
            begin = heading.end() if heading else 0
            if kept[begin:]:
                yield Span(offset + begin, offset + len(kept))
            offset += len(line)


def behind(page: Page, content: Iterable[Span], told: Sequence[Span]) -> Iterator[Span]:
    """A content without whom its cue addresses; a piece that begins with him goes on behind him."""
    for start, end in content:
        inside = [each for each in told if each.start < end and start < each.end]
        begin = max((each.end for each in inside if each.start <= start), default=start)
        begin += len(page.text[begin:end]) - len(page.text[begin:end].lstrip())
        if begin < end and len(inside) == (begin != start):
            yield Span(begin, end)


def before_occasion(page: Page, content: Iterable[Span], stop: int) -> Iterator[Span]:
    """A content without when it was said, behind where the rules' ends: "it would rain, hours after Lima said so"."""
    for start, end in content:
        is_after = stop < start and _OCCASION.match(page.text, stop, start)
        ends_there = start < stop < end and _OCCASION.match(page.text, stop, end)
        if not is_after:
            yield Span(start, stop if ends_there else end)


def with_listed(page: Page, content: Sequence[Span]) -> Iterator[Span]:
    """A content with the quoted words that its last ones are joined to: "went on about “rain,” | and “dry boats”"."""
    for span in content:
        end = page.run(span).end
        while page.quoted[end - 1] >= 0 and end < len(page.tokens):
            first = end + (page.words[end] in {"and", "or", ","})
            index = page.quoted[first] if first < len(page.tokens) else -1
            is_joined = index not in {-1, page.quoted[end - 1]} and _is_fragment(page, index)
            if not is_joined or (first == end and page.words[end - 2] != ","):
                break
            end = page.run(page.quotations[index].pieces[0]).end
        yield page.span(Run(page.run(span).start, end)) if end > page.run(span).end else span


def _is_fragment(page: Page, index: int) -> bool:
    """Whether a quotation is a few words of a sentence: it begins with a small letter."""
    return page.text[page.quotations[index].start + 1 :][:1].islower()


def without_strays(page: Page, content: Sequence[Span], cue: Run) -> Iterator[Span]:
    """A quoted statement without what somebody else did meanwhile: "“…,” she said, but Brun was | drifting off"."""
    for span in content:
        run = page.run(span)
        verb = page.top(run)
        subject = parse.child(verb, "nsubj")
        is_cut = verb.pos_ == "VERB" and subject is not None and cue.end <= subject.i < run.start
        if not (is_cut and page.quoted[run.start] < 0 and len(content) > 1):
            yield span


def within(content: Iterable[Span], page: Page, cue: Token) -> Iterator[Span]:
    """What of a content lies in the phrase of a noun or a relative clause: "Her claim that it was safe was false"."""
    last = cue.right_edge.i
    quotation = (
        page.quotations[page.quoted[last]].pieces[-1] if page.quoted[last] >= 0 else page.span(Run(last, last + 1))
    )
    phrase = Span(page.offsets[cue.left_edge.i], quotation.end)
    for start, end in content:
        if max(start, phrase.start) < min(end, phrase.end):
            yield Span(max(start, phrase.start), min(end, phrase.end))


def outside(content: Iterable[Span], source: Span) -> Iterator[Span]:
    """A content without its source."""
    for start, end in content:
        if start < source.start:
            yield Span(start, min(end, source.start))
        if source.end < end:
            yield Span(max(start, source.end), end)


def _marks(page: Page, run: Run, mark: str) -> Iterator[int]:
    """Where a punctuation mark stands in a run outside of quotation marks."""
    return (i for i in range(*run) if page.words[i] == mark and page.quoted[i] < 0)


def before_next(page: Page, content: Iterable[Span], cues: Container[int], own: Run | None) -> Iterator[Span]:
    """A content up to a semicolon behind which somebody else is told to speak: "…; | Brun blamed the crew"."""
    end = None
    for span in content:
        run = page.run(span)
        behind = next(_marks(page, Run(end, run.start), ";"), None) if end is not None else None
        if behind is not None and behind + 3 < run.start and not (own and behind < own.start < run.start):
            # "that it rained; her critics say | that it snowed"
            return
        end = run.end
        if run.start and page.words[run.start - 1] == ";" and _speaks_behind(page, run, cues):
            continue
        stops = _marks(page, Run(run.start + 1, run.end), ";")
        stop = next((i for i in stops if _speaks_behind(page, Run(i + 1, run.end), cues)), run.end)
        yield page.span(Run(run.start, stop))


def _speaks_behind(page: Page, run: Run, cues: Container[int]) -> bool:
    """Whether the first verb of a clause is one of speech with a subject of its own."""
    first = next((page.tokens[i] for i in range(*run) if page.tokens[i].tag_ in parse.FINITE), None)
    verb = first.head if first is not None and first.dep_ in {"aux", "auxpass"} else first
    subject = parse.child(verb, "nsubj") if verb is not None and verb.i in cues else None
    return subject is not None and subject.i >= run.start


def at_colon(page: Page, content: Iterable[Span], cue: Run, source: Run | None) -> Iterator[Span]:
    """A content on one side of a colon: "this: …" is "this"; "was unhappy: “…,” she said" is what is quoted.

    In "Brun hit back: Sole, he said, was old" it begins behind the colon.
    """
    aside = min(cue.start, source.start if source is not None else cue.start)
    for span in content:
        run = page.run(span)
        if any(_marks(page, Run(run.end, aside), ";")):
            # "Brun accused the crew; Sole agreed with him"
            continue
        opening = _behind_colon(page, run, aside)
        if opening is not None:
            yield page.span(opening)
            continue
        colon = next(_marks(page, run, ":"), None)
        if colon is not None and colon == run.start + 1 and page.words[run.start] in _POINTING:
            yield page.span(Run(run.start, colon))
        elif (
            colon is not None
            and run.end <= cue.start
            and (page.quoted[colon + 1] >= 0 or _is_his(page, run, colon, (source, cue)))
        ):
            yield page.span(Run(colon + 1, run.end))
        else:
            yield span


def _is_his(page: Page, run: Run, colon: int, told_by: tuple[Run | None, Run]) -> bool:
    """Whether the clause before a colon only says who goes on behind it: "Brun disagreed: it was late, | he said"."""
    source, cue = told_by
    is_he = source is not None and page.tokens[source.start].tag_ == "PRP" and source.end == source.start + 1
    told, going = range(run.start, colon), (*range(colon + 1, run.end), *range(cue.end, page.sentences[cue.start].end))
    names = any(page.tokens[i].ent_type_ == "PERSON" and page.tokens[i].dep_ in {"nsubj", "appos"} for i in told)
    # "He would not deny it: it was, | he said |, late"
    own = page.words[source.start] if source is not None else ""
    names |= any(page.words[i] == own for i in told if page.tokens[i].dep_ == "nsubj")
    # "Brun, asked so, | would not say: it was late, | he said"
    names |= page.tokens[run.start].tag_ in parse.VERBAL
    return is_he and names and any(page.tokens[i].tag_ in parse.FINITE for i in going)


def _behind_colon(page: Page, piece: Run, aside: int) -> Run | None:
    """What stands between a colon and the comma before an aside, where a piece ends before that colon."""
    colons = list(_marks(page, Run(piece.end, aside - 2), ":"))
    in_one = bool(colons) and page.sentences[piece.start] == page.sentences[aside]
    return Run(colons[-1] + 1, aside - 1) if in_one and page.words[aside - 1] == "," else None


def with_subjects(page: Page, content: Iterable[Span], cue: Run) -> Iterator[Span]:
    """A content whose later pieces begin with the subject of their verb: "…, he said, while Brun | wanted one".

    And one that begins with a quoted verb: "Brun | “was not awake,” he said".
    """
    for span in content:
        run = page.run(span)
        quoted = _quoted_subject(page, run)
        if quoted is not None and run.end <= cue.start and run.start - quoted.left_edge.i < _LONGEST_SUBJECT:
            yield page.span(Run(quoted.left_edge.i, run.end))
            continue
        beside = _beside_told(page, run, cue)
        if beside is not None:
            yield page.span(Run(beside, run.end))
            continue
        verb = page.tokens[run.start]
        subject = parse.child(verb, "nsubj") if run.start >= cue.end and verb.tag_ in parse.FINITE else None
        if subject is None or subject.i > run.start:
            yield span
        else:
            marks = (each.i for each in verb.children if each.dep_ == "mark")
            begin = min(subject.left_edge.i, *marks, subject.i)
            yield page.span(Run(begin, run.end)) if begin >= cue.end else span


def _beside_told(page: Page, run: Run, cue: Run) -> int | None:
    """Where the subject of a verb begins that the parse takes for whoever is told: "told Lima | the port | had"."""
    noun = page.tokens[run.start - 1] if run.start > cue.end else None
    is_verb = page.tokens[run.start].tag_ in _FINITE and parse.child(page.tokens[run.start], "nsubj") is None
    if noun is None or not is_verb or noun.dep_ != "appos" or noun.left_edge.tag_ not in {"DT", "PRP$"}:
        return None
    return noun.left_edge.i if noun.left_edge.i > cue.end else None


def _quoted_subject(page: Page, run: Run) -> Token | None:
    """The subject right before a quotation that begins with its verb."""
    if page.quoted[run.start] < 0 or run.start == 0 or page.quoted[run.start - 1] >= 0:
        return None
    first = page.tokens[min(run.start + 1, run.end - 1)]
    verb = first.head if first.dep_ in {"aux", "auxpass"} else first
    subject = parse.child(verb, "nsubj", "nsubjpass")
    return subject if subject is not None and subject.right_edge.i == run.start - 1 else None


def bridged(page: Page, content: Iterable[Span], others: Sequence[Run]) -> list[Span]:
    """A content with the words between two of its pieces, if neither a comma nor its cue or source stands there."""
    made: list[Run] = []
    for run in map(page.run, content):
        if made and _is_bridge(page, Run(made[-1].end, run.start), others):
            made[-1] = Run(made[-1].start, run.end)
        else:
            made.append(run)
    return [page.span(run) for run in made]


def opened(page: Page, content: tuple[Span, ...], source: Run | None, cue: Run | None) -> tuple[Span, ...]:
    """A content with the subject before an aside, where it begins with its verb: "Lima, | he said, | had rowed"."""
    first = page.run(content[0]).start if content else 0
    is_aside = source is not None and cue is not None and source.end <= cue.start < cue.end < first
    if source is None or not is_aside or page.words[first - 1] != "," or page.tokens[first].tag_ not in _FINITE:
        return content
    comma = source.start - 1
    begin = comma
    while begin > max(page.sentences[source.start].start, comma - _LONGEST_SUBJECT) and _is_open(page, begin - 1):
        begin -= 1
    piece = page.tokens[begin:comma]
    is_subject = page.words[comma] == "," and any(each.pos_ in {"NOUN", "PROPN", "PRON"} for each in piece)
    if not is_subject or piece[-1].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return content
    return (page.span(Run(begin, comma)), *content)


def _is_open(page: Page, index: int) -> bool:
    """Whether a subject may go on to a word: no mark, no verb, no joint stands there."""
    token = page.tokens[index]
    return not token.is_punct and token.tag_ not in _FINITE and token.pos_ not in {"CCONJ", "SCONJ", "SPACE"}


def _is_bridge(page: Page, gap: Run, others: Sequence[Run]) -> bool:
    if gap.end - gap.start > _GAP or any(run.start < gap.end and gap.start < run.end for run in others):
        return False
    return all(word.isalpha() or word in _TIES for word in page.words[gap.start : gap.end])


def with_opening(page: Page, content: Sequence[Span], rule: Draft) -> Sequence[Span]:
    """A content with what the parse sees before an aside where the model sees the rest: "Sole, he said, | was old"."""
    first, source = rule.content[0], rule.source
    if len(rule.content) < 2 or source is None or rule.pattern != "clause" or first.end > page.offsets[source.start]:
        return content
    if not content or content[0].start < page.offsets[source.end]:
        return content
    piece = page.run(first)
    # "it slept; the port, he added, | would not"
    piece = Run(max((i + 1 for i in _marks(page, piece, ";")), default=piece.start), piece.end)
    colon = next(_marks(page, piece, ":"), None)
    names = colon is not None and any(page.tokens[i].dep_ == "nsubj" for i in range(piece.start, colon))
    begin = colon + 1 if colon is not None and names else piece.start
    if any(page.tokens[i].tag_ in parse.FINITE for i in range(begin, piece.end)):
        # a sentence of its own
        return content
    return [page.span(Run(begin, piece.end)), *content]
