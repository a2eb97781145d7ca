"""Who has a word of his name in common with a name."""

from graph_service.knowledge import AliasKind
from graph_service.pipeline.cast import Actor
from graph_service.pipeline.names import key, words


class Namesakes:
    """People by the words of their names."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[str, Actor]] = {}

    def add(self, actor: Actor, *names: str) -> None:
        """Takes in somebody with the names they go by, and the surnames the knowledge base has."""
        aliases = actor.known.aliases if actor.known else ()
        surnames = (alias.text for alias in aliases if alias.kind is AliasKind.SURNAME)
        for word in {key(word) for name in (actor.name, *names, *surnames) for word in words(name)}:
            self._by_word.setdefault(word, {})[actor.id] = actor

    def of(self, name: str) -> list[Actor]:
        """Who has a word in common with a name."""
        return list(
            {id_: each for word in words(name) for id_, each in self._by_word.get(key(word), {}).items()}.values()
        )
