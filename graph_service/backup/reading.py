"""A file into the graph. Whatever is in it is looked at before anything of it is written."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from pydantic import ValidationError

from graph_service.backup.manifest import MANIFEST, Manifest, PartOfBackup, Progress, file_of
from graph_service.errors import BadBackup, RestoreFailed
from graph_service.store import GraphStore
from graph_service.store.schema import migrations
from graph_service.store.snapshot import PARTS, Part
from graph_service.store.values import restored

Row = dict[str, object]

#: a batch is written when it has so many rows or so many bytes
_BATCH_ROWS, _BATCH_BYTES = 2_000, 4_000_000
#: no line of ours comes near: an article's text is limited, and with it what is said in it
_LONGEST_LINE = 64_000_000
_LONGEST_MANIFEST = 1_000_000
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, UnicodeDecodeError)
_KEYS = {True: {"labels", "properties"}, False: {"from", "type", "to", "properties"}}


async def restore(store: GraphStore, path: Path, progress: Progress, *, replace: bool = False) -> Manifest:
    """Bring a backup into an empty graph, or in place of what is there. Holds one batch at a time in memory.

    A restore that was interrupted goes on where it ended when it is given the same backup again.

    Raises:
        BadBackup: the file is no backup of ours, damaged, changed, or made by a newer version.
        RestoreRefused: the graph is not empty.
        RestoreFailed: the graph is not what was backed up; somebody wrote to it meanwhile.
    """
    with _opened(path) as archive:
        manifest = _manifest(archive, path)
        for part, said in zip(PARTS, manifest.parts, strict=True):
            _check(archive, part, said, progress)
        restoring = store.restoring(manifest.id)
        done = await restoring.begin(replace=replace)
        progress("Writing", done)
        at = 0
        for part in PARTS:
            for batch in _batches(archive, part):
                if at >= done:
                    await restoring.write(part, batch, at)
                    progress("Writing", len(batch))
                at += len(batch)
    progress("Looking at the graph", 0)
    if await store.graph_hash() != manifest.graph_hash:
        raise RestoreFailed(advice="Stop what writes to the graph, and restore with --replace.")
    await restoring.end()
    return manifest


def read_manifest(path: Path) -> Manifest:
    """What a backup says of itself.

    Raises:
        BadBackup: the file is no backup of ours, or made by a newer version.
    """
    with _opened(path) as archive:
        return _manifest(archive, path)


def _opened(path: Path) -> ZipFile:
    try:
        return ZipFile(path)
    except BadZipFile as error:
        raise BadBackup(f"{path} is no backup, or its end is missing.") from error


def _manifest(archive: ZipFile, path: Path) -> Manifest:
    try:
        with archive.open(MANIFEST) as file:
            manifest = Manifest.model_validate_json(file.read(_LONGEST_MANIFEST))
    except KeyError as error:
        raise BadBackup(f"{path} is no backup of graph-service: it has no {MANIFEST}.") from error
    except (ValidationError, *_DAMAGED) as error:
        raise BadBackup(f"{path} is not a backup that this version of graph-service can read.") from error
    if [part.name for part in manifest.parts] != [part.name for part in PARTS]:
        raise BadBackup(f"{path} does not have the parts of a backup.")
    known = {each.version: each.checksum for each in migrations()}
    if newer := sorted(set(manifest.schema_files) - set(known)):
        raise BadBackup(
            f"{path} is of a graph with schema V{newer[-1]}, which this version does not know.",
            advice=f"Restore it with graph-service {manifest.made_by} or newer.",
        )
    if any(known[version] != checksum for version, checksum in manifest.schema_files.items()):
        raise BadBackup(f"{path} is of a graph with another schema than this version's.")
    return manifest


def _check(archive: ZipFile, part: Part, said: PartOfBackup, progress: Progress) -> None:
    """Reads a part to its end, and no further than the manifest says it goes."""
    sha256, rows, size = hashlib.sha256(), 0, 0
    for line in _lines(archive, part.name):
        size += len(line)
        if size > said.bytes:
            break
        sha256.update(line)
        rows += 1
        _row(part, line)
        if rows % _BATCH_ROWS == 0:
            progress("Checking", _BATCH_ROWS)
    progress("Checking", rows % _BATCH_ROWS)
    if (rows, size, sha256.hexdigest()) != (said.rows, said.bytes, said.sha256):
        raise BadBackup(f"{file_of(part.name)} in it is not what its manifest says: it was changed or cut.")


def _lines(archive: ZipFile, part: str) -> Iterator[bytes]:
    try:
        with archive.open(file_of(part)) as file:
            while line := file.readline(_LONGEST_LINE):
                if len(line) == _LONGEST_LINE:
                    raise BadBackup(f"{file_of(part)} in it has a line that is too long.")
                yield line
    except KeyError as error:
        raise BadBackup(f"It has no {file_of(part)}.") from error
    except _DAMAGED as error:
        raise BadBackup(f"{file_of(part)} in it is damaged.") from error


def _batches(archive: ZipFile, part: Part) -> Iterator[list[Row]]:
    """The rows of a part, in batches that are the same whenever it is read."""
    rows: list[Row] = []
    size = 0
    for line in _lines(archive, part.name):
        rows.append(_row(part, line))
        size += len(line)
        if len(rows) >= _BATCH_ROWS or size >= _BATCH_BYTES:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _row(part: Part, line: bytes) -> Row:
    """A row, with labels and types that are among ours: what is written into the graph is never taken from a file."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadBackup(f"A line of {file_of(part.name)} in it is no JSON.") from error
    if not isinstance(row, dict) or set(row) != _KEYS[part.is_nodes] or not isinstance(row["properties"], dict):
        raise BadBackup(f"A line of {file_of(part.name)} in it is no {'node' if part.is_nodes else 'relationship'}.")
    kind = row["labels"] if part.is_nodes else row["type"]
    if (tuple(map(str, kind)) if part.is_nodes else str(kind)) not in part.kinds:
        raise BadBackup(f"{file_of(part.name)} in it has something that no graph has: {str(kind)[:60]}.")
    row["properties"] = {key: restored(value) for key, value in row["properties"].items()}
    return row
