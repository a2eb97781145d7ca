"""Files that nobody but their owner may read."""

import os
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Write the whole file or none of it, readable by its owner alone."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
