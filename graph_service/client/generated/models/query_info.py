from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.query_param import QueryParam


T = TypeVar("T", bound="QueryInfo")


@_attrs_define
class QueryInfo:
    """A named query.

    Attributes:
        name (str):
        summary (str):
        params (list[QueryParam]):
        returns (list[str]):
        address (str):
    """

    name: str
    summary: str
    params: list[QueryParam]
    returns: list[str]
    address: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.query_param import QueryParam  # noqa: PLC0415

        name = self.name

        summary = self.summary

        params = []
        for params_item_data in self.params:
            params_item = params_item_data.to_dict()
            params.append(params_item)

        returns = self.returns

        address = self.address

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "summary": summary,
                "params": params,
                "returns": returns,
                "address": address,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.query_param import QueryParam  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        summary = d.pop("summary")

        params = []
        _params = d.pop("params")
        for params_item_data in _params:
            params_item = QueryParam.from_dict(params_item_data)

            params.append(params_item)

        returns = cast(list[str], d.pop("returns"))

        address = d.pop("address")

        query_info = cls(
            name=name,
            summary=summary,
            params=params,
            returns=returns,
            address=address,
        )

        query_info.additional_properties = d
        return query_info

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
