"""Who holds which office, and where places lie."""

from datetime import date

import pytest

from graph_service.ids import article_id
from graph_service.models import Article, RelationType
from graph_service.pipeline.extract import extract
from graph_service.settings import ExtractionOptions, Finder

RULES = ExtractionOptions(finder=Finder.RULES)


def found(text: str, type_: RelationType, day: date = date(2023, 6, 1)) -> set[tuple[str, str, str | None]]:
    result = extract(Article(id=article_id(None, text), text=text + "\n", published_at=day), RULES)
    names = {each.id: each.name for each in result.entities}
    return {(names[each.subject], names[each.object], each.topic) for each in result.relations if each.type is type_}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("German Chancellor Olaf Scholz is ill.", {("Olaf Scholz", "Germany", "chancellor")}),
        ("The German chancellor is ill.", {("Olaf Scholz", "Germany", "chancellor")}),
        ("Olaf Scholz, the German chancellor, is ill.", {("Olaf Scholz", "Germany", "chancellor")}),
        ("The president of France is ill.", {("Emmanuel Macron", "France", "president")}),
        ("NATO's secretary general is ill.", {("Jens Stoltenberg", "NATO", "secretary general")}),
        ("Ada Lind, the Norwegian energy minister, is ill.", {("Ada Lind", "Norway", "energy minister")}),
        ("Ada Lind, head of the World Bank, is ill.", {("Ada Lind", "World Bank", "head")}),
        ("The mayor of Bergen, Ada Lind, is ill.", {("Ada Lind", "Bergen", "mayor")}),
        ("Boris Johnson, the former British prime minister, is ill.", set()),
        ("Ada Lind, the retired Norwegian general, is ill.", set()),
        ("Ada Lind, the next Norwegian prime minister, is ill.", set()),
        ("The German activist Ada Lind is ill.", set()),
        ("President Emmanuel Macron is ill.", set()),
        ("President Emmanuel Macron is back in France.", {("Emmanuel Macron", "France", "president")}),
        ("Donald Trump was the US president when it began.", set()),
    ],
)
def test_who_holds_a_role(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert found(text, RelationType.HOLDS_ROLE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Lyon, France.", {("Lyon", "France")}),
        ("They met in the Latvian city of Liepaja.", {("Liepaja", "Latvia")}),
        ("LYON, France - They met.", {("Lyon", "France")}),
        ("They drove from Lyon, France and Spain.", set()),
        ("They flew to Lyon, Spain, France and Italy.", set()),
    ],
)
def test_where_a_place_lies(text: str, expected: set[tuple[str, str]]) -> None:
    assert {each[:2] for each in found(text, RelationType.LOCATED_IN)} == expected


def test_the_knowledge_base_tells_since_when() -> None:
    text = "German Chancellor Olaf Scholz met Ada Lind, the Norwegian energy minister.\n"
    result = extract(Article(id=article_id(None, text), text=text, published_at=date(2023, 6, 1)), RULES)
    known = {each.topic: (each.known, each.role_from, each.plover) for each in result.relations}
    assert known["chancellor"] == (True, "2021-12-08", None)
    assert known["energy minister"] == (False, None, None)


def test_a_relation_has_its_words_and_its_statement() -> None:
    text = 'Ada Lind left.\n"I met Olaf Scholz," Ada Lind said. Poland accused Belarus.\n'
    result = extract(Article(id=article_id(None, text), text=text, published_at=date(2023, 6, 1)), RULES)
    first, second = sorted(result.relations, key=lambda each: each.span)
    [statement] = result.statements
    assert (first.text, first.statement, first.plover) == ("I met Olaf Scholz", statement.id, "CONSULT")
    assert (second.text, second.statement, second.plover) == ("Poland accused Belarus", None, "ACCUSE")
    assert text[slice(*second.span)] == second.text
    assert text[slice(*second.sentence)].startswith("Poland accused")
    assert len({each.id for each in result.relations}) == 2
