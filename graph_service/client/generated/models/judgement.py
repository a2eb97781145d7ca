from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.judgement_kind import check_judgement_kind
from ..models.judgement_kind import JudgementKind
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="Judgement")


@_attrs_define
class Judgement:
    """A person's decision about who entities are, or about a statement.

    It is withdrawn, never forgotten; times are UTC, in ISO 8601.

        Attributes:
            id (str):
            kind (JudgementKind): What a person decided about two entities, or about one statement.

                Merge: the other one is the entity. Split: in some articles the entity is the other one. Distinct: they are two.
                Wrong speaker: the other one says it. Wrong target: it is about the other one and not the entity, or one of the
                two. Not a statement: nobody says anything there.
            by (str):
            at (str):
            why (str):
            entity (None | str | Unset):
            entity_name (None | str | Unset):
            other (None | str | Unset):
            other_name (None | str | Unset):
            articles (list[str] | Unset):
            statement (None | str | Unset):
            text (None | str | Unset):
            active (bool | Unset):  Default: True.
            withdrawn_by (None | str | Unset):
            withdrawn_at (None | str | Unset):
            withdrawn_why (None | str | Unset):
    """

    id: str
    kind: JudgementKind
    by: str
    at: str
    why: str
    entity: None | str | Unset = UNSET
    entity_name: None | str | Unset = UNSET
    other: None | str | Unset = UNSET
    other_name: None | str | Unset = UNSET
    articles: list[str] | Unset = UNSET
    statement: None | str | Unset = UNSET
    text: None | str | Unset = UNSET
    active: bool | Unset = True
    withdrawn_by: None | str | Unset = UNSET
    withdrawn_at: None | str | Unset = UNSET
    withdrawn_why: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        kind: str = self.kind

        by = self.by

        at = self.at

        why = self.why

        entity: None | str | Unset
        if isinstance(self.entity, Unset):
            entity = UNSET
        else:
            entity = self.entity

        entity_name: None | str | Unset
        if isinstance(self.entity_name, Unset):
            entity_name = UNSET
        else:
            entity_name = self.entity_name

        other: None | str | Unset
        if isinstance(self.other, Unset):
            other = UNSET
        else:
            other = self.other

        other_name: None | str | Unset
        if isinstance(self.other_name, Unset):
            other_name = UNSET
        else:
            other_name = self.other_name

        articles: list[str] | Unset = UNSET
        if not isinstance(self.articles, Unset):
            articles = self.articles

        statement: None | str | Unset
        if isinstance(self.statement, Unset):
            statement = UNSET
        else:
            statement = self.statement

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        active = self.active

        withdrawn_by: None | str | Unset
        if isinstance(self.withdrawn_by, Unset):
            withdrawn_by = UNSET
        else:
            withdrawn_by = self.withdrawn_by

        withdrawn_at: None | str | Unset
        if isinstance(self.withdrawn_at, Unset):
            withdrawn_at = UNSET
        else:
            withdrawn_at = self.withdrawn_at

        withdrawn_why: None | str | Unset
        if isinstance(self.withdrawn_why, Unset):
            withdrawn_why = UNSET
        else:
            withdrawn_why = self.withdrawn_why

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "by": by,
                "at": at,
                "why": why,
            }
        )
        if entity is not UNSET:
            field_dict["entity"] = entity
        if entity_name is not UNSET:
            field_dict["entity_name"] = entity_name
        if other is not UNSET:
            field_dict["other"] = other
        if other_name is not UNSET:
            field_dict["other_name"] = other_name
        if articles is not UNSET:
            field_dict["articles"] = articles
        if statement is not UNSET:
            field_dict["statement"] = statement
        if text is not UNSET:
            field_dict["text"] = text
        if active is not UNSET:
            field_dict["active"] = active
        if withdrawn_by is not UNSET:
            field_dict["withdrawn_by"] = withdrawn_by
        if withdrawn_at is not UNSET:
            field_dict["withdrawn_at"] = withdrawn_at
        if withdrawn_why is not UNSET:
            field_dict["withdrawn_why"] = withdrawn_why

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        kind = check_judgement_kind(d.pop("kind"))

        by = d.pop("by")

        at = d.pop("at")

        why = d.pop("why")

        def _parse_entity(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        entity = _parse_entity(d.pop("entity", UNSET))

        def _parse_entity_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        entity_name = _parse_entity_name(d.pop("entity_name", UNSET))

        def _parse_other(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other = _parse_other(d.pop("other", UNSET))

        def _parse_other_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other_name = _parse_other_name(d.pop("other_name", UNSET))

        articles = cast(list[str], d.pop("articles", UNSET))

        def _parse_statement(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        statement = _parse_statement(d.pop("statement", UNSET))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        active = d.pop("active", UNSET)

        def _parse_withdrawn_by(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        withdrawn_by = _parse_withdrawn_by(d.pop("withdrawn_by", UNSET))

        def _parse_withdrawn_at(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        withdrawn_at = _parse_withdrawn_at(d.pop("withdrawn_at", UNSET))

        def _parse_withdrawn_why(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        withdrawn_why = _parse_withdrawn_why(d.pop("withdrawn_why", UNSET))

        judgement = cls(
            id=id,
            kind=kind,
            by=by,
            at=at,
            why=why,
            entity=entity,
            entity_name=entity_name,
            other=other,
            other_name=other_name,
            articles=articles,
            statement=statement,
            text=text,
            active=active,
            withdrawn_by=withdrawn_by,
            withdrawn_at=withdrawn_at,
            withdrawn_why=withdrawn_why,
        )

        return judgement
