from typing import Literal

QueriesWeaponMentionsOverTimeBucket = Literal["day", "month", "week", "year"]

QUERIES_WEAPON_MENTIONS_OVER_TIME_BUCKET_VALUES: set[
    QueriesWeaponMentionsOverTimeBucket
] = {
    "day",
    "month",
    "week",
    "year",
}


def check_queries_weapon_mentions_over_time_bucket(
    value: str,
) -> QueriesWeaponMentionsOverTimeBucket:
    if value in QUERIES_WEAPON_MENTIONS_OVER_TIME_BUCKET_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {QUERIES_WEAPON_MENTIONS_OVER_TIME_BUCKET_VALUES!r}"
    )
