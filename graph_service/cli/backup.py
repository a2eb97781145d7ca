"""``graph-service backup`` and ``graph-service restore``: the whole graph as a file, and back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph_service.cli.output import AsJson, json_line, note
from graph_service.cli.progress import progress_bar
from graph_service.cli.session import with_store

if TYPE_CHECKING:
    from graph_service.backup import Manifest
    from graph_service.backup.manifest import Progress
    from graph_service.store import GraphStore

_File = Annotated[Path, typer.Argument(dir_okay=False, metavar="FILE", help="The backup.")]


def backup(
    file: _File,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    as_json: AsJson = False,
) -> None:
    """Write the whole graph to a file: articles, statements, entities, relations and judgements.

    It is written beside FILE and looked at again before it gets its name. Nobody should write to the graph meanwhile.

    Examples:

    ```console
    graph-service backup graph.zip
    ```
    """
    from graph_service.backup import back_up

    async def run(store: "GraphStore") -> "Manifest":
        with _shown(sum(await store.counts())) as progress:
            return await back_up(store, file, progress, replace=force)

    _say(with_store(run), "backed up", as_json)


def restore(
    file: _File,
    replace: Annotated[
        bool, typer.Option("--replace", help="Remove what the graph holds before; by default it must be empty.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bring a backup into an empty graph.

    The file is checked to its end before anything is written, and the graph's hash afterwards. A restore that was
    interrupted goes on where it ended when the same is typed again.

    Examples:

    ```console
    graph-service restore graph.zip
    graph-service restore graph.zip --replace
    ```
    """
    from graph_service.backup import read_manifest
    from graph_service.backup import restore as bring_back
    from graph_service.meanings import embed_statements

    # a file that is no backup is said before Neo4j is started for it; every row is checked first and written then
    total = 2 * read_manifest(file).rows

    async def run(store: "GraphStore") -> "Manifest":
        with _shown(total) as progress:
            manifest = await bring_back(store, file, progress, replace=replace)
            progress("Making statements searchable by meaning", 0)
            await embed_statements(store)
            return manifest

    _say(with_store(run), "restored", as_json)


@contextmanager
def _shown(total: int) -> "Iterator[Progress]":
    with progress_bar() as bar:
        task = bar.add_task("Reading", total=total)
        yield lambda doing, rows: bar.update(task, description=doing, advance=rows)


def _say(manifest: "Manifest", done: str, as_json: bool) -> None:
    if as_json:
        json_line(manifest.model_dump(mode="json"))
        return
    counted = ", ".join(f"{part.rows} {part.name}" for part in manifest.parts if not part.name.startswith("links_"))
    note(f"{manifest.rows} nodes and relationships {done}: {counted.replace('_', ' ')}.")
    note(f"The graph's hash is {manifest.graph_hash}.")
