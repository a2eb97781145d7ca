"""Every invariant holds on a good graph, and is reported when it is broken on purpose."""

import neo4j
import pytest

from graph_service.queries import catalogue
from graph_service.store import GraphStore, letters
from graph_service.store.jobs import NewItem
from tests.store.examples import ferries, make_article

pytestmark = pytest.mark.anyio

# the invariant, and what breaks it on the graph of one small article
BREAKS = [
    ("statement_has_one_speaker", "MATCH (:Statement)<-[r:SAID]-(:Person) WITH r LIMIT 1 DELETE r"),
    ("statement_has_one_speaker", "MATCH (p:Person), (s:Statement {type: 'direct'}) CREATE (p)-[:SAID]->(s)"),
    ("statement_has_one_article", "MATCH (:Statement {type: 'direct'})-[r:FROM]->() DELETE r"),
    ("statement_is_complete", "MATCH (s:Statement {type: 'direct'}) REMOVE s.sentence"),
    ("statement_is_complete", "MATCH (s:Statement {type: 'direct'}) SET s.type = 'other'"),
    ("statement_is_complete", "MATCH (s:Statement {type: 'direct'}) SET s.confidence = 1.5"),
    ("statement_offsets_in_text", "MATCH (s:Statement {type: 'direct'}) SET s.spans = [90, 4000]"),
    ("statement_offsets_in_text", "MATCH (s:Statement {type: 'direct'}) SET s.sentence_end = s.start"),
    ("statement_offsets_in_text", "MATCH (s:Statement {type: 'direct'}) SET s.spans = []"),
    ("statement_by_article_extractor", "MATCH (s:Statement {type: 'direct'}) SET s.extractor = 'older/1'"),
    ("targets_are_ranked", "MATCH (:Statement {type: 'mixed'})-[r:ABOUT]->() SET r.rank = 2"),
    ("targets_are_ranked", "MATCH (:Statement {type: 'mixed'})-[r:ABOUT]->() REMOVE r.stance"),
    ("parties_are_ordered", "MATCH (:Statement)-[r:ADDRESSED_TO]->() SET r.order = 3"),
    ("nested_in_same_article", "MATCH (s:Statement)-[:WITHIN]->(p) CREATE (p)-[:WITHIN]->(s)"),
    ("nested_inside_content", "MATCH (:Statement)-[:WITHIN]->(p) SET p.end = p.start + 1"),
    ("links_join_right_kinds", "MATCH (a:Article), (s:Statement {type: 'direct'}) CREATE (a)-[:SAID]->(s)"),
    ("links_join_right_kinds", "MATCH (p:Person), (s:Statement {type: 'direct'}) CREATE (p)-[:WITHIN]->(s)"),
    ("no_unknown_nodes", "CREATE (:Stray {id: 'stray'})"),
    ("no_unknown_nodes", "CREATE (:Article {text: 'no id'})"),
    ("restore_is_finished", "CREATE (:Restore {id: 'backup:0', rows: 3})"),
    ("no_orphan_entities", "CREATE (:Entity:Place {id: 'place:nowhere', name: 'Nowhere'})"),
    ("no_orphan_anonymous_sources", "CREATE (:AnonymousSource {id: 'anonymous:0', text: 'nobody', kind: 'official'})"),
    ("entity_has_one_type", "MATCH (p:Person) SET p:Place"),
    ("entity_has_one_type", "MATCH (p:Person) REMOVE p:Person"),
    ("entity_has_its_name", "MATCH (p:Person) SET p.name = 'Somebody'"),
    ("entity_has_its_name", "MATCH (p:Person) REMOVE p.known"),
    ("speakers_are_mentioned", "MATCH (:Person)-[r:MENTIONED_IN]->() DELETE r"),
    ("mentions_are_counted", "MATCH (:Person)-[r:MENTIONED_IN]->() SET r.count = 7"),
    ("mentions_are_counted", "MATCH (p:Person)-[r:MENTIONED_IN]->(a) CREATE (p)-[:MENTIONED_IN {count: 0}]->(a)"),
    ("links_follow_judgements", "MATCH (p:Person) SET p:Merged"),
    ("links_follow_judgements", "MATCH (:Person)-[r:SAID]->() SET r.found = 'person:somebody'"),
    (
        "judgements_are_applied",
        "MATCH (p:Person), (c:Country) CREATE (p)-[:SPLIT_INTO {judgement: 'judgement:0'}]->(c)",
    ),
    (
        "judgements_are_applied",
        "MATCH (p:Person), (c:Country) CREATE (:Judgement {id: 'judgement:0', moves_from: p.id, moves_to: c.id})",
    ),
    ("article_is_complete", "MATCH (a:Article) REMOVE a.extractor"),
    ("article_is_there_once", "MATCH (a:Article) CREATE (b:Article) SET b = a {.*, id: 'article:0', content_key: '0'}"),
    ("article_has_its_outlet", "MATCH (:Article)-[r:PUBLISHED_BY]->() DELETE r"),
    ("article_has_its_outlet", "MATCH (a:Article) REMOVE a.outlet"),
    ("statement_text_at_spans", "MATCH (s:Statement {type: 'direct'}) SET s.text = s.text + '!'"),
    ("statement_cue_at_spans", "MATCH (s:Statement {type: 'direct'}) SET s.cue = 'shouted'"),
    ("statement_cue_at_spans", "MATCH (s:Statement {type: 'direct'}) SET s.source_spans = [0, 1]"),
    ("statement_sentence_at_offsets", "MATCH (s:Statement {type: 'direct'}) SET s.sentence = 'Another.'"),
    ("statement_id_from_evidence", "MATCH (s:Statement {type: 'direct'}) SET s.id = 'statement:0'"),
    ("statement_id_from_evidence", "MATCH (s:Statement {type: 'direct'}) SET s.sort_key = '0'"),
    ("relation_is_complete", "MATCH (r:Relation {type: 'USES_WEAPON'}) REMOVE r.sentence"),
    ("relation_is_complete", "MATCH (r:Relation {type: 'USES_WEAPON'}) SET r.modality = 'likely'"),
    ("relation_is_complete", "MATCH (:Relation {type: 'USES_WEAPON'})-[o:HAS_OBJECT]->() DELETE o"),
    ("relation_in_its_statement", "MATCH (r:Relation)-[:STATED_IN]->(s) SET s.start = r.end, s.end = r.end + 1"),
    ("relation_in_its_statement", "MATCH (r:Relation {topic: 'Mayor'}), (s:Statement) CREATE (r)-[:STATED_IN]->(s)"),
    ("relations_are_drawn", "MATCH ()-[e:USES_WEAPON]->() DELETE e"),
    ("relations_are_drawn", "MATCH ()-[e:USES_WEAPON]->() SET e.modality = 'denied'"),
    ("edges_have_evidence", "MATCH (r:Relation {type: 'USES_WEAPON'}) DETACH DELETE r"),
    ("edges_have_evidence", "MATCH ()-[e:USES_WEAPON]->() SET e.count = 2"),
    ("edges_have_evidence", "MATCH ()-[e:USES_WEAPON]->() SET e.statements = ['statement:0']"),
    ("edges_have_evidence", "MATCH ()-[e:USES_WEAPON]->() SET e.first_seen = date('2031-03-06')"),
    ("edges_join_right_types", "MATCH (p:Person), (c:Country) CREATE (p)-[:USES_WEAPON {id: 'edge:0'}]->(c)"),
    ("edges_join_right_types", "MATCH (p:Person), (c:Country) CREATE (c)-[:HOLDS_ROLE {id: 'edge:0'}]->(p)"),
    ("edges_join_right_types", "MATCH (p:Person), (c:Country) CREATE (c)-[:ADMIRES {id: 'edge:0'}]->(p)"),
    ("restatements_are_linked", "MATCH (s:Statement) SET s.quote_key = 'the same'"),
    (
        "restatements_are_linked",
        "MATCH (s {type: 'direct'}), (t {type: 'mixed'}) CREATE (s)-[:RESTATES {how: 'same words'}]->(t)",
    ),
    ("restatements_are_linked", "MATCH (s {type: 'direct'}), (t {type: 'mixed'}) CREATE (s)-[:RESTATES]->(t)"),
    (
        "restatements_are_linked",
        "MATCH (s {type: 'direct'}), (t {type: 'mixed'}) CREATE (s)-[:RESTATES {how: 'same meaning', score: 0.9}]->(t)",
    ),
    ("relation_text_at_offsets", "MATCH (r:Relation {type: 'USES_WEAPON'}) SET r.text = 'another'"),
    ("relation_text_at_offsets", "MATCH (r:Relation {type: 'USES_WEAPON'}) SET r.sentence = 'Another.'"),
    ("relation_key_from_evidence", "MATCH (r:Relation {type: 'USES_WEAPON'}) SET r.sort_key = '0'"),
    ("relation_key_from_evidence", "MATCH (r:Relation {type: 'USES_WEAPON'}) SET r.published_at = date('2031-03-06')"),
    ("mention_texts_at_spans", "MATCH (:Person)-[r:MENTIONED_IN]->() SET r.texts = ['Ida']"),
    ("article_keys_from_evidence", "MATCH (a:Article) SET a.id = 'article:0'"),
    ("article_keys_from_evidence", "MATCH (a:Article) SET a.content_key = '0'"),
    ("article_keys_from_evidence", "MATCH (a:Article) SET a.text_sha256 = '0'"),
    ("article_keys_from_evidence", "MATCH (a:Article) SET a.published_at = date('2031-03-06')"),
    ("anonymous_id_from_evidence", "MATCH (a:AnonymousSource) SET a.id = 'anonymous:0'"),
    ("entity_id_from_name", "MATCH (p:Person) SET p.id = 'person:somebody'"),
    ("entity_id_from_name", "MATCH (c:Country) SET c.id = 'place:norway'"),
    ("items_are_whole", "CREATE (:IngestItem {id: 'job:0/1', job: 'job:0', state: 'waiting', due_at: datetime()})"),
    ("items_are_whole", "MATCH (i:IngestItem {state: 'done'}) SET i.due_at = datetime()"),
    ("items_are_whole", "MATCH (i:IngestItem {state: 'done'}) SET i.state = 'lost'"),
    ("items_are_whole", "MATCH (i:IngestItem {state: 'done'}) SET i.payload = 'kept'"),
    ("done_items_have_articles", "MATCH (i:IngestItem {state: 'done'}) SET i.article = 'article:0'"),
    ("entity_is_found_by_its_names", "MATCH (p:Person) SET p.search_names = ['Ida Lund']"),
    ("embeddings_have_statements", "CREATE (:Embedding {id: 'statement:gone'})"),
]
# what no query can break without taking the server's indexes away
_UNBREAKABLE = {"schema_is_complete"}


async def test_a_good_graph_breaks_nothing(store: GraphStore) -> None:
    await store.write(ferries())
    await store.write(ferries(make_article(url="https://herald.example/1", outlet="The Herald", published_at=None)))
    found = await store.doctor()
    assert len(found) >= 15
    assert [each for each in found if each.violations or each.examples] == []
    assert [each.name for each in found] == sorted(each.name for each in found)
    assert all(each.summary.endswith(".") for each in found)


async def test_an_empty_graph_breaks_nothing(store: GraphStore) -> None:
    assert [each for each in await store.doctor() if each.violations] == []


@pytest.mark.parametrize(("name", "harm"), BREAKS)
async def test_harm_is_reported(store: GraphStore, driver: neo4j.Driver, name: str, harm: str) -> None:
    await ingested(store)
    changed = driver.execute_query(harm).summary.counters
    assert changed.contains_updates
    broken = {each.name: each for each in await store.doctor() if each.violations}
    assert name in broken
    assert len(broken[name].examples) == min(broken[name].violations, 5)


async def ingested(store: GraphStore) -> None:
    """A small article in the graph, brought there by a job."""
    await store.jobs.submit([NewItem("text", "ferries", b"")], "1 of text")
    claim = await store.leases.claim("doctor")
    assert claim
    await store.leases.write(claim, ferries())


async def test_characters_are_counted_as_we_count_them(store: GraphStore, driver: neo4j.Driver) -> None:
    await store.write(ferries())
    # what would be right if an emoji were two characters
    driver.execute_query("MATCH (s:Statement) SET s.spans = [at IN s.spans | at + 1]")
    broken = {each.name for each in await store.doctor() if each.violations}
    assert {"statement_text_at_spans", "statement_id_from_evidence"} <= broken


def test_every_invariant_is_broken_here() -> None:
    checks = {check.__name__ for check in (*letters.OF_ARTICLES, *letters.OF_ENTITIES)}
    assert {name for name, _ in BREAKS} == (checks | set(catalogue("doctor"))) - _UNBREAKABLE
