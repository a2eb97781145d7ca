"""The folder of one managed Neo4j: where its things lie, which ports it has, its password."""

import json
import os
import secrets
import shutil
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError


class Ports(NamedTuple):
    """The ports of one server on loopback."""

    bolt: int
    http: int


class State(BaseModel):
    """What is remembered about the server last started. ``ready``: it has answered under its own password."""

    model_config = ConfigDict(frozen=True)

    pid: int
    ports: Ports
    version: str
    java: str
    ready: bool = False


class Home:
    """The folder of one managed Neo4j. Only its owner may look into it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.configuration = path / "conf"
        self.data = path / "data"
        self.logs = path / "logs"
        self.console_log = self.logs / "console.log"
        self.password_file = path / "password"
        # outside, so that it outlives a reset
        self.lock_file = path.with_name(path.name + ".lock")
        self._state_file = path / "state.json"

    def make(self) -> None:
        """Make the folders that are missing, for their owner alone."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path.chmod(0o700)
        self.logs.mkdir(exist_ok=True)

    def remove(self) -> None:
        """Remove the folder with the data."""
        if self.path.exists():
            shutil.rmtree(self.path)

    def password(self) -> SecretStr | None:
        """The password, or None where there is none yet."""
        try:
            return SecretStr(self.password_file.read_text(encoding="utf-8").strip() or "") or None
        except FileNotFoundError:
            return None

    def make_password(self) -> SecretStr:
        """The password; made at random before the server first starts, so that a kill cannot lose it."""
        password = self.password()
        if password is None:
            password = SecretStr(secrets.token_urlsafe(24))
            _write_private(self.password_file, password.get_secret_value() + "\n")
        return password

    def state(self) -> State | None:
        """What is remembered, or None where nothing is or it cannot be read."""
        try:
            return State.model_validate_json(self._state_file.read_text(encoding="utf-8"))
        except (OSError, ValidationError, ValueError):
            return None

    def remember(self, state: State) -> None:
        """Remember this about the server."""
        _write_private(self._state_file, json.dumps(state.model_dump(), indent=2) + "\n")

    def data_bytes(self) -> int:
        """The size of the data."""
        return sum(path.stat().st_size for path in self.data.rglob("*") if path.is_file())


def _write_private(path: Path, text: str) -> None:
    """Write the whole file or none of it, readable by its owner alone."""
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
