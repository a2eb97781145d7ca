from typing import Literal

QueriesJudgementsKind = Literal[
    "distinct", "merge", "not_a_statement", "split", "wrong_speaker", "wrong_target"
]

QUERIES_JUDGEMENTS_KIND_VALUES: set[QueriesJudgementsKind] = {
    "distinct",
    "merge",
    "not_a_statement",
    "split",
    "wrong_speaker",
    "wrong_target",
}


def check_queries_judgements_kind(value: str) -> QueriesJudgementsKind:
    if value in QUERIES_JUDGEMENTS_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_JUDGEMENTS_KIND_VALUES!r}"
    )
