"""The text that is measured: the sample articles, and editions of them that differ in one line."""

from datetime import date, timedelta

from graph_service import samples
from graph_service.ids import article_id
from graph_service.inputs import read
from graph_service.models import Article
from graph_service.settings import Settings


def sample_articles(settings: Settings) -> list[Article]:
    """The sample corpus."""
    return [each for each in read(samples.FOLDER, settings) if isinstance(each, Article)]


def edition(article: Article, number: int) -> Article:
    """The same article as another outlet's printing, so that it is stored beside the first one."""
    text = f"{article.text}\n\nEdition {number}."
    url = f"{article.url}/{number}"
    day = (article.published_at or date(2031, 3, 3)) + timedelta(days=number % 365)
    return article.model_copy(update={"id": article_id(url, text), "url": url, "text": text, "published_at": day})


def words(text: str) -> int:
    """Words as people count them."""
    return len(text.split())
