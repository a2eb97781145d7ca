"""The knowledge base of a process: what is shipped, and a user's own entities beside it."""

from functools import lru_cache
from hashlib import sha256

from graph_service.errors import BadKnowledgeFile
from graph_service.knowledge.base import DATA, KnowledgeBase, KnownEntity, merge, read
from graph_service.settings import KnowledgeFile, knowledge_bytes


@lru_cache(maxsize=4)
def load(own: KnowledgeFile | None = None) -> KnowledgeBase:
    """The knowledge base that is shipped with the package, with the entities of a file; read once a process.

    Raises:
        BadKnowledgeFile: the file cannot be read, something in it is wrong, or it is not what it was.
    """
    if own is None:
        return _shipped()
    data = knowledge_bytes(own.path)
    if sha256(data).hexdigest() != own.sha256:
        raise BadKnowledgeFile(f"{own.path}: it was changed while the program ran.", advice="Start the program again.")
    # what reads the file is needed where there is one
    from graph_service.knowledge.own import joined  # noqa: PLC0415

    return joined(load(), own.path, data)


def _shipped() -> KnowledgeBase:
    parts: dict[str, KnownEntity] = {}
    for path in sorted(DATA.glob("*.jsonl.gz")):
        for entity in read(path):
            parts[entity.id] = merge(parts[entity.id], entity) if entity.id in parts else entity
    return KnowledgeBase(parts.values())
