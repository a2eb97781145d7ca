"""The spaCy factories, so that ``nlp.add_pipe("statement_extractor")`` works in anybody's pipeline.

spaCy imports this module for every pipeline it makes, so the work behind a factory is imported when it is first used.
"""

from spacy.language import Language

from graph_service.pipeline.annotations import Step


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
    "statement_extractor", requires=["token.dep", "token.head"], assigns=["doc.spans", "doc._.statements"]
)
def make_statement_extractor(nlp: Language, name: str) -> Step:
    """Finds source, cue and content of statements: ``doc._.statements`` and ``doc.spans["statements"]``."""
    from graph_service.pipeline.statements import statement_extractor

    return statement_extractor


@Language.factory("speaker_resolver", requires=["doc._.entities", "doc._.statements"], assigns=["doc._.attributions"])
def make_speaker_resolver(nlp: Language, name: str) -> Step:
    """Says which entity speaks, to whom and about whom: ``doc._.attributions``."""
    from graph_service.pipeline.speakers import speaker_resolver

    return speaker_resolver
