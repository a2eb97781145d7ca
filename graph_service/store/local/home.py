"""The folder of one managed Neo4j: where its things lie, which ports it has, its password."""

import secrets
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, SecretStr, ValidationError

from graph_service.errors import BadSetting
from graph_service.files import write_private

LOOPBACK = "127.0.0.1"


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
        # there as long as no start has ever finished
        self._first_start = path / "first-start"

    def prepare(self) -> SecretStr:
        """Make what is missing, for the owner alone, and give the password.

        The password is made before the server first starts, so that no kill can come between the two.
        """
        self._check_ours()
        self.path.mkdir(mode=0o700, exist_ok=True)
        self.path.chmod(0o700)
        password = self.password()
        if password is None:
            password = SecretStr(secrets.token_urlsafe(24))
            write_private(self.password_file, password.get_secret_value() + "\n")
        self.logs.mkdir(exist_ok=True)
        self._begin_data()
        return password

    def _begin_data(self) -> None:
        """Neo4j cannot recover data whose making was cut off; nobody has ever used them, so they are made anew."""
        if self._first_start.exists() and self.data.exists():
            shutil.rmtree(self.data)
        if not self.data.exists():
            self._first_start.touch()

    def keep_data(self) -> None:
        """From now on the data are never made anew."""
        self._first_start.unlink(missing_ok=True)

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        self._check_ours()
        if self.path.exists():
            shutil.rmtree(self.path)

    def _check_ours(self) -> None:
        """A folder that somebody else's Neo4j lives in is not to be touched."""
        ours = self.password_file.exists() or self._state_file.exists()
        if not ours and self.path.exists() and any(self.path.iterdir()):
            advice = "Set GRAPH_SERVICE_DATA_DIR to a folder of its own."
            raise BadSetting(f"{self.path} holds something else than a managed Neo4j.", advice=advice)

    def password(self) -> SecretStr | None:
        """The password, or None where there is none yet."""
        with suppress(FileNotFoundError):
            if text := self.password_file.read_text(encoding="utf-8").strip():
                return SecretStr(text)
        return None

    def state(self) -> State | None:
        """What is remembered, or None where nothing is or it cannot be understood."""
        with suppress(FileNotFoundError, ValidationError):
            return State.model_validate_json(self._state_file.read_bytes())
        return None

    def remember(self, state: State) -> None:
        """Remember this about the server."""
        write_private(self._state_file, state.model_dump_json(indent=2) + "\n")

    def data_bytes(self) -> int:
        """The size of the data."""
        total = 0
        for path in self.data.rglob("*"):
            # a running server removes files
            with suppress(FileNotFoundError):
                total += path.stat().st_size
        return total
