"""Which documents a path means."""

import os
from collections.abc import Iterator
from pathlib import Path

from graph_service.errors import BadArticle, NothingToRead
from graph_service.inputs.kinds import SUFFIXES, suffix


def documents(path: Path) -> Iterator[Path]:
    """The documents of a path: a file itself; of a folder, and those in it, the files with a known suffix, in order.

    Hidden files and folders are passed over, and links to folders are not followed.

    Raises:
        BadArticle: there is no such file, or, at the end, a folder could not be looked into.
        NothingToRead: the folder has no such document.
    """
    if not path.exists():
        raise BadArticle("There is no such file or folder.")
    if not path.is_dir():
        yield path
        return
    closed: list[OSError] = []
    empty = True
    for document in _below(path, closed):
        empty = False
        yield document
    if closed:
        raise BadArticle(f"It cannot be looked into: {', '.join(str(error.filename) for error in closed)}.")
    if empty:
        raise NothingToRead(f"The folder has no file that ends in {', '.join(SUFFIXES)}.")


def _below(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and suffix(name) in SUFFIXES:
                yield Path(parent, name)
