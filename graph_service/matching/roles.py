"""Roles in words, without a parse: "the German chancellor", "NATO Secretary General", "president of Peru"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph_service.ids import fold
from graph_service.knowledge import AliasKind, KnowledgeBase, KnownEntity, Lexicon
from graph_service.models import EntityType

_WORD = re.compile(r"[\w.'’&-]+")
_JOINTS = {"of", "the", "for", "to", "and", "'s", "’s", "s"}
_HAVING = {EntityType.COUNTRY, EntityType.ORGANISATION}
_LONGEST = 6


class NamedRole(NamedTuple):
    """An office in words: the titles it may be, and of which countries or organisations."""

    titles: tuple[str, ...]
    # ids
    of: tuple[str, ...]


def role_in(text: str, knowledge: KnowledgeBase, lexicon: Lexicon) -> NamedRole | None:
    """The role that a text is, if it is one."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text)]
    of: dict[str, None] = {}
    left = list(words)
    for start, end, entity in mentioned(words, knowledge):
        if entity.type in _HAVING:
            of[entity.id] = None
            left[start:end] = [""] * (end - start)
    title = " ".join(fold(word) for word in left if word and fold(word) not in _JOINTS)
    titles = lexicon.titles_called(title)
    leads = title in lexicon.leader_words
    led = tuple(entity.led_by for entity in (knowledge.get(each) for each in of) if leads and entity and entity.led_by)
    return NamedRole((*led, *titles), tuple(of)) if title and (titles or led) else None


def title_and_name(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """What stands before a name, and the name: ("German Chancellor", "Olaf Scholz"); titles end with a role."""
    words = text.split()
    for position in range(min(len(words) - 1, _LONGEST), 0, -1):
        before = fold(words[position - 1]).rstrip(".")
        if before in lexicon.role_nouns or before in lexicon.honorifics:
            return " ".join(words[:position]), " ".join(words[position:])
    return "", text


def mentioned(words: list[str], knowledge: KnowledgeBase) -> Iterator[tuple[int, int, KnownEntity]]:
    """Known countries, organisations and places among words, the longest names first; start, end, entity."""
    position = 0
    while position < len(words):
        for length in range(min(_LONGEST, len(words) - position), 0, -1):
            entity = _known(" ".join(words[position : position + length]), knowledge)
            if entity:
                yield position, position + length, entity
                position += length
                break
        else:
            position += 1


def _known(name: str, knowledge: KnowledgeBase) -> KnownEntity | None:
    if not name[:1].isupper():
        return None
    for entity in knowledge.candidates(name):
        kinds = {alias.kind for alias in entity.aliases if fold(alias.text) == fold(name)}
        sure = fold(entity.name) == fold(name) or kinds - {AliasKind.SURNAME, AliasKind.WEAK}
        exact = kinds != {AliasKind.ABBREVIATION} or any(alias.text == name for alias in entity.aliases)
        if sure and exact and entity.type is not EntityType.PERSON:
            return entity
    return None
