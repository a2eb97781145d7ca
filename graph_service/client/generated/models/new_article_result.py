from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset


T = TypeVar("T", bound="NewArticleResult")


@_attrs_define
class NewArticleResult:
    """What became of an article.

    Attributes:
        article (str): Id of the article in the graph.
        outcome (str): created, updated, unchanged, or duplicate: the text was there already.
        statements (int):
    """

    article: str
    outcome: str
    statements: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        article = self.article

        outcome = self.outcome

        statements = self.statements

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "article": article,
                "outcome": outcome,
                "statements": statements,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        article = d.pop("article")

        outcome = d.pop("outcome")

        statements = d.pop("statements")

        new_article_result = cls(
            article=article,
            outcome=outcome,
            statements=statements,
        )

        new_article_result.additional_properties = d
        return new_article_result

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
