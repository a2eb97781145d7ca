from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime

if TYPE_CHECKING:
    from ..models.mentioned_entity import MentionedEntity
    from ..models.statement_row import StatementRow


T = TypeVar("T", bound="ArticleRecord")


@_attrs_define
class ArticleRecord:
    """An article's text, and what was found at which characters of it.

    Attributes:
        id (str):
        url (None | str):
        title (None | str):
        outlet (None | str):
        published_at (datetime.date | None):
        language (str):
        text (str):
        text_sha256 (str):
        extractor (str):
        ingested_at (str):
        mentions (list[MentionedEntity]):
        statements (list[StatementRow]):
    """

    id: str
    url: None | str
    title: None | str
    outlet: None | str
    published_at: datetime.date | None
    language: str
    text: str
    text_sha256: str
    extractor: str
    ingested_at: str
    mentions: list[MentionedEntity]
    statements: list[StatementRow]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.mentioned_entity import MentionedEntity  # noqa: PLC0415
        from ..models.statement_row import StatementRow  # noqa: PLC0415

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

        text = self.text

        text_sha256 = self.text_sha256

        extractor = self.extractor

        ingested_at = self.ingested_at

        mentions = []
        for mentions_item_data in self.mentions:
            mentions_item = mentions_item_data.to_dict()
            mentions.append(mentions_item)

        statements = []
        for statements_item_data in self.statements:
            statements_item = statements_item_data.to_dict()
            statements.append(statements_item)

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
                "text": text,
                "text_sha256": text_sha256,
                "extractor": extractor,
                "ingested_at": ingested_at,
                "mentions": mentions,
                "statements": statements,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.mentioned_entity import MentionedEntity  # noqa: PLC0415
        from ..models.statement_row import StatementRow  # noqa: PLC0415

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

        text = d.pop("text")

        text_sha256 = d.pop("text_sha256")

        extractor = d.pop("extractor")

        ingested_at = d.pop("ingested_at")

        mentions = []
        _mentions = d.pop("mentions")
        for mentions_item_data in _mentions:
            mentions_item = MentionedEntity.from_dict(mentions_item_data)

            mentions.append(mentions_item)

        statements = []
        _statements = d.pop("statements")
        for statements_item_data in _statements:
            statements_item = StatementRow.from_dict(statements_item_data)

            statements.append(statements_item)

        article_record = cls(
            id=id,
            url=url,
            title=title,
            outlet=outlet,
            published_at=published_at,
            language=language,
            text=text,
            text_sha256=text_sha256,
            extractor=extractor,
            ingested_at=ingested_at,
            mentions=mentions,
            statements=statements,
        )

        article_record.additional_properties = d
        return article_record

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
