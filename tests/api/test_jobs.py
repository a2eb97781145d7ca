"""``/v1/jobs``: sources are taken once, looked after, and answered for."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from graph_service.jobs import Worker
from graph_service.settings import Finder, Settings
from graph_service.store import GraphStore
from tests.handmade import talks
from tests.running import running

pytestmark = pytest.mark.anyio

TEXT = "Ships wait\n\nMayor Ida Lund said on Monday that no ship would leave the harbour before the pilots had come."
ONE = {"sources": [{"kind": "text", "text": TEXT}], "metadata": {"outlet": "Harbour Wire"}}
FAST = {"statement_finder": Finder.RULES, "job_lease_seconds": 5.0}


@pytest.fixture
def job_settings(api_settings: Settings, tmp_path: Path) -> Settings:
    folder = tmp_path / "in"
    folder.mkdir()
    return api_settings.model_copy(update=FAST | {"job_folders": str(folder), "max_upload_bytes": 3_000_000})


@pytest.fixture
async def jobs(store: GraphStore, job_settings: Settings) -> AsyncIterator[httpx.AsyncClient]:
    async with running(job_settings) as client:
        yield client


@asynccontextmanager
async def working(store: GraphStore, settings: Settings) -> AsyncIterator[None]:
    task = asyncio.create_task(Worker("a worker", store, settings).run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def submit(client: httpx.AsyncClient, body: object, **headers: str) -> httpx.Response:
    return await client.post("/v1/jobs", json=body, headers=headers)


def write(path: Path) -> Path:
    path.write_text(TEXT)
    return path


def lead(link: Path, to: Path) -> None:
    """Puts a link in the place of a file."""
    link.unlink()
    link.symlink_to(to)


async def finished(client: httpx.AsyncClient, address: str) -> dict[str, object]:
    """The row of a job when it is over."""
    async with asyncio.timeout(120):
        while True:
            row: dict[str, object] = (await client.get(address)).json()
            if row["state"] in {"done", "cancelled"}:
                return row
            await asyncio.sleep(0.2)


async def test_a_job_is_taken_watched_and_done(
    jobs: httpx.AsyncClient, store: GraphStore, job_settings: Settings
) -> None:
    folder = Path(job_settings.job_folders)
    lines = [{"text": f"{TEXT} They came on day {day}."} for day in range(2)]
    (folder / "two.jsonl").write_text("\n".join([*map(json.dumps, lines), "no line"]))
    (folder / "empty.txt").write_text("")
    answer = await submit(jobs, {"sources": [*ONE["sources"], {"kind": "folder", "path": str(folder)}]})
    assert answer.status_code == 202
    address = answer.headers["location"]
    assert answer.json() == {"job": address.removeprefix("/v1/jobs/"), "address": address} | {
        "created_at": answer.json()["created_at"]
    }
    async with working(store, job_settings):
        told = await jobs.get(f"{address}/events", timeout=120)
    events = [line.removeprefix("event: ") for line in told.text.splitlines() if line.startswith("event:")]
    assert events[-1] == "end"
    assert set(events[:-1]) <= {"progress"}
    row = (await jobs.get(address)).json()
    assert (row["state"], row["total"], row["done"], row["failed"], row["skipped"]) == ("done", 5, 3, 2, 0)
    assert json.loads(told.text.strip().splitlines()[-1].removeprefix("data: "))["done"] == 3
    assert {each["reason"] for each in row["reasons"]} == {
        "It is empty.",
        'It is not JSON. Write one {"text": "…"} a line.',
    }
    assert len((await jobs.get("/v1/articles")).json()["rows"]) == 3
    failed = (await jobs.get(f"{address}/items", params={"state": "failed"})).json()["rows"]
    assert [Path(item["source"]).name.partition(",")[0] for item in failed] == ["empty.txt", "two.jsonl"]
    csv = (await jobs.get(f"{address}/items.csv", params={"state": "failed"})).text.splitlines()
    assert len(csv) == 3
    assert csv[0].startswith("place,kind,source,state,outcome,article,statements,reason")
    assert (await jobs.get("/v1/jobs")).json()["rows"] == [row]
    assert [each for each in await store.doctor() if each.violations] == []


async def test_what_failed_is_tried_again_and_what_waits_is_cancelled(
    jobs: httpx.AsyncClient, store: GraphStore
) -> None:
    address = (await submit(jobs, {"sources": ONE["sources"] * 2})).headers["location"]
    claim = await store.leases.claim("somebody")
    await store.leases.finish(claim, "failed", "It took too long.")
    cancelled = await jobs.post(f"{address}/cancel")
    assert (cancelled.status_code, cancelled.json()["state"]) == (200, "cancelled")
    assert (cancelled.json()["failed"], cancelled.json()["skipped"]) == (1, 1)
    assert (await jobs.post(f"{address}/cancel")).json() == cancelled.json()
    retried = (await jobs.post(f"{address}/retry")).json()
    assert (retried["waiting"], retried["failed"], retried["skipped"]) == (1, 0, 1)


async def test_uploaded_files_are_read(jobs: httpx.AsyncClient, store: GraphStore, job_settings: Settings) -> None:
    page = f"<html><head><title>Ships</title></head><body><article><p>{TEXT} {TEXT}</p></article></body></html>"
    lines = "\n".join(json.dumps({"text": f"{TEXT} They came on day {day}."}) for day in range(2))
    files = [("files", ("../../etc/ships.html", page)), ("files", ("two.jsonl", lines))]
    answer = await jobs.post("/v1/jobs", files=files, data={"outlet": "Harbour Wire"})
    assert answer.status_code == 202
    async with working(store, job_settings):
        row = await finished(jobs, answer.headers["location"])
    assert (row["done"], row["failed"]) == (3, 0)
    rows = (await jobs.get(f"{answer.headers['location']}/items")).json()["rows"]
    assert [item["source"] for item in rows][:2] == ["ships.html", "two.jsonl"]
    assert {each["outlet"] for each in (await jobs.get("/v1/articles")).json()["rows"]} == {"Harbour Wire"}


async def test_the_same_key_is_answered_the_same(jobs: httpx.AsyncClient) -> None:
    first = await submit(jobs, ONE, **{"Idempotency-Key": "morning"})
    again = await submit(jobs, ONE, **{"Idempotency-Key": "morning"})
    assert (again.status_code, again.content) == (202, first.content)
    assert again.headers["location"] == first.headers["location"]
    other = await submit(jobs, {"sources": ONE["sources"] * 2}, **{"Idempotency-Key": "morning"})
    assert (other.status_code, other.json()["type"]) == (422, "urn:graph-service:key-reused")
    assert len((await jobs.get("/v1/jobs")).json()["rows"]) == 1
    at_once = await asyncio.gather(*(submit(jobs, ONE, **{"Idempotency-Key": "noon"}) for _ in range(6)))
    assert {each.status_code for each in at_once} <= {202, 409}
    assert len({each.content for each in at_once if each.status_code == 202}) == 1
    assert {each.headers["retry-after"] for each in at_once if each.status_code == 409} <= {"1"}


async def test_the_same_upload_has_the_same_answer_whatever_its_boundary(jobs: httpx.AsyncClient) -> None:
    answers = [
        await jobs.post("/v1/jobs", files=[("files", ("a.txt", TEXT))], headers={"Idempotency-Key": "upload"})
        for _ in range(2)
    ]
    assert answers[0].content == answers[1].content


async def test_more_than_may_wait_is_refused_with_when_to_come_again(store: GraphStore, job_settings: Settings) -> None:
    async with running(job_settings.model_copy(update={"job_waiting": 2})) as client:
        assert (await submit(client, {"sources": ONE["sources"] * 2})).status_code == 202
        refused = await submit(client, ONE, **{"Idempotency-Key": "later"})
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "30")
        assert refused.json()["type"] == "urn:graph-service:too-much-waiting"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ({"kind": "folder", "path": "/etc"}, "in no folder that jobs may read"),
        ({"kind": "folder", "path": "{folder}/../.."}, "in no folder that jobs may read"),
        ({"kind": "folder", "path": "{folder}/none"}, "in no folder that jobs may read"),
        ({"kind": "file", "path": "{folder}/link"}, "in no folder that jobs may read"),
        ({"kind": "file", "path": "{folder}/a\x00b"}, "in no folder that jobs may read"),
        ({"kind": "text"}, "given by text"),
        ({"kind": "url", "text": "x"}, "given by url"),
        ({"kind": "url", "url": "file:///etc/passwd"}, "The URL"),
        ({"kind": "jsonl", "path": "x", "text": "y"}, "given by path or text"),
        ({"kind": "text", "text": "x", "published_at": "soon"}, "The date"),
        ({"kind": "gopher", "url": "x"}, "sources.0.kind"),
        ({"kind": "text", "text": "x", "more": 1}, "sources.0.more"),
    ],
)
async def test_a_source_that_cannot_be_is_refused_at_once(
    jobs: httpx.AsyncClient, job_settings: Settings, source: dict[str, str], said: str
) -> None:
    folder = Path(job_settings.job_folders)
    (folder / "link").symlink_to("/etc/hostname")
    named = {key: str(value).replace("{folder}", str(folder)) for key, value in source.items()}
    answer = await submit(jobs, {"sources": [named]})
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert said in answer.json()["detail"]
    assert (await jobs.get("/v1/jobs")).json()["rows"] == []


async def test_a_link_out_of_the_folder_is_not_followed_later_either(
    jobs: httpx.AsyncClient, store: GraphStore, job_settings: Settings, tmp_path: Path
) -> None:
    inside = Path(job_settings.job_folders, "inside.txt")
    write(inside)
    address = (await submit(jobs, {"sources": [{"kind": "file", "path": str(inside)}]})).headers["location"]
    lead(inside, write(tmp_path / "secret.txt"))
    async with working(store, job_settings):
        row = await finished(jobs, address)
    assert row["failed"] == 1
    assert "in no folder" in row["reasons"][0]["reason"]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 422),
        ({"content": b"[]", "headers": {"Content-Type": "application/json"}}, 422),
        ({"json": {"sources": []}}, 422),
        ({"content": b"x", "headers": {"Content-Type": "text/plain"}}, 415),
        ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, 422),
        ({"files": [("others", ("a.txt", "x"))]}, 422),
        ({"data": {"outlet": "x"}, "files": {}}, 415),
        ({"files": [("files", ("a.txt", b"x" * 3_100_000))]}, 413),
        ({"json": {"sources": [{"kind": "text", "text": "x" * 400_000}]}}, 413),
        ({"json": ONE, "headers": {"Idempotency-Key": "x" * 300}}, 422),
        ({"json": ONE, "params": {"x": "1"}}, 422),
    ],
)
async def test_a_body_that_cannot_be_is_a_problem(
    jobs: httpx.AsyncClient, arguments: dict[str, object], status: int
) -> None:
    answer = await jobs.post("/v1/jobs", **arguments)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


async def test_an_upload_larger_than_one_document_may_be_is_refused(store: GraphStore, job_settings: Settings) -> None:
    async with running(job_settings.model_copy(update={"max_input_bytes": 1000})) as client:
        answer = await client.post("/v1/jobs", files=[("files", ("a.txt", b"x" * 2000))])
        assert (answer.status_code, answer.json()["type"]) == (422, "urn:graph-service:source-refused")


@pytest.mark.parametrize("path", ["", "/items", "/items.csv", "/events", "/cancel", "/retry"])
async def test_a_job_that_is_not_there_is_a_404(jobs: httpx.AsyncClient, path: str) -> None:
    call = jobs.post if path in {"/cancel", "/retry"} else jobs.get
    answer = await call(f"/v1/jobs/job:none{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


async def test_jobs_are_kept_out_of_the_public_catalogue(jobs: httpx.AsyncClient, store: GraphStore) -> None:
    await store.write(talks())
    await submit(jobs, ONE)
    assert (await jobs.get("/v1/queries/jobs")).status_code == 404
    assert (await jobs.get("/v1/queries/overview")).status_code == 200


async def test_without_neo4j_nothing_is_taken(away: httpx.AsyncClient) -> None:
    answer = await submit(away, ONE)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
