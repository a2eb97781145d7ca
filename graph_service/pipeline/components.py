"""The spaCy factories, so that ``nlp.add_pipe("statement_extractor")`` works in anybody's pipeline.

spaCy imports this module for every pipeline it makes, so the work behind a factory is imported when it is first used.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language

from graph_service.pipeline.annotations import Step
from graph_service.settings import ExtractionOptions, Finder, KnowledgeFile, knowledge_file

if TYPE_CHECKING:
    from graph_service.knowledge import KnowledgeBase

#: a YAML or CSV file of own entities, and what it must hold where that is to be checked
_KNOWING = {"knowledge_file": None, "knowledge_sha256": None}


def _known(path: str | None, sha256: str | None) -> "KnowledgeBase":
    from graph_service.knowledge import load

    if path is None:
        return load()
    return load(KnowledgeFile(Path(path), sha256) if sha256 else knowledge_file(Path(path)))


@Language.factory("mention_finder", requires=["doc.ents", "token.pos"], assigns=["doc.spans"], default_config=_KNOWING)
def make_mention_finder(nlp: Language, name: str, knowledge_file: str | None, knowledge_sha256: str | None) -> Step:
    """Finds names of people, countries, organisations, weapons systems and places: ``doc.spans["mentions"]``."""
    from graph_service.pipeline.mentions import mention_finder

    return partial(mention_finder, knowledge=_known(knowledge_file, knowledge_sha256))


@Language.factory("entity_resolver", requires=["doc.spans"], assigns=["doc._.entities"], default_config=_KNOWING)
def make_entity_resolver(nlp: Language, name: str, knowledge_file: str | None, knowledge_sha256: str | None) -> Step:
    """Groups mentions into the entities of one article: ``doc._.entities``."""
    from graph_service.pipeline.entities import entity_resolver

    return partial(entity_resolver, knowledge=_known(knowledge_file, knowledge_sha256))


@Language.factory(
    "statement_extractor",
    requires=["token.dep", "token.head"],
    assigns=["doc.spans", "doc._.statements"],
    default_config={
        key: value for key, value in ExtractionOptions()._asdict().items() if key not in {"spacy_model", "knowledge"}
    },
)
def make_statement_extractor(  # noqa: PLR0913, PLR0917  (each a key of the component's configuration)
    nlp: Language, name: str, finder: str, min_confidence: float, attitudes: bool, threads: int
) -> Step:
    """Finds source, cue and content of statements: ``doc._.statements`` and ``doc.spans["statements"]``."""
    from graph_service.pipeline.statements import StatementExtractor

    return StatementExtractor(ExtractionOptions(Finder(finder), min_confidence, attitudes, None, threads))


@Language.factory(
    "speaker_resolver",
    requires=["doc._.entities", "doc._.statements"],
    assigns=["doc._.attributions"],
    default_config=_KNOWING,
)
def make_speaker_resolver(nlp: Language, name: str, knowledge_file: str | None, knowledge_sha256: str | None) -> Step:
    """Says which entity speaks, to whom and about whom: ``doc._.attributions``."""
    from graph_service.pipeline.speakers import speaker_resolver

    return partial(speaker_resolver, knowledge=_known(knowledge_file, knowledge_sha256))


@Language.factory(
    "relation_finder",
    requires=["token.dep", "token.head", "doc._.entities", "doc._.attributions"],
    assigns=["doc._.relations"],
    default_config=_KNOWING,
)
def make_relation_finder(nlp: Language, name: str, knowledge_file: str | None, knowledge_sha256: str | None) -> Step:
    """Finds what entities have to do with each other: ``doc._.relations``."""
    from graph_service.pipeline.relations.finder import relation_finder

    return partial(relation_finder, knowledge=_known(knowledge_file, knowledge_sha256))


@Language.factory(
    "stance_reader",
    requires=["doc._.attributions"],
    assigns=["doc._.attributions"],
    default_config={"finder": ExtractionOptions().finder.value, "threads": ExtractionOptions().threads},
)
def make_stance_reader(nlp: Language, name: str, finder: str, threads: int) -> Step:
    """Says how each speaker takes each target: ``doc._.attributions``."""
    from graph_service.pipeline.stance.reader import load_model, stance_reader

    return partial(stance_reader, model=load_model(Finder(finder), threads))
