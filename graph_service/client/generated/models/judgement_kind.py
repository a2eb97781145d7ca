from typing import Literal

JudgementKind = Literal[
    "distinct", "merge", "not_a_statement", "split", "wrong_speaker", "wrong_target"
]

JUDGEMENT_KIND_VALUES: set[JudgementKind] = {
    "distinct",
    "merge",
    "not_a_statement",
    "split",
    "wrong_speaker",
    "wrong_target",
}


def check_judgement_kind(value: str) -> JudgementKind:
    if value in JUDGEMENT_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JUDGEMENT_KIND_VALUES!r}"
    )
