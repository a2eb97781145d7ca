from typing import Literal

JobItemRowState = Literal["done", "expanded", "failed", "running", "skipped", "waiting"]

JOB_ITEM_ROW_STATE_VALUES: set[JobItemRowState] = {
    "done",
    "expanded",
    "failed",
    "running",
    "skipped",
    "waiting",
}


def check_job_item_row_state(value: str) -> JobItemRowState:
    if value in JOB_ITEM_ROW_STATE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {JOB_ITEM_ROW_STATE_VALUES!r}"
    )
