"""Entities say the same of themselves in every article where the knowledge base knows them."""

from graph_service.ids import article_id
from graph_service.models import Article, Entity
from graph_service.pipeline.extract import extract


def entities(text: str) -> dict[str, Entity]:
    return {each.id: each for each in extract(Article(id=article_id(None, text), text=text)).entities}


def test_a_known_entity_has_the_aliases_of_the_knowledge_base_alone() -> None:
    shouted = entities("KYIV, March 4 - The mayor said that pilots were on strike.")
    plain = entities("The pilots flew to Kyiv on Monday, the mayor said.")
    both = {id_ for id_ in shouted.keys() & plain.keys() if shouted[id_].known}
    assert both
    assert all(shouted[id_].aliases == plain[id_].aliases for id_ in both)
