"""The text that is measured: the sample articles, and editions of them that differ in one line."""

from collections.abc import Iterator
from datetime import date, timedelta

from graph_service import samples
from graph_service.ids import article_id
from graph_service.inputs import read
from graph_service.models import Article
from graph_service.settings import Settings

_PEOPLE = ("Olena Berezna", "Colette Arnaud", "Ida Lund", "Ben Ortiz", "Marta Almeida", "Kemal Aksoy", "Jonas Vollmer")
_COUNTRIES = ("Norway", "France", "Turkey", "Poland", "Romania")


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


def short_articles(count: int) -> Iterator[Article]:
    """Articles of three sentences, whose speakers and countries many share."""
    for number in range(count):
        speaker, other = _PEOPLE[number % len(_PEOPLE)], _PEOPLE[(number * 3 + 1) % len(_PEOPLE)]
        country = _COUNTRIES[number % len(_COUNTRIES)]
        text = (
            f"Talks on convoy {number}\n\n"
            f"{speaker} said on Monday that {country} would send {number + 2} ships to the harbour. "
            f'"We have not decided about convoy {number} of this year," {other} told reporters. '
            f"A diplomat denied that {country} had been asked for pilots."
        )
        url = f"https://harbour.example/convoys/{number}"
        yield Article(
            id=article_id(url, text),
            text=text,
            title=text.partition("\n")[0],
            url=url,
            outlet=("Harbour Wire", "The Daily Pilot")[number % 2],
            published_at=date(2031, 3, 3) + timedelta(days=number % 300),
        )
