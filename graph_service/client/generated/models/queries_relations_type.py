from typing import Literal

QueriesRelationsType = Literal[
    "ACCUSES",
    "ALLIED_WITH",
    "AT_WAR_WITH",
    "CONSULTED",
    "CRITICISES",
    "HOLDS_ROLE",
    "LOCATED_IN",
    "MEMBER_OF",
    "MET",
    "PLANS_TO_MEET",
    "REQUESTS",
    "SANCTIONS",
    "SEEKS_MEMBERSHIP",
    "SUPPLIES",
    "SUPPORTS",
    "THREATENS",
    "USES_WEAPON",
]

QUERIES_RELATIONS_TYPE_VALUES: set[QueriesRelationsType] = {
    "ACCUSES",
    "ALLIED_WITH",
    "AT_WAR_WITH",
    "CONSULTED",
    "CRITICISES",
    "HOLDS_ROLE",
    "LOCATED_IN",
    "MEMBER_OF",
    "MET",
    "PLANS_TO_MEET",
    "REQUESTS",
    "SANCTIONS",
    "SEEKS_MEMBERSHIP",
    "SUPPLIES",
    "SUPPORTS",
    "THREATENS",
    "USES_WEAPON",
}


def check_queries_relations_type(value: str) -> QueriesRelationsType:
    if value in QUERIES_RELATIONS_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_RELATIONS_TYPE_VALUES!r}"
    )
