"""The rows of jobs and of their items, as the OpenAPI document describes them."""

from typing import Literal

from pydantic import BaseModel, Field


class JobReason(BaseModel):
    """Why items failed or were passed over, and how many."""

    state: Literal["failed", "skipped"]
    reason: str
    items: int


class JobRow(BaseModel):
    """How far a job is."""

    id: str
    source: str = Field(description="What it reads, for people.")
    state: Literal["waiting", "running", "done", "cancelling", "cancelled"]
    created_at: str
    started_at: str | None
    finished_at: str | None
    total: int = Field(description="Items as far as they are known: a feed or an archive becomes many when it is read.")
    waiting: int
    running: int
    done: int
    failed: int
    skipped: int = Field(description="They were in the graph already, or the job was cancelled.")
    reasons: list[JobReason]
    rate: float | None = Field(description="Items a second, in the last minute.")
    seconds_left: int | None = Field(description="At this rate.")


class JobItemRow(BaseModel):
    """One item of a job, and what became of it."""

    place: str = Field(description="Its number; what a feed or an archive holds is numbered below it.")
    kind: str
    source: str
    state: Literal["waiting", "running", "done", "failed", "skipped", "expanded"]
    outcome: str | None = Field(description="created, updated, unchanged or duplicate.")
    article: str | None
    statements: int | None
    reason: str | None
    attempts: int
    finished_at: str | None
