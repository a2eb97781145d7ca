"""Who is meant by a role on a day, through the whole pipeline: right, or nobody; never somebody else."""

from datetime import date

import pytest

from graph_service.ids import article_id
from graph_service.models import Article
from graph_service.pipeline.extract import extract
from graph_service.settings import ExtractionOptions, Finder

RULES = ExtractionOptions(finder=Finder.RULES)

# the role, the day, who held it then; None where nobody can know
CASES: list[tuple[str, str, str | None]] = [
    ("The German chancellor", "2020-03-01", "Angela Merkel"),
    ("The German chancellor", "2021-12-07", "Angela Merkel"),
    ("The German chancellor", "2021-12-09", "Olaf Scholz"),
    ("The German chancellor", "2023-03-01", "Olaf Scholz"),
    ("The German chancellor", "2025-05-05", "Olaf Scholz"),
    ("The German chancellor", "2025-06-10", "Friedrich Merz"),
    ("The chancellor of Germany", "2025-06-10", "Friedrich Merz"),
    ("Germany's chancellor", "2023-03-01", "Olaf Scholz"),
    ("The German foreign minister", "2023-03-01", "Annalena Baerbock"),
    ("The German defence minister", "2023-03-01", "Boris Pistorius"),
    ("The NATO secretary general", "2024-09-29", "Jens Stoltenberg"),
    ("The NATO secretary general", "2024-10-02", "Mark Rutte"),
    ("NATO's secretary general", "2022-03-01", "Jens Stoltenberg"),
    ("The secretary general of NATO", "2025-03-01", "Mark Rutte"),
    ("The NATO chief", "2023-07-11", "Jens Stoltenberg"),
    ("The UN secretary-general", "2023-03-01", "António Guterres"),
    ("The UN secretary general", "2015-03-01", "Ban Ki-moon"),
    ("The president of the European Commission", "2023-03-01", "Ursula von der Leyen"),
    ("The European Commission president", "2018-03-01", "Jean-Claude Juncker"),
    ("The president of the European Council", "2023-03-01", "Charles Michel"),
    ("The European Council president", "2025-03-01", "António Costa"),
    ("The president of the European Parliament", "2023-03-01", "Roberta Metsola"),
    ("The EU foreign policy chief", "2023-03-01", "Josep Borrell"),
    ("The EU foreign policy chief", "2025-03-01", "Kaja Kallas"),
    ("The US president", "2019-03-01", "Donald Trump"),
    ("The US president", "2021-01-19", "Donald Trump"),
    ("The US president", "2021-01-21", "Joe Biden"),
    ("The US president", "2024-12-09", "Joe Biden"),
    ("The US president", "2025-02-01", "Donald Trump"),
    ("The president of the United States", "2012-03-01", "Barack Obama"),
    ("The US vice president", "2023-03-01", "Kamala Harris"),
    ("The US vice president", "2025-03-01", "JD Vance"),
    ("The US secretary of state", "2023-03-01", "Antony Blinken"),
    ("The US secretary of state", "2025-03-01", "Marco Rubio"),
    ("The US defence secretary", "2023-03-01", "Lloyd Austin"),
    ("The US president-elect", "2024-12-09", "Donald Trump"),
    ("The British prime minister", "2022-07-01", "Boris Johnson"),
    ("The British prime minister", "2022-10-01", "Liz Truss"),
    ("The British prime minister", "2023-03-01", "Rishi Sunak"),
    ("The UK prime minister", "2024-07-10", "Keir Starmer"),
    ("The British foreign secretary", "2024-01-15", "David Cameron"),
    ("The British foreign secretary", "2024-09-15", "David Lammy"),
    ("The British defence secretary", "2022-03-01", "Ben Wallace"),
    ("The Ukrainian president", "2018-03-01", "Petro Poroshenko"),
    ("The Ukrainian president", "2023-03-01", "Volodymyr Zelenskyy"),
    ("Ukraine's foreign minister", "2023-03-01", "Dmytro Kuleba"),
    ("Ukraine's foreign minister", "2024-10-01", "Andrii Sybiha"),
    ("Ukraine's prime minister", "2023-03-01", "Denys Shmyhal"),
    ("The Ukrainian defence minister", "2024-03-01", "Rustem Umerov"),
    ("The Russian president", "2023-03-01", "Vladimir Putin"),
    ("The Russian president", "2010-03-01", "Dmitry Medvedev"),
    ("The Russian foreign minister", "2023-03-01", "Sergei Lavrov"),
    ("The Russian defence minister", "2023-03-01", "Sergei Shoigu"),
    ("The Russian defence minister", "2024-06-01", "Andrei Belousov"),
    ("The French president", "2016-03-01", "François Hollande"),
    ("The French president", "2023-03-01", "Emmanuel Macron"),
    ("The French foreign minister", "2023-03-01", "Catherine Colonna"),
    ("The Israeli prime minister", "2022-03-01", "Naftali Bennett"),
    ("The Israeli prime minister", "2022-08-01", "Yair Lapid"),
    ("The Israeli prime minister", "2023-10-10", "Benjamin Netanyahu"),
    ("The Israeli defence minister", "2023-10-10", "Yoav Gallant"),
    ("The Iranian president", "2023-03-01", "Ebrahim Raisi"),
    ("The Iranian president", "2024-08-10", "Masoud Pezeshkian"),
    ("Iran's supreme leader", "2023-03-01", "Ali Khamenei"),
    ("The Turkish president", "2023-03-01", "Recep Tayyip Erdoğan"),
    ("The Turkish foreign minister", "2023-10-01", "Hakan Fidan"),
    ("The Polish prime minister", "2023-03-01", "Mateusz Morawiecki"),
    ("The Polish prime minister", "2024-03-01", "Donald Tusk"),
    ("The Polish president", "2023-03-01", "Andrzej Duda"),
    ("The Italian prime minister", "2022-03-01", "Mario Draghi"),
    ("The Italian prime minister", "2023-03-01", "Giorgia Meloni"),
    ("The Chinese president", "2023-03-01", "Xi Jinping"),
    ("The Chinese foreign minister", "2023-10-01", "Wang Yi"),
    ("The Japanese prime minister", "2022-03-01", "Fumio Kishida"),
    ("The Japanese prime minister", "2024-11-01", "Shigeru Ishiba"),
    ("The Hungarian prime minister", "2023-03-01", "Viktor Orbán"),
    ("The Canadian prime minister", "2023-03-01", "Justin Trudeau"),
    ("The Indian prime minister", "2023-03-01", "Narendra Modi"),
    ("The Belarusian president", "2023-03-01", "Alexander Lukashenko"),
    ("The IAEA director general", "2023-03-01", "Rafael Grossi"),
    ("The WHO director-general", "2023-03-01", "Tedros Adhanom Ghebreyesus"),
    ("The German chancellor", "2029-03-01", None),
    ("The US president", "2033-03-01", None),
    ("The NATO secretary general", "2040-03-01", None),
    ("The prime minister of Atlantis", "2023-03-01", None),
    ("The German minister for lighthouses", "2023-03-01", None),
    ("A German chancellor", "2023-03-01", None),
    ("The next German chancellor", "2023-03-01", None),
]


def speaker(role: str, day: str) -> str | None:
    text = f"{role} said that the talks would go on for a week.\n"
    article = Article(id=article_id(None, text), text=text, published_at=date.fromisoformat(day))
    found = extract(article, RULES)
    names = {entity.id: entity.name for entity in found.entities}
    [statement] = found.statements
    return names[statement.speaker] if statement.speaker else None


@pytest.mark.parametrize(("role", "day", "name"), CASES)
def test_a_role_is_its_holder_on_the_day(role: str, day: str, name: str | None) -> None:
    assert speaker(role, day) == name


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize(
    ("text", "day", "who"),
    [
        # the base knows nothing of so late a day, but the article names whom it saw last
        ("NATO's secretary general said that ice is thin. Mark Rutte had come late.", "2026-08-20", "Mark Rutte"),
        ("NATO's secretary general said that ice is thin. Nobody else had come.", "2026-08-20", None),
        ("NATO's secretary general said that ice is thin. Mark Rutte had come late.", "2029-08-20", None),
        ("NATO's secretary general said that ice is thin. Jens Stoltenberg had come late.", "2026-08-20", None),
    ],
)
def test_whom_the_article_names_after_the_last_day_that_is_known(text: str, day: str, who: str | None) -> None:
    article = Article(id=article_id(None, text), text=text, published_at=date.fromisoformat(day))
    found = extract(article, RULES)
    names = {entity.id: entity.name for entity in found.entities}
    assert names.get(found.statements[0].speaker or "") == who
