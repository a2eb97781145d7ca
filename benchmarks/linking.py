"""How many mentions a second find their entity: the mention step and the entity step, once the parse is there."""

import time

from benchmarks.articles import sample_articles
from graph_service.pipeline.annotations import ArticleContext
from graph_service.pipeline.entities import entity_resolver
from graph_service.pipeline.language import load_parser, parse_article
from graph_service.pipeline.mentions import mention_finder
from graph_service.settings import Settings

_ROUNDS = 20


def decisions_per_second(settings: Settings) -> tuple[float, float]:
    """Link decisions of the entity step alone, and with the mentions found first, per second of one processor."""
    parsed = []
    for article in sample_articles(settings):
        doc = parse_article(load_parser(None), article.text)
        day = article.published_at.isoformat() if article.published_at else None
        doc._.context = ArticleContext(article.id, article.title, article.outlet, day)
        parsed.append(doc)
    decided, finding, linking = 0, 0.0, 0.0
    for number in range(_ROUNDS + 1):
        for doc in parsed:
            started = time.process_time()
            mention_finder(doc)
            found = time.process_time()
            entity_resolver(doc)
            linked = time.process_time()
            if number:
                decided += len(doc._.found_mentions)
                finding += found - started
                linking += linked - found
    return decided / linking, decided / (finding + linking)


if __name__ == "__main__":
    alone, both = decisions_per_second(Settings())
    print(f"{alone:,.0f} link decisions per CPU-second; {both:,.0f} with the mentions found first")
