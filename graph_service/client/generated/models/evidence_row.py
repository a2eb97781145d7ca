from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from typing import cast
import datetime


T = TypeVar("T", bound="EvidenceRow")


@_attrs_define
class EvidenceRow:
    """One place in an article that speaks for a relation.

    Attributes:
        evidence (str):
        text (str): From the first to the last of the words that say it.
        sentence (str):
        start (int):
        end (int):
        sentence_start (int):
        sentence_end (int):
        topic (None | str):
        statement (None | str): Id of the innermost statement whose content it stands in.
        speaker (None | str): Whose words they are; nobody's but the article's where this is null.
        speaker_id (None | str):
        article (str):
        title (None | str):
        outlet (None | str):
        published_at (datetime.date | None):
        url (None | str):
    """

    evidence: str
    text: str
    sentence: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    topic: None | str
    statement: None | str
    speaker: None | str
    speaker_id: None | str
    article: str
    title: None | str
    outlet: None | str
    published_at: datetime.date | None
    url: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        evidence = self.evidence

        text = self.text

        sentence = self.sentence

        start = self.start

        end = self.end

        sentence_start = self.sentence_start

        sentence_end = self.sentence_end

        topic: None | str
        topic = self.topic

        statement: None | str
        statement = self.statement

        speaker: None | str
        speaker = self.speaker

        speaker_id: None | str
        speaker_id = self.speaker_id

        article = self.article

        title: None | str
        title = self.title

        outlet: None | str
        outlet = self.outlet

        published_at: None | str
        if isinstance(self.published_at, datetime.date):
            published_at = self.published_at.isoformat()
        else:
            published_at = self.published_at

        url: None | str
        url = self.url

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "evidence": evidence,
                "text": text,
                "sentence": sentence,
                "start": start,
                "end": end,
                "sentence_start": sentence_start,
                "sentence_end": sentence_end,
                "topic": topic,
                "statement": statement,
                "speaker": speaker,
                "speaker_id": speaker_id,
                "article": article,
                "title": title,
                "outlet": outlet,
                "published_at": published_at,
                "url": url,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        evidence = d.pop("evidence")

        text = d.pop("text")

        sentence = d.pop("sentence")

        start = d.pop("start")

        end = d.pop("end")

        sentence_start = d.pop("sentence_start")

        sentence_end = d.pop("sentence_end")

        def _parse_topic(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        topic = _parse_topic(d.pop("topic"))

        def _parse_statement(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        statement = _parse_statement(d.pop("statement"))

        def _parse_speaker(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        speaker = _parse_speaker(d.pop("speaker"))

        def _parse_speaker_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        speaker_id = _parse_speaker_id(d.pop("speaker_id"))

        article = d.pop("article")

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

        def _parse_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        url = _parse_url(d.pop("url"))

        evidence_row = cls(
            evidence=evidence,
            text=text,
            sentence=sentence,
            start=start,
            end=end,
            sentence_start=sentence_start,
            sentence_end=sentence_end,
            topic=topic,
            statement=statement,
            speaker=speaker,
            speaker_id=speaker_id,
            article=article,
            title=title,
            outlet=outlet,
            published_at=published_at,
            url=url,
        )

        evidence_row.additional_properties = d
        return evidence_row

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
