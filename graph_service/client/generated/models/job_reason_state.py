from typing import Literal

JobReasonState = Literal["failed", "skipped"]

JOB_REASON_STATE_VALUES: set[JobReasonState] = {
    "failed",
    "skipped",
}


def check_job_reason_state(value: str) -> JobReasonState:
    if value in JOB_REASON_STATE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_REASON_STATE_VALUES!r}"
    )
