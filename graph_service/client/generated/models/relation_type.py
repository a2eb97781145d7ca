from typing import Literal

RelationType = Literal[
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

RELATION_TYPE_VALUES: set[RelationType] = {
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


def check_relation_type(value: str) -> RelationType:
    if value in RELATION_TYPE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RELATION_TYPE_VALUES!r}"
    )
