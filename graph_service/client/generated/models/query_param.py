from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset


T = TypeVar("T", bound="QueryParam")


@_attrs_define
class QueryParam:
    """A parameter of a named query.

    Attributes:
        name (str):
        type_ (str):
        summary (str):
        required (bool):
        default (Any):
        expected (str):
    """

    name: str
    type_: str
    summary: str
    required: bool
    default: Any
    expected: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        type_ = self.type_

        summary = self.summary

        required = self.required

        default = self.default

        expected = self.expected

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "type": type_,
                "summary": summary,
                "required": required,
                "default": default,
                "expected": expected,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        type_ = d.pop("type")

        summary = d.pop("summary")

        required = d.pop("required")

        default = d.pop("default")

        expected = d.pop("expected")

        query_param = cls(
            name=name,
            type_=type_,
            summary=summary,
            required=required,
            default=default,
            expected=expected,
        )

        query_param.additional_properties = d
        return query_param

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
