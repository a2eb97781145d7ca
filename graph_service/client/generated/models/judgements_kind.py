from typing import Literal

JudgementsKind = Literal[
    "distinct", "merge", "not_a_statement", "split", "wrong_speaker", "wrong_target"
]

JUDGEMENTS_KIND_VALUES: set[JudgementsKind] = {
    "distinct",
    "merge",
    "not_a_statement",
    "split",
    "wrong_speaker",
    "wrong_target",
}


def check_judgements_kind(value: str) -> JudgementsKind:
    if value in JUDGEMENTS_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JUDGEMENTS_KIND_VALUES!r}"
    )
