from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..types import UNSET, Unset
from typing import cast

if TYPE_CHECKING:
    from ..models.job_metadata import JobMetadata
    from ..models.source_body import SourceBody


T = TypeVar("T", bound="PostJobsJsonNewJob")


@_attrs_define
class PostJobsJsonNewJob:
    """Sources to read.

    Attributes:
        sources (list[SourceBody]):
        metadata (JobMetadata | Unset): What holds for all sources of a job that say nothing else.
    """

    sources: list[SourceBody]
    metadata: JobMetadata | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.job_metadata import JobMetadata  # noqa: PLC0415
        from ..models.source_body import SourceBody  # noqa: PLC0415

        sources = []
        for sources_item_data in self.sources:
            sources_item = sources_item_data.to_dict()
            sources.append(sources_item)

        metadata: dict[str, Any] | Unset = UNSET
        if not isinstance(self.metadata, Unset):
            metadata = self.metadata.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sources": sources,
            }
        )
        if metadata is not UNSET:
            field_dict["metadata"] = metadata

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_metadata import JobMetadata  # noqa: PLC0415
        from ..models.source_body import SourceBody  # noqa: PLC0415

        d = dict(src_dict)
        sources = []
        _sources = d.pop("sources")
        for sources_item_data in _sources:
            sources_item = SourceBody.from_dict(sources_item_data)

            sources.append(sources_item)

        _metadata = d.pop("metadata", UNSET)
        metadata: JobMetadata | Unset
        if isinstance(_metadata, Unset):
            metadata = UNSET
        else:
            metadata = JobMetadata.from_dict(_metadata)

        post_jobs_json_new_job = cls(
            sources=sources,
            metadata=metadata,
        )

        return post_jobs_json_new_job
