"""Finds statements in a sentence, by the trained model or by the rules alone."""

from functools import cache

from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.language import load_parser, parse_article
from graph_service.pipeline.statements import StatementExtractor
from graph_service.settings import ExtractionOptions, Finder


@cache
def extractor(finder: Finder) -> StatementExtractor:
    """One extractor of each kind for the whole run."""
    return StatementExtractor(ExtractionOptions(finder=finder))


def statements(text: str, finder: Finder = Finder.MODEL) -> tuple[FoundStatement, ...]:
    """What is found in a text, in order."""
    found: tuple[FoundStatement, ...] = extractor(finder)(parse_article(load_parser(), text))._.statements
    return found
