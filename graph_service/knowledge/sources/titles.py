"""Offices as the lists name them, in the titles of the knowledge base."""

import re

from graph_service.knowledge.lexicon import Lexicon, normal_title

_SAME = {
    "head of the office of the president": "presidential chief of staff",
    "national security advisor": "national security adviser",
    "director of the cia": "director",
    "chief of the general staff": "chief of general staff",
    "white house chief of staff": "chief of staff",
    "white house press secretary": "press secretary",
    "chancellor of the exchequer": "finance minister",
    "secretary of the treasury": "finance minister",
    "secretary of state": "foreign minister",
    "foreign secretary": "foreign minister",
    "home secretary": "interior minister",
    "premier of the state council": "prime minister",
    "secretary-general of the united nations": "secretary general",
    "director-general of the world trade organization": "director general",
    "amir": "emir",
    "premier": "prime minister",
    "taoiseach": "prime minister",
    "monarch": "king",
}
#: offices that several people hold at one time
MANY = frozenset(
    {
        "senator", "representative", "deputy prime minister", "first deputy prime minister", "vice premier",
        "vice premier of the state council", "minister without portfolio", "state councilor", "supreme court justice",
        "vice president of the national people's congress", "senior advisor to the president",
        "advisor to the president", "chairman of ways and means", "first lady", "spokesperson",
        "chief of staff to the vice-president",
    }
)  # fmt: skip
_UNWANTED = re.compile(
    r"ambassador|justice of|lord of|member of|governor of|mayor of|head of the .* republic|provincial|parliamentary|"
    r"under-secretary|assistant|counsel|commandant|deputy (?!prime)|judge|permanent|plenipotentiary|state secretary|"
    r"lieutenant|minister of state",
    re.I,
)


#: no ministers, whatever the words say
_AS_THEY_ARE = re.compile(r"secretary of state of |(?:white house )?cabinet secretary")


def office(label: str, lexicon: Lexicon) -> str | None:
    """The title for an office's label, or None for the offices that are left out."""
    plain = " ".join(label.casefold().split())
    if _UNWANTED.search(plain):
        return None
    if _AS_THEY_ARE.match(plain):
        return plain
    if plain in _SAME:
        return _SAME[plain]
    called = lexicon.called.get(plain)
    return called[0] if called else normal_title(plain, lexicon)
