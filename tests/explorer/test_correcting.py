"""Somebody corrects the graph on a page; Cypher shows it, reading again keeps it, one click takes it back."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import neo4j
import pytest
from playwright.sync_api import Page, expect

from graph_service.settings import Settings
from graph_service.store import GraphStore
from tests.explorer.hostile import PAYLOADS, hostile
from tests.explorer.test_pages import serious
from tests.explorer.watching import Visitor
from tests.handmade import talks

WHO = "MATCH (n)-[said:SAID]->(:Statement {id: $id}) RETURN n.name AS name, said.judgement IS NOT NULL AS judged"


def in_store(settings: Settings, work) -> object:  # type: ignore[no-untyped-def]
    """What some work on the store gives, in a thread of its own."""

    async def opened() -> object:
        async with GraphStore.open(settings) as store:
            return await work(store)

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(opened())).result()


@pytest.fixture
def statement(graph: Settings) -> str:
    """Ada Novak's statement in an article of its own, not about Ivo."""

    async def write(store: GraphStore) -> str:
        await store.write(talks())
        return talks().statements[0].id

    return str(in_store(graph, write))


def hash_of(graph: Settings) -> object:
    return in_store(graph, lambda store: store.graph_hash())


def open_form(page: Page, what: str) -> None:
    page.get_by_label("Your name").fill("Kari")
    page.get_by_text(what, exact=True).click()


def test_a_wrong_speaker_is_corrected_for_good_and_taken_back(
    visit: Visitor, graph: Settings, statement: str, driver: neo4j.Driver
) -> None:
    before = hash_of(graph)
    page = visit(f"/statements/{statement}/correct")
    open_form(page, "The speaker")
    page.get_by_label("Who says it").fill("Olena Berezna")
    page.get_by_role("button", name="Correct the speaker").click()
    expect(page.locator(".judgement .decided")).to_contain_text("Said by Olena Berezna")
    expect(page.locator(".judgement .where")).to_contain_text("Kari")
    assert driver.execute_query(WHO, id=statement).records[0].values() == ["Olena Berezna", True]

    async def read_again(store: GraphStore) -> str:
        newer = talks().model_copy(update={"extractor": "by-hand/newer"})
        return (await store.write(newer)).outcome

    assert in_store(graph, read_again) == "updated"
    assert driver.execute_query(WHO, id=statement).records[0].values() == ["Olena Berezna", True]
    page.reload()
    expect(page.locator(".judged .who")).to_contain_text("Olena Berezna")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".judgement")).to_have_count(0)
    in_store(graph, lambda store: store.write(talks()))
    assert hash_of(graph) == before


def test_what_is_no_statement_goes_and_comes_back(visit: Visitor, graph: Settings, statement: str) -> None:
    before = hash_of(graph)
    page = visit(f"/statements/{statement}/correct")
    open_form(page, "It is not a statement")
    page.get_by_role("button", name="Take it out of all answers").click()
    expect(page.locator(".judged")).to_contain_text("judged not to be a statement")
    asked = page.request.get(f"{visit.service}/v1/statements/{statement}")
    assert asked.status == 404
    page.goto(f"{visit.service}/judgements?active=true&kind=not_a_statement")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".judgement")).to_have_count(0)
    assert hash_of(graph) == before


def test_a_target_and_what_the_service_says_against_it(visit: Visitor, graph: Settings, statement: str) -> None:
    before = hash_of(graph)
    page = visit(f"/statements/{statement}/correct")
    open_form(page, "Whom or what it is about")
    page.get_by_label("It is about", exact=True).fill("Nobody By This Name")
    page.get_by_role("button", name="Correct the target").click()
    expect(page.get_by_role("status")).to_contain_text("Nobody By This Name")
    page.get_by_label("It is about", exact=True).fill("Leyla Aksoy")
    page.get_by_role("button", name="Correct the target").click()
    expect(page.locator(".judged .about")).to_contain_text("Leyla Aksoy")
    # the name is remembered, so one click is enough
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".judged .about")).not_to_contain_text("Leyla Aksoy")
    assert hash_of(graph) == before


def test_nobody_s_name_is_nobody_s_judgement(visit: Visitor, statement: str) -> None:
    page = visit(f"/statements/{statement}/correct")
    page.get_by_text("It is not a statement", exact=True).click()
    page.get_by_role("button", name="Take it out of all answers").click()
    expect(page.get_by_label("Your name")).to_be_focused()
    asked = page.request.get(f"{visit.service}/v1/judgements?active=true&statement={statement}")
    assert asked.json()["rows"] == []


def test_the_pages_run_nothing_that_an_article_says(visit: Visitor) -> None:
    page = visit(f"/statements/{hostile()[0].statements[2].id}/correct")
    expect(page.locator(".judged blockquote")).to_contain_text(PAYLOADS[2])


def test_everybody_can_use_the_forms(visit: Visitor, axe: str, statement: str) -> None:
    page = visit(f"/statements/{statement}/correct", bypass_csp=True)
    for each in page.locator("details").all():
        each.locator("summary").click()
    assert serious(page, axe) == []


def test_without_javascript_it_says_what_to_do(visit: Visitor, statement: str) -> None:
    page = visit(f"/statements/{statement}/correct", java_script_enabled=False)
    assert "graph-service judge" in page.inner_text("main")
