from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast


T = TypeVar("T", bound="Suggestion")


@_attrs_define
class Suggestion:
    """Two entities that may be one; ``entity`` is the better known one, which a merge would keep.

    Attributes:
        score (float):
        entity (str):
        entity_name (str):
        other (str):
        other_name (str):
        reasons (list[str]):
    """

    score: float
    entity: str
    entity_name: str
    other: str
    other_name: str
    reasons: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        score = self.score

        entity = self.entity

        entity_name = self.entity_name

        other = self.other

        other_name = self.other_name

        reasons = self.reasons

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "score": score,
                "entity": entity,
                "entity_name": entity_name,
                "other": other,
                "other_name": other_name,
                "reasons": reasons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        score = d.pop("score")

        entity = d.pop("entity")

        entity_name = d.pop("entity_name")

        other = d.pop("other")

        other_name = d.pop("other_name")

        reasons = cast(list[str], d.pop("reasons"))

        suggestion = cls(
            score=score,
            entity=entity,
            entity_name=entity_name,
            other=other,
            other_name=other_name,
            reasons=reasons,
        )

        suggestion.additional_properties = d
        return suggestion

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
