from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.cypher_body_params import CypherBodyParams


T = TypeVar("T", bound="CypherBody")


@_attrs_define
class CypherBody:
    """A query, with its parameters.

    Attributes:
        query (str): Cypher that reads, up to 8,000 bytes.
        params (CypherBodyParams | Unset): Its parameters, by their names without the `$`.
        limit (int | Unset): At most this many rows, and never more than the service's own limit. Default: 1000.
    """

    query: str
    params: CypherBodyParams | Unset = UNSET
    limit: int | Unset = 1000

    def to_dict(self) -> dict[str, Any]:
        from ..models.cypher_body_params import CypherBodyParams  # noqa: PLC0415

        query = self.query

        params: dict[str, Any] | Unset = UNSET
        if not isinstance(self.params, Unset):
            params = self.params.to_dict()

        limit = self.limit

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "query": query,
            }
        )
        if params is not UNSET:
            field_dict["params"] = params
        if limit is not UNSET:
            field_dict["limit"] = limit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cypher_body_params import CypherBodyParams  # noqa: PLC0415

        d = dict(src_dict)
        query = d.pop("query")

        _params = d.pop("params", UNSET)
        params: CypherBodyParams | Unset
        if isinstance(_params, Unset):
            params = UNSET
        else:
            params = CypherBodyParams.from_dict(_params)

        limit = d.pop("limit", UNSET)

        cypher_body = cls(
            query=query,
            params=params,
            limit=limit,
        )

        return cypher_body
