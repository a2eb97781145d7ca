"""``/v1/match``, ``/v1/suggest``, ``/v1/duplicates``: who may be meant, how a name goes on, who may be one."""

from typing import Annotated

from fastapi import APIRouter, Query

from graph_service.api.bodies import (
    DuplicatesQuestion,
    Matches,
    MatchQuestion,
    MergeSuggestions,
    Suggestions,
    SuggestQuestion,
)
from graph_service.api.dependencies import ServiceDep, StoreDep
from graph_service.api.openapi import described
from graph_service.knowledge import load
from graph_service.matching import Wanted, match, suggest_merges
from graph_service.queries import catalogue

router = APIRouter(prefix="/v1", tags=["entities"], responses=described(422, 503, 504))


@router.get("/match", summary="Who may be meant by a name.")
async def match_name(service: ServiceDep, store: StoreDep, asked: Annotated[MatchQuestion, Query()]) -> Matches:
    """Candidates of the knowledge base and of the graph, with scores from 0 to 1 and reasons.

    `match` is true for at most one: it is sure enough, and far enough before all others. A last name alone never is.
    """
    wanted = Wanted(asked.name, asked.type, asked.context, asked.date.isoformat() if asked.date else None)
    known = load(service.settings.extraction.knowledge)
    return Matches(candidates=await match(store, wanted, known, asked.limit))


@router.get("/suggest", summary="How a name may go on.")
async def suggest(store: StoreDep, asked: Annotated[SuggestQuestion, Query()]) -> Suggestions:
    """Entities of the graph with a name that begins so, or that is off by a slip of the hand."""
    rows = await store.read(catalogue()["suggest_entities"], {"name": asked.prefix, "limit": asked.limit})
    return Suggestions.model_validate({"rows": rows})


@router.get("/duplicates", summary="Which entities may be one.")
async def duplicates(store: StoreDep, asked: Annotated[DuplicatesQuestion, Query()]) -> MergeSuggestions:
    """Suggestions with reasons; `POST /v1/judgements` decides. What was judged already does not come again."""
    return MergeSuggestions(rows=await suggest_merges(store, asked.limit))
