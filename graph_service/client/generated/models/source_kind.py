from typing import Literal

SourceKind = Literal[
    "csv", "feed", "file", "folder", "jsonl", "sitemap", "text", "url", "warc"
]

SOURCE_KIND_VALUES: set[SourceKind] = {
    "csv",
    "feed",
    "file",
    "folder",
    "jsonl",
    "sitemap",
    "text",
    "url",
    "warc",
}


def check_source_kind(value: str) -> SourceKind:
    if value in SOURCE_KIND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {SOURCE_KIND_VALUES!r}"
    )
