"""The GraSS style: a colour for each kind of node, its name or its words as the caption."""

from typing import NamedTuple

from graph_service.models import RelationType


class _Node(NamedTuple):
    colour: str
    border: str
    # colour of the caption inside
    text: str
    caption: str
    diameter: int


# Who speaks is large and dark, what is said light; captions have a contrast of 4.5 or more (WCAG AA).
_NODES = {
    # for an entity of no type we know of; the types behind it go over it
    "Entity": _Node("#5B6470", "#434A53", "#FFFFFF", "{name}", 50),
    "Person": _Node("#1F5AA6", "#17457F", "#FFFFFF", "{name}", 65),
    "Country": _Node("#A3341F", "#7D2818", "#FFFFFF", "{name}", 65),
    "Organisation": _Node("#6B3FA0", "#522F7B", "#FFFFFF", "{name}", 65),
    "WeaponSystem": _Node("#3F4A2B", "#2D351F", "#FFFFFF", "{name}", 50),
    "Place": _Node("#0B6E62", "#08544B", "#FFFFFF", "{name}", 50),
    "Relation": _Node("#CFE3DA", "#7FA796", "#1E1E1E", "{type}", 50),
    "AnonymousSource": _Node("#4A4A4A", "#2F2F2F", "#FFFFFF", "{text}", 50),
    "Statement": _Node("#F6E3A1", "#C9A227", "#1E1E1E", "{text}", 80),
    # what somebody judged not to be a statement
    "Dismissed": _Node("#EFEDE6", "#BDB8A8", "#1E1E1E", "{text}", 50),
    "Article": _Node("#DCE3EA", "#8FA1B3", "#1E1E1E", "{title}", 65),
    # who was judged to be another one
    "Merged": _Node("#8A8F98", "#6A6F78", "#1E1E1E", "{name}", 40),
    "Judgement": _Node("#E6DAF2", "#B9A3D0", "#1E1E1E", "{kind}", 40),
    "SchemaMigration": _Node("#EEEEEE", "#CCCCCC", "#1E1E1E", "{name}", 20),
    "SchemaLock": _Node("#EEEEEE", "#CCCCCC", "#1E1E1E", "{id}", 20),
    "JudgementLock": _Node("#F3F0F6", "#CCCCCC", "#1E1E1E", "{id}", 20),
    "Feed": _Node("#EEEEEE", "#CCCCCC", "#1E1E1E", "{place}", 20),
}
_LINKS: dict[str, tuple[str, int]] = {
    "SAID": ("#1F5AA6", 3),
    "ABOUT": ("#A3341F", 2),
    "ADDRESSED_TO": ("#0B6E62", 2),
    "REPORTED_BY": ("#6B3FA0", 2),
    "WITHIN": ("#7A5F0A", 2),
    **dict.fromkeys(RelationType, ("#8A4B08", 3)),
    "SUBJECT_OF": ("#66727E", 1),
    "HAS_OBJECT": ("#66727E", 1),
    "STATED_IN": ("#66727E", 1),
    "FROM": ("#5A6E82", 1),
    "PUBLISHED_BY": ("#5A6E82", 1),
    "MENTIONED_IN": ("#66727E", 1),
    "SAME_AS": ("#5B6470", 2),
    "SPLIT_INTO": ("#5B6470", 2),
    "FOLDED": ("#66727E", 1),
    "CORRECTED": ("#66727E", 1),
}


def style() -> str:
    """The style as a ``.grass`` file; ``:style`` and its address load it into Neo4j Browser."""
    nodes = (_block(f"node.{label}", _node(look)) for label, look in _NODES.items())
    links = (_block(f"relationship.{name}", _link(*look)) for name, look in _LINKS.items())
    return "\n".join(
        (_block("node", _node(_NODES["Entity"])), _block("relationship", _link("#5A6E82", 1)), *nodes, *links)
    )


def _node(look: _Node) -> dict[str, str]:
    return {
        "diameter": f"{look.diameter}px",
        "color": look.colour,
        "border-color": look.border,
        "border-width": "2px",
        "text-color-internal": look.text,
        "font-size": "10px",
        "caption": f'"{look.caption}"',
    }


def _link(colour: str, width: int) -> dict[str, str]:
    return {
        "color": colour,
        "shaft-width": f"{width}px",
        "font-size": "8px",
        "padding": "3px",
        "text-color-external": "#1E1E1E",
        "text-color-internal": "#FFFFFF",
        "caption": '"<type>"',
    }


def _block(selector: str, properties: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{lines}}}\n"
