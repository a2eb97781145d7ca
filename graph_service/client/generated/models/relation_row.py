from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.entity_type import check_entity_type
from ..models.entity_type import EntityType
from ..models.relation_modality import check_relation_modality
from ..models.relation_modality import RelationModality
from ..models.relation_type import check_relation_type
from ..models.relation_type import RelationType
from typing import cast
import datetime


T = TypeVar("T", bound="RelationRow")


@_attrs_define
class RelationRow:
    """What two entities have to do with each other, by all articles together.

    Attributes:
        relation (str):
        type_ (RelationType): What one entity has to do with another; each value is also the type of a relationship in
            Neo4j.

            The subject acts; ``SYMMETRIC`` relations have none. REQUESTS: the object is who is asked. LOCATED_IN: the
            subject
            is where the object is.
        subject (str): Name of who acts; of MET and the like, of either.
        subject_id (str):
        subject_type (EntityType): What an entity is; each value is also its Neo4j label.
        object_ (str):
        object_id (str):
        object_type (EntityType): What an entity is; each value is also its Neo4j label.
        modality (RelationModality): How real a relation is where the text says it: only what is asserted has happened
            or holds.
        title (None | str): Of a role, as the newest article has it.
        from_ (None | str): First day of a role, where the knowledge base has it.
        to (None | str): Last day of a role.
        known (bool): Whether the knowledge base has it, too.
        topic (None | str): What is supplied, asked for or planned, as the newest article has it.
        plover (None | str): Code of the event in the PLOVER ontology.
        count (int): How many places say so.
        first_seen (datetime.date | None):
        last_seen (datetime.date | None):
        statements (list[str]): Ids of the statements that say so, among the newest hundred places.
        articles (list[str]): Ids of the articles that say so, among the newest hundred places.
    """

    relation: str
    type_: RelationType
    subject: str
    subject_id: str
    subject_type: EntityType
    object_: str
    object_id: str
    object_type: EntityType
    modality: RelationModality
    title: None | str
    from_: None | str
    to: None | str
    known: bool
    topic: None | str
    plover: None | str
    count: int
    first_seen: datetime.date | None
    last_seen: datetime.date | None
    statements: list[str]
    articles: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        relation = self.relation

        type_: str = self.type_

        subject = self.subject

        subject_id = self.subject_id

        subject_type: str = self.subject_type

        object_ = self.object_

        object_id = self.object_id

        object_type: str = self.object_type

        modality: str = self.modality

        title: None | str
        title = self.title

        from_: None | str
        from_ = self.from_

        to: None | str
        to = self.to

        known = self.known

        topic: None | str
        topic = self.topic

        plover: None | str
        plover = self.plover

        count = self.count

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

        statements = self.statements

        articles = self.articles

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "relation": relation,
                "type": type_,
                "subject": subject,
                "subject_id": subject_id,
                "subject_type": subject_type,
                "object": object_,
                "object_id": object_id,
                "object_type": object_type,
                "modality": modality,
                "title": title,
                "from": from_,
                "to": to,
                "known": known,
                "topic": topic,
                "plover": plover,
                "count": count,
                "first_seen": first_seen,
                "last_seen": last_seen,
                "statements": statements,
                "articles": articles,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        relation = d.pop("relation")

        type_ = check_relation_type(d.pop("type"))

        subject = d.pop("subject")

        subject_id = d.pop("subject_id")

        subject_type = check_entity_type(d.pop("subject_type"))

        object_ = d.pop("object")

        object_id = d.pop("object_id")

        object_type = check_entity_type(d.pop("object_type"))

        modality = check_relation_modality(d.pop("modality"))

        def _parse_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        title = _parse_title(d.pop("title"))

        def _parse_from_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        from_ = _parse_from_(d.pop("from"))

        def _parse_to(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        to = _parse_to(d.pop("to"))

        known = d.pop("known")

        def _parse_topic(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        topic = _parse_topic(d.pop("topic"))

        def _parse_plover(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        plover = _parse_plover(d.pop("plover"))

        count = d.pop("count")

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

        statements = cast(list[str], d.pop("statements"))

        articles = cast(list[str], d.pop("articles"))

        relation_row = cls(
            relation=relation,
            type_=type_,
            subject=subject,
            subject_id=subject_id,
            subject_type=subject_type,
            object_=object_,
            object_id=object_id,
            object_type=object_type,
            modality=modality,
            title=title,
            from_=from_,
            to=to,
            known=known,
            topic=topic,
            plover=plover,
            count=count,
            first_seen=first_seen,
            last_seen=last_seen,
            statements=statements,
            articles=articles,
        )

        relation_row.additional_properties = d
        return relation_row

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
