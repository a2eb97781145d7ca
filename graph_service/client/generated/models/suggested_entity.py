from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.entity_type import check_entity_type
from ..models.entity_type import EntityType
from typing import cast


T = TypeVar("T", bound="SuggestedEntity")


@_attrs_define
class SuggestedEntity:
    """An entity with a name that begins so, or nearly so.

    Attributes:
        id (str):
        name (str):
        type_ (EntityType): What an entity is; each value is also its Neo4j label.
        statements (int):
        articles (int):
    """

    id: str
    name: str
    type_: EntityType
    statements: int
    articles: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        type_: str = self.type_

        statements = self.statements

        articles = self.articles

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "type": type_,
                "statements": statements,
                "articles": articles,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        type_ = check_entity_type(d.pop("type"))

        statements = d.pop("statements")

        articles = d.pop("articles")

        suggested_entity = cls(
            id=id,
            name=name,
            type_=type_,
            statements=statements,
            articles=articles,
        )

        suggested_entity.additional_properties = d
        return suggested_entity

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
