from typing import Literal

EntitiesEntityAdjacentLink = Literal[
    "mentioned_with",
    "reported",
    "reported_by",
    "said_about",
    "said_about_by",
    "said_to",
    "said_to_by",
]

ENTITIES_ENTITY_ADJACENT_LINK_VALUES: set[EntitiesEntityAdjacentLink] = {
    "mentioned_with",
    "reported",
    "reported_by",
    "said_about",
    "said_about_by",
    "said_to",
    "said_to_by",
}


def check_entities_entity_adjacent_link(value: str) -> EntitiesEntityAdjacentLink:
    if value in ENTITIES_ENTITY_ADJACENT_LINK_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ENTITIES_ENTITY_ADJACENT_LINK_VALUES!r}"
    )
