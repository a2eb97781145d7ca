"""The fields of an own entity, checked."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from graph_service.ids import is_entity_id
from graph_service.knowledge.base import AliasKind
from graph_service.knowledge.own.problems import Problem, Wrong
from graph_service.knowledge.own.rows import Row, field_name
from graph_service.models import EntityType

_TYPES = {
    "person": EntityType.PERSON,
    "country": EntityType.COUNTRY,
    "organisation": EntityType.ORGANISATION,
    "organization": EntityType.ORGANISATION,
    "weapon": EntityType.WEAPON_SYSTEM,
    "weapon system": EntityType.WEAPON_SYSTEM,
    "place": EntityType.PLACE,
}
_GENDERS = {"female": "f", "male": "m", "f": "f", "m": "m"}
#: kinds of errors that pydantic says in its own words
_SAID = {
    "missing": "it is missing",
    "extra_forbidden": "there is no such field",
    "string_type": "it must be a text",
    "list_type": "it must be a list",
    "model_type": "it must have fields",
    "string_too_short": "it is too short: at least {min_length} characters are needed",
    "string_too_long": "it is too long: at most {max_length} characters are taken",
    "too_long": "it has too many values: at most {max_length} are taken",
    "enum": "it must be {expected}",
}


def _type(value: object) -> object:
    if str(value).casefold() not in _TYPES:
        raise ValueError(f"{value!r} is no type: person, country, organisation, weapon or place")
    return _TYPES[str(value).casefold()]


def _gender(value: object) -> object:
    if str(value).casefold() not in _GENDERS:
        raise ValueError(f"{value!r} is neither female nor male; leave it out where it is not known")
    return _GENDERS[str(value).casefold()]


def _day(value: object) -> object:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        pass
    raise ValueError(f"{value!r} is no day: write it as 2024-12-31")


def _named(value: str) -> str:
    if not re.search(r"[^\W\d_]", value):
        raise ValueError(f"{value!r} has no letter")
    if not value.isprintable():
        raise ValueError(f"{value!r} has a line end or another control character")
    return value


def _wikidata(value: object) -> object:
    if not re.fullmatch(r"Q[1-9]\d{0,11}", str(value)):
        raise ValueError(f"{value!r} is no Wikidata id: write it as Q42")
    return value


def _id(value: object) -> object:
    if not is_entity_id(str(value)):
        raise ValueError(f"{value!r} is no id: write it as organisation:nato")
    return value


def _with_text(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


_Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=2, max_length=200),
    AfterValidator(_named),
]
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
_Day = Annotated[str, BeforeValidator(_day)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class OwnAlias(_Strict):
    """A further name."""

    text: _Name
    kind: AliasKind = AliasKind.NAME


class OwnRole(_Strict):
    """An office, from a day until the day on which it was over; without the latter until further notice."""

    title: _Text
    of: _Text
    start: _Day = Field(alias="from")
    until: _Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "OwnRole":
        if self.until is not None and self.until <= self.start:
            raise ValueError(f"until ({self.until}) must be later than from ({self.start})")
        return self


class OwnEntity(_Strict):
    """A new entity, or what is added to a known one."""

    type: Annotated[EntityType, BeforeValidator(_type)]
    name: _Name
    # of the known one that is meant, where its name alone does not tell
    id: Annotated[str, BeforeValidator(_id)] | None = None
    aliases: list[Annotated[OwnAlias, BeforeValidator(_with_text)]] = Field([], max_length=200)
    wikidata: Annotated[str, BeforeValidator(_wikidata)] | None = None
    country: _Text | None = None
    countries: list[_Text] = Field([], max_length=50)
    description: _Text | None = None
    gender: Annotated[str, BeforeValidator(_gender)] | None = None
    roles: list[OwnRole] = Field([], max_length=200)
    category: _Text | None = None
    stands_for: _Text | None = None


def entry(row: Row) -> OwnEntity:
    """A row, checked.

    Raises:
        Wrong: one or more of its fields are wrong.
    """
    try:
        return OwnEntity.model_validate({name: value for name, value in row.fields.items() if value is not None})
    except ValidationError as error:
        raise Wrong(*_problems(row, error)) from error


def _problems(row: Row, error: ValidationError) -> Iterator[Problem]:
    for each in error.errors(include_url=False):
        place = tuple(part for part in each["loc"] if not str(part).startswith("function-"))
        yield Problem(row.line(place), field_name(place), _reason(each))


def _reason(error: Any) -> str:
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    said = _SAID.get(error["type"])
    return said.format(**error.get("ctx", {})) if said else error["msg"][:1].lower() + error["msg"][1:]
