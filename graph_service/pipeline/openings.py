"""The subject of what is said, where the model leaves it out: before a verb, an aside, a quotation."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from graph_service.models import Span
from graph_service.pipeline import parse
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.wording import marks

_LONGEST_SUBJECT = 8
_ASKING = frozenset({"how", "what", "whether", "who", "why"})


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
            joints = (each.i for each in verb.children if each.dep_ == "mark")
            begin = min([subject.left_edge.i, *joints])
            yield page.span(Run(begin, run.end)) if begin >= cue.end else span


def _beside_told(page: Page, run: Run, cue: Run) -> int | None:
    """Where the subject of a verb begins that the parse takes for whoever is told: "told Lima | the port | had"."""
    noun = page.tokens[run.start - 1] if run.start > cue.end else None
    is_verb = (
        page.tokens[run.start].tag_ in parse.FINITE_OR_MODAL and parse.child(page.tokens[run.start], "nsubj") is None
    )
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


def opened(page: Page, content: tuple[Span, ...], source: Run | None, cue: Run | None) -> tuple[Span, ...]:
    """A content with the subject before an aside, where it begins with its verb: "Lima, | he said, | had rowed"."""
    content = _with_main_subject(page, content, source, cue)
    first = page.run(content[0]).start if content else 0
    is_mark = first + 1 < len(page.words) and page.quoted[first] >= 0 and not page.words[first].isalnum()
    verb = page.tokens[first + is_mark]
    is_aside = source is not None and cue is not None and source.end <= cue.start < cue.end < first
    if source is None or not is_aside or page.words[first - 1] != "," or verb.tag_ not in parse.FINITE_OR_MODAL:
        return content
    comma = source.start - 1
    begin = comma
    while begin > max(page.sentences[source.start].start, comma - _LONGEST_SUBJECT) and _is_open(page, begin - 1):
        begin -= 1
    whole = page.sentences[source.start].start
    if page.words[whole] in _ASKING and page.words[comma] == "," and "," not in page.words[whole:comma]:
        # "What Lima played, | he told Brun, | was a game"
        return (page.span(Run(whole, comma)), *content)
    piece = page.tokens[begin:comma]
    is_subject = page.words[comma] == "," and any(each.pos_ in {"NOUN", "PROPN", "PRON"} for each in piece)
    if not is_subject or piece[-1].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return content
    return (page.span(Run(begin, comma)), *content)


def _with_main_subject(page: Page, content: tuple[Span, ...], source: Run | None, cue: Run | None) -> tuple[Span, ...]:
    """A content that begins within what is said of its subject: "Lima, which got a | “deal”, will row", Brun said."""
    if not content or source is None or cue is None or content[0].end > page.offsets[min(source.start, cue.start)]:
        return content
    run = page.run(content[0])
    verb = page.top(run)
    verb = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    subject = parse.child(verb, "nsubj")
    is_cut = subject is not None and subject.i < run.start < verb.i and subject.right_edge.i >= run.start
    if subject is None or not is_cut or page.sentences[subject.i] != page.sentences[run.start]:
        return content
    return (page.span(Run(subject.left_edge.i, run.end)), *content[1:])


def _is_open(page: Page, index: int) -> bool:
    """Whether a subject may go on to a word: no mark, no verb, no joint stands there."""
    token = page.tokens[index]
    return (
        not token.is_punct and token.tag_ not in parse.FINITE_OR_MODAL and token.pos_ not in {"CCONJ", "SCONJ", "SPACE"}
    )


def with_opening(page: Page, content: Sequence[Span], rule: Draft) -> Sequence[Span]:
    """A content with what the parse sees before an aside where the model sees the rest: "Sole, he said, | was old"."""
    first, source = rule.content[0], rule.source
    if len(rule.content) < 2 or source is None or rule.pattern != "clause" or first.end > page.offsets[source.start]:
        return content
    if not content or content[0].start < page.offsets[source.end]:
        return content
    piece = page.run(first)
    # "it slept; the port, he added, | would not"
    piece = Run(max((i + 1 for i in marks(page, piece, ";")), default=piece.start), piece.end)
    colon = next(marks(page, piece, ":"), None)
    names = colon is not None and any(page.tokens[i].dep_ == "nsubj" for i in range(piece.start, colon))
    begin = colon + 1 if colon is not None and names else piece.start
    if any(page.tokens[i].tag_ in parse.FINITE for i in range(begin, piece.end)):
        # a sentence of its own
        return content
    return [page.span(Run(begin, piece.end)), *content]
