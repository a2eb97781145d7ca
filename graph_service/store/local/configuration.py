"""The configuration of the managed Neo4j: loopback only, no way out, bounded memory and time."""

import os
import re
from pathlib import Path

from graph_service.errors import BadSetting
from graph_service.settings import Settings
from graph_service.store.local.home import LOOPBACK, Home, Ports

ENTRY_POINT = "org.neo4j.server.CommunityEntryPoint"
_MEMORY = re.compile(r"(\d{1,6})([kmg])", re.IGNORECASE)
_KILOBYTES = {"k": 1, "m": 1024, "g": 1024 * 1024}
_INITIAL_HEAP = 256 * 1024
_FLAGS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dfile.encoding=UTF-8",
    "-XX:+UseG1GC",
    # a server that ran out of memory limps on; one that is gone is started again by the next command
    "-XX:+ExitOnOutOfMemoryError",
    # four times Java's own thresholds for its best compiler, which else takes a quarter of the time of a start
    "-XX:Tier4InvocationThreshold=20000",
    "-XX:Tier4MinInvocationThreshold=5000",
    "-XX:Tier4CompileThreshold=40000",
)
_SAFE = {
    "server.default_listen_address": LOOPBACK,
    "server.https.enabled": "false",
    # the backstop for queries typed into the Browser; the service's own reads and writes set shorter limits
    "db.transaction.timeout": "60s",
    "db.transaction.monitor.check.interval": "200ms",
    "db.transaction.concurrent.maximum": "100",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    "dbms.security.http_static_content_security_policy_header": "frame-ancestors 'none'; object-src 'none'",
    # nobody is told that or how it is used
    "dbms.usage_report.enabled": "false",
    "client.allow_telemetry": "false",
    # the guide comes from our own API
    "browser.remote_content_hostname_whitelist": f"{LOOPBACK},localhost",
    # queries hold the articles' texts
    "db.logs.query.enabled": "OFF",
    # files of 256 MB are set aside for each database otherwise
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.size": "64m",
    "db.tx_log.rotation.retention_policy": "keep_none",
    # two waits of 5 seconds at each stop otherwise, after the last connection is gone
    "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
}


def server_settings(settings: Settings, home: Home, ports: Ports) -> dict[str, str]:
    """What ``neo4j.conf`` holds. Raises ``BadSetting`` for a memory size that is none."""
    heap = _kilobytes("GRAPH_SERVICE_NEO4J_HEAP", settings.neo4j_heap)
    pagecache = _kilobytes("GRAPH_SERVICE_NEO4J_PAGECACHE", settings.neo4j_pagecache)
    bolt, http = (f"{LOOPBACK}:{port}" for port in ports)
    return {
        **_SAFE,
        "server.bolt.listen_address": bolt,
        "server.bolt.advertised_address": bolt,
        "server.http.listen_address": http,
        "server.http.advertised_address": http,
        "dbms.security.http_access_control_allow_origin": f"http://{http}",
        "server.directories.data": str(home.data),
        "server.directories.logs": str(home.logs),
        "server.memory.pagecache.size": f"{pagecache}k",
        # a transaction may take a quarter of the heap, all together half: the rest of the server lives on
        "db.memory.transaction.max": f"{heap // 4}k",
        "dbms.memory.transaction.total.max": f"{heap // 2}k",
    }


def write_configuration(settings: Settings, home: Home, ports: Ports) -> None:
    """Write ``neo4j.conf``."""
    lines = (f"{name}={value}\n" for name, value in server_settings(settings, home, ports).items())
    home.configuration.mkdir(exist_ok=True)
    (home.configuration / "neo4j.conf").write_text("".join(lines), encoding="utf-8")


def command(java: Path, jars: list[Path], settings: Settings, home: Home) -> list[str]:
    """The command that runs the server in the foreground."""
    heap = _kilobytes("GRAPH_SERVICE_NEO4J_HEAP", settings.neo4j_heap)
    # the class path is too long for some systems' command lines, and for `ps`
    class_path = home.configuration / "class-path"
    quoted = os.pathsep.join(str(path) for path in jars).replace("\\", "\\\\")
    class_path.write_text(f'-cp "{quoted}"\n', encoding="utf-8")
    memory = (f"-Xms{min(heap, _INITIAL_HEAP)}k", f"-Xmx{heap}k", f"-XX:ErrorFile={home.logs}/java-%p.log")
    folders = (f"--home-dir={home.path}", f"--config-dir={home.configuration}")
    return [str(java), *memory, *_FLAGS, f"@{class_path}", ENTRY_POINT, *folders, "--console-mode"]


def _kilobytes(setting: str, value: str) -> int:
    match = _MEMORY.fullmatch(value)
    if match:
        return int(match[1]) * _KILOBYTES[match[2].lower()]
    raise BadSetting(f"{setting} is {value!r}.", advice="Write it as a number and k, m or g, such as 512m.")
