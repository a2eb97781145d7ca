"""The seven tools: what each is for, what it takes, and how it answers."""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple

from graph_service.errors import NotFound
from graph_service.mcp import telling
from graph_service.mcp.asked import (
    Asked,
    CompareSpeakers,
    Evidence,
    OneEntity,
    Relations,
    Search,
    Timeline,
    WhoSaidWhat,
)
from graph_service.mcp.reader import Reader, Row

#: statements of one speaker that a comparison looks at
_COMPARED = 500
_LINKED = 10


class Answer(NamedTuple):
    """What a tool found, for programs and as text."""

    found: dict[str, Any]
    text: str


class Tool(NamedTuple):
    """One tool."""

    name: str
    title: str
    description: str
    asked: type[Asked]
    answer: Callable[[Reader, Any], Awaitable[Answer]]


async def who_said_what(reader: Reader, asked: WhoSaidWhat) -> Answer:
    """Statements by any mixture of filters."""
    return await _statements(reader, "statements", _given(asked))


async def search(reader: Reader, asked: Search) -> Answer:
    """Statements by their words and by what they mean."""
    rows, following = await reader.search(_given(asked))
    return _listed(rows, following, telling.statements(rows))


async def entity(reader: Reader, asked: OneEntity) -> Answer:
    """One entity, and whom it is linked with most."""
    (record,) = await reader.ask("entity", {"entity": asked.entity})
    linked = await reader.ask("entity_adjacent", {"entity": record["id"], "limit": _LINKED})
    text = f"{telling.facts(record)}\n\nLinked with:\n{telling.table(linked, 'nobody')}"
    return Answer({"entity": record, "adjacent": linked}, text)


async def evidence(reader: Reader, asked: Evidence) -> Answer:
    """Where it stands that somebody said something, or has to do with somebody."""
    given = _given(asked)
    if asked.statement:
        return await _one_statement(reader, asked.statement)
    if asked.relation:
        rows, following = await reader.page("relation_evidence", _only(given, "relation", "limit", "cursor"))
        return _listed(rows, following, telling.places(rows))
    return await _statements(reader, "evidence", _only(given, "one", "other", "since", "until", "limit", "cursor"))


async def compare_speakers(reader: Reader, asked: CompareSpeakers) -> Answer:
    """What several speakers said: how much, how they take it, and their newest words."""
    given = _only(_given(asked), "about", "since", "until")
    compared = [await _compared(reader, {**given, "speaker": name}, asked) for name in asked.speakers]
    text = "\n\n".join(
        f"{telling.facts({key: each[key] for key in each if key != 'quotes'})}\n{telling.statements(each['quotes'])}"
        for each in compared
    )
    return Answer({"speakers": compared}, text)


async def timeline(reader: Reader, asked: Timeline) -> Answer:
    """How much a speaker said over time."""
    rows = await reader.ask("speaker_timeline", _given(asked))
    return Answer({"rows": rows}, telling.table(rows, "Nothing with a date was found."))


async def relations(reader: Reader, asked: Relations) -> Answer:
    """Who has to do what with whom."""
    rows, following = await reader.page("relations", _given(asked))
    return _listed(rows, following, telling.relations(rows))


async def _statements(reader: Reader, query: str, given: Mapping[str, object]) -> Answer:
    rows, following = await reader.page(query, given)
    return _listed(rows, following, telling.statements(rows))


async def _one_statement(reader: Reader, id_: str) -> Answer:
    rows = await reader.ask("statement", {"statement": id_})
    if not rows:
        raise NotFound(f"There is no statement {id_}.", advice="Take an id from the column `statement` of a row.")
    return Answer({"rows": rows, "next": None}, "\n".join(map(telling.facts, rows)))


async def _compared(reader: Reader, given: Row, asked: CompareSpeakers) -> dict[str, Any]:
    rows, more = await reader.page("statements", {**given, "limit": _COMPARED})
    (who,) = await reader.ask("entity", {"entity": given["speaker"]})
    about = (await reader.ask("entity", {"entity": asked.about}))[0]["id"] if asked.about else None
    days = sorted(str(row["published_at"]) for row in rows if row["published_at"])
    return {
        "speaker": who["name"],
        "speaker_id": who["id"],
        "statements": len(rows),
        "counts_only_the_newest": bool(more),
        "stances": _counted(stance for row in rows for stance in _stances(row, about)),
        "modalities": _counted(row["modality"] for row in rows),
        "first_said": days[0] if days else None,
        "last_said": days[-1] if days else None,
        "quotes": rows[: asked.quotes],
    }


def _stances(row: Row, about: object) -> list[object]:
    ids, stances = row["about_ids"], row["stances"]
    assert isinstance(ids, list)  # noqa: S101  (for the type checker)
    assert isinstance(stances, list)  # noqa: S101  (for the type checker)
    return [stance for id_, stance in zip(ids, stances, strict=True) if about in (None, id_)]


def _counted(values: Any) -> dict[str, int]:
    return dict(Counter(map(str, values)).most_common())


def _listed(rows: list[Row], following: str | None, text: str) -> Answer:
    more = f"\n\nThere may be more: give cursor {following}" if following else ""
    return Answer({"rows": rows, "next": following}, text + more)


def _given(asked: Asked) -> Row:
    return asked.model_dump(mode="json", exclude_none=True)


def _only(given: Row, *names: str) -> Row:
    return {name: given[name] for name in names if name in given}


TOOLS = (
    Tool(
        "who_said_what",
        "Who said what about whom",
        "Statements from news articles: who said what, about whom, to whom, reported by whom, with which stance and "
        "modality, newest first. Every row is a citation: the words verbatim, the sentence, character offsets, and the "
        "article's title, outlet, day and URL. Use it for any question on what somebody said or what was said about "
        "something; filters combine with AND.",
        WhoSaidWhat,
        who_said_what,
    ),
    Tool(
        "search",
        "Search statements by words and meaning",
        "Statements by their words and by what they mean, the best first, as citations like those of who_said_what. "
        "Use it for topics that are no entity: `ceasefire`, `giving up land for peace`.",
        Search,
        search,
    ),
    Tool(
        "entity",
        "Look up an entity",
        "Who or what a name means: its id, type, aliases, Wikidata id, how much it said and was spoken of, since when, "
        "and whom it is linked with most. Use it first when a name may be misspelt or mean several: the error then "
        "has the candidates with their ids, which every tool takes in place of a name.",
        OneEntity,
        entity,
    ),
    Tool(
        "evidence",
        "Evidence for a statement, a relation or a link",
        "The exact places in articles. With `statement`: all of one statement, with the spans of cue, source and "
        "content. With `relation`: every sentence that speaks for a row of `relations`. With `one` and `other`: what "
        "either said about, to or by way of the other.",
        Evidence,
        evidence,
    ),
    Tool(
        "compare_speakers",
        "Compare speakers",
        "Two to five speakers side by side, in all or about one thing: how many statements, their stances towards it, "
        "their modalities (demand, denial, warning …), first and last day, and their newest statements as citations.",
        CompareSpeakers,
        compare_speakers,
    ),
    Tool(
        "timeline",
        "How much somebody said over time",
        "Numbers of statements and of articles for each day, week, month or year in which a speaker said something; "
        "articles without a date are left out.",
        Timeline,
        timeline,
    ),
    Tool(
        "relations",
        "Who has to do what with whom",
        "Relations between two entities that articles speak of: roles, memberships, meetings, supplies, sanctions, "
        "wars; last seen first. `modality` says whether it is asserted, planned, denied or hypothetical: never report "
        "one that is not asserted as a fact. Ask evidence with its `relation` id for the sentences.",
        Relations,
        relations,
    ),
)
