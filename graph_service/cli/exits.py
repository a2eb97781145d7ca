"""How a command ends, for scripts."""

from enum import IntEnum

from graph_service.errors import (
    BadQuery,
    BadSetting,
    GraphServiceError,
    ModelMissing,
    NotFound,
    SharedDataMissing,
    StoreUnavailable,
)


class Exit(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    SOME_FAILED = 1
    USAGE = 2
    STORE_UNAVAILABLE = 3
    NOT_INSTALLED = 4


MEANING = {
    Exit.DONE: "All done.",
    Exit.SOME_FAILED: "Done, but some articles failed, an invariant does not hold, or something else went wrong.",
    Exit.USAGE: "A wrong option or setting, an unknown name, query or parameter.",
    Exit.STORE_UNAVAILABLE: "Neo4j does not answer or did not start.",
    Exit.NOT_INSTALLED: "The language model or the evaluation corpora are not here.",
}

# the nearest class in an error's ancestry decides
_OF_ERROR: dict[type[Exception], Exit] = {
    GraphServiceError: Exit.SOME_FAILED,
    BadQuery: Exit.USAGE,
    BadSetting: Exit.USAGE,
    NotFound: Exit.USAGE,
    StoreUnavailable: Exit.STORE_UNAVAILABLE,
    SharedDataMissing: Exit.NOT_INSTALLED,
    ModelMissing: Exit.NOT_INSTALLED,
}


def exit_code(error: GraphServiceError) -> Exit:
    """The exit code of an error."""
    return next(_OF_ERROR[kind] for kind in type(error).__mro__ if kind in _OF_ERROR)
