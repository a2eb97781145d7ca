"""Keys of the API: who may read, ingest, type Cypher, administer.

They stand in a file of their own and not in the graph: who may type Cypher can read all of the graph, and Neo4j
Community hides nothing. The file holds a hash of each key, so that nobody who reads it can use one.
"""

import hashlib
import re
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hmac import compare_digest

from filelock import FileLock
from pydantic import BaseModel, ConfigDict, SecretStr, TypeAdapter, ValidationError

from graph_service.errors import BadParameter, BadSetting, KeyNeeded, NotFound
from graph_service.files import write_private
from graph_service.settings import Settings

_SHAPE = re.compile(r"gsk_(?P<id>[0-9a-f]{10})_[A-Za-z0-9_-]{43}")
#: of a secret: 256 bits
_BYTES = 32
#: when a key was last used is written down so often
_COARSE = timedelta(hours=1)


class Scope(StrEnum):
    """What a key is for; none includes another."""

    READ = "read"
    INGEST = "ingest"
    CYPHER = "cypher"
    ADMIN = "admin"


class ApiKey(BaseModel):
    """What is kept of a key."""

    model_config = ConfigDict(frozen=True)

    # the part of the key that may be shown
    id: str
    name: str
    scopes: tuple[Scope, ...]
    # of the whole key
    sha256: str
    created_at: datetime
    # None is never
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    last_used_at: datetime | None = None

    def state(self, now: datetime) -> str:
        """Whether it works: ``active``, ``expired`` or ``revoked``."""
        if self.revoked_at:
            return "revoked"
        return "expired" if self.expires_at and self.expires_at <= now else "active"


_KEYS = TypeAdapter(tuple[ApiKey, ...])


class KeyRing:
    """The keys in a file. Several processes may use it at once; a change is seen with the next request."""

    def __init__(self, settings: Settings) -> None:
        self._path = settings.keys_file or settings.data_dir / "keys.json"
        self._seen: tuple[int, int, int] | None = None
        self._by_id: dict[str, ApiKey] = {}
        self._tried: dict[str, datetime] = {}

    def create(self, name: str, scopes: Iterable[Scope], days: int | None = None) -> tuple[ApiKey, SecretStr]:
        """A new key and its secret, which is nowhere else.

        Raises:
            BadParameter: it has no scope.
        """
        wanted = tuple(sorted(set(scopes)))
        if not wanted:
            raise BadParameter("A key needs a scope.", advice=f"There are {', '.join(Scope)}.")
        now = _now()
        id_ = secrets.token_hex(5)
        secret = f"gsk_{id_}_{secrets.token_urlsafe(_BYTES)}"
        expires = now + timedelta(days=days) if days else None
        key = ApiKey(id=id_, name=name, scopes=wanted, sha256=_hash(secret), created_at=now, expires_at=expires)
        self._change(lambda keys: keys.__setitem__(id_, key))
        return key, SecretStr(secret)

    def list(self) -> "list[ApiKey]":
        """All keys, the oldest first, also those that work no more."""
        return sorted(self._read().values(), key=lambda key: key.created_at)

    def revoke(self, id_: str) -> ApiKey:
        """End a key.

        Raises:
            NotFound: there is none of that id.
        """
        if id_ not in self._read():
            raise NotFound(f"There is no key {id_}.", advice="`graph-service keys list` shows them.")
        revoked = _now()

        def change(keys: dict[str, ApiKey]) -> None:
            keys[id_] = keys[id_].model_copy(update={"revoked_at": keys[id_].revoked_at or revoked})

        self._change(change)
        return self._read()[id_]

    def find(self, secret: str) -> ApiKey:
        """The key of a secret.

        Raises:
            KeyNeeded: there is none, or it works no more.
        """
        shape = _SHAPE.fullmatch(secret)
        key = self._read().get(shape["id"]) if shape else None
        if key is None or not compare_digest(key.sha256, _hash(secret)):
            raise KeyNeeded("The key is not one of this service.")
        state = key.state(_now())
        if state != "active":
            raise KeyNeeded(f"The key {key.id} is {state}.")
        return key

    def is_stale(self, key: ApiKey) -> bool:
        """Whether it is time to write down that a key was used."""
        last = max(filter(None, (key.last_used_at, self._tried.get(key.id))), default=None)
        return last is None or _now() - last >= _COARSE

    def touch(self, key: ApiKey) -> None:
        """Write down that a key was used in this hour.

        Raises:
            BadSetting: the file cannot be written.
        """
        # where it cannot be written, it is not tried with every request
        self._tried[key.id] = _now()
        used = _now().replace(minute=0, second=0, microsecond=0)

        def change(keys: dict[str, ApiKey]) -> None:
            if key.id in keys:
                keys[key.id] = keys[key.id].model_copy(update={"last_used_at": used})

        self._change(change)

    def _change(self, change: Callable[[dict[str, ApiKey]], object]) -> None:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self._path.with_name(f"{self._path.name}.lock")):
                keys = dict(self._read())
                change(keys)
                write_private(self._path, _KEYS.dump_json(tuple(keys.values()), indent=1).decode() + "\n")
        except OSError as error:
            raise BadSetting(
                f"{self._path} cannot be written: {error.strerror}.", advice="Set GRAPH_SERVICE_KEYS_FILE to another."
            ) from error

    def _read(self) -> dict[str, ApiKey]:
        try:
            stat = self._path.stat()
            seen = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            if seen != self._seen:
                self._by_id = {key.id: key for key in _KEYS.validate_json(self._path.read_bytes())}
                self._seen = seen
        except FileNotFoundError:
            self._seen, self._by_id = None, {}
        except (OSError, ValidationError) as error:
            raise BadSetting(f"{self._path} cannot be read as a file of keys.") from error
        return self._by_id


def _now() -> datetime:
    return datetime.now(UTC)


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
