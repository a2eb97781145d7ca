"""The table beside the ruler it stands for: the same annotations, token by token."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from graph_service.pipeline.attributes import TabledRuler, table_attributes
from graph_service.pipeline.language import load_bare, load_parser

SENTENCES = (
    "The minister had not said whether nothing was decided.",
    "There is no plan, and there's nothin' we could do.",
    "They're gonna talk, aren't they? Let's see who gets it.",
    "C'mon, y'all got ta go! I ain't going.",
    "He said that this would do, did it, and has had it done.\n\n",
    " \t 3,000 tons of grain left Odesa on Monday; which of these was hers?",
    "Ünïcode — “quoted” words … and 🙂 too",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_bare()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_same_as_the_ruler(nlp: Language, sentence: str) -> None:
    ruler = nlp.get_pipe("attribute_ruler")
    with nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        doc = nlp(sentence)
    expected, found = ruler(doc.copy()), TabledRuler(ruler)(doc.copy())
    assert annotations(found) == annotations(expected)


def test_the_table_takes_the_rulers_place_in_the_pipeline(nlp: Language) -> None:
    kinds = [(name, type(component).__name__) for name, component in load_parser().components]
    assert [name for name, _ in kinds] == [name for name, _ in nlp.components]
    assert [kind for kind in kinds if "attribute_ruler" in kind] == [("attribute_ruler", "TabledRuler")]


def test_a_pattern_no_table_holds_is_refused() -> None:
    nlp = Language()
    nlp.add_pipe("attribute_ruler").add(patterns=[[{"SHAPE": "Xxx"}]], attrs={"POS": "PROPN"})
    with pytest.raises(ValueError, match="no table holds"):
        TabledRuler(nlp.get_pipe("attribute_ruler"))


def test_another_models_ruler_that_no_table_holds_stays() -> None:
    nlp = Language()
    ruler = nlp.add_pipe("attribute_ruler")
    ruler.add(patterns=[[{"SHAPE": "Xxx"}]], attrs={"POS": "PROPN"})
    table_attributes(nlp)
    assert nlp.get_pipe("attribute_ruler") is ruler


@pytest.mark.parametrize("sentence", SENTENCES)
def test_same_lemmas_as_the_published_model(nlp: Language, sentence: str) -> None:
    assert annotations(load_parser()(sentence)) == annotations(nlp(sentence))


def test_lemmas_are_looked_up_in_sets() -> None:
    index = load_parser().get_pipe("lemmatizer").lookups.get_table("lemma_index")
    assert index
    assert all(isinstance(known, frozenset) for known in index.values())


def annotations(doc: Doc) -> list[tuple[str, ...]]:
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_) for t in doc]
