"""The spaCy factories, so that ``nlp.add_pipe("statement_extractor")`` works in anybody's pipeline.

spaCy imports this module for every pipeline it makes, so the work behind a factory is imported when it is first used.
"""

from spacy.language import Language

from graph_service.pipeline.annotations import Step
from graph_service.settings import ExtractionOptions, Finder


@Language.factory("mention_finder", requires=["doc.ents", "token.pos"], assigns=["doc.spans"])
def make_mention_finder(nlp: Language, name: str) -> Step:
    """Finds names of people, countries, organisations, weapons systems and places: ``doc.spans["mentions"]``."""
    from graph_service.pipeline.mentions import mention_finder

    return mention_finder


@Language.factory("entity_resolver", requires=["doc.spans"], assigns=["doc._.entities"])
def make_entity_resolver(nlp: Language, name: str) -> Step:
    """Groups mentions into the entities of one article: ``doc._.entities``."""
    from graph_service.pipeline.entities import entity_resolver

    return entity_resolver


@Language.factory(
    "statement_extractor",
    requires=["token.dep", "token.head"],
    assigns=["doc.spans", "doc._.statements"],
    default_config={key: value for key, value in ExtractionOptions()._asdict().items() if key != "spacy_model"},
)
def make_statement_extractor(  # noqa: PLR0913, PLR0917  (each a key of the component's configuration)
    nlp: Language, name: str, finder: str, min_confidence: float, attitudes: bool, threads: int
) -> Step:
    """Finds source, cue and content of statements: ``doc._.statements`` and ``doc.spans["statements"]``."""
    from graph_service.pipeline.statements import StatementExtractor

    return StatementExtractor(ExtractionOptions(Finder(finder), min_confidence, attitudes, None, threads))


@Language.factory("speaker_resolver", requires=["doc._.entities", "doc._.statements"], assigns=["doc._.attributions"])
def make_speaker_resolver(nlp: Language, name: str) -> Step:
    """Says which entity speaks, to whom and about whom: ``doc._.attributions``."""
    from graph_service.pipeline.speakers import speaker_resolver

    return speaker_resolver
