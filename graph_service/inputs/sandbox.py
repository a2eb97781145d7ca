"""Work on hostile bytes: in a process that is killed when it takes too long or too much."""

from collections.abc import Callable, Iterator
from concurrent.futures import TimeoutError as NoAnswer
from functools import partial
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from graph_service.errors import BadArticle, GraphServiceError
from graph_service.settings import Settings
from graph_service.workers import START_SECONDS, WorkerDied, in_thread, limit_memory, process_pool, streamed

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


class Sandbox:
    """One other process, started at the first call and ended with the context.

    Each call has ``settings.html_seconds`` and ``settings.html_memory_mb``. Whatever goes wrong in it is a
    ``GraphServiceError`` here, and the next call finds a process again.
    """

    def __init__(self, settings: Settings) -> None:
        self._seconds = settings.html_seconds
        self._memory_mb = settings.html_memory_mb
        self._pool: ProcessPool | None = None
        self._is_ready = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()

    def ready(self) -> ProcessPool:
        """The process, once it is there: starting is not the document's fault, and does not count as its time.

        Raises:
            BadArticle: it does not start.
        """
        if self._pool is None:
            self._pool = process_pool(1, limit_memory, self._memory_mb)
        if not self._is_ready:
            try:
                self._pool.schedule(_nothing).result(timeout=START_SECONDS)
            except (NoAnswer, ProcessExpired):
                raise BadArticle("The process that reads documents does not start.") from None
            self._is_ready = True
        return self._pool

    def call(
        self, doing: str, work: Callable[Arguments, Answer], *arguments: Arguments.args, **named: Arguments.kwargs
    ) -> Answer:
        """What the work answers; ``doing`` says in messages what it is.

        Raises:
            BadArticle: it took too long or too much, or did not come to an end.
            GraphServiceError: what the work itself raises.
        """
        future = self.ready().schedule(work, args=arguments, kwargs=named)
        try:
            answer: Answer = future.result(timeout=self._seconds)
        except NoAnswer:
            # pebble kills the process of a task that is cancelled
            future.cancel()  # type: ignore[no-untyped-call]
            self._is_ready = False
            raise self._too_slow(doing) from None
        except Exception as error:  # whatever hostile bytes did to the libraries that read them
            self._is_ready = not isinstance(error, ProcessExpired)
            raise self._reason(doing, error) from None
        return answer

    async def acall(
        self, doing: str, work: Callable[Arguments, Answer], *arguments: Arguments.args, **named: Arguments.kwargs
    ) -> Answer:
        """``call``, beside the event loop."""
        return await in_thread(partial(self.call, doing, work, *arguments, **named))

    def stream(self, doing: str, work: Callable[..., Iterator[Answer]], *arguments: object) -> Iterator[Answer]:
        """What the work yields, one at a time, each within the time; in a process of its own, with the same limits.

        Raises:
            BadArticle: it took too long or too much, or did not come to an end.
            GraphServiceError: what the work itself raises.
        """
        try:
            yield from streamed(work, arguments, self._seconds, (limit_memory, self._memory_mb))
        except TimeoutError:
            raise self._too_slow(doing) from None
        except Exception as error:
            raise self._reason(doing, error) from None

    def _reason(self, doing: str, error: Exception) -> GraphServiceError:
        if isinstance(error, GraphServiceError):
            return error
        if isinstance(error, ProcessExpired | WorkerDied | MemoryError):
            return BadArticle(f"{doing} took over {self._memory_mb} MB.")
        if isinstance(error, RecursionError):
            return BadArticle(f"{doing} failed: it is nested too deeply.")
        return BadArticle(f"{doing} failed ({type(error).__name__}): it is damaged.")

    def _too_slow(self, doing: str) -> BadArticle:
        return BadArticle(f"{doing} took over {self._seconds:g} s.")


def _nothing() -> None:
    pass
