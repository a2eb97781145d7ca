"""Write the lock of the jars anew: ``python -m graph_service.store.local.lock [NEO4J_VERSION]``.

Resolves Neo4j and its Browser on Maven Central with jgo and records every jar with its SHA-256 and size.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from jgo.maven import Dependency, MavenContext, PythonResolver

from graph_service.store.local.jars import LOCK_FILE, THREADS, Jar, neo4j_version, sha256_of

# the last line of the Browser without the bundled preview of its successor, which has another licence
BROWSER = "org.neo4j.client:neo4j-browser:5.15.0"
HEADER = "# Every jar of the managed local Neo4j: group:artifact:version[:classifier] sha256 bytes. Written by"


def resolve(version: str, repository: Path) -> list[Jar]:
    """The jars of this version of Neo4j with all they need, in the order of their coordinates."""
    maven = MavenContext(resolver=PythonResolver(), repo_cache=repository, timeout=60)
    roots = (f"org.neo4j:neo4j:{version}", f"org.neo4j:neo4j-slf4j-provider:{version}", BROWSER)
    named, needed = maven.resolver.resolve([maven.create_dependency(root) for root in roots])
    with ThreadPoolExecutor(THREADS) as pool:
        jars = sorted(pool.map(_jar, named + needed))
    if len({jar.file_name for jar in jars}) < len(jars):
        raise ValueError("two jars have the same file name")
    return jars


def _jar(dependency: Dependency) -> Jar:
    artifact = dependency.artifact
    path = Path(artifact.resolve())
    coordinate = (artifact.groupId, artifact.artifactId, artifact.version, artifact.classifier or "")
    return Jar(*coordinate, sha256=sha256_of(path), size=path.stat().st_size)


def main() -> None:
    """Resolve and write the lock."""
    version = sys.argv[1] if len(sys.argv) > 1 else neo4j_version()
    with TemporaryDirectory() as repository:
        jars = resolve(version, Path(repository))
    lines = [f"{HEADER} {__spec__.name}", *(jar.line() for jar in jars)]
    LOCK_FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
