from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast

if TYPE_CHECKING:
    from ..models.cypher_answer_rows_item import CypherAnswerRowsItem


T = TypeVar("T", bound="CypherAnswer")


@_attrs_define
class CypherAnswer:
    """The rows of a query.

    Attributes:
        columns (list[str]): Names of the columns, in order.
        rows (list[CypherAnswerRowsItem]): A node is `{labels, properties}`, a relationship `{type, properties}`.
        truncated (bool): Whether there are more rows than were taken.
    """

    columns: list[str]
    rows: list[CypherAnswerRowsItem]
    truncated: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.cypher_answer_rows_item import CypherAnswerRowsItem  # noqa: PLC0415

        columns = self.columns

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        truncated = self.truncated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "columns": columns,
                "rows": rows,
                "truncated": truncated,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cypher_answer_rows_item import CypherAnswerRowsItem  # noqa: PLC0415

        d = dict(src_dict)
        columns = cast(list[str], d.pop("columns"))

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = CypherAnswerRowsItem.from_dict(rows_item_data)

            rows.append(rows_item)

        truncated = d.pop("truncated")

        cypher_answer = cls(
            columns=columns,
            rows=rows,
            truncated=truncated,
        )

        cypher_answer.additional_properties = d
        return cypher_answer

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
