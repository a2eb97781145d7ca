"""Words per CPU-second: our whole pipeline beside the bare spaCy pipe, on the same lines in the same process."""

from time import process_time

from benchmarks.articles import sample_articles, words
from benchmarks.measure import Result, in_turns, rate_result
from graph_service.pipeline.extract import extract
from graph_service.pipeline.language import load_bare
from graph_service.settings import Settings

BAR = 0.90


def measure(rounds: int, settings: Settings) -> list[Result]:
    """Both read all sample articles once a round. CPU time of all threads of the process."""
    articles = sample_articles(settings)
    nlp = load_bare(settings.spacy_model)

    def ours(_: int) -> None:
        for article in articles:
            extract(article, settings.extraction)

    def bare(_: int) -> None:
        for article in articles:
            for _doc in nlp.pipe(article.text.splitlines(keepends=True)):
                pass

    ours(0)
    bare(0)
    amount = sum(words(article.text) for article in articles)
    times = in_turns(ours, bare, rounds, process_time)
    return [rate_result("pipeline beside bare spaCy", "words per CPU-second", amount, times, BAR)]
