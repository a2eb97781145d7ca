"""Whether a text is English, by its letters and its small words; no model needed."""

import re
import unicodedata

#: enough of a text to tell
_SAMPLE = 20_000
#: below this many words nothing can be said
_FEWEST_WORDS = 16
#: English news has 15 to 30 small words in a hundred; a text in another language next to none
_SMALLEST_SHARE = 0.04
_SMALLEST_LATIN_SHARE = 0.7
#: frequent in English, and not a word in the other languages of Europe
_SMALL_WORD = re.compile(
    r"""\b(?:the|of|and|that|with|from|this|which|been|would|their|they|said|by|are|not|his|its|it|but|could|should
    |after|about|there|who|when|our|you|your|being|other|than|such|these|those|while|because|has|she|him|how|why|where
    |into|before|between|during|against|first)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether a text is English, or too short to tell."""
    sample = text[:_SAMPLE]
    if _share_of_latin(sample) < _SMALLEST_LATIN_SHARE:
        return False
    words = len(_WORD.findall(sample))
    return words < _FEWEST_WORDS or len(_SMALL_WORD.findall(sample)) / words >= _SMALLEST_SHARE


def _share_of_latin(sample: str) -> float:
    letters = [char for char in sample if char.isalpha()]
    if not letters:
        return 1.0
    return sum(char.isascii() or unicodedata.name(char, "").startswith("LATIN") for char in letters) / len(letters)
