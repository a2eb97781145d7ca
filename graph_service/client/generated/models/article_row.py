from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime


T = TypeVar("T", bound="ArticleRow")


@_attrs_define
class ArticleRow:
    """An article without its text.

    Attributes:
        id (str):
        url (None | str):
        title (None | str):
        outlet (None | str):
        published_at (datetime.date | None):
        language (str):
        statements (int):
        entities (int):
        characters (int):
        extractor (str):
    """

    id: str
    url: None | str
    title: None | str
    outlet: None | str
    published_at: datetime.date | None
    language: str
    statements: int
    entities: int
    characters: int
    extractor: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        url: None | str
        url = self.url

        title: None | str
        title = self.title

        outlet: None | str
        outlet = self.outlet

        published_at: None | str
        if isinstance(self.published_at, datetime.date):
            published_at = self.published_at.isoformat()
        else:
            published_at = self.published_at

        language = self.language

        statements = self.statements

        entities = self.entities

        characters = self.characters

        extractor = self.extractor

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "url": url,
                "title": title,
                "outlet": outlet,
                "published_at": published_at,
                "language": language,
                "statements": statements,
                "entities": entities,
                "characters": characters,
                "extractor": extractor,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        def _parse_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        url = _parse_url(d.pop("url"))

        def _parse_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        title = _parse_title(d.pop("title"))

        def _parse_outlet(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        outlet = _parse_outlet(d.pop("outlet"))

        def _parse_published_at(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                published_at_type_0 = datetime.date.fromisoformat(data)

                return published_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        published_at = _parse_published_at(d.pop("published_at"))

        language = d.pop("language")

        statements = d.pop("statements")

        entities = d.pop("entities")

        characters = d.pop("characters")

        extractor = d.pop("extractor")

        article_row = cls(
            id=id,
            url=url,
            title=title,
            outlet=outlet,
            published_at=published_at,
            language=language,
            statements=statements,
            entities=entities,
            characters=characters,
            extractor=extractor,
        )

        article_row.additional_properties = d
        return article_row

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
