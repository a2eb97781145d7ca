"""Reads an article in a line or two, whole, as names instead of ids."""

from datetime import date

from graph_service.ids import article_id
from graph_service.models import Article, Extraction, Party, Statement
from graph_service.pipeline.extract import extract
from graph_service.settings import ExtractionOptions, Finder

#: by the rules alone
RULES = ExtractionOptions(finder=Finder.RULES)
_ALL = ExtractionOptions()


def read(
    text: str,
    day: str | None = "2024-03-13",
    outlet: str | None = "Harbour Wire",
    options: ExtractionOptions = _ALL,
) -> Extraction:
    """All that is found in a text that was published on a day, a Wednesday."""
    published_at = date.fromisoformat(day) if day else None
    return extract(Article(id=article_id(None, text), text=text, outlet=outlet, published_at=published_at), options)


def said(found: Extraction, words: str) -> Statement:
    """The shortest statement that holds some words."""
    holding = [each for each in found.statements if words in each.text]
    assert holding, [each.text for each in found.statements]
    return min(holding, key=lambda each: len(each.text))


def names(found: Extraction, parties: tuple[Party, ...]) -> list[str]:
    """The names of entities; the words of everybody else."""
    known = {each.id: each.name for each in found.entities}
    return [known[party.entity] if party.entity else party.text for party in parties]
