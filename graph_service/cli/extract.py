"""``graph-service extract``: what is said in articles, without a database."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.exits import Exit
from graph_service.cli.options import Workers, worker_count
from graph_service.cli.output import AsJson, json_line, note, stdout
from graph_service.cli.progress import line_count, progress_bar
from graph_service.cli.session import load_settings

if TYPE_CHECKING:
    from graph_service.evaluation.lines import Report
    from graph_service.inputs import Failure
    from graph_service.models import Article
    from graph_service.settings import Settings

_Path = Annotated[str | None, typer.Argument(help="A file of any kind, a URL, or `-` for standard input.")]
_Jsonl = Annotated[
    Path | None,
    typer.Option(
        help="Article lines with `id`, `text` and optionally `title`, `date`, `outlet`; nothing else is read.",
        exists=True,
        dir_okay=False,
    ),
]
_Out = Annotated[Path | None, typer.Option(help="Where the prediction lines go, in the order of the input.")]


def extract(
    path: _Path = None, jsonl: _Jsonl = None, out: _Out = None, workers: Workers = None, as_json: AsJson = False
) -> None:
    """Show who said what in an article, or write predictions for a file of articles; no database is needed.

    Examples:

    ```console
    graph-service extract article.txt
    graph-service extract article.html --json
    graph-service extract https://example.org/article.html
    graph-service extract --jsonl articles.jsonl --out predictions.jsonl
    ```
    """
    if path and not jsonl and not out:
        failed = _show(path, as_json)
    elif jsonl and out and not path:
        failed = _predict(jsonl, out, workers)
    else:
        raise typer.BadParameter("Give either a PATH, or both --jsonl and --out.")
    if failed:
        raise typer.Exit(Exit.SOME_FAILED)


def _show(path: str, as_json: bool) -> int:
    from graph_service import inputs
    from graph_service.cli.listing import extraction_table
    from graph_service.pipeline.extract import extract as extract_article

    settings, failed = load_settings(), 0
    for found in _articles(path, settings):
        if isinstance(found, inputs.Failure):
            note(f"{found.where}: {found.error}")
            failed += 1
            continue
        extraction = extract_article(found, settings.extraction)
        if as_json:
            json_line(extraction.model_dump(mode="json"))
        else:
            stdout().print(extraction_table(extraction))
    return failed


def _articles(path: str, settings: "Settings") -> "Iterable[Article | Failure]":
    from graph_service import inputs
    from graph_service.inputs.place import Place, is_url

    if not is_url(path):
        return inputs.read(path, settings)
    import asyncio

    from graph_service.inputs.web import Web

    async def fetched() -> "list[Article | Failure]":
        async with Web(settings) as web:
            return [found async for found in web.read(Place(path))]

    return asyncio.run(fetched())


def predict(jsonl: Path, out: Path, workers: int | None) -> "Report":
    """Predictions for a file of article lines, with a progress bar; problems are said as notes."""
    from graph_service.evaluation.lines import predict_file

    expected = line_count(jsonl)
    with progress_bar() as bar:
        task = bar.add_task(jsonl.name, total=expected)
        report = predict_file(jsonl, out, load_settings(), worker_count(workers, expected), lambda: bar.advance(task))
    for problem in report.problems:
        note(f"{jsonl}, line {problem.line}: {problem.reason}")
    return report


def _predict(jsonl: Path, out: Path, workers: int | None) -> int:
    report = predict(jsonl, out, workers)
    note(f"{report.lines} articles, {report.statements} statements, {len(report.problems)} failed: {out}")
    return len(report.problems)
