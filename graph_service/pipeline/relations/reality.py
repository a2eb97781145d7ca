"""How real an event is where the text says it: by its own words, then by those it hangs on."""

from spacy.tokens import Token

from graph_service.models import RelationModality
from graph_service.pipeline.lexicon import words
from graph_service.pipeline.parse import child
from graph_service.pipeline.relations.table import Reality, governors, light_verbs

_WILL = {"will", "shall", "'ll", "’ll", "wo", "sha"}
_ENTAILING = {"mean", "imply", "signify"}
_MAY = {"would", "could", "can", "may", "might", "should", "must", "ought", "ca", "'d", "’d"}
_NOT = {"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "none", "nobody", "hardly", "cannot"}
_MAYBE = {
    "perhaps",
    "maybe",
    "possibly",
    "allegedly",
    "supposedly",
    "potentially",
    "probably",
    "hypothetically",
    "rumoredly",
}
_IF = {"if", "unless", "whether", "lest", "until"}
_PAST = {"VBD", "VBN"}
_EVENTS = {
    "happen",
    "occur",
    "begin",
    "start",
    "continue",
    "resume",
    "take",
    "go",
    "end",
    "last",
    "be",
    "come",
    "follow",
}
_UNREAL_PREPOSITIONS = {
    "without": Reality.DENIED,
    "from": Reality.DENIED,
    "instead": Reality.DENIED,
    "of": Reality.HYPOTHETICAL,
    "about": Reality.HYPOTHETICAL,
    "against": Reality.HYPOTHETICAL,
    "on": Reality.HYPOTHETICAL,
    "toward": Reality.HYPOTHETICAL,
    "towards": Reality.HYPOTHETICAL,
}
#: prepositions between a noun and the event it speaks of: "hope for talks", "a round of talks"
_OF_NOUNS = {"for", "of", "on", "about", "to", "against", "at"}
#: verbs of which the object has been: a call that ends
_ENDING = {"conclude", "end", "finish"}
#: verbs that make something of an infinitive only: what they told or aimed at is as real as it is
_WITH_INFINITIVE = {"aim", "call", "commit", "determine", "force", "instruct", "tap", "tell", "warn"}
_RANK = (Reality.FACT, Reality.PLANNED, Reality.HYPOTHETICAL, Reality.DENIED, Reality.ENDED)
_HIGHEST = 7
#: the word above with what it makes of the event; None where nothing above counts
_Step = tuple[Token, Reality] | None
_MODALITIES = {
    Reality.FACT: RelationModality.ASSERTED,
    Reality.PLANNED: RelationModality.PLANNED,
    Reality.HYPOTHETICAL: RelationModality.HYPOTHETICAL,
    Reality.DENIED: RelationModality.DENIED,
}


def modality(reality: Reality) -> RelationModality:
    """The modality of a relation that has not ended."""
    return _MODALITIES[reality]


def reality(word: Token) -> Reality:
    """What the words make of the event that a verb or noun says."""
    found = Reality.FACT
    for _ in range(_HIGHEST):
        found = worse(found, own(word))
        step = _verb_step(word) if word.pos_ in {"VERB", "AUX"} else _noun_step(word)
        if step is None:
            break
        above, made = step
        if made is Reality.DENIED and above.i != word.i:
            # "threatened to refuse", "did not deny": a denial that is not real leaves it open
            return worse(found, _denied(above))
        found = worse(found, made)
        if above.i == word.i:
            break
        word = above
    return found


def _denied(word: Token) -> Reality:
    return Reality.DENIED if reality(word) in {Reality.FACT, Reality.PLANNED} else Reality.HYPOTHETICAL


def worse(first: Reality, second: Reality) -> Reality:
    """The less real of two."""
    return max(first, second, key=_RANK.index)


def own(word: Token) -> Reality:
    """What negation, auxiliaries and adjectives of a word itself say."""
    words = {
        each.lower_
        for each in word.children
        if each.dep_ in {"neg", "aux", "det", "advmod", "preconj", "cc"} and each.i != word.i
    }
    if word.pos_ in {"VERB", "AUX"}:
        # "he'd met" is "he had met"
        return _own_verb(word, words - {"'d", "’d"} if word.tag_ in {"VBN", "VBD"} else words)
    if words & {"no", "neither"}:
        return Reality.DENIED
    found = Reality.FACT
    for each in word.children:
        if each.dep_ in {"amod", "compound", "advmod", "npadvmod"}:
            found = worse(found, governors("adjective").get(each.lower_, Reality.FACT))
    return found


def _own_verb(word: Token, words: set[str]) -> Reality:
    subject = child(word, "nsubj", "nsubjpass")
    nobody = subject is not None and (
        subject.lower_ in _NOT or any(each.lower_ in {"no", "neither"} for each in subject.children)
    )
    if words & _NOT or nobody or ("longer" in words and _is_no_longer(word)):
        return Reality.DENIED
    if words & _MAYBE or _is_conditional(word):
        return Reality.HYPOTHETICAL
    if words & _MAY:
        return Reality.PLANNED if words & {"would", "'d", "’d"} and _is_reported(word) else Reality.HYPOTHETICAL
    if words & _WILL or (word.lower_ == "going" and child(word, "xcomp") is not None):
        return Reality.PLANNED
    if word.lemma_ == "be" and any(each.dep_ == "xcomp" and each.tag_ == "VB" for each in word.children):
        return Reality.PLANNED
    return Reality.FACT


def _is_no_longer(verb: Token) -> bool:
    return any(each.lower_ == "longer" and child(each, "neg", "det") is not None for each in verb.children)


def _is_conditional(verb: Token) -> bool:
    """ "If they met", and "they would meet if …"."""
    if any(each.dep_ == "mark" and each.lower_ in _IF for each in verb.children):
        return True
    clauses = (each for each in verb.children if each.dep_ == "advcl")
    return any(
        each.dep_ == "mark" and each.lower_ in {"if", "unless"} for clause in clauses for each in clause.children
    )


def _is_reported(verb: Token) -> bool:
    """ "Said he would", "said he went to Lima, where he would": the future seen from the past."""
    if _is_conditional(verb):
        return False
    if verb.dep_ == "relcl":
        return any(each.tag_ == "VBD" for each in verb.head.ancestors)
    return verb.dep_ in {"ccomp", "conj"} and verb.head.tag_ in _PAST


def _verb_step(word: Token) -> _Step:
    head = word.head
    match word.dep_:
        case "xcomp" | "ccomp":
            return _governed(word, head)
        case "acl" if word.tag_ == "VB" or any(each.dep_ == "mark" for each in word.children):
            return _under_noun(head, word)
        case "advcl" | "ROOT" if word.tag_ == "VB" and _infinitive(word):
            return head, Reality.PLANNED
        case "pcomp":
            return _under_preposition(head)
        case "conj" if head.pos_ in {"VERB", "AUX"} and _shares(word):
            return head, Reality.FACT
    return None


def _shares(word: Token) -> bool:
    """Whether a verb joined to another has its auxiliaries: "will travel and meet"."""
    return child(word, "nsubj", "nsubjpass", "aux") is None and word.tag_ in {"VB", "VBN", "VBG"}


def _infinitive(verb: Token) -> bool:
    return any(each.dep_ == "aux" and each.lower_ == "to" for each in verb.children)


def _governed(word: Token, head: Token) -> _Step:
    if word.i < head.i and any(each.text == ";" for each in word.doc[word.i : head.i]):
        # "He spoke to Brun; the two agreed": a sentence of its own
        return None
    made = governors("adjective").get(head.lemma_) if head.pos_ == "ADJ" else _of_verb(head)
    if head.pos_ == "VERB" and head.lower_ in {"expected", "scheduled", "set", "prepared"} and made is None:
        made = Reality.PLANNED
    if made is Reality.ENDED:
        made = Reality.DENIED
    if made is None:
        made = (
            Reality.HYPOTHETICAL
            if _infinitive(word) and word.dep_ == "xcomp" and head.lemma_ not in {"be", "have"}
            else Reality.FACT
        )
    if word.dep_ == "ccomp" and word.tag_ != "VB" and head.lemma_ in _WITH_INFINITIVE | _ENTAILING:
        made = Reality.FACT
    if head.pos_ == "ADJ":
        made = Reality.DENIED if child(head, "neg") is not None else made
        head = head.head
    # "would see him leave"
    if word.dep_ == "ccomp" and word.tag_ == "VB" and made is Reality.FACT and not _infinitive(word):
        return head, made
    # whether something was said does not make it more or less real; whether it was not said does
    if word.dep_ == "ccomp" and made is Reality.FACT:
        # "would mean that they are at war"
        leaves_open = own(head) is Reality.DENIED or (head.lemma_ in _ENTAILING and own(head) is not Reality.FACT)
        return (word, Reality.HYPOTHETICAL) if leaves_open else None
    return head, made


def _of_verb(verb: Token) -> Reality | None:
    """What a verb makes of what hangs on it, with its particle: "ruled out"."""
    known = governors("verb")
    with_particle = (
        known.get(f"{verb.lemma_}-{each.lower_}") for each in verb.children if each.dep_ in {"prt", "prep", "advmod"}
    )
    return next(filter(None, with_particle), None) or known.get(verb.lemma_)


def _under_noun(noun: Token, verb: Token) -> _Step:
    made = governors("noun").get(noun.lemma_)
    if noun.pos_ == "PROPN":
        return noun, Reality.PLANNED
    if made is None and _infinitive(verb):
        # "the first to leave" left, "the way to leave" may not be taken
        is_one = any(each.tag_ == "JJS" or each.lower_ in {"first", "last", "only"} for each in noun.children)
        made = Reality.FACT if is_one or noun.lower_ in {"first", "last"} else Reality.HYPOTHETICAL
    return noun, made or Reality.FACT


def _under_preposition(preposition: Token) -> _Step:
    head = preposition.head
    if head.lemma_ == "accuse":
        return head, Reality.HYPOTHETICAL
    made = _UNREAL_PREPOSITIONS.get(preposition.lower_, Reality.FACT)
    if preposition.lower_ == "of" and head.pos_ == "NOUN":
        return head, governors("noun").get(head.lemma_, Reality.HYPOTHETICAL)
    return head, made


def _noun_step(noun: Token) -> _Step:
    head = noun.head
    match noun.dep_:
        case "dobj" | "nsubjpass" | "attr" | "dative":
            # a call that somebody ends has been made
            is_held = head.lemma_ in _ENDING and noun.lower_ in words("conversations.txt")
            return (head, Reality.FACT) if is_held else _under_verb(head)
        case "nsubj":
            return _spoken_of(head)
        case "pobj":
            return _behind_preposition(head)
        case "conj":
            return head, Reality.FACT
    return None


def _spoken_of(verb: Token) -> _Step:
    """ "A meeting is possible", "talks will take place"."""
    said = child(verb, "acomp") if verb.lemma_ == "be" else None
    if said is not None:
        return verb, governors("adjective").get(said.lemma_, Reality.FACT)
    return (verb, Reality.FACT) if verb.lemma_ in _EVENTS else None


def _under_verb(verb: Token) -> _Step:
    made = _of_verb(verb)
    if verb.lemma_ in _WITH_INFINITIVE and made is not Reality.DENIED:
        made = None
    if made in {None, Reality.FACT}:
        return (verb, Reality.FACT) if verb.lemma_ in light_verbs() else None
    return verb, made or Reality.FACT


def _behind_preposition(preposition: Token) -> _Step:
    head, word = preposition.head, preposition.lower_
    if word in {"without", "instead"}:
        return head, Reality.DENIED
    if head.pos_ in {"NOUN", "PROPN"} and word in _OF_NOUNS:
        made = governors("noun").get(head.lemma_)
        return (head, made or Reality.FACT) if made or word == "of" else None
    if word == "for" and (made := _of_verb(head)) is not None:
        return head, Reality.PLANNED if made is Reality.FACT else made
    if word in {"before", "ahead"} or (word == "of" and head.lower_ == "ahead"):
        return head, Reality.PLANNED
    # whoever will speak after the talks will have talked; whoever did not speak after them has
    is_future = head.pos_ in {"VERB", "AUX"} and own(head) in {Reality.PLANNED, Reality.HYPOTHETICAL}
    # "they are at war"
    return (head, Reality.FACT) if is_future or (word == "at" and head.lemma_ == "be") else None
