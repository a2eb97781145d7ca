"""The evaluation contract: what prediction lines look like, and that a bad line costs only itself."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.errors import BadArticle, BadParameter, SharedDataMissing
from graph_service.evaluation import corpora, lines
from graph_service.evaluation.pool import outcomes
from graph_service.evaluation.predictions import empty, prediction
from graph_service.ids import relation_id, statement_id
from graph_service.models import (
    AnonymousKind,
    AnonymousSource,
    Article,
    Entity,
    EntityType,
    Extraction,
    Mention,
    MentionKind,
    Modality,
    Party,
    Relation,
    RelationModality,
    RelationType,
    Span,
    Stance,
    Statement,
    StatementType,
    Target,
)
from graph_service.settings import Settings

TEXT = 'Officials told Ana Petrova that the German minister said "Helmia will pay".'
ARTICLE = Article(id="article:1", text=TEXT, published_at=date(2026, 5, 4))
PETROVA = Entity(
    id="person:ana-petrova",
    name="Ana Petrova",
    type=EntityType.PERSON,
    aliases=("Petrova",),
    mentions=(
        Mention(start=15, end=26, text="Ana Petrova"),
        Mention(start=36, end=42, text="German", kind=MentionKind.DEMONYM),
        Mention(start=0, end=0, text="", kind=MentionKind.PRONOUN),
    ),
)
MINISTER = Entity(
    id="person:the-german-minister~1",
    name="the German minister",
    type=EntityType.PERSON,
    mentions=(Mention(start=36, end=51, text="German minister", kind=MentionKind.ROLE),),
)
TANK = Entity(id="weapon:helmia", name="Helmia", type=EntityType.WEAPON_SYSTEM, wikidata="Q1", known=True)
OFFICIALS = AnonymousSource(id="anonymous:1", text="Officials", kind=AnonymousKind.OFFICIAL)


def statement(start: int, end: int, **fields: object) -> Statement:
    content = (Span(start, end),)
    given = {"type": StatementType.INDIRECT, "text": TEXT[start:end], "sentence": Span(0, len(TEXT))} | fields
    return Statement.model_validate({"id": statement_id(ARTICLE.id, content), "content": content} | given)


OUTER = statement(
    27, 73, cue=(Span(10, 14),), anonymous=OFFICIALS.id, addressees=(Party(text="Ana", entity=PETROVA.id),)
)
INNER = statement(
    57,
    73,
    type=StatementType.DIRECT,
    speaker=MINISTER.id,
    targets=(Target(entity=TANK.id, rank=1, stance=Stance.NEGATIVE),),
    modality=Modality.INTENTION,
    reported_by=(Party(text="Officials", anonymous=OFFICIALS.id),),
    parent=OUTER.id,
    confidence=0.123456,
)
EXTRACTION = Extraction(
    article=ARTICLE,
    extractor="test/1",
    entities=(PETROVA, MINISTER, TANK),
    anonymous_sources=(OFFICIALS,),
    statements=(OUTER, INNER),
)


def of(extraction: Extraction) -> tuple[list[dict], list[dict]]:
    line = json.loads(json.dumps(prediction(extraction, "a")))
    return line["entities"], line["statements"]


def test_entities_have_the_type_words_and_the_mentions_of_the_corpora() -> None:
    entities, _ = of(EXTRACTION)
    assert [each["type"] for each in entities] == ["person", "person", "weapon_system"]
    assert [each["mentions"] for each in entities] == [[[15, 26]], [[36, 51]], []]
    assert [each.get("qid") for each in entities] == [None, None, "Q1"]
    assert entities[0]["aliases"] == ["Petrova"]


def test_an_anonymous_speaker_is_null_with_the_words() -> None:
    outer = of(EXTRACTION)[1][0]
    assert (outer["speaker"], outer["anonymous"], outer["speaker_text"]) == (None, True, "Officials")
    assert outer["addressees"] == [PETROVA.id]
    assert outer["parent"] is None


def test_a_nested_statement_points_at_the_position_of_the_outer_one() -> None:
    inner = of(EXTRACTION)[1][1]
    assert inner["parent"] == 0
    assert inner["reported_by"] == [{"text": "Officials"}]
    assert (inner["speaker"], inner["anonymous"]) == (MINISTER.id, False)
    assert (inner["targets"], inner["stance"]) == ([TANK.id], {TANK.id: "negative"})
    assert (inner["type"], inner["modality"], inner["confidence"]) == ("direct", "intention", 0.1235)
    assert inner["content"] == [[57, 73]]


def relation(modality: RelationModality, start: int = 0, **fields: object) -> Relation:
    span = Span(start, start + 9)
    given = {
        "subject": PETROVA.id,
        "type": RelationType.MET,
        "object": MINISTER.id,
        "text": TEXT[slice(*span)],
    } | fields
    id_ = relation_id(ARTICLE.id, str(given["type"]), str(given["subject"]), str(given["object"]), start)
    return Relation.model_validate({"id": id_, "modality": modality, "span": span, "sentence": span} | given)


def test_relations_are_there_once_and_only_what_is_so_or_planned() -> None:
    relations = (
        relation(RelationModality.ASSERTED),
        relation(RelationModality.PLANNED, 20),
        relation(RelationModality.DENIED, 30, type=RelationType.CONSULTED),
        relation(RelationModality.HYPOTHETICAL, 40, type=RelationType.SUPPORTS),
    )
    line = prediction(EXTRACTION.model_copy(update={"relations": relations}), "a")
    assert line["relations"] == [{"source": PETROVA.id, "type": "MET", "target": MINISTER.id}]


def test_an_unresolved_speaker_is_not_anonymous() -> None:
    he = OFFICIALS.model_copy(update={"text": "He", "kind": AnonymousKind.UNRESOLVED})
    outer = of(EXTRACTION.model_copy(update={"anonymous_sources": (he,)}))[1][0]
    assert (outer["speaker"], outer["anonymous"], outer["speaker_text"]) == (None, False, "He")


def test_a_line_with_an_id_and_nothing_usable_is_empty() -> None:
    assert empty(7) == {"id": 7, "entities": [], "statements": [], "relations": []}


BAD_LINES = {
    b"\xff\xfe": None,
    b"[1, 2]": None,
    b"[" * 100_000: None,
    b'{"text": "No id."}': None,
    b'{"id": true, "text": "No id."}': None,
    b'{"id": "a"}': "a",
    b'{"id": "a", "text": 7}': "a",
    b'{"id": 3, "text": "  "}': 3,
    b'{"id": "a", "text": "half \\ud800 a character"}': "a",
    json.dumps({"id": "a", "text": "x" * 101}).encode(): "a",
    json.dumps({"id": "a", "text": "Сегодня правительство сообщило о новых мерах."}).encode(): "a",
}


@pytest.mark.parametrize("raw", BAD_LINES, ids=lambda raw: repr(raw[:30]))
def test_a_bad_line_is_reported_and_keeps_its_id(raw: bytes) -> None:
    [predicted] = lines.predict([raw, b" \n"], Settings(max_article_characters=100))
    assert predicted.problem
    expected = BAD_LINES[raw]
    assert predicted.line == (None if expected is None else empty(expected))


def test_a_line_over_the_limit_is_not_parsed() -> None:
    [predicted] = lines.predict([b'{"id": "a", "text": "Too long."}'], Settings(max_input_bytes=10))
    assert "10" in str(predicted.problem)


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reading_of_a_line(raw: bytes) -> None:
    try:
        fields = lines._fields(raw)
        lines._article(fields, 1_000)
    except BadArticle:
        pass


@pytest.mark.parametrize(
    ("written", "read"),
    [("2026-05-04", date(2026, 5, 4)), ("2026-05-04T09:00:00Z", date(2026, 5, 4)), ("May 4", None), (7, None)],
)
def test_a_date_that_is_not_iso_is_left_aside(written: object, read: date | None) -> None:
    assert lines._day(written) == read


def test_offsets_stay_those_of_the_lines_text() -> None:
    text = "One\r\ntwo\xa0three é"
    assert lines._article({"text": text, "title": None, "outlet": None, "date": None}, 100).text == "One \ntwo three é"


def double(number: int) -> int:
    if number == 13:
        os._exit(1)
    return number * 2


def failing(number: int) -> int:
    return 10 // number


def test_answers_come_in_order_with_the_errors_among_them() -> None:
    found = list(outcomes(failing, [5, 0, 2], workers=1))
    assert [item for item, _ in found] == [5, 0, 2]
    assert found[0][1] == 2
    assert isinstance(found[1][1], ZeroDivisionError)


def test_a_process_that_dies_costs_only_its_own_item() -> None:
    found = dict(outcomes(double, range(30), workers=2))
    assert {item for item, answer in found.items() if isinstance(answer, Exception)} == {13}
    assert [found[item] for item in range(13)] == [item * 2 for item in range(13)]


def test_missing_corpora_are_named(tmp_path: Path) -> None:
    with pytest.raises(SharedDataMissing, match=r"seed\.jsonl.*--corpora"):
        corpora.chosen(tmp_path)


def test_an_unknown_corpus_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadParameter, match=r"other\.jsonl is no corpus"):
        corpora.chosen(tmp_path, ["other.jsonl"])


def test_a_scorer_that_fails_is_named(tmp_path: Path) -> None:
    (tmp_path / "score.py").write_text("raise SystemExit(3)")
    with pytest.raises(SharedDataMissing, match=r"score\.py did not score seed\.jsonl"):
        corpora.score(corpora.Corpus("Seed", "seed.jsonl"), tmp_path, tmp_path / "none.jsonl")


def test_each_outlet_is_scored_by_its_own_articles(tmp_path: Path) -> None:
    figure = '{"p": 1, "r": 1, "f1": count / 10, "n_gold": count}'
    (tmp_path / "score.py").write_text(
        "import json, sys\n"
        "count = len(open(sys.argv[1]).readlines())\n"
        f'print(json.dumps(dict.fromkeys(["content >=0.5", "content exact", "content soft", "end to end"], {figure})'
        ' | {"articles": count, "by type": {}, "speaker entity accuracy": {"accuracy": None}}))\n'
    )
    articles = [{"publisher": "Lakeside Post"}, {"outlet": "Harbour News"}, {"publisher": "Lakeside Post"}]
    (tmp_path / "own.jsonl").write_text("".join(json.dumps(each) + "\n" for each in articles))
    scores = corpora.score(corpora.Corpus("Own", "own.jsonl"), tmp_path, tmp_path / "own.jsonl")
    assert scores.linked_f1 == 0.3
    assert scores.outlet_f1 == {"Harbour News": 0.1, "Lakeside Post": 0.2}
