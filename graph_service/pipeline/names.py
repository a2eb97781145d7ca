"""Comparing people's names: initials, missing middle names, transliterations."""

import re
from collections.abc import Iterable
from functools import lru_cache

from graph_service.ids import fold
from graph_service.models import Span

# one spelling for many transliterations; longer ones first
_SPELLINGS = (
    (r"shch|sch", "sh"), (r"tch|tsch", "ch"), (r"kh", "h"), (r"ph", "f"), (r"gh", "g"), (r"th", "t"), (r"ks", "x"),
    (r"ts|tz", "c"), (r"ou", "u"), (r"(?<=.)(?:iy|yi|ii|yy|ij|ey|ei|y|j|i)$", "i"),
    (r"(?:iy|yi|ii|yy|ij|ye|ie|je)", "e"), (r"[yj]", "i"), (r"w", "v"), (r"q|ck|c(?=[aoulrk])", "k"), (r"(.)\1", r"\1"),
)  # fmt: skip
_SMALL = {"of", "the", "and", "for", "in", "on", "de"}
#: what a surname may begin with: "Le Pen"
PARTICLES = frozenset({"le", "la", "van", "von", "de", "der", "di", "del", "dos", "da", "bin", "ben", "al", "el"})
# words of a Korean name, and letters of each
_KOREAN, _LONGEST_SYLLABLE = 3, 6
_INITIALS = re.compile(r"^(?:[A-Z]\.? ?){2,3} (?=[A-Z]\w)")
_JUNIOR = re.compile(r"\b(?:Jr|Junior)\.?$")
_GIVEN_AS = re.compile(
    r"\b(?:(?:gave (?:his|her|their) (?:first )?name|identified|named|known) (?:only )?(?:as|by)|asked to be called) $"
)
_INTRODUCES = re.compile(r" \(not (?:his|her|their) real name|, (?:an? (?:\d+-year-old|[a-z]+ )|\d{1,2}, )")
# characters
_BEFORE = 32
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}


@lru_cache(maxsize=4096)
def words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without "Jr." and dots."""
    found = [word.strip(".,'\"“”") for word in fold(name).replace("-", " ").split()]
    return tuple(word for word in found if word and word not in _SUFFIXES)


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """A word in one spelling for many: "Zelensky", "Zelenskyy" and "Zelenskiy" are alike."""
    for pattern, plain in _SPELLINGS:
        word = re.sub(pattern, plain, word)
    return word


def initials(split: Iterable[str]) -> str:
    """The first letters of words, without small ones: "Organisation for Security" gives "OS"."""
    return "".join(word[0] for word in split if word.lower() not in _SMALL)


def same_person(first: str, second: str) -> bool:
    """Whether two names of two or more words may be one person's: the same last name and compatible first names."""
    one, other = words(first), words(second)
    if not one or not other:
        return False
    if sorted(one) == sorted(other):
        return True
    if key(one[-1]) != key(other[-1]):
        return False
    return _given_alike(one[:-1], other[:-1])


def surname_of(name: str, surname: str) -> bool:
    """Whether a bare name is the last name of a full one; also a first family name: "Xi" of "Xi Jinping"."""
    full, bare = words(name), words(surname)
    if len(bare) >= len(full) or not bare:
        return False
    return [key(word) for word in full[-len(bare) :]] == [key(word) for word in bare]


def given_of(name: str, given: str) -> bool:
    """Whether a bare name is the first name of a full one."""
    full, bare = words(name), words(given)
    return len(bare) < len(full) and bare == full[: len(bare)]


def with_joined_initials(name: str) -> str:
    """ "J D Brun" and "J. D. Brun" as "JD Brun"."""
    return _INITIALS.sub(lambda found: re.sub(r"[. ]", "", found.group()) + " ", name)


def is_junior(name: str) -> bool:
    """Whether somebody of the same name is older: "Karl Berg Jr."."""
    return _JUNIOR.search(name) is not None


def is_introduced(text: str, span: Span) -> bool:
    """Whether somebody comes in by one name only: "Ada, a nurse", "Ada (not her real name)", "named only as Ada"."""
    before, behind = text[max(span.start - _BEFORE, 0) : span.start], text[span.end : span.end + _BEFORE]
    return bool(_GIVEN_AS.search(before) or _INTRODUCES.match(behind))


def is_family_first(name: str) -> bool:
    """Whether a name has the form of a Korean one: "Kim Yo Jong", "Kim Yong-hyun"."""
    split = words(name)
    return len(split) == _KOREAN and all(len(word) <= _LONGEST_SYLLABLE for word in split)


def _given_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return True
    shorter, longer = sorted((one, other), key=len)
    first, second = shorter[0], longer[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return key(first) == key(second) or (first in longer and len(shorter) == 1)
