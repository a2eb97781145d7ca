from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="JobMetadata")


@_attrs_define
class JobMetadata:
    """What holds for all sources of a job that say nothing else.

    Attributes:
        outlet (None | str | Unset): Who published it all.
        published_at (None | str | Unset): The day of it all, as 2024-03-05.
    """

    outlet: None | str | Unset = UNSET
    published_at: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        outlet: None | str | Unset
        if isinstance(self.outlet, Unset):
            outlet = UNSET
        else:
            outlet = self.outlet

        published_at: None | str | Unset
        if isinstance(self.published_at, Unset):
            published_at = UNSET
        else:
            published_at = self.published_at

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if outlet is not UNSET:
            field_dict["outlet"] = outlet
        if published_at is not UNSET:
            field_dict["published_at"] = published_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_outlet(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        outlet = _parse_outlet(d.pop("outlet", UNSET))

        def _parse_published_at(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        published_at = _parse_published_at(d.pop("published_at", UNSET))

        job_metadata = cls(
            outlet=outlet,
            published_at=published_at,
        )

        return job_metadata
