"""What people said is wrong about an article's statements, shown in the graph.

A correction changes what was found, so it comes before the judgements that say who entities are: those move its links
as they move all others. What it takes away stays as a ``CORRECTED`` link, and comes back when it is withdrawn. A
statement is known again by its id, else by its words, else by its place, so that a better extractor or a mended text
keep it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from neo4j import AsyncManagedTransaction

from graph_service.ids import fold, quote_key
from graph_service.models import JudgementKind
from graph_service.store.edges import draw_edges, edges_of_article
from graph_service.store.relinking import follow_judgements
from graph_service.store.transactions import run

# of the characters of both together; less is another statement
_LEAST_IN_COMMON = 0.5


class Correction(NamedTuple):
    """A judgement about a statement that holds."""

    id: str
    kind: str
    # its id when it was judged, and its evidence
    statement: str
    text: str
    spans: list[int]
    # of the article then
    text_sha256: str
    # whom it is not about, by any id
    found: list[str] | None
    # who says it, or whom it is about
    to: str | None


class Found(NamedTuple):
    """A statement as it stands in an article now."""

    id: str
    text: str
    spans: list[int]
    quote_key: str | None
    # of those that are applied
    judgements: list[str]
    text_sha256: str


def found_again(correction: Correction, statements: Iterable[Found]) -> Found | None:
    """The statement that a correction is about, if it is still there.

    In the text as it was that is the one of its id, else the one that shares most characters with it; in a newer text
    the one in the same words, the nearest to where it stood.
    """
    same_text = [each for each in statements if each.text_sha256 == correction.text_sha256]
    for each in same_text:
        if each.id == correction.statement:
            return each
    words = fold(correction.text)
    same_words = [each for each in statements if fold(each.text) == words]
    if same_words:
        return min(same_words, key=lambda each: (abs(each.spans[0] - correction.spans[0]), each.id))
    shared = [(_in_common(correction.spans, each.spans), each.id, each) for each in same_text]
    best = max(shared, default=None)
    return best[2] if best and best[0] >= _LEAST_IN_COMMON else None


def _in_common(one: Sequence[int], other: Sequence[int]) -> float:
    ones, others = _characters(one), _characters(other)
    return len(ones & others) / len(ones | others)


def _characters(spans: Sequence[int]) -> set[int]:
    return {at for start, end in zip(spans[::2], spans[1::2], strict=True) for at in range(start, end)}


class Corrected(NamedTuple):
    """What a correction of an article has touched."""

    # entities that links came to or went from, as found
    entities: list[str]
    # what its statements have in common with the same words elsewhere, before and after
    quote_keys: set[str]


async def statements_of(tx: AsyncManagedTransaction, article: str) -> list[Found]:
    """The statements of an article, also those that are none."""
    return [Found(**row) for row in await run(tx, "statements_of_article", article=article)]


async def correct(tx: AsyncManagedTransaction, article: str) -> Corrected:
    """Shows the statements of an article as the judgements that hold say, its links where they were found.

    The judgements about its entities are to be followed next. The caller keeps the article and its entities.
    """
    statements = await statements_of(tx, article)
    corrections = [Correction(**row) for row in await run(tx, "corrections_of_article", article=article)]
    chosen = {each.id: found for each in corrections if (found := found_again(each, statements))}
    concerned = {found.id for found in chosen.values()} | {each.id for each in statements if each.judgements}
    if not concerned:
        return Corrected([], set())
    keys = {each.quote_key for each in statements if each.id in concerned}
    entities = {row["id"] for row in await run(tx, "entities_of_statements", ids=sorted(concerned))}
    await run(tx, "compare_again", ids=sorted(concerned), entities=None)
    await run(tx, "restore_statements", ids=sorted(concerned))
    await _apply(tx, corrections, chosen)
    entities |= {row["id"] for row in await run(tx, "entities_of_statements", ids=sorted(concerned))}
    keys |= {each.quote_key for each in await statements_of(tx, article) if each.id in concerned}
    return Corrected(sorted(entities), {key for key in keys if key})


async def show_corrected(tx: AsyncManagedTransaction, article: str) -> list[str]:
    """As ``correct``, with all that follows from it; the entities it touched."""
    entities, keys = await correct(tx, article)
    await follow_judgements(tx, entities)
    await draw_edges(tx, await edges_of_article(tx, article))
    if keys:
        await run(tx, "restate", keys=sorted(keys))
    return entities


async def _apply(tx: AsyncManagedTransaction, corrections: Collection[Correction], chosen: Mapping[str, Found]) -> None:
    """Applies corrections in their order; of a statement that is none, nothing else is corrected."""
    dismissed = {
        chosen[each.id].id: each.id
        for each in reversed(list(corrections))
        if each.kind == JudgementKind.NOT_A_STATEMENT and each.id in chosen
    }
    for each in corrections:
        found = chosen.get(each.id)
        if found and found.id not in dismissed:
            await _change(tx, each, found)
    for statement, judgement in sorted(dismissed.items()):
        await run(tx, "dismiss_statement", statement=statement, judgement=judgement)


async def _change(tx: AsyncManagedTransaction, correction: Correction, found: Found) -> None:
    id_, to = correction.id, correction.to
    if to:
        await run(tx, "judged_party", judgement=id_)
    if correction.kind == JudgementKind.WRONG_SPEAKER:
        key = quote_key(to or "", found.text)
        await run(tx, "correct_speaker", statement=found.id, judgement=id_, to=to, quote_key=key)
    else:
        wrong = correction.found or []
        await run(tx, "correct_target", statement=found.id, judgement=id_, to=to, found=wrong)
