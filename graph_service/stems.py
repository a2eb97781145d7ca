"""Words without their endings, as the full-text index has them."""

from functools import lru_cache

import snowballstemmer


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of a word in small letters, by the stemmer of the index's analyser (Porter 1980)."""
    return str(snowballstemmer.stemmer("porter").stemWord(word))
