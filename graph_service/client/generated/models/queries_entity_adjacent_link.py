from typing import Literal

QueriesEntityAdjacentLink = Literal[
    "mentioned_with",
    "reported",
    "reported_by",
    "said_about",
    "said_about_by",
    "said_to",
    "said_to_by",
]

QUERIES_ENTITY_ADJACENT_LINK_VALUES: set[QueriesEntityAdjacentLink] = {
    "mentioned_with",
    "reported",
    "reported_by",
    "said_about",
    "said_about_by",
    "said_to",
    "said_to_by",
}


def check_queries_entity_adjacent_link(value: str) -> QueriesEntityAdjacentLink:
    if value in QUERIES_ENTITY_ADJACENT_LINK_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_ENTITY_ADJACENT_LINK_VALUES!r}"
    )
