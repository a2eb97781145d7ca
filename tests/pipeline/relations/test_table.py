"""The table of relation words and what it may hold."""

from graph_service.models import RelationType
from graph_service.pipeline.lexicon import rows
from graph_service.pipeline.relations.table import Reality, frames, governors

PLOVER = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"),
    *("THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


def test_every_event_is_one_of_the_ontology() -> None:
    used = {frame.plover for part in ("verb", "noun") for each in frames(part).values() for frame in each}
    assert used <= PLOVER


def test_every_type_of_event_has_words() -> None:
    types = {frame.type for part in ("verb", "noun") for each in frames(part).values() for frame in each}
    assert types == set(RelationType) - {
        RelationType.HOLDS_ROLE,
        RelationType.LOCATED_IN,
        RelationType.PLANS_TO_MEET,
    }


def test_no_governor_is_listed_twice() -> None:
    listed = [(part, lemma) for _, part, lemmas in rows("governors.tsv") for lemma in lemmas.split()]
    assert len(listed) == len(set(listed))
    assert governors("verb")["deny"] is Reality.DENIED
