"""From bytes to the text of an article: encoding, normal form, front matter, headline."""

import re
import unicodedata
from typing import NamedTuple

from charset_normalizer import from_bytes

from graph_service.errors import BadArticle, NothingToRead
from graph_service.inputs.metadata import Metadata

_MAGIC = {
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a zip archive or office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x7fELF": "a program",
    b"{\\rtf": "an RTF document",
}
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
#: what English text that is not UTF-8 comes in; a wider choice only finds unlikely scripts
_OLD_ENCODINGS = ["cp1252", "mac_roman"]
#: charset-normalizer's share of unlikely characters above which its answer is a guess
_MOST_CHAOS = 0.1
#: what UTF-8 quotation marks and accents become when they are read as Windows-1252
_MOJIBAKE = re.compile("â€[\x9c\x9d\x98\x99œ™˜“”¦]|Ã[\x80-\xbf©¨¼¶¤]")
_MOST_DAMAGE = 3

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\xa0\u2007\u202f]")
# soft hyphen, zero-width space, byte order mark, and marks that turn the direction of writing
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,4000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*(.*)")
_LONGEST_HEADLINE = 150
_SENTENCE_ENDS = (".", ",", ";", ":")


class Parts(NamedTuple):
    """A text and what it says about itself."""

    text: str
    metadata: Metadata


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of bytes: UTF-8, or UTF-16 with a byte order mark, or what is ``declared``, or a confident guess.

    Raises:
        NothingToRead: there are no bytes.
        BadArticle: they are no text, or their encoding cannot be told.
    """
    if not data.strip():
        raise NothingToRead("It is empty.")
    refuse_magic(data)
    mark = next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)
    if not mark and b"\x00" in data:
        raise BadArticle("It is binary, not text.")
    text = _attempt(data, mark or "utf-8") or (declared and _attempt(data, declared)) or _guess(data)
    return _undamaged(text)


def refuse_magic(data: bytes) -> None:
    """Passes over what does not begin like something else than text.

    Raises:
        BadArticle: it does.
    """
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)
    if kind:
        raise BadArticle(f"It is {kind}, not text.", advice="Save it as plain text or HTML.")


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(data: bytes) -> str:
    found = from_bytes(data, cp_isolation=_OLD_ENCODINGS).best()
    if found is None or found.chaos > _MOST_CHAOS:
        raise BadArticle("It is mis-encoded: neither UTF-8 nor any likely encoding.", advice="Save it as UTF-8.")
    return str(found)


def _undamaged(text: str) -> str:
    if len(_MOJIBAKE.findall(text)) >= _MOST_DAMAGE or text.count("\ufffd") >= _MOST_DAMAGE:
        raise BadArticle("It is mis-encoded: characters were lost when it was saved.", advice="Save it as UTF-8.")
    return text


def normalise(text: str) -> str:
    """The normal form that is stored, and that all offsets refer to.

    Composed characters (NFC), line ends as ``\\n``, no-break spaces as spaces, no control or invisible characters, no
    blank lines at either end.

    Raises:
        BadArticle: half a surrogate pair stands in it, which no encoding can hold.
    """
    if _SURROGATES.search(text):
        raise BadArticle("It is mis-encoded: half a surrogate pair stands in it.")
    plain = _INVISIBLE.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", text)))
    return unicodedata.normalize("NFC", plain).strip()


def split_front_matter(text: str) -> Parts:
    """A text without its front matter: lines ``title:``, ``outlet:``, ``date:``, ``url:`` between two lines ``---``.

    Other fields are left aside.

    Raises:
        BadArticle: the date or the URL is not one.
    """
    block = _FRONT_MATTER.match(text)
    if not block:
        return Parts(text, Metadata())
    lines = (_FIELD.fullmatch(line.strip()) for line in block[1].split("\n"))
    fields = {line[1].lower(): _unquoted(line[2]) for line in lines if line}
    metadata = Metadata.parse(fields.get("title"), fields.get("outlet"), fields.get("date"), fields.get("url"))
    return Parts(text[block.end() :].strip(), metadata)


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def headline(text: str) -> str | None:
    """The first line where it looks like a headline: short, not a sentence, and with text below it."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    if not rest.strip() or len(first) > _LONGEST_HEADLINE or first.endswith(_SENTENCE_ENDS):
        return None
    return first
