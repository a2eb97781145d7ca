"""The last name in a full name."""

import re

# fmt: off
_PARTICLES = {
    "von", "van", "der", "den", "de", "da", "di", "al", "el", "bin", "ben", "le", "la", "dos", "del", "zu", "ter",
}
# fmt: on


def surnames(name: str) -> list[str]:
    """The last name with and without what belongs to it: "von der Leyen" and "Leyen"; none of a single word."""
    plain = re.sub(r",.*|\b(Jr|Sr|II|III|IV)\b\.?", "", name).strip()
    words = plain.split()
    if len(words) < 2 or " of " in name:
        return []
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold() in _PARTICLES:
        start -= 1
    return list(dict.fromkeys((" ".join(words[start:]), words[-1])))
