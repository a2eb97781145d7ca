"""A guide for people who see the graph for the first time: a question on each slide, and the query that answers it."""

from html import escape
from typing import NamedTuple

from graph_service.browser.saved import saved_query
from graph_service.queries import catalogue


class _Slide(NamedTuple):
    question: str
    words: str
    # folder and name of the query
    group: str
    query: str


_TITLE = "Who said what about whom"
_INTRODUCTION = (
    "Every article is read for statements: a source says something, about somebody, to somebody, and perhaps somebody "
    "else reports it. Click a query to put it into the editor, change a name, and run it."
)
_SLIDES = (
    _Slide(
        "What is in the graph?",
        "How many articles, statements and entities there are, and of which days.",
        "read",
        "overview",
    ),
    _Slide(
        "What does somebody say?",
        "The speaker is blue, statements are yellow. Click a statement to read it with its sentence and its place in "
        "the article.",
        "browser",
        "who_says_what",
    ),
    _Slide(
        "What does one say about the other?",
        "Each statement leads to the article it stands in: no link without its evidence.",
        "browser",
        "one_about_the_other",
    ),
    _Slide(
        "Who talks about a country?",
        "Put another name in the place of the country: a person, an organisation, a weapon system.",
        "browser",
        "who_talks_about_it",
    ),
    _Slide("Who tells whom?", "Statements with somebody they are addressed to.", "browser", "who_tells_whom"),
    _Slide(
        "Who reports it?",
        "Much of what is said reaches the outlet through somebody else, who may have a reason to pass it on.",
        "browser",
        "who_reports_it",
    ),
    _Slide(
        "Who says so without a name?",
        "Unnamed sources are never taken for a person. There is one for each article and wording.",
        "browser",
        "unnamed_sources",
    ),
    _Slide(
        "Who has to do with whom?",
        "Roles, meetings, supplies, wars. Click a link: it lists the articles and statements that speak for it.",
        "browser",
        "who_has_to_do_with_whom",
    ),
    _Slide(
        "Who says most about it?",
        "A table: count the speakers. The other queries of the catalogue are saved beside this one.",
        "read",
        "top_speakers_about",
    ),
    _Slide(
        "Which weapons are in the news?",
        "Weapon systems, the articles that mention them, and who published those.",
        "browser",
        "weapons_in_the_news",
    ),
)


def guide_html(base: str) -> str:
    """The guide for the Browser that comes with Neo4j 5: ``:guide`` or ``:play`` and its address opens it.

    ``base`` is the address of the folder with the style, without a slash at its end.
    """
    first = _html_slide(_TITLE, f"{_INTRODUCTION} First load the colours:", _style_command(base))
    slides = (_html_slide(slide.question, slide.words, _cypher(slide)) for slide in _SLIDES)
    body = "\n".join((first, *slides))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{_TITLE}</title></head>\n<body>\n'
        f'<article class="guide">\n<carousel class="deck container-fluid">\n{body}\n</carousel>\n</article>\n'
        "</body>\n</html>\n"
    )


def guide_adoc(base: str) -> str:
    """The same guide as AsciiDoc, for the Browser that comes with later versions of Neo4j."""
    first = f"= {_TITLE}\n\n== {_TITLE}\n\n{_INTRODUCTION}\n\nThe colours are at {base}/style.grass.\n"
    slides = (
        f"== {slide.question}\n\n{slide.words}\n\n[source,cypher]\n----\n{_cypher(slide)}----\n" for slide in _SLIDES
    )
    return "\n".join((first, *slides))


def _html_slide(heading: str, words: str, code: str) -> str:
    return (
        f'<slide class="row-fluid">\n<div class="col-sm-12">\n<h3>{escape(heading)}</h3>\n<p>{escape(words)}</p>\n'
        f'<pre class="pre-scrollable code runnable">{escape(code)}</pre>\n</div>\n</slide>'
    )


def _style_command(base: str) -> str:
    return f":style {base}/style.grass\n"


def _cypher(slide: _Slide) -> str:
    return saved_query(catalogue(slide.group)[slide.query])
