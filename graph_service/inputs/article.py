"""The last gate: a text with its metadata becomes an ``Article``, or is refused with the reason."""

from typing import NamedTuple

from graph_service.errors import ArticleTooLarge, GraphServiceError, NotEnglish, NothingToRead
from graph_service.ids import article_id
from graph_service.inputs.language import is_english
from graph_service.inputs.metadata import Metadata
from graph_service.inputs.text import headline, normalise
from graph_service.models import Article
from graph_service.settings import Settings


class Failure(NamedTuple):
    """An input that could not be used: which one (a path, with a line number for JSON lines), and why."""

    where: str
    error: GraphServiceError


def make_article(text: str, metadata: Metadata, settings: Settings) -> Article:
    """An article of a text as it came in; the title is the headline where the metadata has none.

    Raises:
        NothingToRead: no text.
        ArticleTooLarge: longer than ``settings.max_article_characters``.
        NotEnglish: in another language.
        BadArticle: characters that no encoding can hold.
    """
    _check_length(text, settings)
    plain = normalise(text)
    if not any(char.isalpha() for char in plain):
        raise NothingToRead("It holds no text.")
    if not is_english(plain):
        raise NotEnglish("It is not in English.", advice="Only English articles can be read.")
    return Article(
        id=article_id(metadata.url, plain),
        text=plain,
        title=metadata.title or headline(plain),
        url=metadata.url,
        outlet=metadata.outlet,
        published_at=metadata.published_at,
    )


def _check_length(text: str, settings: Settings) -> None:
    limit = settings.max_article_characters
    if len(text) > limit:
        raise ArticleTooLarge(
            f"It has {len(text):,} characters; at most {limit:,} are taken.",
            advice="Split it, or raise GRAPH_SERVICE_MAX_ARTICLE_CHARACTERS.",
        )
