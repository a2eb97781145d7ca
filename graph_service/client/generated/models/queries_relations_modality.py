from typing import Literal

QueriesRelationsModality = Literal["asserted", "denied", "hypothetical", "planned"]

QUERIES_RELATIONS_MODALITY_VALUES: set[QueriesRelationsModality] = {
    "asserted",
    "denied",
    "hypothetical",
    "planned",
}


def check_queries_relations_modality(value: str) -> QueriesRelationsModality:
    if value in QUERIES_RELATIONS_MODALITY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_RELATIONS_MODALITY_VALUES!r}"
    )
