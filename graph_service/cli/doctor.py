"""``graph-service doctor``: whether the graph is what it should be."""

import typer

from graph_service.cli.exits import Exit
from graph_service.cli.output import AsJson, json_lines, note, stdout, table
from graph_service.cli.session import with_store


def doctor(as_json: AsJson = False) -> None:
    """Check that the graph is sound.

    Every statement has one speaker and one article, its text stands there at its offsets, nothing dangles, and more.
    The exit code is 1 where an invariant does not hold.

    Examples:

    ```console
    graph-service doctor
    graph-service doctor --json | jq 'select(.violations > 0)'
    ```
    """
    found = with_store(lambda store: store.doctor())
    rows = [each.model_dump(mode="json") for each in found]
    if as_json:
        json_lines(rows)
    else:
        stdout().print(table(rows))
    violated = sum(each.violations > 0 for each in found)
    note(f"{violated} of {len(found)} invariants do not hold." if violated else f"All {len(found)} invariants hold.")
    if violated:
        raise typer.Exit(Exit.SOME_FAILED)
