"""Whether two spellings are one person's: "Bidhya Devi BHANDARI" and "Bidya Devi Bhandari"."""

from difflib import SequenceMatcher

from graph_service.ids import fold

#: so alike are the spellings of one word in two transcriptions
_WORD = 0.6
_WHOLE = 0.8
_SMALL = {"al", "el", "bin", "ibn", "de", "da", "van", "von"}


def same_name(known: str, name: str, surname: str) -> bool:
    """Whether a known name is a name with that surname, in the words or nearly.

    Only sure among the holders of one country's offices: "Kim Jong Il" and "Kim Jong Un" are two, "Michel Awn" and
    "Michel Aoun" are not told to be one.
    """
    words, parts = _words(name), _words(known)
    if set(_words(surname)) & set(parts[1:] or parts) and (parts[0] in words or set(words) <= set(parts)):
        return True
    return _within(words, parts) or _alike(_plain(words), _plain(parts))


def _words(name: str) -> list[str]:
    return fold(name).replace("-", " ").replace('"', " ").split()


def _plain(words: list[str]) -> list[str]:
    return [word for word in words if word not in _SMALL]


def _within(words: list[str], parts: list[str]) -> bool:
    shorter = min(set(words), set(parts), key=len)
    return len(shorter) > 1 and shorter <= set(words) & set(parts)


def _alike(words: list[str], parts: list[str]) -> bool:
    if len(words) < 2 or len(parts) < 2:
        return False
    if all(_ratio(*pair) >= _WHOLE for pair in ((words[0], parts[0]), (words[-1], parts[-1]))):
        return True
    if len(words) == len(parts) and not all(_ratio(*pair) >= _WORD for pair in zip(words, parts, strict=True)):
        return False
    return _ratio("".join(words), "".join(parts)) >= (_WHOLE if len(words) == len(parts) else 0.9)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
