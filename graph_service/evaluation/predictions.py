"""An ``Extraction`` as the line the scorers of the evaluation corpora read."""

from collections.abc import Iterable, Iterator, Mapping

from graph_service.models import (
    AnonymousKind,
    AnonymousSource,
    Entity,
    Extraction,
    MentionKind,
    Party,
    Relation,
    RelationModality,
    Span,
    Statement,
)

#: a JSON object
Line = dict[str, object]

# the gold keeps pronouns and demonyms apart from the mentions
_MENTION_KINDS = frozenset({MentionKind.NAME, MentionKind.ROLE})
_REAL = frozenset({RelationModality.ASSERTED, RelationModality.PLANNED})


def prediction(extraction: Extraction, line_id: str | int) -> Line:
    """The prediction for one input line: entities and statements with character offsets into the line's ``text``.

    ``parent`` is the position of the outer statement in ``statements``. A speaker without a name is null, with the
    words in ``speaker_text``; ``anonymous`` is false for one that could not be resolved ("he"): that hides nobody.
    """
    positions = {each.id: position for position, each in enumerate(extraction.statements)}
    anonymous = {each.id: each for each in extraction.anonymous_sources}
    return {
        "id": line_id,
        "entities": [_entity(each) for each in extraction.entities],
        "statements": [_statement(each, positions, anonymous) for each in extraction.statements],
        "relations": list(_relations(extraction.relations)),
    }


def empty(line_id: str | int) -> Line:
    """The prediction for a line that could not be read or extracted."""
    return {"id": line_id, "entities": [], "statements": [], "relations": []}


def _entity(entity: Entity) -> Line:
    found: Line = {
        "id": entity.id,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "type": entity.type.name.lower(),
        "mentions": [[each.start, each.end] for each in entity.mentions if each.kind in _MENTION_KINDS],
    }
    return found | {"qid": entity.wikidata} if entity.wikidata else found


def _relations(relations: Iterable[Relation]) -> Iterator[Line]:
    """Each once, wherever the text says it: the gold has only what is so or is planned, and no places."""
    real = (each for each in relations if each.modality in _REAL)
    for subject, type_, object_ in dict.fromkeys((each.subject, each.type, each.object) for each in real):
        yield {"source": subject, "type": type_.value, "target": object_}


def _statement(statement: Statement, positions: Mapping[str, int], anonymous: Mapping[str, AnonymousSource]) -> Line:
    return {
        "content": _spans(statement.content),
        "cue": _spans(statement.cue),
        "source": _spans(statement.source),
        "type": statement.type.value,
        **_speaker(statement, anonymous),
        "addressees": [_party(each) for each in statement.addressees],
        "targets": [each.entity for each in statement.targets],
        "stance": {each.entity: each.stance.value for each in statement.targets},
        "modality": statement.modality.value,
        "negated": statement.negated,
        "reported_by": [_party(each) for each in statement.reported_by],
        "parent": None if statement.parent is None else positions[statement.parent],
        "same_as": None if statement.same_as is None else positions[statement.same_as],
        "confidence": round(statement.confidence, 4),
    }


def _speaker(statement: Statement, anonymous: Mapping[str, AnonymousSource]) -> Line:
    if statement.anonymous is None:
        return {"speaker": statement.speaker, "anonymous": False}
    source = anonymous[statement.anonymous]
    unresolved = source.kind is AnonymousKind.UNRESOLVED
    return {"speaker": None, "anonymous": not unresolved, "speaker_text": source.text}


def _party(party: Party) -> str | Line:
    return party.entity or {"text": party.text}


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
