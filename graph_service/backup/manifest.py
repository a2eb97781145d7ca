"""What a backup says of itself."""

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph_service.ids import digest

#: how far somebody is: what is done, and how many rows more
Progress = Callable[[str, int], None]
MANIFEST = "manifest.json"
FORMAT: Literal["graph-service backup"] = "graph-service backup"
VERSION: Literal[1] = 1


class PartOfBackup(BaseModel):
    """One file of a backup."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    rows: int = Field(ge=0)
    # uncompressed
    bytes: int = Field(ge=0)
    sha256: str


class Manifest(BaseModel):
    """The file ``manifest.json`` of a backup."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["graph-service backup"] = FORMAT
    version: Literal[1] = VERSION
    made_at: str
    # the version of graph-service
    made_by: str
    # the numbers of the schema files, each with its checksum
    schema_files: dict[str, str]
    graph_hash: str
    parts: tuple[PartOfBackup, ...]

    @property
    def id(self) -> str:
        """What tells it from every other backup."""
        return f"backup:{digest(self.model_dump_json())}"

    @property
    def rows(self) -> int:
        """How many nodes and relationships there are."""
        return sum(part.rows for part in self.parts)


def file_of(part: str) -> str:
    """The file of a part."""
    return f"{part}.jsonl"
