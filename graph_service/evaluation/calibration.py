"""Whether a confidence means something: how often statements of each confidence are right."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

BINS = 10


class Bin(NamedTuple):
    """Statements of about one confidence."""

    statements: int
    # means, 0 to 1
    confidence: float
    right: float


class Calibration(NamedTuple):
    """A reliability curve in ten bins of equal width, empty ones left out."""

    bins: tuple[Bin, ...]
    # how far confidence and share of right statements are apart on average (Guo et al. 2017), 0 to 1
    error: float


def calibration(confidences: Sequence[float], right: Sequence[bool]) -> Calibration:
    """The reliability of some statements' confidences, each 0 to 1; ``right`` says which of them are."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for chance, is_right in zip(confidences, right, strict=True):
        groups.setdefault(bin_of(chance), []).append((chance, is_right))
    return of_bins(_bin(groups[index]) for index in sorted(groups))


def bin_of(confidence: float) -> int:
    """The number of the bin that a confidence of 0 to 1 falls into."""
    return min(int(confidence * BINS), BINS - 1)


def of_bins(bins: Iterable[Bin]) -> Calibration:
    """The reliability by bins that are known, in order."""
    found = tuple(bins)
    off = sum(each.statements * abs(each.confidence - each.right) for each in found)
    return Calibration(found, off / max(sum(each.statements for each in found), 1))


def _bin(members: Sequence[tuple[float, bool]]) -> Bin:
    count = len(members)
    return Bin(count, sum(chance for chance, _ in members) / count, sum(is_right for _, is_right in members) / count)
