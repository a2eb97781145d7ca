from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.job_row_state import check_job_row_state
from ..models.job_row_state import JobRowState
from typing import cast

if TYPE_CHECKING:
    from ..models.job_reason import JobReason


T = TypeVar("T", bound="JobRow")


@_attrs_define
class JobRow:
    """How far a job is.

    Attributes:
        id (str):
        source (str): What it reads, for people.
        state (JobRowState):
        created_at (str):
        started_at (None | str):
        finished_at (None | str):
        total (int): Items as far as they are known: a feed or an archive becomes many when it is read.
        waiting (int):
        running (int):
        done (int):
        failed (int):
        skipped (int): They were in the graph already, or the job was cancelled.
        reasons (list[JobReason]):
        rate (float | None): Items a second, in the last minute.
        seconds_left (int | None): At this rate.
    """

    id: str
    source: str
    state: JobRowState
    created_at: str
    started_at: None | str
    finished_at: None | str
    total: int
    waiting: int
    running: int
    done: int
    failed: int
    skipped: int
    reasons: list[JobReason]
    rate: float | None
    seconds_left: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.job_reason import JobReason  # noqa: PLC0415

        id = self.id

        source = self.source

        state: str = self.state

        created_at = self.created_at

        started_at: None | str
        started_at = self.started_at

        finished_at: None | str
        finished_at = self.finished_at

        total = self.total

        waiting = self.waiting

        running = self.running

        done = self.done

        failed = self.failed

        skipped = self.skipped

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        rate: float | None
        rate = self.rate

        seconds_left: int | None
        seconds_left = self.seconds_left

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "source": source,
                "state": state,
                "created_at": created_at,
                "started_at": started_at,
                "finished_at": finished_at,
                "total": total,
                "waiting": waiting,
                "running": running,
                "done": done,
                "failed": failed,
                "skipped": skipped,
                "reasons": reasons,
                "rate": rate,
                "seconds_left": seconds_left,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_reason import JobReason  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        source = d.pop("source")

        state = check_job_row_state(d.pop("state"))

        created_at = d.pop("created_at")

        def _parse_started_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        started_at = _parse_started_at(d.pop("started_at"))

        def _parse_finished_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        total = d.pop("total")

        waiting = d.pop("waiting")

        running = d.pop("running")

        done = d.pop("done")

        failed = d.pop("failed")

        skipped = d.pop("skipped")

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = JobReason.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        def _parse_rate(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rate = _parse_rate(d.pop("rate"))

        def _parse_seconds_left(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        seconds_left = _parse_seconds_left(d.pop("seconds_left"))

        job_row = cls(
            id=id,
            source=source,
            state=state,
            created_at=created_at,
            started_at=started_at,
            finished_at=finished_at,
            total=total,
            waiting=waiting,
            running=running,
            done=done,
            failed=failed,
            skipped=skipped,
            reasons=reasons,
            rate=rate,
            seconds_left=seconds_left,
        )

        job_row.additional_properties = d
        return job_row

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
