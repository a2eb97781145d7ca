"""The graph into a file."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from graph_service import __version__
from graph_service.backup.manifest import MANIFEST, Manifest, PartOfBackup, Progress, file_of
from graph_service.errors import BadBackup, GraphChanged, RestoreRefused
from graph_service.store import GraphStore
from graph_service.store.snapshot import PARTS, GraphHash, Part
from graph_service.store.values import kept

#: rows between two signs of life
_STEP = 1000


async def back_up(store: GraphStore, path: Path, progress: Progress, *, replace: bool = False) -> Manifest:
    """Write the graph to a file; it is there when it is whole. Holds one row at a time in memory.

    Raises:
        BadBackup: there is a file already, and it is not to be replaced.
        GraphChanged: somebody wrote to the graph meanwhile.
        RestoreRefused: the graph itself is a restore that is half done.
    """
    if await store.unfinished_restore():
        raise RestoreRefused("The graph is a backup that is half restored.", advice="Restore it to its end first.")
    with _put_in_place(path, replace=replace) as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            manifest = await _write(store, archive, progress)
        progress("Looking again", 0)
        if await store.graph_hash() != manifest.graph_hash:
            raise GraphChanged
    return manifest


@contextmanager
def _put_in_place(path: Path, *, replace: bool) -> Iterator[IO[bytes]]:
    """A file beside another's place, for nobody but its owner; it takes that place when all went well."""
    if path.exists() and not replace:
        raise BadBackup(f"{path} is there already.", advice="Give another name, or --force to replace it.")
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        beside = Path(file.name)
        try:
            yield file
            file.flush()
            os.fsync(file.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


async def _write(store: GraphStore, archive: ZipFile, progress: Progress) -> Manifest:
    schema, found = await store.schema(), GraphHash()
    parts = [await _write_part(store, archive, part, found, progress) for part in PARTS]
    manifest = Manifest(
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        made_by=__version__,
        schema_files=schema,
        graph_hash=found.hexdigest(),
        parts=tuple(parts),
    )
    archive.writestr(MANIFEST, manifest.model_dump_json(indent=1) + "\n")
    return manifest


async def _write_part(
    store: GraphStore, archive: ZipFile, part: Part, found: GraphHash, progress: Progress
) -> PartOfBackup:
    count = size = 0
    sha256 = hashlib.sha256()
    async with aclosing(store.part(part)) as rows:
        with archive.open(file_of(part.name), "w", force_zip64=True) as file:
            async for row in rows:
                line = _line(row)
                file.write(line)
                sha256.update(line)
                found.take(part, row)
                count, size = count + 1, size + len(line)
                if count % _STEP == 0:
                    progress("Writing", _STEP)
    progress("Writing", count % _STEP)
    return PartOfBackup(name=part.name, rows=count, bytes=size, sha256=sha256.hexdigest())


def _line(row: dict[str, object]) -> bytes:
    properties = row["properties"]
    assert isinstance(properties, dict)  # noqa: S101  (for the type checker)
    held = {**row, "properties": {key: kept(value) for key, value in properties.items()}}
    return (json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
