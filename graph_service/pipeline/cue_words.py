"""The model's cues in whole phrases: neither half a phrase of what is said, nor half of when or where it was."""

from graph_service.models import Span
from graph_service.pipeline.drafts import merge
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.sources import QUOTING
from graph_service.pipeline.tagger.model import Found

# what stands before the noun that it belongs to
_ATTRIBUTES = frozenset({"amod", "compound", "det", "nummod", "poss"})
_WHEN = frozenset({"DATE", "TIME"})


def with_whole_cue(page: Page, found: Found) -> tuple[Found, Run]:
    """A statement whose cue is whole, with the tokens of the cue.

    What the cue had of the content goes there: "rejected the | idea". What it had of a phrase in between goes
    nowhere: "said on | Monday they left", "said last | month that". "Quoted as | saying that" is a cue as a whole.
    """
    run = _with_saying(page, found, page.run(found.cue))
    begins = [page.run(span).start for span in (*found.content[:1], *([found.source] if found.source else []))]
    whole = _whole(page, run, is_apart=run.end not in begins)
    content = found.content
    if run.end in begins[:1] and page.tokens[run.end - 1].dep_ in _ATTRIBUTES and whole != run:
        content = merge([page.span(Run(whole.end, run.end)), *content])
    if run.end > page.run(found.cue).end:
        content = _behind(page, content, run.end)
    return found._replace(cue=page.span(whole), content=content), whole


def _with_saying(page: Page, found: Found, run: Run) -> Run:
    """A cue with the verb that it quotes by, where the model has it say that verb: "quoted as | saying that"."""
    first = page.tokens[page.run(found.content[0]).start] if found.content else page.tokens[run.start]
    is_quoted = first.i == run.end and first.dep_ == "pcomp" and first.head.lower_ == "as"
    return Run(run.start, run.end + 1) if is_quoted and first.head.head.lower_ in QUOTING else run


def _whole(page: Page, run: Run, *, is_apart: bool) -> Run:
    """A cue without the attributes of a noun behind it and, apart from the rest, without a date and a preposition."""
    start, end = run
    while end - start > 1 and page.tokens[end - 1].dep_ in _ATTRIBUTES and page.tokens[end - 1].head.i >= run.end:
        end -= 1
    while is_apart and end - start > 1 and page.tokens[end - 1].ent_type_ in _WHEN:
        end -= 1
    is_hanging = is_apart and end - start > 1 and page.tokens[end - 1].dep_ == "prep"
    return Run(start, end - 1 if is_hanging else end)


def _behind(page: Page, content: tuple[Span, ...], stop: int) -> tuple[Span, ...]:
    runs = [Run(max(run.start, stop), run.end) for run in map(page.run, content) if run.end > stop]
    return tuple(page.span(run) for run in runs)
