"""Words per CPU-second: our pipeline, by rules and whole, beside bare spaCy and beside its own models alone."""

from collections.abc import Callable, Iterable, Sequence
from time import process_time
from typing import Any
from unittest.mock import patch

from benchmarks.articles import sample_articles, words
from benchmarks.measure import Result, in_turns, rate_result
from graph_service.models import Article
from graph_service.pipeline.extract import extract
from graph_service.pipeline.language import load_bare, load_parser
from graph_service.pipeline.stance.model import StanceModel
from graph_service.pipeline.tagger.model import Tagger
from graph_service.settings import Finder, Settings

BAR = 0.90
# 4,000 words where spaCy alone reads 5,600
WHOLE_BAR = 0.71

_Read = Callable[[int], None]


def measure(rounds: int, settings: Settings) -> list[Result]:
    """Each reads all sample articles once a round. CPU time of all threads of the process."""
    articles = sample_articles(settings)
    options = settings.extraction
    nlp = load_bare(settings.spacy_model)

    def by_rules(_: int) -> None:
        for article in articles:
            extract(article, options._replace(finder=Finder.RULES))

    def whole(_: int) -> None:
        for article in articles:
            extract(article, options)

    def bare(_: int) -> None:
        _parse(nlp, articles)

    models = _models(articles, settings)
    for read in (by_rules, whole, bare, models):
        read(0)
    amount = sum(words(article.text) for article in articles)
    return [
        rate_result(name, "words per CPU-second", amount, in_turns(ours, yardstick, rounds, process_time), bar)
        for name, ours, yardstick, bar in (
            ("rules beside bare spaCy", by_rules, bare, BAR),
            ("whole pipeline beside bare spaCy", whole, bare, WHOLE_BAR),
            ("whole pipeline beside its models", whole, models, BAR),
        )
    ]


def _models(articles: Sequence[Article], settings: Settings) -> _Read:
    """Reads what the pipeline has its three models read, from text to findings, and does nothing else."""
    asked: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []

    def noting(method: Callable[..., Any]) -> Callable[..., Any]:
        def note(*given: Any) -> Any:
            # what is handed over piece by piece can be read only once
            kept = tuple(
                each if isinstance(each, Sequence) or not isinstance(each, Iterable) else [*each] for each in given
            )
            asked.append((method, kept))
            return method(*kept)

        return note

    with (
        patch.object(Tagger, "find", noting(Tagger.find)),
        patch.object(StanceModel, "chances", noting(StanceModel.chances)),
    ):
        for article in articles:
            extract(article, settings.extraction)
    nlp = load_parser(settings.spacy_model)

    def models(_: int) -> None:
        _parse(nlp, articles)
        for method, given in asked:
            method(*given)

    return models


def _parse(nlp: Any, articles: Sequence[Article]) -> None:
    for article in articles:
        for _doc in nlp.pipe(article.text.splitlines(keepends=True)):
            pass
