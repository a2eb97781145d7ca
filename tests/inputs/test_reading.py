"""Whatever a path holds: articles, and failures that name what and why; the rest goes on."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from graph_service.errors import ArticleTooLarge, BadArticle, NotEnglish, NothingToRead
from graph_service.inputs import Failure, Metadata, read
from graph_service.models import Article
from graph_service.settings import Settings

BODY = "The harbour master said on Monday that no ship would leave. “We are waiting for the pilots,” she told the crew."
TEXT = f"Ships wait in the harbour\n{BODY}\n"
GERMAN = "Die Schiffe warten im Hafen, weil die Lotsen nicht kommen, sagte der Meister am Montag der Presse. " * 3


@pytest.fixture
def settings() -> Settings:
    return Settings(max_article_characters=5_000, max_input_bytes=20_000)


def _errors(found: list[Article | Failure]) -> dict[str, type[Exception]]:
    return {Path(each.where).name: type(each.error) for each in found if isinstance(each, Failure)}


def _articles(found: list[Article | Failure]) -> list[Article]:
    return [each for each in found if isinstance(each, Article)]


def test_a_text_file(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "ships.txt"
    path.write_text(TEXT)
    (article,) = _articles(list(read(path, settings)))
    assert article.text == TEXT.strip()
    assert article.title == "Ships wait in the harbour"
    assert article.published_at is None


def test_flags_go_over_front_matter(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "ships.txt"
    path.write_text(f"---\noutlet: Wire\nurl: https://w.example/1\ndate: 2031-01-01\n---\n{TEXT}")
    given = Metadata.parse(outlet="Other Wire", published="2031-02-02")
    (article,) = _articles(list(read(path, settings, given)))
    assert (article.outlet, article.published_at) == ("Other Wire", date(2031, 2, 2))
    assert article.url == "https://w.example/1"


def test_one_address_one_id(tmp_path: Path, settings: Settings) -> None:
    for name, text in (("a.txt", TEXT), ("b.txt", TEXT + "And more of it came later."), ("c.txt", TEXT)):
        query = "#x" if name == "b.txt" else ""
        front = "" if name == "c.txt" else f"---\nurl: https://w.example/1{query}\n---\n"
        (tmp_path / name).write_text(front + text)
    first, second, third = _articles(list(read(tmp_path, settings)))
    assert first.id == second.id != third.id


def test_a_folder_in_order_without_hidden_or_unknown_files(tmp_path: Path, settings: Settings) -> None:
    for name in ("b/2.txt", "b/1.TXT", "a.txt", ".hidden.txt", ".git/x.txt", "notes.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"From {name}\n{BODY}")
    assert [each.title for each in _articles(list(read(tmp_path, settings)))] == [
        "From a.txt",
        "From b/1.TXT",
        "From b/2.txt",
    ]


def test_bad_files_are_named_and_the_rest_goes_on(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "german.txt").write_text(GERMAN)
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "long.txt").write_text(TEXT * 60)
    (tmp_path / "numbers.txt").write_text("1 2 3")
    (tmp_path / "pages.txt").write_bytes(b"%PDF-1.4")
    (tmp_path / "shout.txt").write_bytes(b"\x81\x8d\x8f\x90\x9d" * 30)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = list(read(tmp_path, settings))
    assert len(_articles(found)) == 1
    assert _errors(found) == {
        "binary.txt": BadArticle,
        "empty.txt": NothingToRead,
        "german.txt": NotEnglish,
        "gone.txt": BadArticle,
        "long.txt": ArticleTooLarge,
        "numbers.txt": NothingToRead,
        "pages.txt": BadArticle,
        "shout.txt": BadArticle,
    }


def test_a_huge_file_is_refused_unread(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as handle:
        os.truncate(handle.fileno(), 100_000_000)
    (failure,) = read(path, settings)
    assert isinstance(failure, Failure)
    assert isinstance(failure.error, ArticleTooLarge)
    assert "20,000 bytes" in str(failure.error)


@pytest.mark.parametrize(("make", "reason"), [(False, "no such file"), (True, "no file that ends in .txt")])
def test_nothing_there(tmp_path: Path, settings: Settings, make: bool, reason: str) -> None:
    path = tmp_path / "here"
    if make:
        path.mkdir()
    (failure,) = read(path, settings)
    assert isinstance(failure, Failure)
    assert failure.where == str(path)
    assert reason in str(failure.error)


def test_json_lines(tmp_path: Path, settings: Settings) -> None:
    lines = [
        json.dumps({"id": "one", "text": TEXT, "title": "Given", "date": "2031-01-02", "outlet": "Wire"}),
        "",
        "not json",
        '["a list"]',
        '{"text": 5}',
        '{"title": "no text"}',
        json.dumps({"id": "bad", "text": TEXT, "date": "someday"}),
        json.dumps({"id": "half", "text": "a \ud800 " + BODY}),
        "[" * 15_000,
        json.dumps({"text": "x" * 30_000}),
        json.dumps({"text": "Last of all\n" + BODY, "url": "https://w.example/last"}),
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(lines))
    found = list(read(path, settings))
    first, last = _articles(found)
    assert (first.title, first.outlet, first.published_at) == ("Given", "Wire", date(2031, 1, 2))
    assert last.url == "https://w.example/last"
    assert [name.removeprefix("in.jsonl, ") for name in _errors(found)] == [
        *(f"line {number}" for number in (3, 4, 5, 6, 7)),
        "line 8 (half)",
        "line 9",
        "line 10",
    ]


@pytest.mark.parametrize("start", [TEXT, json.dumps({"text": TEXT})])
def test_standard_input_is_told_by_how_it_starts(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    path = tmp_path / "in"
    path.write_text(start)
    with path.open() as handle:
        monkeypatch.setattr("sys.stdin", handle)
        (article,) = _articles(list(read("-", settings)))
    assert article.title == "Ships wait in the harbour"
    assert article.text == TEXT.strip()
