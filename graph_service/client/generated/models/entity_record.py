from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.entity_type import check_entity_type
from ..models.entity_type import EntityType
from typing import cast
import datetime


T = TypeVar("T", bound="EntityRecord")


@_attrs_define
class EntityRecord:
    """An entity with its names and when it was in the news.

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
        aliases (list[str]):
        first_seen (datetime.date | None):
        last_seen (datetime.date | None):
        merged (list[str]): Ids of the entities that were judged to be this one.
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
    aliases: list[str]
    first_seen: datetime.date | None
    last_seen: datetime.date | None
    merged: list[str]
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

        aliases = self.aliases

        first_seen: None | str
        if isinstance(self.first_seen, datetime.date):
            first_seen = self.first_seen.isoformat()
        else:
            first_seen = self.first_seen

        last_seen: None | str
        if isinstance(self.last_seen, datetime.date):
            last_seen = self.last_seen.isoformat()
        else:
            last_seen = self.last_seen

        merged = self.merged

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
                "aliases": aliases,
                "first_seen": first_seen,
                "last_seen": last_seen,
                "merged": merged,
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

        aliases = cast(list[str], d.pop("aliases"))

        def _parse_first_seen(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_seen_type_0 = datetime.date.fromisoformat(data)

                return first_seen_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        first_seen = _parse_first_seen(d.pop("first_seen"))

        def _parse_last_seen(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_seen_type_0 = datetime.date.fromisoformat(data)

                return last_seen_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        last_seen = _parse_last_seen(d.pop("last_seen"))

        merged = cast(list[str], d.pop("merged"))

        entity_record = cls(
            id=id,
            name=name,
            type_=type_,
            wikidata=wikidata,
            description=description,
            known=known,
            statements=statements,
            statements_about=statements_about,
            articles=articles,
            aliases=aliases,
            first_seen=first_seen,
            last_seen=last_seen,
            merged=merged,
        )

        entity_record.additional_properties = d
        return entity_record

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
