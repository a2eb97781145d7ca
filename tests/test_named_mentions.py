"""Named mentions: what is right and what false; of those of ours within each other the longest counts."""

from graph_service.evaluation.mentions import Figures, Marked, figures, ours

TEXT = "The Danish prime minister flew to Orre. He praised Peru, and Ada Lind waved."


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def marked(words: str, *kinds: str) -> Marked:
    return Marked(*at(words), kinds)


GOLD = {
    "id": 1,
    "text": TEXT,
    "entities": [
        [*at("The Danish prime minister"), "Person"],
        [*at("Orre"), "Location"],
        [*at("He"), "Person"],
        [*at("Peru"), "Organisation"],
        [*at("Ada Lind"), "Person"],
    ],
}


def test_what_counts() -> None:
    found = {1: [marked("The Danish prime", "person"), marked("He", "person"), marked("Orre", "location")]}
    counted = figures([GOLD], found, way="by use")
    assert counted["person"] == Figures(right=1, found=1, gold=2)
    assert counted["location"] == Figures(right=1, found=1, gold=1)
    assert counted["organisation"] == Figures(right=0, found=0, gold=1)


def test_a_country_is_a_place_or_what_acts() -> None:
    found = {1: [marked("Peru", "location", "organisation")]}
    assert figures([GOLD], found, way="by use")["organisation"] == Figures(right=1, found=1, gold=1)
    strict = figures([GOLD], found, way="strict")
    assert strict["organisation"] == Figures(right=0, found=0, gold=1)
    assert strict["location"] == Figures(right=0, found=1, gold=1)


def test_of_mentions_within_each_other_the_longest_counts() -> None:
    line = {
        "entities": [
            {"type": "person", "mentions": [at("The Danish prime minister"), at("Ada Lind")]},
            {"type": "country", "mentions": [at("Danish"), at("Peru")]},
            {"type": "weapon_system", "mentions": [at("waved")]},
        ]
    }
    assert [TEXT[each.start : each.end] for each in ours(line)] == ["The Danish prime minister", "Ada Lind", "Peru"]
