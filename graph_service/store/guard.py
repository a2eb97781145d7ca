"""What Cypher that somebody typed may do: read this graph, and nothing else.

The text is looked at for what the server would choke on while it makes a plan; then the plan itself, which has every
function and procedure by its real name, whatever comments, letter case or quotes the text hides it behind.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, NamedTuple

from graph_service.errors import CypherRefused
from graph_service.queries.text import code_of

MOST_BYTES = 8_000
#: what Neo4j calls a query that only reads
_READS = "r"
#: deeper than any question, and shallow enough for Neo4j's parser, which needs minutes for thousands of brackets
_DEEPEST, _DEEPEST_BRACES = 40, 10
#: how often a text may have them: Neo4j's planner needs more than twice the time for each
_MOST = {"NOT": 40, "XOR": 10, "OR": 60, "UNION": 20}
_MOST_PLUS = 24
_PAIRS = {")": "(", "]": "[", "}": "{"}
#: every operator of Neo4j 5.26 that reads; one that is not among them is refused
_OPERATORS = frozenset((files("graph_service.store") / "reading_operators.txt").read_text("utf-8").split())
#: procedures that only look into the graph
PROCEDURES = (
    "db.index.fulltext.queryNodes",
    "db.index.fulltext.queryRelationships",
    "db.index.vector.queryNodes",
    "db.index.vector.queryRelationships",
    "db.labels",
    "db.propertyKeys",
    "db.relationshipTypes",
    "db.schema.nodeTypeProperties",
    "db.schema.relTypeProperties",
    "db.schema.visualization",
    "db.ping",
)
#: a function with a dot in its name is one of these, or came with a plugin
_NAMESPACES = frozenset(
    {"date", "datetime", "duration", "localdatetime", "localtime", "point", "time", "vector.similarity"}
)
_INSTEAD = {
    "range": "Pass the numbers as a parameter, and give them to an UNWIND.",
    "reduce": "Give the list to an UNWIND, and aggregate with sum(), collect() or another function.",
    "=~": "Use CONTAINS, STARTS WITH or the full-text index instead.",
}
# what follows CALL is a procedure, which the plan is asked about
_CALL = re.compile(r"(?i:(?P<procedure>\bCALL\s+))?(?<![\w.:|&!`$])(?P<name>[A-Za-z_][\w.]*)\s*\(")
_PREFIX = re.compile(r"\s*(explain|profile|cypher)\b", re.IGNORECASE)
_OTHER_GRAPH = re.compile(r"(?:^|[{]|\bUNION(?:\s+(?:ALL|DISTINCT))?)\s*USE\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u", re.IGNORECASE)
_LITERAL_SUM = re.compile(r"['\"\d]\s*\+|\+\s*['\"\d]")
_WORD = re.compile(r"[A-Za-z]+")
# what a property, a parameter or a function of a path holds is bounded; a variable may be all that was collected
_ITERATION = re.compile(
    r"""(?:\[ | (?<=\ball)\( | (?<=\bany)\( | (?<=\bnone)\( | (?<=\bsingle)\()
        \s*(?:\w+|``)\s+IN\s+(?P<bounded>[\w`]+\s*[.(\[]|\$)?""",
    re.VERBOSE,
)


class Step(NamedTuple):
    """An operator of a plan, with what it works on as code."""

    operator: str
    code: str


def check_text(text: str) -> None:
    """Looks at a text before anybody plans it.

    Raises:
        CypherRefused: it is too long, too deep, escaped, or asks for a plan itself.
    """
    if not text.strip():
        raise CypherRefused("There is no Cypher in it.")
    if len(text.encode()) > MOST_BYTES:
        raise CypherRefused(f"The text is longer than {MOST_BYTES:,} bytes.", advice="Pass values as parameters.")
    if _ESCAPE.search(text) or "\0" in text:
        raise CypherRefused(
            "The text has \\u escapes or control characters.", advice="Write the characters themselves, or pass them."
        )
    code = code_of(text)
    if found := _PREFIX.match(code):
        raise CypherRefused(f"The text begins with {found[1].upper()}.", advice="Leave it out.")
    if _OTHER_GRAPH.search(code):
        raise CypherRefused("It has USE.", advice="There is one graph here; leave it out.")
    _check_depth(code)
    _check_counts(code)
    _check_functions(code)


def check_plan(plan: Mapping[str, Any], query_type: str | None) -> None:
    """Looks at the plan that Neo4j made for a text.

    Raises:
        CypherRefused: names what it does beyond reading.
    """
    steps = list(_steps(plan))
    # first, since many procedures are no reading for Neo4j either
    for step in steps:
        _check_procedure(step)
    if query_type != _READS:
        raise CypherRefused("It writes, or changes the schema or the server.", advice="Only reading is possible here.")
    for step in steps:
        if step.operator not in _OPERATORS:
            raise CypherRefused(f"It needs Neo4j's operator {step.operator}.", advice=_advice(step.operator))
        _check_functions(step.code)
        _check_iterations(step.code)


def _steps(plan: Mapping[str, Any]) -> Iterator[Step]:
    ahead = [plan]
    while ahead:
        found = ahead.pop()
        # «Expand(All)@neo4j» is the operator Expand
        operator = re.split(r"[@(]", found["operatorType"])[0]
        yield Step(operator, code_of(str(found.get("args", {}).get("Details", ""))))
        ahead.extend(found.get("children", ()))


def _check_procedure(step: Step) -> None:
    name = step.code.partition("(")[0].strip()
    if step.operator == "ProcedureCall" and name not in PROCEDURES:
        raise CypherRefused(f"It calls {name}.", advice=f"It may call: {', '.join(PROCEDURES)}.")


def _advice(operator: str) -> str:
    if operator.startswith(("Show", "Terminate")):
        return "Nothing of the server is told or changed here; the procedure db.labels tells of the graph."
    if operator == "LoadCSV":
        return "No file and no address is read here: pass the rows as a parameter."
    return "Only reading the graph is possible here."


def _check_functions(code: str) -> None:
    if "=~" in code:
        raise CypherRefused("It uses =~, which Neo4j cannot stop.", advice=_INSTEAD["=~"])
    for called in _CALL.finditer(code):
        name = called["name"].lower()
        if name in _INSTEAD:
            raise CypherRefused(f"It uses {name}(), which Neo4j cannot stop.", advice=_INSTEAD[name])
        namespace = name.rpartition(".")[0]
        if called["procedure"] is None and namespace and namespace not in _NAMESPACES and not name.startswith("db."):
            raise CypherRefused(f"It uses {called['name']}().", advice="Only Neo4j's own functions may be used.")


def _check_iterations(code: str) -> None:
    """A list looked through for every item of a list cannot be stopped, as two UNWINDs can."""
    # the brackets that are open, each with whether it looks through a list
    open_: list[bool] = []
    for at, character in enumerate(code):
        if character in "([{":
            through = _ITERATION.match(code, at)
            around = sum(open_)
            if through and (around > 1 or (around and not through["bounded"])):
                raise CypherRefused(
                    "It looks through a list for every item of another, which Neo4j cannot stop.",
                    advice="Give each list to an UNWIND.",
                )
            open_.append(through is not None)
        elif character in ")]}" and open_:
            open_.pop()


def _check_depth(code: str) -> None:
    open_: list[str] = []
    for character in code:
        if character in "([{":
            open_.append(character)
            if len(open_) > _DEEPEST or open_.count("{") > _DEEPEST_BRACES:
                raise CypherRefused("Its brackets are nested too deeply.", advice="Split it with WITH.")
        elif open_ and _PAIRS.get(character) == open_[-1]:
            open_.pop()


def _check_counts(code: str) -> None:
    words = [word.upper() for word in _WORD.findall(code)]
    for word, most in _MOST.items():
        if words.count(word) > most:
            raise CypherRefused(f"It has more than {most} {word}.", advice="Compare with a list: x IN $list.")
    if code.count("+") - len(_LITERAL_SUM.findall(code)) > _MOST_PLUS:
        raise CypherRefused(f"It has more than {_MOST_PLUS} +.", advice="Ask for the parts.")
