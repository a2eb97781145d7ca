from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.entity_type import check_entity_type
from ..models.entity_type import EntityType
from typing import cast


T = TypeVar("T", bound="MentionedEntity")


@_attrs_define
class MentionedEntity:
    """An entity with the places where an article mentions it.

    Attributes:
        entity (str):
        name (str):
        type_ (EntityType): What an entity is; each value is also its Neo4j label.
        spans (list[list[int]]):
        texts (list[str]):
        kinds (list[str]):
    """

    entity: str
    name: str
    type_: EntityType
    spans: list[list[int]]
    texts: list[str]
    kinds: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        entity = self.entity

        name = self.name

        type_: str = self.type_

        spans = []
        for spans_item_data in self.spans:
            spans_item = spans_item_data

            spans.append(spans_item)

        texts = self.texts

        kinds = self.kinds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "entity": entity,
                "name": name,
                "type": type_,
                "spans": spans,
                "texts": texts,
                "kinds": kinds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        entity = d.pop("entity")

        name = d.pop("name")

        type_ = check_entity_type(d.pop("type"))

        spans = []
        _spans = d.pop("spans")
        for spans_item_data in _spans:
            spans_item = cast(list[int], spans_item_data)

            spans.append(spans_item)

        texts = cast(list[str], d.pop("texts"))

        kinds = cast(list[str], d.pop("kinds"))

        mentioned_entity = cls(
            entity=entity,
            name=name,
            type_=type_,
            spans=spans,
            texts=texts,
            kinds=kinds,
        )

        mentioned_entity.additional_properties = d
        return mentioned_entity

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
