"""The configuration of the managed Neo4j: loopback only, no way out, bounded memory and time."""

import re
from pathlib import Path

from graph_service.errors import ServerStartFailed
from graph_service.settings import Settings
from graph_service.store.local.home import Home, Ports

LOOPBACK = "127.0.0.1"
_MEMORY = re.compile(r"(\d{1,6})([kmg])", re.IGNORECASE)
_KILOBYTES = {"k": 1, "m": 1024, "g": 1024 * 1024}
_FLAGS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dfile.encoding=UTF-8",
    # a server out of memory is worse than one that is gone: the next command starts it again
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:+UseG1GC",
)
ENTRY_POINT = "org.neo4j.server.CommunityEntryPoint"


def server_settings(settings: Settings, home: Home, ports: Ports) -> dict[str, str]:
    """What ``neo4j.conf`` holds."""
    heap = _kilobytes("GRAPH_SERVICE_NEO4J_HEAP", settings.neo4j_heap)
    _kilobytes("GRAPH_SERVICE_NEO4J_PAGECACHE", settings.neo4j_pagecache)
    bolt, http = (f"{LOOPBACK}:{port}" for port in ports)
    return {
        "server.default_listen_address": LOOPBACK,
        "server.bolt.listen_address": bolt,
        "server.bolt.advertised_address": bolt,
        "server.http.listen_address": http,
        "server.http.advertised_address": http,
        "server.https.enabled": "false",
        "server.directories.data": str(home.data),
        "server.directories.logs": str(home.logs),
        "server.memory.pagecache.size": settings.neo4j_pagecache,
        # a transaction may take a quarter of the heap, all together half: the rest of the server lives on
        "db.memory.transaction.max": f"{heap // 4}k",
        "dbms.memory.transaction.total.max": f"{heap // 2}k",
        # the backstop for queries typed into the Browser; the service's own reads and writes set a shorter limit each
        "db.transaction.timeout": "60s",
        "db.transaction.monitor.check.interval": "200ms",
        "db.transaction.concurrent.maximum": "100",
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
        "dbms.security.http_access_control_allow_origin": f"http://{http}",
        "dbms.usage_report.enabled": "false",
        # queries hold the articles' texts
        "db.logs.query.enabled": "OFF",
        # two waits of 5 seconds at each stop otherwise, after the last connection is gone
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        # files of 256 MB are set aside for each database otherwise
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "64m",
        "db.tx_log.rotation.retention_policy": "keep_none",
    }


def write_configuration(settings: Settings, home: Home, ports: Ports) -> None:
    """Write ``neo4j.conf``."""
    lines = (f"{name}={value}\n" for name, value in server_settings(settings, home, ports).items())
    home.configuration.mkdir(parents=True, exist_ok=True)
    (home.configuration / "neo4j.conf").write_text("".join(lines), encoding="utf-8")


def command(java: Path, jars: list[Path], settings: Settings, home: Home) -> list[str]:
    """The command that runs the server in the foreground."""
    class_path = ":".join(str(path) for path in jars)
    # the class path is too long for some systems' command lines, and for `ps`
    arguments = home.configuration / "java.args"
    arguments.write_text(f'-cp "{class_path}"\n', encoding="utf-8")
    memory = (f"-Xms{_initial_heap(settings.neo4j_heap)}k", f"-Xmx{settings.neo4j_heap}")
    folders = (f"--home-dir={home.path}", f"--config-dir={home.configuration}")
    return [str(java), *memory, *_FLAGS, f"@{arguments}", ENTRY_POINT, *folders, "--console-mode"]


def _initial_heap(heap: str) -> int:
    return min(256 * 1024, _kilobytes("GRAPH_SERVICE_NEO4J_HEAP", heap))


def _kilobytes(setting: str, value: str) -> int:
    match = _MEMORY.fullmatch(value)
    if match:
        return int(match[1]) * _KILOBYTES[match[2].lower()]
    raise ServerStartFailed(f"{setting} is {value!r}.", advice="Write it as a number and k, m or g, such as 512m.")
