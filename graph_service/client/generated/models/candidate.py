from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.entity_type import check_entity_type
from ..models.entity_type import EntityType
from ..types import UNSET, Unset
from typing import cast


T = TypeVar("T", bound="Candidate")


@_attrs_define
class Candidate:
    """Somebody who may be meant.

    Attributes:
        id (str):
        name (str):
        type_ (EntityType): What an entity is; each value is also its Neo4j label.
        score (float):
        match (bool): Whether it is sure enough, and far enough before all others.
        reasons (list[str]):
        known (bool): Whether it is in the knowledge base.
        wikidata (None | str | Unset):
        description (None | str | Unset):
        statements (int | Unset): How many statements it made, in this graph. Default: 0.
        articles (int | Unset): How many articles of this graph mention it. Default: 0.
    """

    id: str
    name: str
    type_: EntityType
    score: float
    match: bool
    reasons: list[str]
    known: bool
    wikidata: None | str | Unset = UNSET
    description: None | str | Unset = UNSET
    statements: int | Unset = 0
    articles: int | Unset = 0
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        type_: str = self.type_

        score = self.score

        match = self.match

        reasons = self.reasons

        known = self.known

        wikidata: None | str | Unset
        if isinstance(self.wikidata, Unset):
            wikidata = UNSET
        else:
            wikidata = self.wikidata

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        statements = self.statements

        articles = self.articles

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "type": type_,
                "score": score,
                "match": match,
                "reasons": reasons,
                "known": known,
            }
        )
        if wikidata is not UNSET:
            field_dict["wikidata"] = wikidata
        if description is not UNSET:
            field_dict["description"] = description
        if statements is not UNSET:
            field_dict["statements"] = statements
        if articles is not UNSET:
            field_dict["articles"] = articles

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        type_ = check_entity_type(d.pop("type"))

        score = d.pop("score")

        match = d.pop("match")

        reasons = cast(list[str], d.pop("reasons"))

        known = d.pop("known")

        def _parse_wikidata(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        wikidata = _parse_wikidata(d.pop("wikidata", UNSET))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        statements = d.pop("statements", UNSET)

        articles = d.pop("articles", UNSET)

        candidate = cls(
            id=id,
            name=name,
            type_=type_,
            score=score,
            match=match,
            reasons=reasons,
            known=known,
            wikidata=wikidata,
            description=description,
            statements=statements,
            articles=articles,
        )

        candidate.additional_properties = d
        return candidate

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
