"""Looks at a parsed article: around a word in its dependency parse, and for words and sentences in all of it.

A look at ``doc[i]`` makes a new ``Token``; what only a few tokens have is looked up in arrays.
"""

from functools import cache

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from graph_service.pipeline.lexicon import personal_nouns

#: tags of verbs in the past or present, auxiliaries apart
FINITE = frozenset({"VBD", "VBZ", "VBP"})
#: and those of "will", "would", "may"
FINITE_OR_MODAL = FINITE | {"MD"}
#: and of all verbs
VERBAL = FINITE | {"MD", "VB", "VBG", "VBN"}
# before an "and" that joins more than what stands before it
_SETTING_OFF = frozenset({",", '"', "”", "''", "»", "’"})
_SUBJECTS = ("nsubj", "nsubjpass")
# tokens of an aside: "who, the presidency said, asked him"
_ASIDE = 9
# what begins a clause that says when
_WHEN = frozenset({"after", "as", "before", "since", "when", "while"})
# words above another one
_HIGHEST = 6
_RECORDINGS = frozenset({"audio", "clip", "film", "footage", "image", "picture", "photo", "recording", "tape", "video"})
# what things do not do
_DEEDS = frozenset(
    {"accuse", "blame", "call", "criticise", "criticize", "deny", "dismiss", "praise", "reject", "thank"}
)
_PROMPTING = frozenset({"cause", "compel", "drive", "force", "lead", "move", "oblige", "prompt", "push"})
# words between a noun and its verb
_STEPS = 3


def child(token: Token, *relations: str) -> Token | None:
    """The first child in one of some relations."""
    return next((each for each in token.children if each.dep_ in relations), None)


def subject_above(verb: Token) -> Token | None:
    """The subject that a verb behind ", and" has from the verb of speech above: "He said X had not come, and asked".

    The parse takes the verb for one of the clause that is told; without a comma it mostly is, but not behind a
    quotation ("said X “had not come” and asked") nor beside an infinitive ("said X would come and asked").
    """
    told = _above_thing(verb) or _above_deed(verb)
    if told is not None:
        return told
    if verb.dep_ != "conj" or verb.head.dep_ != "ccomp" or verb.tag_ not in FINITE or child(verb, *_SUBJECTS):
        return None
    above = verb.head.head
    first = min((each.i for each in verb.lefts if each.dep_ in {"aux", "advmod"}), default=verb.i)
    is_joined = first > 1 and verb.doc[first - 1].lower_ in {"and", "but"}
    is_above = is_joined and (verb.doc[first - 2].text in _SETTING_OFF or verb.head.tag_ == "VB")
    subject = child(above, *_SUBJECTS) if is_above and above.tag_ == verb.tag_ else None
    return subject if subject is not None and subject.i < above.i else None


def _above_thing(verb: Token) -> Token | None:
    """The subject of the main verb where the one that the parse sees is a thing.

    "Brun toured a yard where a ship is built, and | ordered that it be ready".
    """
    clause = verb.head
    thing = child(clause, "nsubjpass") if verb.dep_ == "conj" and clause.dep_ == "relcl" else None
    tells = verb.tag_ in FINITE and child(verb, "ccomp") is not None and child(verb, *_SUBJECTS) is None
    if thing is None or not tells or not _is_thing(thing):
        return None
    above = clause.head
    for _ in range(_STEPS):
        if above.pos_ in {"VERB", "AUX"}:
            return child(above, "nsubj")
        above = above.head
    return None


def _above_deed(verb: Token) -> Token | None:
    """The subject of the main verb where a thing cannot do it: "confirmed that a letter came but | called it odd"."""
    clause = verb.head
    thing = child(clause, "nsubj", "nsubjpass") if verb.dep_ == "conj" and clause.dep_ == "ccomp" else None
    is_deed = verb.lemma_ in _DEEDS and child(verb, "dobj") is not None and child(verb, *_SUBJECTS) is None
    if thing is None or not is_deed or not _is_thing(thing):
        return None
    subject = child(clause.head, "nsubj")
    return subject if subject is not None and subject.i < clause.head.i else None


def _is_thing(noun: Token) -> bool:
    """Whether a common noun is for nobody."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() not in personal_nouns()


def overlooked(verb: Token) -> Token | None:
    """Whose a verb is by its sentence, where the parse gives it to somebody else, or to nobody."""
    return who_above(verb) or subject_above(verb) or _recorded(verb) or _prompted(verb)


def _prompted(verb: Token) -> Token | None:
    """Whom something makes speak: "Brun" of "prompting Brun to call it odd"."""
    above = verb.head
    is_made = verb.dep_ == "xcomp" and verb.tag_ == "VB" and above.lemma_ in _PROMPTING
    return child(above, "dobj") if is_made else None


def is_apart(verb: Token) -> bool:
    """Whether a verb in a clause of its own cannot have the subject of another one: "who, the office said, asked"."""
    return verb.dep_ == "advcl" and verb.tag_ in FINITE


def second_subject(verb: Token) -> Token | None:
    """The nearer of the two subjects that a parse gives to an aside: "His firm, | he | told investors, was late"."""
    subjects = [each for each in verb.lefts if each.dep_ in _SUBJECTS]
    nearer = subjects[-1] if len(subjects) > 1 else None
    return nearer if nearer is not None and nearer.left_edge.i > 0 and nearer.left_edge.nbor(-1).text == "," else None


def described_before(noun: Token, verb: Token) -> bool:
    """Whether only a comma stands between a noun's phrase and a verb: "Brun, | asked", "an official, | reached"."""
    last = noun.right_edge if not noun.right_edge.is_punct else noun.right_edge.nbor(-1)
    return last.i + 2 == verb.i and verb.nbor(-1).text == ","


def dates(verb: Token) -> bool:
    """Whether a verb says when another one happened: "issued this statement after Lima | announced | that …:"."""
    mark = child(verb, "mark")
    return verb.dep_ == "advcl" and mark is not None and mark.lower_ in _WHEN


def only_dated(word: Token) -> bool:
    """Whether a word stands in a clause that says when something happened."""
    for _ in range(_HIGHEST):
        if dates(word):
            return True
        word = word.head
    return False


def above_as(verb: Token) -> Token | None:
    """What "as" and a verb hang on: "quoted" of "quoted Brun as saying"."""
    return verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None


def is_passed_on(verb: Token) -> bool:
    """Whether a verb's whole sentence is what somebody says behind it: "Brun plans to row, Sole said"."""
    return verb.dep_ == "ccomp" and verb.head.i > verb.i and child(verb, "mark") is None


def who_above(verb: Token) -> Token | None:
    """ "Who" of "Brun, who, the office said, asked him", which the parse gives to the verb of the aside."""
    doc, comma = verb.doc, verb.i - 1
    if comma < 2 or doc[comma].text != "," or verb.tag_ not in FINITE or child(verb, *_SUBJECTS) is not None:
        return None
    for i in range(comma - 2, max(comma - _ASIDE, -1), -1):
        if doc[i].lower_ == "who" and doc[i + 1].text == ",":
            return doc[i] if any(each.tag_ in FINITE for each in doc[i + 2 : comma]) else None
    return None


def _recorded(verb: Token) -> Token | None:
    """Who is recorded: "Brun" of "the ad uses footage of Brun saying it", which the parse gives to the ad."""
    name = verb.nbor(-1) if verb.tag_ == "VBG" and verb.i else verb
    preposition = name.head
    is_of = name.dep_ == "pobj" and preposition.lower_ == "of" and preposition.i < name.left_edge.i
    return name if is_of and preposition.head.lemma_.lower() in _RECORDINGS else None


def sentence_starts(doc: Doc) -> list[int]:
    """The first token of each sentence, in order."""
    marked: list[int] = (doc.to_array("SENT_START") == 1).nonzero()[0].tolist() if len(doc) else []
    return marked if marked[:1] == [0] else [0, *marked]


def positions(doc: Doc, words: frozenset[str], attribute: str = "LOWER") -> list[int]:
    """The tokens that are one of some lower-case words, or have it for another attribute."""
    if not len(doc):
        return []
    found: list[int] = np.isin(doc.to_array(attribute), _keys(words)).nonzero()[0].tolist()
    return found


@cache
def _keys(words: frozenset[str]) -> npt.NDArray[np.uint64]:
    return np.array([get_string_id(each) for each in sorted(words)], dtype=np.uint64)
