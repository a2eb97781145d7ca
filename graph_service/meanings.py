"""What statements mean, kept beside them in the graph: for searching, and to see what was said before."""

import asyncio
from collections.abc import Sequence

from graph_service.pipeline.embedding import model as embedding
from graph_service.store import GraphStore

#: statements whose vectors are made and kept at once
BATCH = 256
# fewer, since each is compared with many
_COMPARED = 64


async def vectors_of(texts: Sequence[str]) -> list[list[float]]:
    """The vector of what each text means, made beside the event loop.

    The end of the program waits for it: a thread cut off within the encoder's native code would abort the process.

    Raises:
        ModelMissing: the encoder cannot be loaded.
    """
    vectors = await asyncio.to_thread(embedding.load().vectors, texts)
    return [[float(number) for number in vector] for vector in vectors]


async def embed_statements(store: GraphStore, articles: Sequence[str] | None = None) -> int:
    """Makes statements searchable by their meaning, all or those of some articles, and compares them; how many.

    Raises:
        ModelMissing: the encoder cannot be loaded.
        StoreUnavailable: Neo4j does not answer; what is kept stays, and the same call again goes on from there.
    """
    after: str | None = None
    count = 0
    full = True
    # a batch that is not full was the last one
    while full:
        rows = await store.statements_to_embed(articles, after, BATCH)
        full = len(rows) == BATCH
        if rows:
            vectors = await vectors_of([str(row["text"]) for row in rows])
            await store.keep_embeddings([(str(row["id"]), vector) for row, vector in zip(rows, vectors, strict=True)])
            after, count = str(rows[-1]["id"]), count + len(rows)
    await compare_statements(store)
    return count


async def compare_statements(store: GraphStore) -> int:
    """Finds out what those statements restate that are new, or that somebody judged since; how many they were.

    Raises:
        StoreUnavailable: Neo4j does not answer; the same call again goes on from there.
    """
    count = 0
    full = True
    while full:
        ids = await store.statements_to_compare(_COMPARED)
        full = len(ids) == _COMPARED
        if ids:
            await store.restate_by_meaning(ids)
            count += len(ids)
    return count
