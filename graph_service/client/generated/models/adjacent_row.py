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


T = TypeVar("T", bound="AdjacentRow")


@_attrs_define
class AdjacentRow:
    """Whom or what an entity is linked with, and how.

    Attributes:
        link (str):
        id (str):
        name (str):
        type_ (EntityType): What an entity is; each value is also its Neo4j label.
        count (int): How many statements, or articles for `mentioned_with`, link the two.
        articles (int):
        first_seen (datetime.date | None):
        last_seen (datetime.date | None):
    """

    link: str
    id: str
    name: str
    type_: EntityType
    count: int
    articles: int
    first_seen: datetime.date | None
    last_seen: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        link = self.link

        id = self.id

        name = self.name

        type_: str = self.type_

        count = self.count

        articles = self.articles

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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "link": link,
                "id": id,
                "name": name,
                "type": type_,
                "count": count,
                "articles": articles,
                "first_seen": first_seen,
                "last_seen": last_seen,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        link = d.pop("link")

        id = d.pop("id")

        name = d.pop("name")

        type_ = check_entity_type(d.pop("type"))

        count = d.pop("count")

        articles = d.pop("articles")

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

        adjacent_row = cls(
            link=link,
            id=id,
            name=name,
            type_=type_,
            count=count,
            articles=articles,
            first_seen=first_seen,
            last_seen=last_seen,
        )

        adjacent_row.additional_properties = d
        return adjacent_row

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
