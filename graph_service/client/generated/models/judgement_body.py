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


T = TypeVar("T", bound="JudgementBody")


@_attrs_define
class JudgementBody:
    """A decision about who entities are, or about a statement.

    Attributes:
        kind (JudgementKind): What a person decided about two entities, or about one statement.

            Merge: the other one is the entity. Split: in some articles the entity is the other one. Distinct: they are two.
            Wrong speaker: the other one says it. Wrong target: it is about the other one and not the entity, or one of the
            two. Not a statement: nobody says anything there.
        by (str): Who judges.
        why (str): The reason, for those who read it later.
        entity (None | str | Unset): An entity's id, or a name of it; of a wrong target whom the statement is not about.
        other (None | str | Unset): Another one's id or name; a split without it makes a new entity.
        statement (None | str | Unset): Of a correction: id of the statement.
        articles (list[str] | Unset): Of a split: ids of the articles.
        name (None | str | Unset): Of a split: what the new entity is called.
    """

    kind: JudgementKind
    by: str
    why: str
    entity: None | str | Unset = UNSET
    other: None | str | Unset = UNSET
    statement: None | str | Unset = UNSET
    articles: list[str] | Unset = UNSET
    name: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind: str = self.kind

        by = self.by

        why = self.why

        entity: None | str | Unset
        if isinstance(self.entity, Unset):
            entity = UNSET
        else:
            entity = self.entity

        other: None | str | Unset
        if isinstance(self.other, Unset):
            other = UNSET
        else:
            other = self.other

        statement: None | str | Unset
        if isinstance(self.statement, Unset):
            statement = UNSET
        else:
            statement = self.statement

        articles: list[str] | Unset = UNSET
        if not isinstance(self.articles, Unset):
            articles = self.articles

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "by": by,
                "why": why,
            }
        )
        if entity is not UNSET:
            field_dict["entity"] = entity
        if other is not UNSET:
            field_dict["other"] = other
        if statement is not UNSET:
            field_dict["statement"] = statement
        if articles is not UNSET:
            field_dict["articles"] = articles
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = check_judgement_kind(d.pop("kind"))

        by = d.pop("by")

        why = d.pop("why")

        def _parse_entity(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        entity = _parse_entity(d.pop("entity", UNSET))

        def _parse_other(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        other = _parse_other(d.pop("other", UNSET))

        def _parse_statement(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        statement = _parse_statement(d.pop("statement", UNSET))

        articles = cast(list[str], d.pop("articles", UNSET))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        judgement_body = cls(
            kind=kind,
            by=by,
            why=why,
            entity=entity,
            other=other,
            statement=statement,
            articles=articles,
            name=name,
        )

        return judgement_body
