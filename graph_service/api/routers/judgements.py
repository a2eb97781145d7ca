"""``/v1/judgements``: what people decided about entities and statements, and deciding one more thing."""

from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Response

from graph_service.api.bodies import JudgementBody, WithdrawalBody
from graph_service.api.dependencies import StoreDep, json_only, no_parameters
from graph_service.api.listings import add_listing
from graph_service.api.openapi import described
from graph_service.models import Judgement
from graph_service.store import NewJudgement

_WRITES = [Depends(no_parameters), Depends(json_only)]
router = APIRouter(prefix="/v1", tags=["judgements"])
add_listing(router, "/judgements", "judgements")


@router.post(
    "/judgements",
    status_code=201,
    summary="Merge two entities, split one, say that two are distinct, or correct a statement.",
    dependencies=_WRITES,
    responses=described(404, 409, 413, 415, 422, 503),
)
async def judge(body: JudgementBody, response: Response, store: StoreDep) -> Judgement:
    """The graph shows it at once, and keeps to it whatever is read later; `…/withdraw` takes it back."""
    entity = await store.resolve(body.entity) if body.entity else None
    other = await store.resolve(body.other) if body.other else None
    new = NewJudgement(body.kind, entity, other, body.by, body.why, tuple(body.articles), body.name, body.statement)
    judgement = await store.judge(new)
    about = {"statement": judgement.statement} if judgement.statement else {"entity": judgement.entity}
    response.headers["Location"] = f"/v1/judgements?{urlencode(about, safe=':')}"
    return judgement


@router.post(
    "/judgements/{judgement}/withdraw",
    summary="Take a judgement back: the graph is as if it had never been.",
    dependencies=_WRITES,
    responses=described(404, 409, 413, 415, 422, 503),
)
async def withdraw(judgement: str, body: WithdrawalBody, store: StoreDep) -> Judgement:
    """The record of it stays, with who withdrew it and why."""
    return await store.withdraw(judgement, body.by, body.why)
