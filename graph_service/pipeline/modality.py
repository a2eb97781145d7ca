"""What a speaker does by saying it: the cue tells, and after a plain "said" the words themselves."""

from collections import Counter
from collections.abc import Container, Iterator
from functools import cache

from spacy.tokens import Token

from graph_service.models import Modality
from graph_service.pipeline import lexicon
from graph_service.pipeline.cues import is_negated
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.lexicon import MODALITY, CueClass
from graph_service.pipeline.page import Page, Run

_DECLINES = frozenset({"decline", "declines", "declined", "declining"})
_REFUSES = frozenset({"refuse", "refuses", "refused", "refusing"})
_SPEAKING = frozenset(
    {
        "answer",
        "comment",
        "confirm",
        "describe",
        "disclose",
        "discuss",
        "elaborate",
        "explain",
        "give",
        "identify",
        "name",
        "provide",
        "respond",
        "reveal",
        "say",
        "speculate",
        "specify",
        "take",
        "talk",
    }
)
# how those who speak name themselves in quotation marks, and how others name them outside
_SELVES = frozenset({"i", "we", "my", "our"})
_SPEAKERS = frozenset({"i", "we", "he", "she", "they"})
_OWNERS = frozenset({"my", "our", "his", "her", "their", "its"})
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "would"})
_EXPECTED = frozenset({"expect", "due", "intend", "plan", "prepare", "schedule", "set", "want"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis", "dep", "acl"})
_STATED = frozenset({CueClass.INTENTION, CueClass.BELIEF, CueClass.DEMAND, CueClass.WARNING})


def is_refusal(page: Page, draft: Draft) -> bool:
    """Whether the statement is one not made: "did not say", "declined to comment"."""
    if draft.cue is None:
        return False
    is_nothing = [page.words[slice(*page.run(span))] for span in draft.content] == [["nothing"]]
    return is_nothing or is_negated(draft.cue.verb) or _declines(page, draft)


def _declines(page: Page, draft: Draft) -> bool:
    if draft.cue is None or draft.cue.head.lower_ not in _DECLINES | _REFUSES:
        return False
    first = page.words[slice(*page.run(draft.content[0]))][:2]
    if draft.cue_run is not None:
        # "refused to say", all of it the cue
        first = [*page.words[draft.cue.head.i + 1 : draft.cue_run.end], *first][:2]
    return draft.cue.head.lower_ in _DECLINES or (first[:1] == ["to"] and not _SPEAKING.isdisjoint(first[1:]))


def modality(page: Page, draft: Draft) -> Modality:
    """The cue's modality; of a plain statement that of most of its sentences, a tie against the plain ones."""
    if _declines(page, draft):
        return Modality.ASSERTION
    if draft.cue_class is not CueClass.SPEECH or is_refusal(page, draft):
        return MODALITY[draft.cue_class]
    if draft.cue is not None and _is_to_come(draft.cue.verb):
        return Modality.INTENTION
    found = Counter(_sentence_modalities(page, draft))
    plain = found.pop(Modality.ASSERTION, 0)
    likeliest = max(found, key=lambda each: found[each], default=Modality.ASSERTION)
    return likeliest if found[likeliest] >= plain else Modality.ASSERTION


def _is_to_come(verb: Token) -> bool:
    """Whether it is not said yet: "will tell Lima that …", "is expected to tell Lima that …"."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    is_expected = verb.dep_ == "xcomp" and "to" in auxiliaries and verb.head.lemma_ in _EXPECTED
    return is_expected or not auxiliaries.isdisjoint({"will", "'ll", "’ll", "shall"})


def _sentence_modalities(page: Page, draft: Draft) -> Iterator[Modality]:
    telling = _telling()
    by_person = draft.source is not None and _is_person(page, draft.source)
    is_quoting = by_person or page.quoted_share(draft.content) > 0
    people = _OWNERS | (_SPEAKERS if is_quoting else _SPEAKERS | {"it"})
    for span in draft.content:
        start, end = page.run(span)
        while start < end:
            stop = min(page.sentences[start].end, end)
            verbs = (_clause_verb(page.tokens[i]) for i in range(start, stop) if page.words[i] in telling)
            clauses = (verb for verb in verbs if verb.dep_ in _CLAUSES)
            stated = (_stated(verb, people if page.quoted[verb.i] < 0 else _SELVES) for verb in clauses)
            yield next((each for each in stated if each is not None), Modality.ASSERTION)
            start = stop


def _is_person(page: Page, source: Run) -> bool:
    """Whether a source is a pronoun or somebody's name, so that "it" is not the speaker."""
    is_pronoun = page.words[source.start] in _SPEAKERS
    return is_pronoun or page.tokens[source.end - 1].ent_type_ == "PERSON"


def _clause_verb(token: Token) -> Token:
    return token.head if token.dep_ == "aux" else token


@cache
def _telling() -> frozenset[str]:
    """The words that may make a clause anything but a plain assertion."""
    return _FUTURE | {"going"} | {form for form in lexicon.load().forms if _classes(form) & _STATED}


def _classes(form: str) -> set[CueClass]:
    return {each for entry in lexicon.load().verbs(form) for each in entry.uses.values()}


def _stated(verb: Token, people: Container[str]) -> Modality | None:
    """What a clause says its subject does, where the subject is the speaker: "I will", "he believed", "we ask you"."""
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if subject is None:
        return None
    is_speaker = subject.lower_ in people or any(
        child.dep_ == "poss" and child.lower_ in people for child in subject.children
    )
    if subject.dep_ == "nsubjpass" or (subject.lower_ == "it" and _takes(verb, "acomp")):
        # "we are asked to believe it", "it would be careless to"
        return None
    for entry in lexicon.load().verbs(verb.lower_):
        stated = None if entry.tail else _by_entry(verb, entry, is_speaker)
        if stated is not None:
            return stated
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    is_future = not auxiliaries.isdisjoint(_FUTURE) or (verb.lower_ == "going" and _takes(verb, "xcomp"))
    return Modality.INTENTION if is_speaker and is_future else None


def _by_entry(verb: Token, entry: lexicon.Entry, is_speaker: bool) -> Modality | None:
    only_intends = entry.uses.get("inf") is CueClass.INTENTION and "that" not in entry.uses
    if only_intends and _takes(verb, "xcomp"):
        return Modality.INTENTION
    for pattern, relation in (("that", "ccomp"), ("person-inf", "xcomp")):
        cue_class = entry.uses.get(pattern)
        if is_speaker and cue_class in _STATED and _takes(verb, relation):
            return MODALITY[cue_class]
    return None


def _takes(verb: Token, relation: str) -> bool:
    return any(child.dep_ == relation for child in verb.children)
