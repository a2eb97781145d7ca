"""Jobs in the graph: an item is one worker's at a time, and is finished with its article or not at all."""

import asyncio
from collections import Counter

import neo4j
import pytest

from graph_service.errors import (
    BadExtraction,
    KeyReused,
    LeaseLost,
    RequestInFlight,
    TooMuchWaiting,
    UnknownJob,
)
from graph_service.queries import catalogue
from graph_service.settings import Settings
from graph_service.store import GraphStore
from graph_service.store.jobs import NewItem
from graph_service.store.leases import Claim
from tests.handmade import namesake, talks

pytestmark = pytest.mark.anyio


def texts(count: int) -> list[NewItem]:
    return [NewItem("text", f"text {number}", b"...") for number in range(count)]


async def claimed(store: GraphStore, worker: str = "one") -> Claim:
    claim = await store.leases.claim(worker)
    assert claim
    return claim


async def items(store: GraphStore, job: str) -> list[dict[str, object]]:
    return await store.read(catalogue("jobs")["job_items"], {"job": job})


def expire(driver: neo4j.Driver) -> None:
    """Lets all leases end now."""
    driver.execute_query("MATCH (i:IngestItem {state: 'running'}) SET i.due_at = datetime() - duration('PT1S')")


async def test_a_job_from_its_first_item_to_its_last(store: GraphStore) -> None:
    receipt = await store.jobs.submit(texts(3), "3 of text")
    row = await store.jobs.show(receipt.job)
    assert (row["state"], row["total"], row["waiting"], row["created_at"]) == ("waiting", 3, 3, receipt.created_at)
    assert (await store.leases.write(await claimed(store), talks())).outcome == "created"
    assert (await store.jobs.show(receipt.job))["state"] == "running"
    assert (await store.leases.write(await claimed(store), talks())).outcome == "unchanged"
    await store.leases.finish(await claimed(store), "failed", "It is empty.")
    assert await store.leases.claim("one") is None
    row = await store.jobs.show(receipt.job)
    assert (row["state"], row["done"], row["skipped"], row["failed"]) == ("done", 1, 1, 1)
    assert row["reasons"] == [
        {"state": "failed", "reason": "It is empty.", "items": 1},
        {"state": "skipped", "reason": "It is in the graph as it is.", "items": 1},
    ]
    assert row["finished_at"]
    assert [each for each in await store.doctor() if each.violations] == []


async def test_an_item_belongs_to_one_of_many_workers(store: GraphStore) -> None:
    await store.jobs.submit(texts(20), "20 of text")

    async def take_all(worker: str) -> list[str]:
        taken = []
        while claim := await store.leases.claim(worker):
            taken.append(claim.id)
        return taken

    taken = await asyncio.gather(*(take_all(f"worker {number}") for number in range(6)))
    # a worker may see nothing left while others are at the last ones, but nobody takes what another one has
    counted = Counter(id_ for ids in taken for id_ in ids)
    assert len(counted) == 20
    assert set(counted.values()) == {1}


async def test_a_lease_that_ended_is_taken_over_and_its_old_holder_can_do_nothing(
    store: GraphStore, driver: neo4j.Driver
) -> None:
    await store.jobs.submit(texts(1), "1 of text")
    old = await claimed(store, "old")
    assert await store.leases.claim("new") is None
    expire(driver)
    new = await claimed(store, "new")
    assert (new.id, new.attempts) == (old.id, 2)
    for attempt in (
        store.leases.keep(old),
        store.leases.write(old, talks()),
        store.leases.finish(old, "failed", "x"),
        store.leases.release(old),
    ):
        with pytest.raises(LeaseLost):
            await attempt
    assert await store.known_articles([talks().article.id]) == {}
    await store.leases.write(new, talks())


async def test_who_says_so_keeps_an_item(store: GraphStore, driver: neo4j.Driver) -> None:
    await store.jobs.submit(texts(1), "1 of text")
    claim = await claimed(store)
    expire(driver)
    await store.leases.keep(claim)
    assert await store.leases.claim("another") is None


async def test_an_article_and_its_item_are_written_together_or_not_at_all(store: GraphStore) -> None:
    receipt = await store.jobs.submit(texts(1), "1 of text")
    claim = await claimed(store)
    broken = talks().model_copy(update={"statements": (*talks().statements, *namesake().statements)})
    with pytest.raises(BadExtraction):
        await store.leases.write(claim, broken)
    assert await store.known_articles([broken.article.id]) == {}
    assert (await items(store, receipt.job))[0]["state"] == "running"


async def test_a_commit_that_nobody_was_told_of_is_as_good_as_one(store: GraphStore) -> None:
    receipt = await store.jobs.submit(texts(1), "1 of text")
    claim = await claimed(store)
    await store.leases.write(claim, talks())
    assert await store.leases.write(claim, talks()) is None
    (item,) = await items(store, receipt.job)
    assert (item["state"], item["outcome"], item["article"]) == ("done", "created", talks().article.id)


async def test_what_ended_its_worker_three_times_is_given_up(store: GraphStore, driver: neo4j.Driver) -> None:
    receipt = await store.jobs.submit(texts(1), "1 of text")
    for attempt in range(1, 4):
        assert (await claimed(store, f"worker {attempt}")).attempts == attempt
        expire(driver)
    assert await store.leases.claim("worker 4") is None
    (item,) = await items(store, receipt.job)
    assert (item["state"], item["reason"]) == ("failed", "Given up after 3 attempts. The worker that was at it ended.")
    assert await store.jobs.retry(receipt.job) == 1
    assert (await claimed(store)).attempts == 1


async def test_an_attempt_that_is_forgiven_does_not_count(store: GraphStore) -> None:
    await store.jobs.submit(texts(1), "1 of text")
    for _ in range(5):
        claim = await claimed(store)
        assert claim.attempts == 1
        await store.leases.release(claim)
    await store.leases.release(await claimed(store), why="It ended.")
    assert (await claimed(store)).attempts == 2


async def test_a_cancelled_job_begins_nothing_more(store: GraphStore) -> None:
    receipt = await store.jobs.submit(texts(3), "3 of text")
    claim = await claimed(store)
    await store.jobs.cancel(receipt.job)
    assert (await store.jobs.show(receipt.job))["state"] == "cancelling"
    await store.leases.write(claim, talks())
    row = await store.jobs.show(receipt.job)
    assert (row["state"], row["done"], row["skipped"]) == ("cancelled", 1, 2)
    # what a feed brings after that
    await store.jobs.add(receipt.job, texts(1), claim.place)
    assert await store.leases.claim("one") is None
    assert (await store.jobs.show(receipt.job))["skipped"] == 3
    assert [each for each in await store.doctor() if each.violations] == []


async def test_failed_items_are_tried_again_with_what_they_kept(store: GraphStore) -> None:
    receipt = await store.jobs.submit([*texts(1), NewItem("refused", "line 2", reason="It is not JSON.")], "a file")
    await store.leases.finish(await claimed(store), "failed", "Too slow.")
    assert await store.jobs.retry(receipt.job) == 1
    again = await claimed(store)
    assert (again.payload, again.attempts) == (b"...", 1)
    await store.leases.write(again, talks())
    assert [item["state"] for item in await items(store, receipt.job)] == ["done", "failed"]


async def test_items_that_are_added_twice_are_there_once(store: GraphStore) -> None:
    receipt = await store.jobs.submit(texts(1), "1 of text")
    claim = await claimed(store)
    for _ in range(2):
        await store.jobs.add(receipt.job, texts(2), claim.place)
        await store.jobs.add(receipt.job, texts(1), claim.place, before=2)
    await store.leases.finish(claim, "expanded")
    row = await store.jobs.show(receipt.job)
    assert (row["total"], row["waiting"]) == (3, 3)
    places = [item["place"] for item in await items(store, receipt.job)]
    assert places == ["0000001", "0000001.0000001", "0000001.0000002", "0000001.0000003"]


async def test_jobs_are_listed_newest_first(store: GraphStore) -> None:
    made = []
    for number in range(3):
        made.append((await store.jobs.submit(texts(1), f"number {number}")).job)
        await asyncio.sleep(0.002)
    assert [row["id"] for row in await store.read(catalogue("jobs")["jobs"])] == made[::-1]


async def test_the_same_key_makes_one_job(store: GraphStore) -> None:
    first = await store.jobs.submit(texts(2), "2 of text", "key")
    assert await store.jobs.submit(texts(2), "2 of text", "key") == first
    with pytest.raises(KeyReused):
        await store.jobs.submit(texts(3), "3 of text", "key")
    assert await store.jobs.submit(texts(2), "2 of text", "another key") != first
    assert len(await store.read(catalogue("jobs")["jobs"])) == 2


async def test_many_with_the_same_key_at_once_make_one_job(store: GraphStore) -> None:
    answers = await asyncio.gather(
        *(store.jobs.submit(texts(2), "2 of text", "key") for _ in range(8)), return_exceptions=True
    )
    receipts = {each for each in answers if not isinstance(each, BaseException)}
    assert len(receipts) == 1
    assert {type(each) for each in answers if isinstance(each, BaseException)} <= {RequestInFlight}
    assert (await store.jobs.show(receipts.pop().job))["total"] == 2


async def test_a_key_that_was_held_when_its_holder_died_is_free_later(store: GraphStore, driver: neo4j.Driver) -> None:
    first = await store.jobs.submit(texts(2), "2 of text", "key")
    # as it was before the job was made
    driver.execute_query("MATCH (r:IngestRequest) REMOVE r.job SET r.held_until = datetime() + duration('PT1M')")
    with pytest.raises(RequestInFlight):
        await store.jobs.submit(texts(2), "2 of text", "key")
    driver.execute_query("MATCH (r:IngestRequest) SET r.held_until = datetime() - duration('PT1S')")
    assert await store.jobs.submit(texts(2), "2 of text", "key") != first


async def test_more_than_may_wait_is_refused_and_the_key_stays_free(
    store: GraphStore, store_settings: Settings
) -> None:
    async with GraphStore.open(store_settings.model_copy(update={"job_waiting": 3, "job_waiting_bytes": 8})) as small:
        await small.jobs.submit(texts(2), "2 of text")
        with pytest.raises(TooMuchWaiting, match="2 items wait"):
            await small.jobs.submit(texts(2), "2 of text", "key")
        with pytest.raises(TooMuchWaiting, match="bytes"):
            await small.jobs.submit(texts(1), "1 of text", "key")
        await small.leases.write(await claimed(small), talks())
        await small.jobs.submit(texts(1), "1 of text", "key")


@pytest.mark.parametrize("deed", ["show", "cancel", "retry"])
async def test_a_job_that_is_not_there_is_named(store: GraphStore, deed: str) -> None:
    with pytest.raises(UnknownJob, match="job:none"):
        await getattr(store.jobs, deed)("job:none")


async def test_jobs_are_no_part_of_the_graph(store: GraphStore) -> None:
    await store.write(talks())
    alone = await store.graph_hash()
    await store.jobs.submit(texts(2), "2 of text", "key")
    await store.leases.write(await claimed(store), talks())
    assert await store.graph_hash() == alone
    assert [each for each in await store.doctor() if each.violations] == []


async def test_items_name_the_article_that_took_the_place_of_theirs(store: GraphStore) -> None:
    receipt = await store.jobs.submit(texts(1), "1 of text")
    await store.write(talks())
    other = namesake().article.model_copy(update={"url": "https://post.example/1", "outlet": "The Harbour Post"})
    await store.leases.write(await claimed(store), namesake().model_copy(update={"article": other}))
    # the article behind the same id has the words of another one now, and gives way to it
    same = talks().model_copy(update={"article": talks().article.model_copy(update={"id": other.id})})
    assert (await store.write(same)).outcome == "duplicate"
    (item,) = await items(store, receipt.job)
    assert item["article"] == talks().article.id


async def test_an_item_whose_article_was_taken_out_says_so(store: GraphStore) -> None:
    receipt = await store.jobs.submit(texts(2), "2 of text")
    for written in (talks(), namesake()):
        await store.leases.write(await claimed(store), written)
    await store.remove(talks().article.id)
    first, second = sorted(await items(store, receipt.job), key=lambda item: str(item["state"]))
    assert (first["state"], first["article"]) == ("done", namesake().article.id)
    assert (second["state"], second["article"]) == ("skipped", None)
    assert second["reason"] == "The article was taken out of the graph later."
    assert [each.name for each in await store.doctor() if each.violations] == []


async def test_finished_jobs_are_forgotten_after_a_while(store: GraphStore, driver: neo4j.Driver) -> None:
    old = await store.jobs.submit(texts(2), "2 of text", "key")
    await store.leases.write(await claimed(store), talks())
    await store.leases.finish(await claimed(store), "failed", "It is empty.")
    fresh = await store.jobs.submit(texts(1), "1 of text")
    await store.leases.finish(await claimed(store), "failed", "It is empty.")
    begun = await store.jobs.submit(texts(2), "2 of text")
    await store.leases.finish(await claimed(store), "failed", "It is empty.")
    driver.execute_query(
        "MATCH (n:IngestJob|IngestItem) WHERE coalesce(n.job, n.id) <> $fresh "
        "SET n.created_at = datetime() - duration('P9D'), n.finished_at = n.finished_at - duration('P9D')",
        fresh=fresh.job,
    )
    assert await store.jobs.forget_finished(10) == 0
    assert await store.jobs.forget_finished(8) == 1
    assert {row["id"] for row in await store.read(catalogue("jobs")["jobs"])} == {fresh.job, begun.job}
    assert await items(store, old.job) == []
    # the article stays, and the key is free
    assert (await store.read(catalogue()["overview"]))[0]["articles"] == 1
    assert (await store.jobs.submit(texts(2), "2 of text", "key")).job != old.job
    assert [each for each in await store.doctor() if each.violations] == []
