"""Two ways of the same work in turns, in one process: what disturbs the one disturbs the other."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Result:
    """One figure beside its yardstick."""

    name: str
    unit: str
    ours: float
    bare: float
    #: of ours to bare, in the middle of all rounds
    ratio: float
    #: the smallest and the largest ratio of a round
    spread: tuple[float, float]
    #: what the ratio must reach, or must not exceed where less is better
    bar: float
    less_is_better: bool
    rounds: int

    @property
    def good(self) -> bool:
        """Whether the ratio is on the right side of the bar."""
        return self.ratio <= self.bar if self.less_is_better else self.ratio >= self.bar

    def as_json(self) -> dict[str, object]:
        """The result for machines."""
        return {**asdict(self), "good": self.good}


def seconds(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """How long a piece of work takes by a clock, without a collection of garbage in between."""
    gc.collect()
    gc.disable()
    try:
        start = clock()
        work()
        return clock() - start
    finally:
        gc.enable()


def in_turns(
    ours: Callable[[int], object], bare: Callable[[int], object], rounds: int, clock: Callable[[], float] = perf_counter
) -> list[tuple[float, float]]:
    """Seconds of both for each round; who goes first changes from round to round."""
    return [_round(each, ours, bare, clock) for each in range(rounds)]


def _round(
    number: int, ours: Callable[[int], object], bare: Callable[[int], object], clock: Callable[[], float]
) -> tuple[float, float]:
    if number % 2 == 0:
        first = seconds(lambda: ours(number), clock)
        return first, seconds(lambda: bare(number), clock)
    first = seconds(lambda: bare(number), clock)
    return seconds(lambda: ours(number), clock), first


def rate_result(name: str, unit: str, amount: float, rounds: Sequence[tuple[float, float]], bar: float) -> Result:
    """Rates, of which more is better: ``amount`` of work a round."""
    ratios = [bare / ours for ours, bare in rounds]
    return Result(
        name,
        unit,
        ours=amount / median(ours for ours, _ in rounds),
        bare=amount / median(bare for _, bare in rounds),
        ratio=median(ratios),
        spread=(min(ratios), max(ratios)),
        bar=bar,
        less_is_better=False,
        rounds=len(rounds),
    )


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
