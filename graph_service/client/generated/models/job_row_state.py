from typing import Literal

JobRowState = Literal["cancelled", "cancelling", "done", "running", "waiting"]

JOB_ROW_STATE_VALUES: set[JobRowState] = {
    "cancelled",
    "cancelling",
    "done",
    "running",
    "waiting",
}


def check_job_row_state(value: str) -> JobRowState:
    if value in JOB_ROW_STATE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_ROW_STATE_VALUES!r}"
    )
