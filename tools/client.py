"""``make client``: the Python client's generated half, from the OpenAPI document of this very checkout.

It is written by openapi-python-client, which stays out of our own environment: the two want different versions of
typer. What would only make the client larger is taken out of the document first: errors come as exceptions, rows as
JSON.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph_service.api.app import create_app
from graph_service.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
GENERATED = ROOT / "graph_service" / "client" / "generated"
_TEMPLATES = Path(__file__).parent / "client_templates"
_CONFIG = {"literal_enums": True, "post_hooks": []}
Document = dict[str, Any]


def document() -> Document:
    """The OpenAPI document without what the client does not need."""
    found: Document = create_app(Settings(_env_file=None)).openapi()
    for path, operations in found["paths"].items():
        for method, operation in operations.items():
            operation["operationId"] = operation_name(method, path)
            operation["parameters"] = [each for each in operation.get("parameters", []) if each["name"] != "format"]
            operation["responses"] = {
                status: _json_only(answer) for status, answer in operation["responses"].items() if status < "3"
            }
    found["components"]["schemas"] |= dict(_inner_schemas(found["paths"]))
    return found


def _inner_schemas(node: Any) -> Iterator[tuple[str, Document]]:
    """Schemas that stand inside the operation that uses them, though they are referred to as if among all others."""
    if isinstance(node, dict):
        yield from node.pop("$defs", {}).items()
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _inner_schemas(each)


def operation_name(method: str, path: str) -> str:
    """The name of an operation's module."""
    named = re.sub(r"\W+", "_", path.removeprefix("/v1")).strip("_")
    return named if method == "get" else f"{method}_{named}"


def _json_only(answer: Document) -> Document:
    content = {kind: schema for kind, schema in answer.get("content", {}).items() if kind == "application/json"}
    return {**answer, "content": content}


def main(generator: str) -> None:
    """Writes ``graph_service/client/generated`` with a generator's command."""
    with TemporaryDirectory() as folder:
        path, config, out = (Path(folder) / name for name in ("openapi.json", "config.json", "out"))
        path.write_text(json.dumps(document()), "utf-8")
        config.write_text(json.dumps(_CONFIG), "utf-8")
        options = ("--path", path, "--config", config, "--custom-template-path", _TEMPLATES, "--output-path", out)
        subprocess.run([generator, "generate", "--meta", "none", "--fail-on-warning", *options], check=True)  # noqa: S603
        subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", "--isolated", out], check=True)  # noqa: S603
        shutil.rmtree(GENERATED, ignore_errors=True)
        shutil.copytree(out, GENERATED, ignore=shutil.ignore_patterns(".*cache", "__pycache__"))


if __name__ == "__main__":
    main(sys.argv[1])
