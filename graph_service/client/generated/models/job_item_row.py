from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.job_item_row_state import check_job_item_row_state
from ..models.job_item_row_state import JobItemRowState
from typing import cast


T = TypeVar("T", bound="JobItemRow")


@_attrs_define
class JobItemRow:
    """One item of a job, and what became of it.

    Attributes:
        place (str): Its number; what a feed or an archive holds is numbered below it.
        kind (str):
        source (str):
        state (JobItemRowState):
        outcome (None | str): created, updated, unchanged or duplicate.
        article (None | str):
        statements (int | None):
        reason (None | str):
        attempts (int):
        finished_at (None | str):
    """

    place: str
    kind: str
    source: str
    state: JobItemRowState
    outcome: None | str
    article: None | str
    statements: int | None
    reason: None | str
    attempts: int
    finished_at: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        place = self.place

        kind = self.kind

        source = self.source

        state: str = self.state

        outcome: None | str
        outcome = self.outcome

        article: None | str
        article = self.article

        statements: int | None
        statements = self.statements

        reason: None | str
        reason = self.reason

        attempts = self.attempts

        finished_at: None | str
        finished_at = self.finished_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "place": place,
                "kind": kind,
                "source": source,
                "state": state,
                "outcome": outcome,
                "article": article,
                "statements": statements,
                "reason": reason,
                "attempts": attempts,
                "finished_at": finished_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        place = d.pop("place")

        kind = d.pop("kind")

        source = d.pop("source")

        state = check_job_item_row_state(d.pop("state"))

        def _parse_outcome(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_article(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        article = _parse_article(d.pop("article"))

        def _parse_statements(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        statements = _parse_statements(d.pop("statements"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        attempts = d.pop("attempts")

        def _parse_finished_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        job_item_row = cls(
            place=place,
            kind=kind,
            source=source,
            state=state,
            outcome=outcome,
            article=article,
            statements=statements,
            reason=reason,
            attempts=attempts,
            finished_at=finished_at,
        )

        job_item_row.additional_properties = d
        return job_item_row

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
