"""Article lines in, prediction lines out, in the same order; ``id, text, title, date, outlet`` and no more are read."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time
from typing import NamedTuple

from graph_service.errors import ArticleTooLarge, BadArticle, GraphServiceError, NotEnglish, NothingToRead
from graph_service.evaluation.pool import outcomes
from graph_service.evaluation.predictions import Line, empty, prediction
from graph_service.ids import article_id
from graph_service.inputs.language import is_english
from graph_service.models import Article
from graph_service.pipeline.extract import extract, preload
from graph_service.settings import ExtractionOptions, Settings

_FIELDS = ("id", "text", "title", "date", "outlet")
_ISO_DAY = len("2026-01-31")
# one character for one, so that offsets stay those of the line's text
_SAME_LENGTH = str.maketrans({char: " " for char in "\r\xa0\u2007\u202f\u200b\ufeff"})


class Predicted(NamedTuple):
    """What became of one input line."""

    # the prediction; None where the line has no id to answer for
    line: Line | None
    statements: int
    # why there is nothing in it, for people
    problem: str | None = None
    # of the article, and what extracting took of the processor
    words: int = 0
    cpu_seconds: float = 0.0


def predict(lines: Iterable[bytes], settings: Settings, workers: int = 1) -> Iterator[Predicted]:
    """Predictions for article lines, one for each line that is not blank, in order.

    A line that cannot be used gives an empty prediction with its id, and the run goes on.

    Raises:
        ModelMissing: the spaCy model is not installed.
    """
    work = partial(
        predict_line,
        options=settings.extraction,
        most_bytes=settings.max_input_bytes,
        most_characters=settings.max_article_characters,
    )
    for raw, outcome in outcomes(work, (line for line in lines if line.strip()), workers):
        yield _failed(raw, outcome) if isinstance(outcome, Exception) else outcome


class Problem(NamedTuple):
    """A line without a usable article: its position from 1 among the lines that are not blank, and the reason."""

    line: int
    reason: str


class Report(NamedTuple):
    """What became of a file of article lines."""

    lines: int
    statements: int
    problems: tuple[Problem, ...]
    # None where nothing was extracted
    words_per_cpu_second: float | None = None


def predict_file(
    source: Path, out: Path, settings: Settings, workers: int = 1, on_line: Callable[[], None] = lambda: None
) -> Report:
    """Writes the predictions for a file of article lines; ``on_line`` is called after each.

    Raises:
        ModelMissing: the spaCy model is not installed.
        OSError: a file cannot be read or written.
    """
    lines = statements = words = 0
    seconds = 0.0
    problems: list[Problem] = []
    with source.open("rb") as given, out.open("w", encoding="ascii", newline="\n") as wanted:
        for predicted in predict(given, settings, workers):
            lines, statements = lines + 1, statements + predicted.statements
            words, seconds = words + predicted.words, seconds + predicted.cpu_seconds
            if predicted.problem:
                problems.append(Problem(lines, predicted.problem))
            if predicted.line is not None:
                wanted.write(json.dumps(predicted.line) + "\n")
            on_line()
    return Report(lines, statements, tuple(problems), words / seconds if seconds else None)


def predict_line(raw: bytes, *, options: ExtractionOptions, most_bytes: int, most_characters: int) -> Predicted:
    """The prediction for one article line.

    Raises:
        BadArticle: the line is too long, is no JSON object, or its ``id`` or ``text`` cannot be used.
    """
    if len(raw) > most_bytes:
        raise ArticleTooLarge(f"The line has {len(raw):,} bytes; at most {most_bytes:,} are read.")
    fields = _fields(raw)
    line_id = _line_id(fields)
    if line_id is None:
        raise BadArticle("The line has no usable `id`: a string or a whole number.")
    article = _article(fields, most_characters)
    preload(options)
    begun = process_time()
    extraction = extract(article, options)
    spent = process_time() - begun
    words = len(article.text.split())
    return Predicted(prediction(extraction, line_id), len(extraction.statements), words=words, cpu_seconds=spent)


def _failed(raw: bytes, error: Exception) -> Predicted:
    if isinstance(error, GraphServiceError) and not isinstance(error, BadArticle):
        raise error
    try:
        line_id = _line_id(_fields(raw))
    except BadArticle:
        line_id = None
    reason = str(error) if isinstance(error, BadArticle) else f"{type(error).__name__}: {error}"
    return Predicted(None if line_id is None else empty(line_id), 0, reason)


def _fields(raw: bytes) -> dict[str, object]:
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    # RecursionError: brackets nested beyond what the parser can follow
    except (ValueError, RecursionError) as error:
        raise BadArticle(f"The line is not JSON in UTF-8: {error}.") from error
    if not isinstance(found, dict):
        raise BadArticle(f"The line is a JSON {type(found).__name__}, not an object.")
    return {name: found.get(name) for name in _FIELDS}


def _line_id(fields: dict[str, object]) -> str | int | None:
    found = fields["id"]
    return found if isinstance(found, str | int) and not isinstance(found, bool) else None


def _article(fields: dict[str, object], most_characters: int) -> Article:
    text = fields["text"]
    if not isinstance(text, str) or not text.strip():
        raise NothingToRead("The line's `text` is missing, empty or not a string.")
    if len(text) > most_characters:
        raise ArticleTooLarge(f"The text has {len(text):,} characters; at most {most_characters:,} are taken.")
    if not _is_unicode(text):
        raise BadArticle("The line's `text` holds half a character (a lone surrogate).")
    if not is_english(text):
        raise NotEnglish("The line's `text` is not in English.")
    title, outlet = _words(fields["title"]), _words(fields["outlet"])
    plain = text.translate(_SAME_LENGTH)
    return Article(
        id=article_id(None, plain), text=plain, title=title, outlet=outlet, published_at=_day(fields["date"])
    )


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _words(found: object) -> str | None:
    return found if isinstance(found, str) and _is_unicode(found) else None


def _day(found: object) -> date | None:
    """The day of an ISO date or time; one in another form only means that roles are not looked up at a date."""
    try:
        return date.fromisoformat(found[:_ISO_DAY]) if isinstance(found, str) else None
    except ValueError:
        return None
