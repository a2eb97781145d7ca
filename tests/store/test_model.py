"""Whatever is read, read again, taken out, merged and taken back: the graph says what a dict says."""

import asyncio
from typing import NamedTuple

import neo4j
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from graph_service.errors import NotFound
from graph_service.ids import article_id
from graph_service.models import Article, EntityType, Extraction, JudgementKind, Target
from graph_service.queries import catalogue
from graph_service.settings import Settings
from graph_service.store import GraphStore, NewJudgement
from tests.handmade import EXTRACTOR, entity, said

PEOPLE = ("Ada Novak", "Ben Ortiz", "Cleo Marsh", "Dan Holt")
URLS = tuple(f"https://news.example/{number}" for number in range(4))
_EMPTY = "MATCH (n:!SchemaMigration&!SchemaLock) DETACH DELETE n"
_ALL = """
MATCH (speaker:Entity)-[:SAID]->(statement:Statement)-[:ABOUT]->(about:Entity), (statement)-[:FROM]->(article:Article)
RETURN speaker.id AS speaker, about.id AS about, article.id AS article, split(statement.text, " ")[1] AS number
"""


class Said(NamedTuple):
    """One line of an article: who speaks, and about whom."""

    speaker: str
    about: str


LINES = st.lists(st.builds(Said, st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)), min_size=1, max_size=3)


def extraction(url: str, lines: list[Said]) -> Extraction:
    """What is found in an article with these lines."""
    told = [f'"Point {number} is for {each.about}," {each.speaker} said.' for number, each in enumerate(lines)]
    text = "\n".join([f"A day at {url}", *told, ""])
    article = Article(id=article_id(url, text), url=url, text=text, title=text.splitlines()[0], outlet="The Post")
    people = {name: entity(article, name, EntityType.PERSON) for each in lines for name in each}
    statements = (
        said(
            article,
            f"Point {number} is for {each.about},",
            "said",
            speaker=people[each.speaker].id,
            targets=(Target(entity=people[each.about].id, rank=1),),
        )
        for number, each in enumerate(lines)
    )
    return Extraction(
        article=article, extractor=EXTRACTOR, entities=tuple(people.values()), statements=tuple(statements)
    )


class GraphModel(RuleBasedStateMachine):
    """The graph beside two dicts: what stands in which article, and who was judged to be whom."""

    # set by the test
    runner: asyncio.Runner
    store: GraphStore
    driver: neo4j.Driver

    def __init__(self) -> None:
        super().__init__()
        self.articles: dict[str, list[Said]] = {}
        # judged to be another: by whom the judgement is known, too
        self.merged: dict[str, tuple[str, str]] = {}

    @initialize()
    def empty(self) -> None:
        self.driver.execute_query(_EMPTY)

    @rule(url=st.sampled_from(URLS), lines=LINES)
    def ingest(self, url: str, lines: list[Said]) -> None:
        before = self.articles.get(url)
        result = self.do(self.store.write(extraction(url, lines)))
        wanted = "created" if before is None else "unchanged" if before == lines else "updated"
        assert result.outcome == wanted
        self.articles[url] = lines

    @precondition(lambda self: self.articles)
    @rule(data=st.data())
    def ingest_again(self, data: st.DataObject) -> None:
        url = data.draw(st.sampled_from(sorted(self.articles)))
        before = self.do(self.store.counts())
        assert self.do(self.store.write(extraction(url, self.articles[url]))).outcome == "unchanged"
        assert self.do(self.store.counts()) == before

    @rule(url=st.sampled_from(URLS))
    def forget(self, url: str) -> None:
        if self.articles.pop(url, None) is None:
            with pytest.raises(NotFound):
                self.do(self.store.remove(article_id(url, "")))
        else:
            self.do(self.store.remove(article_id(url, "")))

    @precondition(lambda self: len(self.present()) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(self.present()))
        other = data.draw(st.sampled_from([each for each in self.present() if each != one]))
        new = NewJudgement(JudgementKind.MERGE, id_of(one), id_of(other), "tests", "they may be one")
        self.merged[other] = (one, self.do(self.store.judge(new)).id)

    @precondition(lambda self: self.merged)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        other = data.draw(st.sampled_from(sorted(self.merged)))
        _, judgement = self.merged.pop(other)
        assert not self.do(self.store.withdraw(judgement, "tests", "they are not")).active

    @invariant()
    def the_graph_says_what_the_model_says(self) -> None:
        rows = self.driver.execute_query(_ALL).records
        told = {
            (id_of(self.is_now(each.speaker)), id_of(self.is_now(each.about)), article_id(url, ""), number)
            for url, lines in self.articles.items()
            for number, each in enumerate(lines)
        }
        assert sorted((row["speaker"], row["about"], row["article"], int(row["number"])) for row in rows) == sorted(
            told
        )

    def teardown(self) -> None:
        for name in PEOPLE:
            if name not in self.merged:
                assert self.found("statements_by_speaker", "speaker", name) == self.told(0, name)
                assert self.found("statements_about", "about", name) == self.told(1, name)
        broken = [each for each in self.do(self.store.doctor()) if each.violations]
        assert broken == []
        for url in sorted(self.articles):
            self.do(self.store.remove(article_id(url, "")))
        assert self.driver.execute_query("MATCH (n:Article|Statement|Entity) RETURN count(n) AS n").records[0]["n"] == 0

    def do(self, work):
        return self.runner.run(work)

    def present(self) -> list[str]:
        """Who is named in an article, and is nobody else."""
        named = {name for lines in self.articles.values() for each in lines for name in each}
        return sorted(named - self.merged.keys())

    def is_now(self, name: str) -> str:
        while name in self.merged:
            name = self.merged[name][0]
        return name

    def told(self, which: int, name: str) -> set[tuple[str, str]]:
        """The statements by (0) or about (1) somebody."""
        return {
            (article_id(url, ""), f"Point {number} is for {each.about},")
            for url, lines in self.articles.items()
            for number, each in enumerate(lines)
            if self.is_now(each[which]) == name
        }

    def found(self, query: str, parameter: str, name: str) -> set[tuple[str, str]]:
        rows = self.do(self.store.read(catalogue()[query], {parameter: id_of(name), "limit": 500}))
        return {(str(row["article"]), str(row["text"])) for row in rows}


def id_of(name: str) -> str:
    return f"person:{name.lower().replace(' ', '-')}"


def test_the_graph_is_what_was_done_to_it(store_settings: Settings, driver: neo4j.Driver) -> None:
    with asyncio.Runner() as runner:
        opened = GraphStore.open(store_settings.model_copy(update={"query_seconds": 60.0}))
        store = runner.run(opened.__aenter__())
        try:
            runner.run(store.migrate())
            GraphModel.runner, GraphModel.store, GraphModel.driver = runner, store, driver
            checks = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
            run_state_machine_as_test(
                GraphModel, settings=settings(max_examples=200, stateful_step_count=7, suppress_health_check=checks)
            )
        finally:
            runner.run(opened.__aexit__(None, None, None))
