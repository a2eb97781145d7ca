"""Extraction beside the event loop: in a process that can be killed, so that no article holds up the service."""

import asyncio

from pebble import ProcessExpired, ProcessPool

from graph_service.errors import BadArticle
from graph_service.models import Article, Extraction
from graph_service.pipeline.extract import extract, extractor_name, preload
from graph_service.settings import Settings
from graph_service.workers import process_pool


class Extractor:
    """One worker process, started with the first article."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.name = extractor_name(settings.extraction)
        self._pool: ProcessPool | None = None

    async def extract(self, article: Article) -> Extraction:
        """The extraction of an article; articles wait for each other.

        Raises:
            BadArticle: it took longer than ``settings.extract_seconds``, or more memory than there is.
            ModelMissing: a model is not installed.
        """
        options, seconds = self._settings.extraction, self._settings.extract_seconds
        if self._pool is None:
            self._pool = process_pool(1, preload, options)
        future = self._pool.schedule(extract, args=(article, options), timeout=seconds)
        try:
            return await asyncio.wrap_future(future)
        except TimeoutError as error:
            raise BadArticle(f"It could not be read within {seconds:g} seconds.") from error
        except ProcessExpired as error:
            raise BadArticle("It could not be read: the process that read it ended.") from error

    async def close(self) -> None:
        """Ends the process, and what it is at."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            await asyncio.to_thread(self._pool.join)
