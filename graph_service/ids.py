"""Deterministic ids, made from the evidence alone: the same bytes give the same ids on every machine."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from graph_service.models import EntityType, Span

_HASH_LENGTH = 20
# in fewer words two people may say the same by chance
_FEWEST_WORDS = 8
_TYPE_PREFIX = {
    EntityType.PERSON: "person",
    EntityType.COUNTRY: "country",
    EntityType.ORGANISATION: "organisation",
    EntityType.WEAPON_SYSTEM: "weapon",
    EntityType.PLACE: "place",
}
_TYPE_OF = {prefix: type_ for type_, prefix in _TYPE_PREFIX.items()}
# letters that Unicode does not decompose
_PLAIN_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss"})


def digest(*parts: str) -> str:
    """A short hash of the parts in order; parts cannot run into each other."""
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]


def text_sha256(text: str) -> str:
    """The full SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(url: str | None, text: str) -> str:
    """The id of an article: of its canonical URL, or of its text where it has none."""
    return "article:" + (digest("url", url) if url else digest("text", text))


def feed_id(url: str) -> str:
    """The id of a feed or sitemap; it does not show the URL, which may hold a key."""
    return "feed:" + digest("feed", url)


def statement_id(article: str, content: Iterable[Span]) -> str:
    """The id of a statement: its article and the offsets of its content."""
    return "statement:" + digest(article, ";".join(f"{start}-{end}" for start, end in content))


def relation_id(article: str, type_: str, subject: str, object_: str, start: int) -> str:
    """The id of a relation: its article, what it says of whom, and where the words that say it begin."""
    return "relation:" + digest(article, type_, subject, object_, str(start))


def edge_id(*what: str) -> str:
    """The id of an edge between two entities: everything in which edges differ, in order."""
    return "edge:" + digest(*what)


def anonymous_id(article: str, text: str) -> str:
    """The id of an anonymous source: one for each article and wording."""
    return "anonymous:" + digest(article, fold(text))


def entity_id(entity_type: EntityType, name: str, article: str | None = None) -> str:
    """The id of an entity by its name; with ``article`` the name means nothing beyond that article."""
    stem = f"{_TYPE_PREFIX[entity_type]}:{slug(name)}"
    return f"{stem}~{digest(article)[:8]}" if article else stem


def judgement_id(kind: str, entity: str, other: str, articles: Iterable[str], at: str) -> str:
    """The id of a judgement: what it says, and when it was made."""
    return "judgement:" + digest(kind, entity, other, ";".join(articles), at)


def quote_key(speaker: str, text: str) -> str | None:
    """What statements of one speaker in the same words have in common; None where the words are too few to tell."""
    words = re.findall(r"\w+", fold(text))
    return digest(speaker, *words) if len(words) >= _FEWEST_WORDS else None


def type_of_entity(id_: str) -> EntityType:
    """What an entity is, by its id.

    Raises:
        ValueError: it is no entity's id.
    """
    prefix = id_.partition(":")[0]
    if prefix not in _TYPE_OF:
        raise ValueError(f"{id_} is no entity's id.")
    return _TYPE_OF[prefix]


def is_entity_id(text: str) -> bool:
    """Whether a text has the form of an entity's id; nobody's name has."""
    prefix, colon, stem = text.partition(":")
    return bool(colon and stem) and prefix in _TYPE_OF and not any(char.isspace() for char in stem)


def slug(name: str) -> str:
    """A name as lower-case words of plain letters joined by hyphens; other scripts keep their letters."""
    return re.sub(r"[^\w]+", "-", fold(name)).strip("-_") or digest(name)[:8]


def fold(text: str) -> str:
    """A text without case, accents and double spaces, for comparing names."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN_LETTERS))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(bare.casefold().replace("’", "'").split())
