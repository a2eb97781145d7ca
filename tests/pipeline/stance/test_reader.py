"""How the speaker takes the targets: what the words say outright, and what a model says of the rest."""

import numpy as np
import pytest

from graph_service.errors import ModelMissing
from graph_service.ids import article_id
from graph_service.models import Article, Modality, Stance, Statement
from graph_service.pipeline.extract import extract, extractor_name
from graph_service.pipeline.stance import model
from graph_service.pipeline.stance.passages import Batch, Floats
from graph_service.pipeline.stance.reader import load_model, stance_reader
from graph_service.pipeline.stance.words import evaluating
from graph_service.settings import ExtractionOptions, Finder
from tests.pipeline.test_speakers import Said, resolved

NEGATIVE, NEUTRAL, POSITIVE = Stance.NEGATIVE, Stance.NEUTRAL, Stance.POSITIVE
ASSERTION, DEMAND, INTENTION = Modality.ASSERTION, Modality.DEMAND, Modality.INTENTION


def fixed(*chances: float) -> model.StanceModel:
    """A model that says the same of everything."""

    def network(given: Batch) -> Floats:
        return np.array([chances] * len(given.rows), dtype=np.float32)

    shipped = model.load(threads=1)
    return model.StanceModel(network, shipped._tokenizer, shipped.shares.tolist())


def quoted(words: str) -> Said:
    return Said(f'"{words},"', "Bo Lund", "said", direct=True)


def stances(text: str, said: Said, given: model.StanceModel | None = None) -> dict[str, Stance]:
    doc = stance_reader(resolved(text, said), given)
    names = {each.id: each.name for each in doc._.entities}
    return {names[each.entity]: each.stance for each in doc._.attributions[0].targets}


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("We condemn Russia", "Russia", NEGATIVE),
        ("I thank Poland", "Poland", POSITIVE),
        ("Thank you, Poland", "Poland", POSITIVE),
        ("We are grateful to Poland", "Poland", POSITIVE),
        ("We need missiles for Sweden and for Poland", "Poland", POSITIVE),
        ("We disagree with Poland", "Poland", NEGATIVE),
        ("He condemned Russia", "Russia", NEUTRAL),
        ("We do not blame Russia", "Russia", NEUTRAL),
        ("We are not grateful to Poland", "Poland", NEUTRAL),
        ("Poland has a port", "Poland", NEUTRAL),
    ],
)
def test_what_a_quotation_says_outright(words: str, name: str, expected: Stance) -> None:
    assert stances(f'"{words}," Bo Lund said.', quoted(words))[name] is expected


@pytest.mark.parametrize(
    ("cue", "content", "modality", "name", "expected"),
    [
        ("condemned", "Russia's attack on the port", ASSERTION, "Russia", NEGATIVE),
        ("praised", "Poland for its patience", ASSERTION, "Poland", POSITIVE),
        ("asked for", "Patriot missiles", DEMAND, "MIM-104 Patriot", POSITIVE),
        ("asked allies", "for Patriot missiles", DEMAND, "MIM-104 Patriot", POSITIVE),
        ("urged Norway", "to hand over Patriot missiles", DEMAND, "MIM-104 Patriot", POSITIVE),
        ("urged Norway", "to stop sending Patriot missiles", DEMAND, "MIM-104 Patriot", NEUTRAL),
        ("asked Norway", "for tents after a night of Patriot missiles", DEMAND, "MIM-104 Patriot", NEUTRAL),
        ("urged Norway", "to condemn Russia", DEMAND, "Russia", NEGATIVE),
        ("told Norway", "to stay calm as long as Russia was needed", DEMAND, "Russia", NEUTRAL),
        ("urged Norway", "to stop giving shelter to Russia", DEMAND, "Russia", NEUTRAL),
        ("intends", "to apply for membership of NATO", INTENTION, "NATO", POSITIVE),
        ("said", "that his country would give tents to Poland", INTENTION, "Poland", POSITIVE),
        ("said", "that his cousin would give tents to Poland", ASSERTION, "Poland", NEUTRAL),
        ("said", "that Poland has a port", ASSERTION, "Poland", NEUTRAL),
    ],
)
def test_what_cue_and_content_say_outright(
    cue: str, content: str, modality: Modality, name: str, expected: Stance
) -> None:
    said = Said(content, "Bo Lund", cue, modality=modality)
    assert stances(f"Bo Lund {cue} {content}.", said)[name] is expected


def test_the_words_go_before_the_model() -> None:
    assert stances('"I thank Poland," Bo Lund said.', quoted("I thank Poland"), fixed(0, 0, 1))["Poland"] is POSITIVE


@pytest.mark.parametrize(
    ("chances", "expected"),
    [((0.9, 0.08, 0.02), POSITIVE), ((0.02, 0.05, 0.93), NEGATIVE), ((0.6, 0.4, 0), NEUTRAL), ((0, 1, 0), NEUTRAL)],
)
def test_the_model_has_to_be_sure_since_most_statements_take_no_stance(
    chances: tuple[float, ...], expected: Stance
) -> None:
    said = Said("that Poland has a port", "Bo Lund", "said")
    assert stances("Bo Lund said that Poland has a port.", said, fixed(*chances))["Poland"] is expected


def test_the_outer_speaker_does_not_share_what_an_inner_one_says() -> None:
    text = "Bo Lund said that Ana Mora told him that Poland is a disgrace."
    outer = Said("that Ana Mora told him that Poland is a disgrace", "Bo Lund", "said")
    inner = Said("that Poland is a disgrace", "Ana Mora", "told")
    doc = stance_reader(resolved(text, outer, inner), fixed(0, 0, 1))
    found = [
        {each.entity.split(":")[-1]: each.stance for each in attribution.targets} for attribution in doc._.attributions
    ]
    poland = next(key for key in found[1] if "pol" in key.lower())
    assert found[1][poland] is NEGATIVE
    assert found[0].get(poland, NEUTRAL) is NEUTRAL


def test_what_is_denied_is_not_the_speakers_stance() -> None:
    text = "Bo Lund denied that Poland had a port."
    doc = resolved(text, Said("that Poland had a port", "Bo Lund", "denied"))
    doc._.attributions = tuple(
        each._replace(statement=each.statement._replace(negated=True)) for each in doc._.attributions
    )
    assert {each.stance for each in stance_reader(doc, fixed(0, 0, 1))._.attributions[0].targets} == {NEUTRAL}


def found(text: str) -> list[Statement]:
    return list(extract(Article(id=article_id(None, text), text=text)).statements)


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("Sweden has been a wonderful, generous and loyal friend", "sweden", POSITIVE),
        ("Belarus is a brutal, corrupt dictatorship that murders its own people", "belarus", NEGATIVE),
        ("Norway has a border with Finland", "norway", NEUTRAL),
    ],
)
def test_the_shipped_model_on_plain_sentences(sentence: str, name: str, expected: Stance) -> None:
    (statement,) = found(f'"{sentence}," Prime Minister Bo Lund said on Monday.')
    (target,) = [each for each in statement.targets if name in each.entity]
    assert target.stance is expected
    assert 0 < target.score <= 1


def test_the_same_article_gives_the_same_stances() -> None:
    text = 'Bo Lund thanked Poland for its help. "Russia\'s cruel war is a crime," Lund said.\n' * 3
    assert found(text) == found(text)


def test_an_article_without_statements_is_read() -> None:
    assert found("The port is open.") == []


def test_the_name_of_the_extractor_has_the_model_in_it() -> None:
    assert model.load(threads=1).digest in extractor_name()
    assert model.load(threads=1).digest not in extractor_name(ExtractionOptions(finder=Finder.RULES))


def test_without_the_model_the_rules_stand_in_where_they_may(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*, threads: int) -> model.StanceModel:
        raise ModelMissing("gone")

    monkeypatch.setattr(model, "load", missing)
    assert load_model(Finder.RULES, 7) is None
    assert load_model(Finder.MODEL_OR_RULES, 7) is None
    with pytest.raises(ModelMissing):
        load_model(Finder.MODEL, 7)


def test_a_folder_without_a_model_says_so(tmp_path: object) -> None:
    with pytest.raises(ModelMissing, match="stance model"):
        model.load(tmp_path)  # type: ignore[arg-type]


def test_the_words_are_lemmas_with_a_place_and_a_stance() -> None:
    assert all(lemma == lemma.lower().strip() and place for lemma, place in evaluating())
    assert set(evaluating().values()) == {POSITIVE, NEGATIVE}
