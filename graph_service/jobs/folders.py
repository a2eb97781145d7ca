"""Which paths of this machine a job may read: those below the folders of the settings, wherever links lead."""

from pathlib import Path

from graph_service.errors import SourceRefused
from graph_service.settings import Settings

_ADVICE = "GRAPH_SERVICE_JOB_FOLDERS names the folders that jobs may read; files can be uploaded as well."


def allowed_path(path: str | Path, settings: Settings) -> Path:
    """Where a path leads, all links resolved.

    Raises:
        SourceRefused: that is in no folder that jobs may read, or not there; it does not tell which of the two.
    """
    folders = [Path(each).resolve() for each in settings.job_folders.split(":") if each]
    try:
        found = Path(path).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        found = None
    if found is None or not any(found.is_relative_to(folder) for folder in folders):
        raise SourceRefused("The path is in no folder that jobs may read, or not there.", advice=_ADVICE)
    return found
