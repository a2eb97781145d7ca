"""An article that came as an e-mail: newsletters, wires, alerts."""

from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import NamedTuple

from graph_service.errors import NothingToRead
from graph_service.inputs.html import extract_page
from graph_service.inputs.metadata import Metadata
from graph_service.inputs.text import decode

#: parts within parts; mail programs stop earlier
_MOST_PARTS = 200


class Mail(NamedTuple):
    """What an e-mail says."""

    text: str
    metadata: Metadata


def parse_mail(data: bytes) -> Mail:
    """The text of an e-mail, plain rather than HTML; its subject is the title, and its date the article's.

    Who sent it is not taken for who published it.

    Raises:
        NothingToRead: it holds no text, attachments aside.
        BadArticle: its text is mis-encoded.
    """
    message = message_from_bytes(data, policy=policy.default)
    if not isinstance(message, EmailMessage) or len(list(islice(message.walk(), _MOST_PARTS))) == _MOST_PARTS:
        raise NothingToRead("The e-mail has too many parts.")
    part = message.get_body(("plain", "html"))
    body = part.get_payload(decode=True) if isinstance(part, MIMEPart) else None
    if part is None or not isinstance(body, bytes) or not body.strip():
        raise NothingToRead("The e-mail holds no text.")
    charset = part.get_content_charset()
    is_html = part.get_content_subtype() == "html"
    return Mail(extract_page(body, charset).text if is_html else decode(body, charset), _metadata(message))


def _metadata(message: EmailMessage) -> Metadata:
    subject, sent = message.get("subject"), message.get("date")
    try:
        day = parsedate_to_datetime(str(sent)).date() if sent else None
    except ValueError:
        day = None
    return Metadata(title=" ".join(str(subject).split()) or None if subject else None, published_at=day)
