"""What somebody means who types "Berezna about Russia" into the box."""

import re
from typing import NamedTuple

_ASKS = re.compile(r"^(?:what|who)\s+(?:did|does|do|has|have|said\s+what)\b\s*", re.IGNORECASE)
_SAYS = re.compile(r"\s+(?:say|says|said|talk|talks|talked|tell|tells|told|speak|speaks|spoke)$", re.IGNORECASE)
_JOINTS = re.compile(r"(?:^|(?<=\s))(by|from|about|on|to)\s+", re.IGNORECASE)
_ROLES = {"by": "speaker", "from": "speaker", "about": "about", "on": "about", "to": "to"}


class Reading(NamedTuple):
    """Names by the filter each is for."""

    speaker: str = ""
    about: str = ""
    to: str = ""

    @property
    def filters(self) -> dict[str, str]:
        """Those that were given."""
        return {name: value for name, value in self._asdict().items() if value}


def read_words(text: str) -> Reading | None:
    """The names in "X about Y", "X to Z about Y", "about Y" and the like; none where a text is only words.

    Words in quotation marks are always only words.
    """
    if '"' in text:
        return None
    plain = _ASKS.sub("", text.strip().rstrip("?").strip())
    first, *rest = _JOINTS.split(plain)
    found = {"speaker": _SAYS.sub("", first.strip())} if first.strip() else {}
    for joint, name in zip(rest[::2], rest[1::2], strict=True):
        role = _ROLES[joint.lower()]
        if role in found or not name.strip():
            return None
        found[role] = _SAYS.sub("", name.strip())
    return Reading(**found) if rest else None
