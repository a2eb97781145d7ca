from typing import Literal

RelationsType = Literal[
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

RELATIONS_TYPE_VALUES: set[RelationsType] = {
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


def check_relations_type(value: str) -> RelationsType:
    if value in RELATIONS_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RELATIONS_TYPE_VALUES!r}"
    )
