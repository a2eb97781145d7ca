from typing import Literal

JobsJobItemsState = Literal[
    "done", "expanded", "failed", "running", "skipped", "waiting"
]

JOBS_JOB_ITEMS_STATE_VALUES: set[JobsJobItemsState] = {
    "done",
    "expanded",
    "failed",
    "running",
    "skipped",
    "waiting",
}


def check_jobs_job_items_state(value: str) -> JobsJobItemsState:
    if value in JOBS_JOB_ITEMS_STATE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOBS_JOB_ITEMS_STATE_VALUES!r}"
    )
