"""Small articles with their extractions, written by hand."""

from collections.abc import Iterable
from datetime import date

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
)

EXTRACTOR = "by-hand/1"


def entity(article: Article, name: str, type_: EntityType, *aliases: str) -> Entity:
    """An entity with every place where one of its names stands."""
    places = ((article.text.index(word), word) for word in (name, *aliases) if word in article.text)
    found = {start: Mention(start=start, end=start + len(word), text=word) for start, word in places}
    return Entity(id=entity_id(type_, name), name=name, type=type_, aliases=aliases, mentions=tuple(found.values()))


def said(article: Article, text: str, cue: str, **parties: object) -> Statement:
    """A statement with the words ``text``; the cue is looked for in its sentence, a line of the article."""
    start = article.text.index(text)
    line = Span(article.text.rfind("\n", 0, start) + 1, article.text.find("\n", start))
    at = article.text.index(cue, line.start)
    content = (Span(start, start + len(text)),)
    return Statement(
        id=statement_id(article.id, content),
        content=content,
        cue=(Span(at, at + len(cue)),),
        text=text,
        cue_text=cue,
        sentence=line,
        type=StatementType.DIRECT if article.text[start - 1] == '"' else StatementType.INDIRECT,
        **parties,
    )


def article(text: str, day: int | None = None, outlet: str | None = "The Harbour Post") -> Article:
    """An article of a day in March 2031."""
    return Article(
        id=article_id(None, text),
        text=text,
        title=text.splitlines()[0],
        outlet=outlet,
        published_at=None if day is None else date(2031, 3, day),
    )


TALKS = article(
    "Talks in Oslo\n"
    '"We will sign the treaty," Ada Novak told Ben Ortiz.\n'
    "Ben Ortiz said that Ada Novak was =late again.\n"
    "Norway welcomed the talks, a diplomat said, Kestrel News reported.\n",
    day=5,
)


def talks() -> Extraction:
    """Two named speakers who speak of each other, and an unnamed one."""
    ada = entity(TALKS, "Ada Novak", EntityType.PERSON, "Novak")
    ben = entity(TALKS, "Ben Ortiz", EntityType.PERSON, "Ortiz")
    norway = entity(TALKS, "Norway", EntityType.COUNTRY)
    kestrel = entity(TALKS, "Kestrel News", EntityType.ORGANISATION)
    diplomat = AnonymousSource(id=anonymous_id(TALKS.id, "a diplomat"), text="a diplomat")
    return Extraction(
        article=TALKS,
        extractor=EXTRACTOR,
        entities=(ada, ben, norway, kestrel),
        anonymous_sources=(diplomat,),
        statements=(
            said(
                TALKS,
                "We will sign the treaty,",
                "told",
                speaker=ada.id,
                addressees=(Party(text="Ben Ortiz", entity=ben.id),),
            ),
            said(
                TALKS,
                "that Ada Novak was =late again",
                "said",
                speaker=ben.id,
                targets=(Target(entity=ada.id, rank=1),),
            ),
            said(
                TALKS,
                "Norway welcomed the talks",
                "said",
                anonymous=diplomat.id,
                targets=(Target(entity=norway.id, rank=1),),
                reported_by=(Party(text="Kestrel News", entity=kestrel.id),),
            ),
        ),
    )


def namesake() -> Extraction:
    """Another person called Novak."""
    told = article('More news\n"It rained," Ivo Novak said.\n', day=6, outlet=None)
    ivo = entity(told, "Ivo Novak", EntityType.PERSON, "Novak")
    return Extraction(
        article=told,
        extractor=EXTRACTOR,
        entities=(ivo,),
        statements=(said(told, "It rained,", "said", speaker=ivo.id),),
    )


def many(count: int, day: int = 7, speaker: str = "Lena Brandt") -> Extraction:
    """One speaker with ``count`` statements in one article."""
    lines = [f'"Point {number} of {count} stands," {speaker} said.' for number in range(count)]
    told = article("\n".join(["A long speech", *lines, ""]), day=day)
    lena = entity(told, speaker, EntityType.PERSON)
    statements = (said(told, f"Point {number} of {count} stands,", "said", speaker=lena.id) for number in range(count))
    return Extraction(article=told, extractor=EXTRACTOR, entities=(lena,), statements=tuple(statements))


def ids(rows: Iterable[dict[str, object]]) -> list[object]:
    """The statements of rows, in order."""
    return [row["statement"] for row in rows]
