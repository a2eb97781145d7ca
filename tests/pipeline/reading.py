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
    """All that is found in a text that was published on a day, a Wednesday; whoever it refers to is in it."""
    published_at = date.fromisoformat(day) if day else None
    article = Article(id=article_id(None, text), text=text, outlet=outlet, published_at=published_at)
    found = extract(article, options)
    assert _referred_to(found) <= {each.id for each in (*found.entities, *found.anonymous_sources)}
    return found


def _referred_to(found: Extraction) -> set[str]:
    """The ids of speakers, parties, targets and of both ends of relations; an outlet may be named nowhere."""
    ids = {each.speaker or each.anonymous for each in found.statements}
    ids |= {party.entity for each in found.statements for party in (*each.addressees, *each.reported_by)}
    ids |= {target.entity for each in found.statements for target in each.targets}
    ids |= {end for each in found.relations for end in (each.subject, each.object)}
    return {each for each in ids if each is not None} - {found.outlet.id if found.outlet is not None else ""}


def said(found: Extraction, words: str) -> Statement:
    """The shortest statement that holds some words."""
    holding = [each for each in found.statements if words in each.text]
    assert holding, [each.text for each in found.statements]
    return min(holding, key=lambda each: len(each.text))


def names(found: Extraction, parties: tuple[Party, ...]) -> list[str]:
    """The names of entities; the words of everybody else."""
    known = {each.id: each.name for each in found.entities}
    return [known[party.entity] if party.entity else party.text for party in parties]
