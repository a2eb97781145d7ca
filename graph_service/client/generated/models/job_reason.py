from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.job_reason_state import check_job_reason_state
from ..models.job_reason_state import JobReasonState
from typing import cast


T = TypeVar("T", bound="JobReason")


@_attrs_define
class JobReason:
    """Why items failed or were passed over, and how many.

    Attributes:
        state (JobReasonState):
        reason (str):
        items (int):
    """

    state: JobReasonState
    reason: str
    items: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        state: str = self.state

        reason = self.reason

        items = self.items

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "state": state,
                "reason": reason,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        state = check_job_reason_state(d.pop("state"))

        reason = d.pop("reason")

        items = d.pop("items")

        job_reason = cls(
            state=state,
            reason=reason,
            items=items,
        )

        job_reason.additional_properties = d
        return job_reason

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
