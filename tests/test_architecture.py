"""The house rules that nobody should have to check by eye. Each rule is shown to fail on a small offender."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median, quantiles

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "graph_service"
#: written by a program from the OpenAPI document, and never read by anybody
GENERATED = PACKAGE / "client" / "generated"

_CYPHER = re.compile(
    r"""\b(?:
        (?:OPTIONAL\s+)?MATCH\s*(?:\w+\s*=\s*)?\( | MERGE\s*\( | CREATE\s*\( | DETACH\s+DELETE\b | UNWIND\s+[$\w\[]
      | LOAD\s+CSV\b | CALL\s+(?:db|dbms|apoc)\. | CALL\s*[({] | RETURN\s+[\w(*$] | EXPLAIN\b | PROFILE\b
      | (?:CREATE|DROP|ALTER|SHOW|TERMINATE)\s+(?:CURRENT|USERS?|CONSTRAINTS?|INDEX(?:ES)?|DATABASES?|SETTINGS?
          |TRANSACTIONS?|PROCEDURES|FUNCTIONS|\w+\s+INDEX)\b
    )""",
    re.VERBOSE,
)
# what stands before Cypher that somebody typed, so that Neo4j only plans it
_BEFORE_TYPED = ("graph_service/queries/text.py", "EXPLAIN ")
_RUNNERS = {"run", "execute_query"}
_PLACES_OF_ONE_MACHINE = re.compile(r"(?<![\w./~:$}-])/(?:home|root|Users|work|mnt)/\w")
# put together here, so that this file does not hold what it looks for
_HOSTS = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in (
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("maven", "apache", "org"),
            ("repo1", "maven", "org"),
            ("maven", "org"),
            ("npmjs", "org"),
            ("crates", "io"),
            ("golang", "org"),
        )
    )
)
_WORDS = re.compile(r"\bissue #?\d|\bT" r"ODO\b|\bF" r"IXME\b|\bL" r"LM-generated\b")
_TOOLS = {
    "format": ("-m", "ruff", "format", "--check"),
    "rules": ("-m", "ruff", "check"),
    "types": ("-m", "mypy"),
    "imports": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
}


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in own_files():
        yield path.relative_to(ROOT), ast.parse(path.read_text("utf-8"))


def own_files() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if GENERATED not in path.parents]


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def text_of(path: Path) -> str:
    """The text of a file, empty for a binary one."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


# --- the tools' own rules ---------------------------------------------------------------------------------------------


@pytest.mark.lint
@pytest.mark.parametrize("tool", _TOOLS)
def test_the_tool_has_nothing_to_say(tool: str) -> None:
    done = subprocess.run([sys.executable, *_TOOLS[tool]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# --- imports ----------------------------------------------------------------------------------------------------------


def cycles(imports: dict[str, set[str]]) -> list[list[str]]:
    """The groups of modules that import each other, directly or around a corner."""
    reach = {module: _reachable(module, imports) for module in imports}
    groups = {
        tuple(sorted({module} | {other for other in reach[module] if module in reach[other]})) for module in imports
    }
    return sorted(list(group) for group in groups if len(group) > 1)


def _reachable(start: str, imports: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        new = imports.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found


def test_no_two_modules_import_each_other() -> None:
    graph = grimp.build_graph("graph_service", cache_dir=None)
    assert cycles({module: graph.find_modules_directly_imported_by(module) for module in graph.modules}) == []


def test_a_cycle_is_found() -> None:
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]


# --- Cypher -----------------------------------------------------------------------------------------------------------


def cypher_literals(tree: ast.Module) -> list[int]:
    """Lines of the string literals, docstrings aside, that hold Cypher."""
    docstrings = {id(node.body[0].value) for node in _documented(tree) if ast.get_docstring(node, clean=False)}
    return sorted(
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and _CYPHER.search(node.value)
    )


def built_queries(tree: ast.Module) -> list[int]:
    """Lines where a query is put together in the call that runs it."""
    return sorted(
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _RUNNERS
        and node.args
        and _is_built(node.args[0])
    )


def _is_built(node: ast.expr) -> bool:
    formatted = (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"format", "join", "replace"}
    )
    return formatted or isinstance(node, ast.JoinedStr | ast.BinOp)


def _documented(tree: ast.Module) -> Iterator[ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_cypher_is_in_its_folder_only() -> None:
    found = [(path, line) for path, tree in modules() for line in cypher_literals(tree)]
    (before_typed,) = [line for path, line in found if path.as_posix() == _BEFORE_TYPED[0]]
    assert f'"{_BEFORE_TYPED[1]}"' in (ROOT / _BEFORE_TYPED[0]).read_text("utf-8").splitlines()[before_typed - 1]
    assert [f"{path}:{line}" for path, line in found if path.as_posix() != _BEFORE_TYPED[0]] == []


def test_no_query_is_put_together_at_run_time() -> None:
    assert [f"{path}:{line}" for path, tree in modules() for line in built_queries(tree)] == []


@pytest.mark.parametrize(
    "source",
    [
        'tx.run("MATCH (n) RETURN n")',
        'tx.run("UNWIND $rows AS row MERGE (n {id: row.id})")',
        'query = f"MATCH (n:{label})"',
        'session.run("ALTER CURRENT USER SET PASSWORD FROM $a TO $b")',
        'session.run("SHOW INDEXES")',
        'tx.run("CALL db.ping()")',
        'query = "DETACH DELETE n"',
    ],
)
def test_cypher_in_code_is_found(source: str) -> None:
    assert cypher_literals(ast.parse(source)) == [1]


@pytest.mark.parametrize(
    "source",
    [
        '"""Rows for MERGE (n)."""',
        'help = "Return the match (if any)."',
        'log.info("show users")',
        '"a match (of two)"',
    ],
)
def test_prose_is_not_taken_for_cypher(source: str) -> None:
    assert cypher_literals(ast.parse(source)) == []


@pytest.mark.parametrize("source", ['tx.run(f"{a}")', "tx.run(a + b)", 'tx.run("{}".format(a))', 'tx.run("%s" % a)'])
def test_a_built_query_is_found(source: str) -> None:
    assert built_queries(ast.parse(source)) == [1]


# --- size -------------------------------------------------------------------------------------------------------------


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_are_short() -> None:
    lengths = {
        f"{path}:{node.lineno} {node.name}": length(node) for path, tree in modules() for node in functions(tree)
    }
    assert [f"{where} ({lines})" for where, lines in lengths.items() if lines > 60] == []
    assert median(lengths.values()) <= 10
    assert quantiles(lengths.values(), n=10)[-1] < 35


def test_modules_are_short() -> None:
    lines = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8").count("\n") for path in own_files()}
    assert {path: count for path, count in lines.items() if count >= 300} == {}


# --- what never enters the tree ---------------------------------------------------------------------------------------


def offences(pattern: re.Pattern[str], files: Iterable[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {match.group()}"
        for path in files
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if (match := pattern.search(line))
    ]


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("folders of one machine", _PLACES_OF_ONE_MACHINE),
        ("hosts of registries", _HOSTS),
        ("words of the workshop", _WORDS),
    ],
)
def test_tracked_files_hold_none_of(what: str, pattern: re.Pattern[str]) -> None:
    assert offences(pattern, (path for path in tracked_files() if path != Path(__file__).resolve())) == []


def test_no_large_or_secret_file_is_tracked() -> None:
    files = tracked_files()
    assert [path.name for path in files if path.stat().st_size > 20_000_000] == []
    assert [path.name for path in files if path.name == ".env" or path.suffix in {".pem", ".key", ".jar"}] == []


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (_PLACES_OF_ONE_MACHINE, "see /" + "home/me/x"),
        (_HOSTS, "https://repo1." + "maven.org/x"),
        (_WORDS, "T" + "ODO: later"),
    ],
)
def test_an_offending_line_is_found(pattern: re.Pattern[str], line: str) -> None:
    assert pattern.search(line)
