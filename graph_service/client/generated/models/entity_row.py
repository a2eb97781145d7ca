from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.entity_type import check_entity_type
from ..models.entity_type import EntityType
from typing import cast


T = TypeVar("T", bound="EntityRow")


@_attrs_define
class EntityRow:
    """Somebody or something that articles name.

    Attributes:
        id (str):
        name (str):
        type_ (EntityType): What an entity is; each value is also its Neo4j label.
        wikidata (None | str):
        description (None | str):
        known (bool): Whether it is in the knowledge base.
        statements (int): How many statements it made.
        statements_about (int): How many statements are about it.
        articles (int): How many articles mention it.
    """

    id: str
    name: str
    type_: EntityType
    wikidata: None | str
    description: None | str
    known: bool
    statements: int
    statements_about: int
    articles: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        type_: str = self.type_

        wikidata: None | str
        wikidata = self.wikidata

        description: None | str
        description = self.description

        known = self.known

        statements = self.statements

        statements_about = self.statements_about

        articles = self.articles

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "type": type_,
                "wikidata": wikidata,
                "description": description,
                "known": known,
                "statements": statements,
                "statements_about": statements_about,
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

        def _parse_wikidata(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        wikidata = _parse_wikidata(d.pop("wikidata"))

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        known = d.pop("known")

        statements = d.pop("statements")

        statements_about = d.pop("statements_about")

        articles = d.pop("articles")

        entity_row = cls(
            id=id,
            name=name,
            type_=type_,
            wikidata=wikidata,
            description=description,
            known=known,
            statements=statements,
            statements_about=statements_about,
            articles=articles,
        )

        entity_row.additional_properties = d
        return entity_row

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
