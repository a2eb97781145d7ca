"""Words that name roles, unnamed speakers and kinds of things: data, compiled from ``curated/lexicon.yaml``."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).parent / "data" / "lexicon.json"


class Lexicon(NamedTuple):
    """The word lists; every word is folded."""

    # a title of the knowledge base -> how it is called
    titles: dict[str, tuple[str, ...]]
    # words for whoever leads a country or an organisation
    leader_words: frozenset[str]
    # a minister's field as written -> the field in the title
    fields: dict[str, str]
    honorifics: frozenset[str]
    female_words: frozenset[str]
    male_words: frozenset[str]
    role_nouns: frozenset[str]
    past_words: frozenset[str]
    other_words: frozenset[str]
    plain_words: frozenset[str]
    # kind of anonymous source -> its nouns
    anonymous: dict[str, tuple[str, ...]]
    collective_nouns: frozenset[str]
    organisation_nouns: frozenset[str]
    weapon_nouns: frozenset[str]
    # of these, the ones that mean nothing but weapons
    arms: frozenset[str]
    # bodies of a state that are described rather than named: "the army", "the foreign ministry"
    state_bodies: frozenset[str]
    # of such words a name may be made that means another body in every country: "Foreign Ministry"
    generic_words: frozenset[str]
    not_names: frozenset[str]
    # whether a capital's name is its government or the place: verbs that tell nothing, verbs whose object is a place,
    # words whose recipient is somebody, what only somebody is or has, nouns that belong to a place
    static_verbs: frozenset[str]
    verbs_of_place: frozenset[str]
    giving_words: frozenset[str]
    attitudes: frozenset[str]
    local_nouns: frozenset[str]
    # first name -> "f" or "m"
    given_names: dict[str, str]
    # a title as written -> titles of the knowledge base
    called: dict[str, tuple[str, ...]]

    def titles_called(self, words: str) -> tuple[str, ...]:
        """The titles that words may mean, the likeliest first: "premier" is a prime minister."""
        normal = normal_title(words, self)
        return self.called.get(normal) or ((normal,) if normal.endswith(" minister") else ())


def normal_title(words: str, lexicon: Lexicon) -> str:
    """One form for the many of a title: "secretary of state for defence" and "Defense Minister" are alike."""
    plain = words.casefold().replace("’", "'").strip()
    if plain in lexicon.called:
        return plain
    for before in (
        "secretary of state for ",
        "minister of state for ",
        "minister of ",
        "minister for ",
        "secretary of ",
    ):
        if plain.startswith(before):
            return f"{_field(plain.removeprefix(before), lexicon)} minister"
    for after in (" minister", " secretary"):
        if plain.endswith(after) and not plain.startswith(("deputy", "vice", "first", "press", "permanent")):
            return f"{_field(plain.removesuffix(after), lexicon)} minister"
    return plain


def _field(words: str, lexicon: Lexicon) -> str:
    bare = words.removeprefix("the ")
    return lexicon.fields.get(words, lexicon.fields.get(bare, bare))


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon that is shipped with the package; read once a process."""
    return lexicon_of(json.loads(DATA.read_text(encoding="utf-8")))


def lexicon_of(words: dict[str, Any]) -> Lexicon:
    """A lexicon from its plain form."""
    called: dict[str, list[str]] = {}
    for title, forms in words["titles"].items():
        for form in (title, *forms):
            called.setdefault(form, []).append(title)
    fields = {field: _frozen(words[field]) for field in Lexicon._fields if field != "called"}
    return Lexicon(**fields, called={form: tuple(dict.fromkeys(titles)) for form, titles in called.items()})


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return frozenset(value)
    if isinstance(value, dict):
        return {key: tuple(each) if isinstance(each, list) else each for key, each in value.items()}
    return value
