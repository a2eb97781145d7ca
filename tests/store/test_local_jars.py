import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from graph_service.errors import ServerStartFailed
from graph_service.store.local.jar_cache import ensure_jars
from graph_service.store.local.jars import LOCK_FILE, Jar, neo4j_version, read_lock

WORDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789.-_", min_size=1)


class Repository:
    """A Maven repository on loopback. ``answers`` gives the bodies for a file name in turn, the last one for ever."""

    def __init__(self, answers: dict[str, list[bytes]]) -> None:
        self.asked: Counter[str] = Counter()
        repository = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                name = self.path.rpartition("/")[2]
                bodies = answers.get(name, [])
                if not bodies:
                    self.send_error(404)
                    return
                body = bodies[min(repository.asked[name], len(bodies) - 1)]
                repository.asked[name] += 1
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/maven/"


@pytest.fixture
def repository() -> Iterator[Repository]:
    answers = {f"part{n}-1.jar": [b"jar %d" % n] for n in range(5)}
    served = Repository(
        answers | {"once-bad-1.jar": [b"evil", b"good"], "bad-1.jar": [b"evil"], "bad-1.jar.sha1": [b"x"]}
    )
    thread = Thread(target=served.server.serve_forever)
    thread.start()
    yield served
    served.server.shutdown()
    thread.join()
    served.server.server_close()


def jar(artifact: str, body: bytes) -> Jar:
    return Jar("org.example", artifact, "1", "", hashlib.sha256(body).hexdigest(), len(body))


PARTS = [jar(f"part{n}", b"jar %d" % n) for n in range(5)]


def quiet() -> Console:
    return Console(file=io.StringIO())


def test_the_shipped_lock_names_whole_jars_and_no_host() -> None:
    jars = read_lock()
    assert len({jar.file_name for jar in jars}) == len(jars) > 200
    assert all(re.fullmatch("[0-9a-f]{64}", jar.sha256) and jar.size for jar in jars)
    assert {"neo4j", "neo4j-slf4j-provider", "neo4j-browser"} <= {jar.artifact for jar in jars}
    assert neo4j_version().startswith("5.26.")
    assert "//" not in LOCK_FILE.read_text("utf-8")


@given(st.builds(Jar, WORDS, WORDS, WORDS, st.one_of(st.just(""), WORDS), WORDS, st.integers(0)))
def test_a_line_of_the_lock_reads_as_it_was_written(jar: Jar) -> None:
    assert Jar.parse(jar.line()) == jar


def test_jars_are_fetched_once(tmp_path: Path, repository: Repository) -> None:
    for _ in range(2):
        paths = ensure_jars(tmp_path / "jars", PARTS, quiet(), repository.url)
        assert [path.read_bytes() for path in paths] == [b"jar %d" % n for n in range(5)]
    assert set(repository.asked.values()) == {1}


def test_several_at_once_fetch_each_jar_once(tmp_path: Path, repository: Repository) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: ensure_jars(tmp_path, PARTS, quiet(), repository.url), range(8)))
    assert set(repository.asked.values()) == {1}


def test_a_damaged_jar_is_fetched_anew(tmp_path: Path, repository: Repository) -> None:
    for body in (b"", b"JAR 0"):
        (tmp_path / "part0-1.jar").write_bytes(body)
        [path] = ensure_jars(tmp_path, PARTS[:1], quiet(), repository.url)
        assert path.read_bytes() == b"jar 0"


def test_a_jar_with_a_wrong_checksum_is_refused_and_asked_for_again(tmp_path: Path, repository: Repository) -> None:
    [path] = ensure_jars(tmp_path, [jar("once-bad", b"good")], quiet(), repository.url)
    assert path.read_bytes() == b"good"
    assert repository.asked["once-bad-1.jar"] == 2


@pytest.mark.parametrize(
    ("wanted", "reason"), [(jar("bad", b"good"), "SHA-256"), (jar("gone", b"good"), "did not give it")]
)
def test_what_cannot_be_had_is_named_and_leaves_nothing(
    tmp_path: Path, repository: Repository, wanted: Jar, reason: str
) -> None:
    with pytest.raises(ServerStartFailed, match=f"{wanted.file_name} was refused.*{reason}"):
        ensure_jars(tmp_path, [wanted], quiet(), repository.url)
    assert [path.name for path in tmp_path.iterdir() if path.name != ".lock"] == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ServerStartFailed, match="GRAPH_SERVICE_CACHE_DIR"):
        ensure_jars(tmp_path / "file" / "jars", PARTS, quiet())
