"""An extraction as rows: everything has an id that is there, and rows stand in the order of their ids."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.errors import BadArticle, BadExtraction
from graph_service.ids import anonymous_id, article_id, entity_id, statement_id
from graph_service.models import (
    AnonymousSource,
    Article,
    Entity,
    EntityType,
    Extraction,
    Mention,
    Party,
    Span,
    Statement,
    StatementType,
    Target,
    text_at,
)
from graph_service.rows import content_key, graph_rows

TEXT = "Ana says 🌊 rise, Bo hears. A guard agrees."
ARTICLE = Article(id=article_id(None, TEXT), text=TEXT, outlet="Tide Times")
ANA = Entity(
    id="person:ana",
    name="Ana",
    type=EntityType.PERSON,
    aliases=("Ana", "ANA B."),
    mentions=(Mention(start=0, end=3, text="Ana"),),
)
BO = Entity(id="person:bo", name="Bo", type=EntityType.PERSON, mentions=(Mention(start=17, end=19, text="Bo"),))
GUARD = AnonymousSource(id=anonymous_id(ARTICLE.id, "A guard"), text="A guard")
UNUSED = AnonymousSource(id=anonymous_id(ARTICLE.id, "Nobody"), text="Nobody")


def statement(content: tuple[Span, ...] = (Span(9, 15),), **fields: object) -> Statement:
    made = {"id": statement_id(ARTICLE.id, content), "content": content, "text": text_at(TEXT, content)}
    return Statement.model_validate(
        {**made, "sentence": Span(0, 26), "type": StatementType.INDIRECT, "speaker": ANA.id, **fields}
    )


def extraction(*statements: Statement) -> Extraction:
    return Extraction(
        article=ARTICLE, extractor="x/1", entities=(BO, ANA), anonymous_sources=(UNUSED, GUARD), statements=statements
    )


def test_rows_of_a_statement() -> None:
    said = statement(
        (Span(9, 11), Span(17, 25)),
        cue=(Span(4, 8),),
        cue_text="says",
        source=(Span(0, 3),),
        addressees=(Party(text="them"), Party(text="Bo", entity=BO.id)),
        reported_by=(Party(text="A guard", anonymous=GUARD.id),),
        targets=(Target(entity=BO.id, rank=1),),
    )
    rows = graph_rows(extraction(said))
    assert rows.statements[0]["properties"] == {
        "text": "🌊  … Bo hears",
        "cue": "says",
        "source": "Ana",
        "type": "indirect",
        "modality": "assertion",
        "negated": False,
        "confidence": 1.0,
        "sentence": "Ana says 🌊 rise, Bo hears.",
        "sentence_start": 0,
        "sentence_end": 26,
        "start": 9,
        "end": 25,
        "spans": [9, 11, 17, 25],
        "cue_spans": [4, 8],
        "source_spans": [0, 3],
        "to_words": ["them", "Bo"],
        "reported_by_words": ["A guard"],
        "topics": [],
        "times": [],
        "times_from": [],
        "times_to": [],
        "quote_key": None,
        "sort_key": f"9999999/{ARTICLE.id}/00000009/{said.id}",
        "extractor": "x/1",
    }
    assert rows.said == [{"statement": said.id, "source": ANA.id}]
    assert rows.addressed_to == [{"statement": said.id, "source": BO.id, "order": 2}]
    assert rows.reported_by == [{"statement": said.id, "source": GUARD.id, "order": 1}]
    assert rows.about == [{"statement": said.id, "entity": BO.id, "rank": 1, "stance": "neutral", "score": 0.0}]


def test_rows_of_entities_are_in_order_and_include_the_outlet() -> None:
    rows = graph_rows(extraction())
    assert [row["id"] for row in rows.entities] == ["organisation:tide-times", "person:ana", "person:bo"]
    assert rows.published_by == [{"entity": "organisation:tide-times", "name": "Tide Times", "names": ["Tide Times"]}]
    assert rows.entities[1]["names"] == ["ANA B.", "Ana"]
    assert rows.entities[1]["search_names"] == ["ana", "ana b."]
    assert [row["entity"] for row in rows.mentions] == ["person:ana", "person:bo"]


def test_the_outlet_may_be_known() -> None:
    known = Entity(id="organisation:tt", name="Tide Times Ltd", type=EntityType.ORGANISATION, known=True)
    rows = graph_rows(extraction().model_copy(update={"outlet": known}))
    assert rows.published_by[0]["entity"] == "organisation:tt"
    nowhere = ARTICLE.model_copy(update={"outlet": None})
    assert graph_rows(extraction().model_copy(update={"article": nowhere, "outlet": known})).published_by == []


def test_an_outlet_that_is_mentioned_is_that_entity() -> None:
    mention = Mention(start=0, end=3, text="Ana")
    id_ = entity_id(EntityType.ORGANISATION, "Tide Times")
    outlet = Entity(id=id_, name="TIDE TIMES", type=EntityType.ORGANISATION, mentions=(mention,))
    rows = graph_rows(extraction().model_copy(update={"entities": (outlet,)}))
    assert [(row["id"], row["names"]) for row in rows.entities] == [(id_, ["TIDE TIMES"])]


def test_unnamed_sources_that_say_nothing_are_left_out() -> None:
    rows = graph_rows(extraction(statement(speaker=None, anonymous=GUARD.id)))
    assert [row["text"] for row in rows.anonymous_sources] == ["A guard"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"speaker": "person:cy"}, "names person:cy"),
        ({"speaker": None, "anonymous": "anonymous:0"}, "names anonymous:0"),
        ({"anonymous": GUARD.id}, "not exactly one speaker"),
        ({"speaker": None}, "not exactly one speaker"),
        ({"targets": (Target(entity="person:cy", rank=1),)}, "names person:cy"),
        ({"addressees": (Party(text="Cy", entity="person:cy"),)}, "names person:cy"),
        ({"reported_by": (Party(text="Cy", anonymous="anonymous:0"),)}, "names anonymous:0"),
        ({"parent": "statement:0"}, "names statement:0"),
    ],
)
def test_a_dangling_id_is_refused(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(BadExtraction, match=reason):
        graph_rows(extraction(statement(**fields)))


def test_an_id_is_given_once() -> None:
    with pytest.raises(BadExtraction, match="the same id"):
        graph_rows(extraction(statement(), statement()))


def test_half_characters_are_refused() -> None:
    broken = ARTICLE.model_copy(update={"text": "\ud83d broken"})
    with pytest.raises(BadArticle, match="half characters"):
        graph_rows(Extraction(article=broken, extractor="x/1"))


def test_copies_share_their_key_whatever_the_case_of_the_outlet() -> None:
    assert content_key(ARTICLE) == content_key(ARTICLE.model_copy(update={"outlet": "TIDE  times", "url": "https://x"}))
    assert content_key(ARTICLE) != content_key(ARTICLE.model_copy(update={"outlet": None}))


@given(st.randoms(use_true_random=False))
def test_the_order_of_entities_does_not_matter(dice: random.Random) -> None:
    entities = [ANA, BO, *(BO.model_copy(update={"id": f"person:{n}", "name": str(n)}) for n in range(5))]
    mixed = dice.sample(entities, len(entities))
    plain, other = (
        graph_rows(extraction(statement()).model_copy(update={"entities": tuple(each)})) for each in (entities, mixed)
    )
    assert (plain.entities, plain.mentions) == (other.entities, other.mentions)
