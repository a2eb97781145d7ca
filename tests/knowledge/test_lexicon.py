import pytest

from graph_service.knowledge import load_lexicon
from graph_service.knowledge.lexicon import normal_title


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("premier", "prime minister"),
        ("defense minister", "defence minister"),
        ("Minister of National Defence", "defence minister"),
        ("secretary of state", "foreign minister"),
        ("foreign secretary", "foreign minister"),
        ("Secretary of State for Health and Social Care", "health minister"),
        ("home secretary", "interior minister"),
        ("health secretary", "health minister"),
    ],
)
def test_many_words_are_one_title(words: str, title: str) -> None:
    assert title in load_lexicon().titles_called(words)


@pytest.mark.parametrize("words", ["", "minister", "lighthouse keeper", "press secretary of the moon"])
def test_other_words_are_no_title_of_state(words: str) -> None:
    assert "prime minister" not in load_lexicon().titles_called(words)


def test_a_press_secretary_is_no_minister() -> None:
    assert normal_title("press secretary", load_lexicon()) == "press secretary"


def test_first_names_tell_a_gender() -> None:
    names = load_lexicon().given_names
    assert (names["olena"], names["giorgia"], names["jens"], names["volodymyr"]) == ("f", "f", "m", "m")
