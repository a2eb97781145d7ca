from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset


T = TypeVar("T", bound="WithdrawalBody")


@_attrs_define
class WithdrawalBody:
    """Why a judgement is taken back.

    Attributes:
        by (str): Who withdraws it.
        why (str): The reason.
    """

    by: str
    why: str

    def to_dict(self) -> dict[str, Any]:
        by = self.by

        why = self.why

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "by": by,
                "why": why,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        by = d.pop("by")

        why = d.pop("why")

        withdrawal_body = cls(
            by=by,
            why=why,
        )

        return withdrawal_body
