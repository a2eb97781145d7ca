from typing import Literal

RelationModality = Literal["asserted", "denied", "hypothetical", "planned"]

RELATION_MODALITY_VALUES: set[RelationModality] = {
    "asserted",
    "denied",
    "hypothetical",
    "planned",
}


def check_relation_modality(value: str) -> RelationModality:
    if value in RELATION_MODALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RELATION_MODALITY_VALUES!r}"
    )
