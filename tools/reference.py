"""The reference pages: made from the code, so that they cannot differ from it. ``make docs`` writes them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import typer
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined
from typer.main import get_command

from graph_service.cli.exits import MEANING
from graph_service.cli.main import app
from graph_service.queries import Param, Query, catalogue
from graph_service.settings import Settings

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"
_MADE = "<!-- made by `make docs`; do not edit -->\n"
_DEFAULT_FOLDERS = {
    "data_dir": "the user's data folder",
    "cache_dir": "the user's cache folder",
}


def settings_page() -> str:
    """Every setting: its name in the environment, its default, what it does."""
    rows = [(_names(name, field), _default(name, field), field.description or "") for name, field in _fields()]
    return _page(
        "Settings",
        "From the environment, or from a file `.env` in the working folder; the environment wins.",
        _table(("name", "default", "what it does"), rows),
    )


def commands_page() -> str:
    """Every command with its arguments and options."""
    root = get_command(app)
    return _page(
        "Commands",
        "`graph-service COMMAND --help` says the same.",
        *(_command(name, command) for name, command in commands(root)),
        "## Exit codes\n",
        _table(("code", "meaning"), ((str(int(code)), meaning) for code, meaning in MEANING.items())),
    )


def queries_page() -> str:
    """Every query of the public catalogue with its parameters and columns."""
    return _page(
        "Queries",
        "Each is one file in `cypher/read/`: `graph-service query NAME PARAMETER=VALUE …`, or `GET /v1/queries/NAME`.\n"
        "An entity is given by its id or by any of its names.",
        *(_query(query) for query in catalogue().values()),
    )


PAGES: dict[str, Callable[[], str]] = {
    "settings.md": settings_page,
    "commands.md": commands_page,
    "queries.md": queries_page,
}


def commands(group: Any, prefix: str = "graph-service") -> Iterator[tuple[str, Any]]:
    """Every command below a group with its full name, groups left out."""
    named: Mapping[str, Any] = group.commands
    for name, command in named.items():
        full = f"{prefix} {name}"
        if hasattr(command, "commands"):
            yield from commands(command, full)
        else:
            yield full, command


def variables(name: str, field: FieldInfo) -> list[str]:
    """The names of a setting in the environment, the usual one first."""
    alias = field.validation_alias
    if alias is None:
        return [f"{Settings.model_config.get('env_prefix', '')}{name}".upper()]
    return [str(each) for each in getattr(alias, "choices", [alias])]


def _fields() -> Iterable[tuple[str, FieldInfo]]:
    return Settings.model_fields.items()


def _names(name: str, field: FieldInfo) -> str:
    first, *others = (f"`{each}`" for each in variables(name, field))
    return first + (f" (or {', '.join(others)})" if others else "")


def _default(name: str, field: FieldInfo) -> str:
    if field.default is PydanticUndefined:
        return _DEFAULT_FOLDERS[name]
    return "–" if field.default is None else f"`{field.default}`"


def _command(name: str, command: Any) -> str:
    shown = [param for param in command.params if not getattr(param, "hidden", False) and param.name != "help"]
    rows = [(_usage(param), _text(param.help or ""), _param_default(param)) for param in shown]
    table = _table(("argument or option", "what it does", "default"), rows) if rows else ""
    return f"## {name}\n\n{_paragraphs(command.help or '')}\n\n{table}".rstrip() + "\n"


def _usage(param: Any) -> str:
    if param.param_type_name == "argument":
        return f"`{str(param.name).upper()}`"
    return ", ".join(f"`{option}`" for option in (*param.opts, *param.secondary_opts))


def _param_default(param: Any) -> str:
    if param.required:
        return "required"
    silent = param.default is None or param.default is False or param.default == () or callable(param.default)
    return "–" if silent else f"`{getattr(param.default, 'value', param.default)}`"


def _query(query: Query) -> str:
    rows = [(f"`{each.name}`", _expected(each), each.summary) for each in query.params]
    table = _table(("parameter", "takes", "what it is"), rows) + "\n" if rows else ""
    columns = ", ".join(f"`{column}`" for column in query.returns)
    return f"## {query.name}\n\n{query.summary}\n\n{table}Columns: {columns}\n"


def _expected(param: Param) -> str:
    if param.required:
        return f"{param.expected}; required"
    return param.expected if param.default is None else f"{param.expected}; else `{param.default}`"


def _page(title: str, lead: str, *parts: str) -> str:
    return "\n".join((f"# {title}\n", _MADE, f"{lead}\n", *parts))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(_cell(cell) for cell in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _text(help_text: str) -> str:
    return " ".join(help_text.split())


def _paragraphs(help_text: str) -> str:
    paragraphs = help_text.strip().split("\n\n")
    return "\n\n".join(each if each.startswith("```") else _text(each) for each in paragraphs)


def main() -> None:
    """Writes the pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), "utf-8")
        typer.echo(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
