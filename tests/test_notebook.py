"""The example notebook runs from its first cell to its last against a real service, and is kept without its outputs."""

import importlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from graph_service.models import EntityType
from graph_service.settings import Settings
from graph_service.store.local import Connection
from tests.cli.graphs import fill, settings_of
from tests.serving import serving

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOK = ROOT / "docs" / "examples" / "statements.ipynb"


@pytest.fixture
def service(neo4j_server: Connection) -> Iterator[str]:
    fill(neo4j_server)
    settings: Settings = settings_of(neo4j_server).model_copy(update={"extract_seconds": 300.0})
    with serving(settings) as url:
        yield url


def read() -> Any:
    return nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]


def test_it_is_kept_without_outputs() -> None:
    cells = [cell for cell in read().cells if cell.cell_type == "code"]
    assert [cell for cell in cells if cell.outputs or cell.execution_count] == []


# the kernel's own client warns of what it does itself
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_it_runs(service: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GRAPH_SERVICE_URL", service)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    notebook = read()
    NotebookClient(notebook, timeout=540, kernel_name="python3", resources={"metadata": {"path": tmp_path}}).execute()
    shown = {source(cell): cell.outputs for cell in notebook.cells if cell.cell_type == "code"}
    (table,) = [outputs for code, outputs in shown.items() if ".head(10)" in code and "groupby" not in code]
    assert "Olena Berezna" in table[0]["data"]["text/html"]
    (graph,) = [outputs for code, outputs in shown.items() if "Sigma(" in code]
    assert "application/vnd.jupyter.widget-view+json" in graph[0]["data"]
    (marked,) = [outputs for code, outputs in shown.items() if "displacy" in code]
    assert all(label in marked[0]["data"]["text/html"] for label in ("SOURCE", "CUE", "CONTENT"))


def test_displacy_has_a_colour_for_every_label() -> None:
    entry = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    module, _, name = entry["spacy_displacy_colors"]["graph-service"].partition(":")
    colours = getattr(importlib.import_module(module), name)
    assert set(colours) == {"SOURCE", "CUE", "CONTENT", "ADDRESSEE", *map(str, EntityType)}
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours.values())


def source(cell: Any) -> str:
    return str(cell.source)
