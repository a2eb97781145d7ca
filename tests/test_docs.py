"""The docs say what the program does: every command, setting and query, and nothing that is not there."""

import re
import shlex
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from starlette.routing import Match
from typer.main import get_command

from graph_service.api.app import create_app
from graph_service.cli.main import app
from graph_service.queries import catalogue, cypher_folder
from graph_service.settings import Settings
from tools import reference

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
COMMANDS = dict(reference.commands(get_command(app)))
_LINK = re.compile(r"(?<!`)!?\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
_FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(?P<code>(?:graph-service|make) [^`\n]+)`")
_SHELL = {"sh", "bash", "console"}
# what follows is for another program
_AFTERWARDS = {"|", ">", "<", "&&"}


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


# --- the reference pages ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", reference.PAGES)
def test_the_reference_is_what_the_code_says(name: str) -> None:
    written = reference.FOLDER / name
    assert written.exists(), "run `make docs`"
    assert written.read_text("utf-8") == reference.PAGES[name](), "run `make docs`"


def test_every_command_has_a_section() -> None:
    text = (reference.FOLDER / "commands.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"\n## {name}\n" not in text] == []


def test_every_command_and_option_says_what_it_does() -> None:
    assert [name for name, command in COMMANDS.items() if not command.help] == []
    bare = [f"{name} {param.name}" for name, command in COMMANDS.items() for param in command.params if not param.help]
    assert bare == []


def test_every_setting_is_listed_and_described() -> None:
    text = (reference.FOLDER / "settings.md").read_text("utf-8")
    fields = Settings.model_fields
    assert [name for name, field in fields.items() if not field.description] == []
    names = [each for name, field in fields.items() for each in reference.variables(name, field)]
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_query_has_a_section() -> None:
    text = (reference.FOLDER / "queries.md").read_text("utf-8")
    assert [name for name in catalogue() if f"\n## {name}\n" not in text] == []


def test_every_folder_of_queries_is_explained() -> None:
    text = (ROOT / "docs" / "design" / "house.md").read_text("utf-8")
    folders = [path.name for path in cypher_folder().iterdir() if path.is_dir()]
    assert [name for name in folders if f"`cypher/{name}/`" not in text] == []


# --- links ------------------------------------------------------------------------------------------------------------


def links(page: Path) -> Iterator[str]:
    text = _FENCE.sub("", page.read_text("utf-8"))
    return (match["target"] for match in _LINK.finditer(text))


def anchors(page: Path) -> set[str]:
    """The places in a page that can be linked to: its headings as GitHub names them."""
    headings = re.findall(r"^#+\s+(.*)$", _FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def broken(page: Path) -> Iterator[str]:
    for target in links(page):
        parts = urlsplit(target)
        if parts.scheme:
            continue
        place = (page.parent / parts.path).resolve() if parts.path else page
        if not place.exists() or (parts.fragment and parts.fragment not in anchors(place)):
            yield target


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    assert list(broken(page)) == []


def test_every_page_is_reached_from_the_index() -> None:
    index = ROOT / "docs" / "index.md"
    linked = {(index.parent / urlsplit(target).path).resolve() for target in links(index)}
    assert [name_of(page) for page in PAGES if page.is_relative_to(index.parent) and page not in linked | {index}] == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A b\n[good](#a-b) [bad](#c) [gone](gone.md) [web](https://example.org)\n", "utf-8")
    assert list(broken(page)) == ["#c", "gone.md"]


# --- commands in the text ---------------------------------------------------------------------------------------------


def shell_lines(text: str) -> Iterator[str]:
    """What a reader is told to type: lines of shell blocks, and commands in the running text."""
    for fence in _FENCE.finditer(text):
        if fence["language"] in _SHELL:
            yield from (line.strip().removeprefix("$ ") for line in fence["code"].replace("\\\n", " ").splitlines())
    yield from (match["code"] for match in _INLINE.finditer(_FENCE.sub("", text)) if "…" not in match["code"])


def complaint(line: str) -> str | None:
    """What is wrong with a command line for ``make`` or ``graph-service``."""
    words = list(takewhile(lambda word: word not in _AFTERWARDS, shlex.split(line, comments=True)))
    if words and words[0] == "make":
        return _make_complaint(words[1:])
    if words and words[0].endswith("graph-service"):
        return _command_complaint(words[1:])
    return None


def _make_complaint(words: list[str]) -> str | None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = [word for word in words if "=" not in word]
    return next((f"no target {each}" for each in targets if not re.search(rf"^{each}:", makefile, re.MULTILINE)), None)


def _command_complaint(words: list[str]) -> str | None:
    found = next((name for name in _names(words) if name in COMMANDS), None)
    if found is None:
        return (
            None if words in (["--help"], ["--version"], ["COMMAND", "--help"]) else f"no command {' '.join(words[:2])}"
        )
    rest = words[len(found.split()) - 1 :]
    known = _options(COMMANDS[found]) | {"--help"}
    unknown = [word for word in rest if word.startswith("-") and word.split("=")[0] not in known]
    if unknown:
        return f"{found} has no option {unknown[0]}"
    return _query_complaint(rest) if found == "graph-service query" else None


def _query_complaint(words: list[str]) -> str | None:
    name = next((word for word in words if not word.startswith("-") and not word.isupper()), None)
    return None if name is None or name in catalogue() else f"no query {name}"


def _names(words: list[str]) -> Iterator[str]:
    yield f"graph-service {' '.join(words[:2])}"
    yield f"graph-service {' '.join(words[:1])}"


def _options(command: Any) -> set[str]:
    return {option for param in command.params for option in (*param.opts, *param.secondary_opts)}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_in_the_text_exist(page: Path) -> None:
    lines = shell_lines(page.read_text("utf-8"))
    assert {line: wrong for line in lines if (wrong := complaint(line))} == {}


@pytest.mark.parametrize(
    "line", ["make nonsense", "graph-service nonsense", "graph-service ask --nonsense", "graph-service query nonsense"]
)
def test_a_wrong_command_is_found(line: str) -> None:
    assert complaint(line)


def test_the_readme_starts_with_the_two_commands_that_need_no_other() -> None:
    first, second = list(shell_lines((ROOT / "README.md").read_text("utf-8")))[:2]
    assert (first, second) == ("make demo", "make test")


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_settings_in_the_text_exist(page: Path) -> None:
    known = {each for name, field in Settings.model_fields.items() for each in reference.variables(name, field)}
    said = set(re.findall(r"\bGRAPH_SERVICE_[A-Z0-9_]+\b", page.read_text("utf-8")))
    assert said - known == set()


# --- addresses in the text --------------------------------------------------------------------------------------------

_ADDRESS = re.compile(r"(?<![\w.])/(?:v1/[\w/{}:.~-]*\w}?|healthz|readyz)")


def unanswered(text: str) -> list[str]:
    """The addresses of the API in a text that it does not answer."""
    app = create_app(Settings(_env_file=None))
    said = {match.group() for match in _ADDRESS.finditer(re.sub(r"https?://[\w.:]+", " ", text))}
    return sorted(address for address in said if not _answered(app, address))


def _answered(app: FastAPI, address: str) -> bool:
    request = {"type": "http", "method": "GET", "path": address, "root_path": "", "app": app}
    return any(route.matches(request)[0] is not Match.NONE for route in app.routes)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_addresses_in_the_text_are_answered(page: Path) -> None:
    assert unanswered(page.read_text("utf-8")) == []


def test_a_wrong_address_is_found() -> None:
    assert unanswered("`/v1/nonsense` and `http://127.0.0.1:8000/v1/statements?q=x`") == ["/v1/nonsense"]
