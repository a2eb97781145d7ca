"""``make bench``: every measurement in one run, as a table for people and a file for machines."""

import json
import platform
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import psutil
import typer
from rich.console import Console
from rich.table import Table

from benchmarks import pipeline, serving, writing
from benchmarks.graph import graph
from benchmarks.measure import Result
from graph_service import __version__
from graph_service.settings import Settings

_OUT = Path(__file__).parent / "results.json"
#: of the table, also where nobody looks at it
_WIDTH = 140
Measure = Callable[[int, Settings], list[Result]]
WITHOUT_GRAPH: dict[str, Measure] = {"pipeline": pipeline.measure}
WITH_GRAPH: dict[str, Measure] = {"writing": writing.measure, "serving": serving.measure}


def main(
    only: Annotated[list[str] | None, typer.Option(help="Only this measurement: pipeline, writing or serving.")] = None,
    rounds: Annotated[int, typer.Option(min=3, help="Rounds of each measurement.")] = 15,
    out: Annotated[Path, typer.Option(help="Where the figures go, as JSON.")] = _OUT,
) -> None:
    """Measures, prints, writes; the exit code is 1 when a ratio misses its bar."""
    where = machine()
    results = run(set(only or ()) or WITHOUT_GRAPH.keys() | WITH_GRAPH.keys(), rounds)
    _show(results)
    out.write_text(json.dumps({"machine": where, "results": [each.as_json() for each in results]}, indent=1) + "\n")
    raise typer.Exit(not all(each.good for each in results))


def run(wanted: set[str], rounds: int) -> list[Result]:
    """The results of the wanted measurements, in order."""
    settings = Settings()
    results = [each for name, work in WITHOUT_GRAPH.items() if name in wanted for each in work(rounds, settings)]
    if wanted & WITH_GRAPH.keys():
        with graph(settings) as there:
            results += [each for name, work in WITH_GRAPH.items() if name in wanted for each in work(rounds, there)]
    return results


def machine() -> dict[str, object]:
    """What it ran on."""
    return {
        "graph_service": __version__,
        "python": platform.python_version(),
        "cores": psutil.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30, 1),
        "load_before": [round(each, 2) for each in psutil.getloadavg()],
    }


def _show(results: list[Result]) -> None:
    table = Table("measured", "unit", "ours", "bare", "ratio", "of rounds", "bar", "")
    for each in results:
        low, high = each.spread
        bar = f"{'≤' if each.less_is_better else '≥'} {each.bar:.2f}"
        figures = (f"{each.ours:,.2f}", f"{each.bare:,.2f}", f"{each.ratio:.2f}", f"{low:.2f}–{high:.2f}")
        table.add_row(each.name, each.unit, *figures, bar, "ok" if each.good else "missed")
    Console(width=_WIDTH).print(table)


if __name__ == "__main__":
    typer.run(main)
