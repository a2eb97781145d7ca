from typing import Literal

RelationsModality = Literal["asserted", "denied", "hypothetical", "planned"]

RELATIONS_MODALITY_VALUES: set[RelationsModality] = {
    "asserted",
    "denied",
    "hypothetical",
    "planned",
}


def check_relations_modality(value: str) -> RelationsModality:
    if value in RELATIONS_MODALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {RELATIONS_MODALITY_VALUES!r}"
    )
