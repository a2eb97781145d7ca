"""Words per CPU-second: our pipeline, by rules and whole, beside bare spaCy, on the same lines in one process."""

from time import process_time

from benchmarks.articles import sample_articles, words
from benchmarks.measure import Result, in_turns, rate_result
from graph_service.pipeline.extract import extract
from graph_service.pipeline.language import load_bare
from graph_service.settings import Finder, Settings

BAR = 0.90
# 4,000 words where spaCy alone reads 5,600
WHOLE_BAR = 0.71


def measure(rounds: int, settings: Settings) -> list[Result]:
    """Each reads all sample articles once a round. CPU time of all threads of the process."""
    articles = sample_articles(settings)
    nlp = load_bare(settings.spacy_model)

    def by_rules(_: int) -> None:
        for article in articles:
            extract(article, settings.extraction._replace(finder=Finder.RULES))

    def whole(_: int) -> None:
        for article in articles:
            extract(article, settings.extraction)

    def bare(_: int) -> None:
        for article in articles:
            for _doc in nlp.pipe(article.text.splitlines(keepends=True)):
                pass

    for read in (by_rules, whole, bare):
        read(0)
    amount = sum(words(article.text) for article in articles)
    return [
        rate_result(name, "words per CPU-second", amount, in_turns(ours, bare, rounds, process_time), bar)
        for name, ours, bar in (
            ("rules beside bare spaCy", by_rules, BAR),
            ("whole pipeline beside bare spaCy", whole, WHOLE_BAR),
        )
    ]
