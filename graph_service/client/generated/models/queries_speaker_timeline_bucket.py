from typing import Literal

QueriesSpeakerTimelineBucket = Literal["day", "month", "week", "year"]

QUERIES_SPEAKER_TIMELINE_BUCKET_VALUES: set[QueriesSpeakerTimelineBucket] = {
    "day",
    "month",
    "week",
    "year",
}


def check_queries_speaker_timeline_bucket(value: str) -> QueriesSpeakerTimelineBucket:
    if value in QUERIES_SPEAKER_TIMELINE_BUCKET_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_SPEAKER_TIMELINE_BUCKET_VALUES!r}"
    )
