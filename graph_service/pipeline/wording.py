"""The words of a content, where what the model takes in is more or less than what is said."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from spacy.tokens import Token

from graph_service.models import Span
from graph_service.pipeline import parse
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


def without_manner(page: Page, content: Sequence[Span], source: Run | None, cue: Run | None) -> Iterator[Span]:
    """A content without how it was said: "A crew, reached | by radio |, said it rained, | without saying where"."""
    for span in content:
        first, end = page.run(span)
        is_behind = cue is not None and first >= cue.end and page.words[first] == "without"
        is_how = is_behind and page.tokens[first + 1].tag_ == "VBG"
        is_between = source is not None and cue is not None and source.end <= first < end <= cue.start
        is_aside = is_between and page.quoted[first] < 0 and page.tokens[first].tag_ == "IN" and page.words[end] == ","
        if len(content) == 1 or not (is_how or is_aside):
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


def marks(page: Page, run: Run, mark: str) -> Iterator[int]:
    """Where a punctuation mark stands in a run outside of quotation marks."""
    return (i for i in range(*run) if page.words[i] == mark and page.quoted[i] < 0)


def before_next(page: Page, content: Iterable[Span], cues: Container[int], own: Run | None) -> Iterator[Span]:
    """A content up to a semicolon behind which somebody else is told to speak: "…; | Brun blamed the crew"."""
    end = None
    for span in content:
        run = _behind_other(page, page.run(span), cues, own)
        if run.start > page.run(span).start:
            yield page.span(run)
            continue
        behind = next(marks(page, Run(end, run.start), ";"), None) if end is not None else None
        if behind is not None and behind + 3 < run.start and not (own and behind < own.start < run.start):
            # "that it rained; her critics say | that it snowed"
            return
        end = run.end
        if run.start and page.words[run.start - 1] == ";" and _speaks_behind(page, run, cues):
            continue
        stops = marks(page, Run(run.start + 1, run.end), ";")
        stop = next((i for i in stops if _speaks_behind(page, Run(i + 1, run.end), cues)), run.end)
        yield page.span(Run(run.start, stop))


def _behind_other(page: Page, run: Run, cues: Container[int], own: Run | None) -> Run:
    """What a closing cue tells, without what somebody else tells before: "According to X, it rained; | it snowed"."""
    last = max(marks(page, run, ";"), default=-1)
    is_closing = own is not None and own.start >= run.end
    begin = page.sentences[run.start].start
    if last < 0 or not is_closing or not any(i in cues and page.words[i] == "according" for i in range(begin, last)):
        return run
    return Run(last + 1, run.end)


def without_according(page: Page, content: tuple[Span, ...], cues: Container[int]) -> Iterator[Span]:
    """A content without by whom all of it is told, behind it: "Lima said it had won|, according to its envoy"."""
    for span in content:
        run = page.run(span)
        marks = (
            i for i in range(run.start + 1, run.end - 2) if page.words[i] == "," and page.words[i + 1] == "according"
        )
        cut = next((i for i in marks if i + 1 in cues and page.quoted[i] < 0), None)
        behind = page.words[cut + 1 : run.end] if cut is not None else [","]
        yield span if cut is None or "," in behind else page.span(Run(run.start, cut))


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
        if any(marks(page, Run(run.end, aside), ";")):
            # "Brun accused the crew; Sole agreed with him"
            continue
        opening = _behind_colon(page, run, aside)
        if opening is not None:
            yield page.span(opening)
            continue
        colon = next(marks(page, run, ":"), None)
        if colon is not None and colon == run.start + 1 and page.words[run.start] in _POINTING:
            yield page.span(Run(run.start, colon))
        elif (
            colon is not None
            and run.end <= cue.start
            and (
                page.quoted[colon + 1] >= 0
                or page.words[colon - 1] in {"this", "that"}
                or _is_his(page, run, colon, (source, cue))
            )
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
    colons = list(marks(page, Run(piece.end, aside - 2), ":"))
    in_one = bool(colons) and page.sentences[piece.start] == page.sentences[aside]
    return Run(colons[-1] + 1, aside - 1) if in_one and page.words[aside - 1] == "," else None


def bridged(page: Page, content: Iterable[Span], others: Sequence[Run]) -> list[Span]:
    """A content with the words between two of its pieces, if neither a comma nor its cue or source stands there."""
    made: list[Run] = []
    for run in map(page.run, content):
        if made and _is_bridge(page, Run(made[-1].end, run.start), others):
            made[-1] = Run(made[-1].start, run.end)
        else:
            made.append(run)
    return [page.span(run) for run in made]


def _is_bridge(page: Page, gap: Run, others: Sequence[Run]) -> bool:
    if gap.end - gap.start > _GAP or any(run.start < gap.end and gap.start < run.end for run in others):
        return False
    return all(word.isalpha() or word in _TIES for word in page.words[gap.start : gap.end])
