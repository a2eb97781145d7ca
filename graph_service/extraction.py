"""Extraction beside the event loop: in a process that can be killed, so that no article holds up a service."""

import asyncio
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from pebble import ProcessExpired, ProcessPool

from graph_service.errors import BadArticle, ExtractorEnded, GraphServiceError
from graph_service.models import Article, Extraction
from graph_service.pipeline.extract import extract, extractor_name, preload
from graph_service.settings import ExtractionOptions, Settings
from graph_service.workers import process_pool


class Extractor:
    """One worker process, started with the first article, and again with the first one after it broke."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.name = extractor_name(settings.extraction)
        self._pool: ProcessPool | None = None

    async def extract(self, article: Article) -> Extraction:
        """The extraction of an article; articles wait for each other.

        Raises:
            BadArticle: it took longer than ``settings.extract_seconds``.
            ExtractorEnded: the process ended, as it does where there is no more memory.
            ModelMissing: a model is not installed.
        """
        options, seconds = self._settings.extraction, self._settings.extract_seconds
        if self._pool is None:
            self._pool = process_pool(1, _warm, options)
        pool = self._pool
        try:
            return await asyncio.wrap_future(pool.schedule(extract, args=(article, options), timeout=seconds))
        except TimeoutError as error:
            raise BadArticle(f"It could not be read within {seconds:g} seconds.") from error
        except (ProcessExpired, BrokenProcessPool) as error:
            raise ExtractorEnded("It could not be read: the process that read it ended.") from error
        finally:
            # one whose process ended before it was at an article takes no other
            if not pool.active:
                await self._drop(pool)

    async def close(self) -> None:
        """Ends the process, and what it is at."""
        if self._pool is not None:
            await self._drop(self._pool)

    async def _drop(self, pool: ProcessPool) -> None:
        if self._pool is pool:
            self._pool = None
        pool.stop()  # type: ignore[no-untyped-call]
        await asyncio.to_thread(pool.join)


def _warm(options: ExtractionOptions) -> None:
    # what is missing is said by the first article; a process that ends here would only say that it ended
    with suppress(GraphServiceError):
        preload(options)
