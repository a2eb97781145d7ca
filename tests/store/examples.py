"""A small article of our own, with its extraction made by hand."""

from datetime import date

from graph_service.ids import anonymous_id, article_id, entity_id, relation_id, statement_id
from graph_service.models import (
    AnonymousSource,
    Article,
    Entity,
    EntityType,
    Extraction,
    Mention,
    MentionKind,
    Party,
    Relation,
    Span,
    Statement,
    StatementType,
    Target,
    text_at,
)

EXTRACTOR = "by-hand/1"

# the emoji stands before everything, so that offsets in UTF-16 would be one too large
TEXT = (
    "🚢 Ferries stop\n"
    'Mayor Ida Lund told reporters that "no ferry leaves today", and Norway agrees.\n'
    'A harbour official said: "Ida Lund promised that the Kestrel would sail."\n'
)


def make_article(text: str = TEXT, url: str | None = "https://post.example/ferries", **metadata: object) -> Article:
    fields = {"title": "Ferries stop", "outlet": "The Post", "published_at": date(2031, 3, 5), **metadata}
    return Article.model_validate({"id": article_id(url, text), "text": text, "url": url, **fields})


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def make_entity(text: str, type_: EntityType, name: str, *aliases: str, **fields: object) -> Entity:
    words = [word for word in (name, *aliases) if word in text]
    mentions = tuple(Mention(start=span(text, w).start, end=span(text, w).end, text=w) for w in words)
    entity = {"id": entity_id(type_, name), "name": name, "type": type_, "aliases": aliases, "mentions": mentions}
    return Entity.model_validate({**entity, **fields})


def make_statement(article: Article, content: tuple[str, ...], sentence: str, **fields: object) -> Statement:
    spans = tuple(span(article.text, words) for words in content)
    return Statement.model_validate(
        {
            "id": statement_id(article.id, spans),
            "content": spans,
            "text": text_at(article.text, spans),
            "sentence": span(article.text, sentence),
            "type": StatementType.MIXED,
            **fields,
        }
    )


def make_relation(
    article: Article, subject: Entity, type_: str, object_: Entity, words: str, **fields: object
) -> Relation:
    """What the first sentence with some words says; the sentence is the line."""
    at = span(article.text, words)
    line = next(each for each in article.text.splitlines() if words in each)
    return Relation.model_validate(
        {
            "id": relation_id(article.id, type_, subject.id, object_.id, at.start),
            "subject": subject.id,
            "type": type_,
            "object": object_.id,
            "span": at,
            "text": words,
            "sentence": span(article.text, line),
            **fields,
        }
    )


def ferries(article: Article | None = None, extractor: str = EXTRACTOR) -> Extraction:
    """Three statements, one to reporters about a country, one by nobody named, one nested in it; and two relations."""
    article = article or make_article()
    text = article.text
    ida = make_entity(text, EntityType.PERSON, "Ida Lund")
    norway = make_entity(
        text, EntityType.COUNTRY, "Norway", "Kingdom of Norway", known=True, wikidata="Q20", description="country"
    )
    kestrel = make_entity(text, EntityType.WEAPON_SYSTEM, "Kestrel")
    official = AnonymousSource(id=anonymous_id(article.id, "A harbour official"), text="A harbour official")
    second, third = text.splitlines()[1:3]
    outer = make_statement(
        article,
        ("Ida Lund promised that the Kestrel would sail.",),
        third,
        type=StatementType.DIRECT,
        cue=(span(text, "said"),),
        cue_text="said",
        source=(span(text, "A harbour official"),),
        anonymous=official.id,
        targets=(Target(entity=ida.id, rank=1), Target(entity=kestrel.id, rank=2, stance="negative")),
    )
    inner = make_statement(
        article,
        ("that the Kestrel would sail",),
        third,
        type=StatementType.INDIRECT,
        cue=(span(text, "promised"),),
        cue_text="promised",
        speaker=ida.id,
        parent=outer.id,
        reported_by=(Party(text="A harbour official", anonymous=official.id),),
        targets=(Target(entity=kestrel.id, rank=1),),
    )
    told = make_statement(
        article,
        ('that "no ferry leaves today"', "Norway agrees"),
        second,
        cue=(span(text, "told"),),
        cue_text="told",
        source=(span(text, "Mayor Ida Lund"),),
        speaker=ida.id,
        addressees=(Party(text="reporters"), Party(text="Norway", entity=norway.id)),
        targets=(Target(entity=norway.id, rank=1),),
    )
    return Extraction(
        article=article,
        extractor=extractor,
        entities=(ida, norway, kestrel),
        anonymous_sources=(official,),
        statements=(told, outer, inner),
        relations=(
            make_relation(article, ida, "USES_WEAPON", kestrel, "the Kestrel would sail", statement=inner.id),
            make_relation(article, ida, "HOLDS_ROLE", norway, "Mayor Ida Lund", topic="Mayor"),
        ),
    )


def denial() -> Extraction:
    """Ida Lund speaks of Norway, and Norway denies it."""
    text = "Ferries again\nIda Lund said that Norway sleeps.\nNorway denied sleeping.\n"
    article = make_article(text, "https://post.example/denial")
    ida, norway = (
        make_entity(text, EntityType.PERSON, "Ida Lund"),
        make_entity(text, EntityType.COUNTRY, "Norway", "Kingdom of Norway", known=True, wikidata="Q20"),
    )
    first, second = text.splitlines()[1:3]
    about = (Target(entity=norway.id, rank=1),)
    said = make_statement(article, ("that Norway sleeps",), first, speaker=ida.id, targets=about)
    denied = make_statement(article, ("sleeping",), second, speaker=norway.id, modality="denial")
    return Extraction(article=article, extractor=EXTRACTOR, entities=(ida, norway), statements=(said, denied))


def misquote() -> Extraction:
    """Ida Lund's words of that day as another outlet has them."""
    text = 'Ferries once more\nIda Lund told reporters that "no ferry leaves harbour today".\n'
    article = make_article(text, "https://herald.example/more", outlet="The Herald")
    ida = make_entity(text, EntityType.PERSON, "Ida Lund")
    told = make_statement(article, ('that "no ferry leaves harbour today"',), text.splitlines()[1], speaker=ida.id)
    return Extraction(article=article, extractor=EXTRACTOR, entities=(ida,), statements=(told,))


def mention_of(article: Article, *entities: Entity, extractor: str = EXTRACTOR) -> Extraction:
    """Entities that an article mentions, and nothing said."""
    return Extraction(article=article, extractor=extractor, entities=entities)


def called(name: str, *aliases: str, type_: EntityType = EntityType.PERSON, **fields: object) -> tuple[Article, Entity]:
    """An article of its own that consists of a name, and the entity."""
    text = f"{name} was there."
    mention = Mention(start=0, end=len(name), text=name, kind=MentionKind.NAME)
    entity = make_entity(text, type_, name, *aliases, mentions=(mention,), **fields)
    return make_article(text, f"https://post.example/{name}"), entity
