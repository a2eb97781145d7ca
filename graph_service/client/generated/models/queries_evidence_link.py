from typing import Literal

QueriesEvidenceLink = Literal["about", "reported_by", "to"]

QUERIES_EVIDENCE_LINK_VALUES: set[QueriesEvidenceLink] = {
    "about",
    "reported_by",
    "to",
}


def check_queries_evidence_link(value: str) -> QueriesEvidenceLink:
    if value in QUERIES_EVIDENCE_LINK_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_EVIDENCE_LINK_VALUES!r}"
    )
