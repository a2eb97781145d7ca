"""Whether two spellings are one person's: "Bidhya Devi BHANDARI" and "Bidya Devi Bhandari"."""

from difflib import SequenceMatcher

from graph_service.ids import fold

#: so alike are the spellings of one word in two transcriptions
_WORD = 0.8
#: and of a whole name where one is written apart and the other is not
_RUN_TOGETHER = 0.9
_SMALL = {"al", "el", "bin", "ibn", "de", "da", "van", "von"}


def same_name(known: str, name: str, surname: str) -> bool:
    """Whether a known name is a name with that surname: its first word and last name, or all words of the shorter."""
    words, parts = _words(name), _words(known)
    if set(_words(surname)) & set(parts[1:] or parts) and (parts[0] in words or set(words) <= set(parts)):
        return True
    return _within(words, parts)


def alike(known: str, name: str) -> bool:
    """Whether two names are nearly the same in letters.

    Only sure among the heads of one country: "Kim Jong Il" and "Kim Jong Un" are two; "Michel Awn" and "Michel Aoun",
    though one, are not told to be.
    """
    words, parts = _plain(_words(name)), _plain(_words(known))
    if len(words) < 2 or len(parts) < 2:
        return False
    if all(_ratio(*pair) >= _WORD for pair in ((words[0], parts[0]), (words[-1], parts[-1]))):
        return True
    return len(words) != len(parts) and _ratio("".join(words), "".join(parts)) >= _RUN_TOGETHER


def _words(name: str) -> list[str]:
    return fold(name).replace("-", " ").replace('"', " ").split()


def _plain(words: list[str]) -> list[str]:
    return [word for word in words if word not in _SMALL]


def _within(words: list[str], parts: list[str]) -> bool:
    shorter = min(set(words), set(parts), key=len)
    return len(shorter) > 1 and shorter <= set(words) & set(parts)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
