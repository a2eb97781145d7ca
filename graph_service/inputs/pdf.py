"""The text of a PDF document."""

import logging
import re
from io import BytesIO
from statistics import median

from graph_service.errors import BadArticle, NothingToRead
from graph_service.inputs.extras import extra

_MOST_PAGES = 200
#: a line that ends a sentence and is shorter than this part of the others ends a paragraph
_SHORT = 0.8
_HYPHEN = re.compile(r"(?<=[a-z])-$")
_SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]*$")


def extract_pdf(data: bytes, longest: int) -> str:
    """The text of a PDF, its lines joined to paragraphs.

    Raises:
        NothingToRead: its pages hold no text, as those of a scan.
        BadArticle: it is not a PDF, is locked with a password, or has too many pages or too long a text.
    """
    with extra("inputs"):
        from pypdf import PdfReader  # noqa: PLC0415  (only the sandbox needs it)

    # what is wrong with a document is said once, by the error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise BadArticle("The PDF is locked with a password.")
    if len(reader.pages) > _MOST_PAGES:
        raise BadArticle(f"The PDF has over {_MOST_PAGES} pages.", advice="Split it.")
    text = ""
    for page in reader.pages:
        text += page.extract_text() + "\n"
        if len(text) > longest:
            # what is too long is refused for it; the rest need not be read
            return text[: longest + 1]
    if not text.strip():
        raise NothingToRead("The PDF holds no text; it may be a scan.")
    return joined(text)


def joined(text: str) -> str:
    """The lines of a page as paragraphs: a line break within a sentence is a space, a hyphen at it is none."""
    lines = [line.strip() for line in text.splitlines()]
    long = _SHORT * median([len(line) for line in lines if line] or [0])
    paragraphs, open_ = [""], ""
    for line in lines:
        if not line:
            paragraphs.append(open_)
            open_ = ""
            continue
        open_ = _HYPHEN.sub("", open_) + line if _HYPHEN.search(open_) and line[0].islower() else f"{open_} {line}"
        if len(line) < long and _SENTENCE_END.search(line):
            paragraphs.append(open_)
            open_ = ""
    return "\n\n".join(each.strip() for each in [*paragraphs, open_] if each.strip())
