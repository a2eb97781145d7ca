"""Who does it to whom in the parse: subjects across control and coordination, objects, prepositions."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph_service.pipeline.lexicon import words
from graph_service.pipeline.parse import child, is_apart, subject_above, who_above

_SUBJECTS = {"nsubj", "nsubjpass"}
#: of these verbs the object does what the infinitive says: "asked Lund to leave"
_OF_OBJECT = frozenset(
    [
        "accuse",
        "advise",
        "allow",
        "ask",
        "beg",
        "call",
        "convince",
        "encourage",
        "force",
        "get",
        "help",
        "implore",
        "instruct",
        "invite",
        "let",
        "make",
        "order",
        "permit",
        "persuade",
        "press",
        "pressure",
        "push",
        "tell",
        "urge",
        "warn",
    ]
)
#: of these verbs the object does what stands behind a preposition: "thanked Lund for coming"
_OF_OBJECT_BEHIND = frozenset(
    ["accuse", "blame", "thank", "praise", "criticise", "criticize", "stop", "prevent", "keep", "sanction"]
)
#: after these what the noun says was, is or will be done by the clause's subject: "after talks with Chile"
WHEN = frozenset(
    [
        "after",
        "ahead",
        "amid",
        "at",
        "before",
        "by",
        "during",
        "following",
        "for",
        "in",
        "on",
        "over",
        "since",
        "through",
        "until",
    ]
)
_LIGHT_HEADS = frozenset(
    ["round", "series", "set", "hour", "day", "week", "kind", "number", "string", "couple", "wave", "bout"]
)
_DEEPEST = 5


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive: "was accused", "missiles supplied by Norway"."""
    if child(verb, "nsubjpass", "auxpass", "csubjpass") is not None:
        return True
    if verb.tag_ != "VBN" or child(verb, "nsubj") is not None:
        return False
    return verb.dep_ in {"acl", "amod", "advcl"} or (verb.dep_ == "conj" and _aux_free(verb) and is_passive(verb.head))


def _aux_free(verb: Token) -> bool:
    return child(verb, "aux", "nsubj") is None


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Who does what a verb says, or None."""
    if is_passive(verb):
        return agent(verb)
    return surface_subject(verb, depth)


def agent(verb: Token) -> Token | None:
    """Whom "by" names."""
    by = child(verb, "agent")
    if by is None:
        # "accused of spying by Norway": the parse may hang it on the noun between
        nouns = (child(each, "pobj") for each in verb.children if each.dep_ == "prep")
        by = next((each for noun in nouns if noun is not None for each in noun.children if each.lower_ == "by"), None)
    return child(by, "pobj") if by is not None else None


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """The grammatical subject, also where the verb shares it with another one."""
    own = child(verb, *_SUBJECTS)
    if own is not None or depth > _DEEPEST:
        return own
    head = verb.head
    match verb.dep_:
        case "conj":
            return subject_above(verb) or _shared(head, depth)
        case "xcomp" | "advcl" | "ccomp" | "dep":
            return who_above(verb) if is_apart(verb) else _controller(verb, head, depth)
        case "acl" | "relcl":
            return owner(head, depth) if verb.tag_ == "VB" else head
        case "pcomp":
            return _of_preposition(head, depth)
    return None


def _shared(head: Token, depth: int) -> Token | None:
    return surface_subject(head, depth + 1) if head.pos_ in {"VERB", "AUX"} else None


def _controller(verb: Token, head: Token, depth: int) -> Token | None:
    if head.pos_ == "ADJ" and head.dep_ in {"acomp", "attr"}:
        head = head.head
    if verb.dep_ == "xcomp" and head.lemma_ in _OF_OBJECT:
        called_on = next(after(head, "on"), None) if head.lemma_ == "call" else None
        controlling = called_on or child(head, "dobj", "dative", "nsubjpass")
        if controlling is not None:
            return controlling
    # what is quoted may be an order: "Tell him," Lund said
    if verb.dep_ == "ccomp" and verb.tag_ != "VBG" and not any(each.lower_ == "to" for each in verb.children):
        return None
    return surface_subject(head, depth + 1) if head.pos_ in {"VERB", "AUX"} else None


def _of_preposition(preposition: Token, depth: int) -> Token | None:
    head = preposition.head
    if head.pos_ in {"NOUN", "PROPN"}:
        return owner(head, depth + 1)
    if head.lemma_ in _OF_OBJECT_BEHIND:
        return child(head, "dobj", "nsubjpass")
    return surface_subject(head, depth + 1) if head.pos_ in {"VERB", "AUX"} else None


def owner(noun: Token, depth: int = 0) -> Token | None:
    """Whose plan, decision or talks a noun speaks of: its possessor, or who does the verb it is the object of."""
    if depth > _DEEPEST:
        return None
    possessor = child(noun, "poss")
    if possessor is not None:
        return possessor
    if noun.pos_ in {"NOUN", "ADJ"} and noun.dep_ in {"dobj", "pobj", "attr"}:
        verb = noun.head.head if noun.dep_ == "pobj" else noun.head
        return surface_subject(verb, depth + 1) if verb.pos_ in {"VERB", "AUX"} else None
    # "Lund to meet Brun": a headline hangs the verb on the name
    return noun if noun.pos_ == "PROPN" else None


def direct_object(verb: Token) -> Token | None:
    """To whom or what it is done; also who shall do what is asked for."""
    if is_passive(verb):
        passive = child(verb, "nsubjpass")
        if passive is None and verb.dep_ in {"acl", "amod"}:
            return verb.head
        return passive if passive is not None or verb.dep_ != "conj" else child(verb.head, "nsubjpass")
    found = child(verb, "dobj")
    if found is None and verb.lemma_ == "call":
        # "called Lund on Sunday" is parsed like "is called Lund"
        found = child(verb, "oprd")
    if found is not None:
        return found
    clause = child(verb, "ccomp", "xcomp")
    if clause is not None and clause.tag_ == "VB" and any(each.lower_ == "to" for each in clause.children):
        return child(clause, *_SUBJECTS)
    return _relative_object(verb)


def _relative_object(verb: Token) -> Token | None:
    """ "The missiles Norway sent": the noun before a relative clause that has a subject and no object."""
    if verb.dep_ != "relcl" or child(verb, "nsubj") is None:
        return None
    first = child(verb, "nsubj")
    if first is None or any(each.lower_ == "whose" for each in first.children):
        # "Norway, whose army fights"
        return None
    return verb.head if first.lower_ not in {"who", "which", "that"} else None


def dative(verb: Token) -> Token | None:
    """To whom something is given."""
    found = child(verb, "dative", "iobj")
    if found is not None and found.pos_ == "ADP":
        return child(found, "pobj")
    thing = child(verb, "dobj")
    if found is None and thing is not None and thing.lemma_ in words("goods.txt"):
        # "sent Norway generators": the parse takes the two names for one
        # but "offered FBI assistance"
        beside = (each for each in thing.children if each.dep_ == "compound" and each.i == verb.i + 1)
        return next((each for each in beside if not each.is_upper), None)
    return found


def after(word: Token, preposition: str) -> Iterator[Token]:
    """What stands behind a preposition that hangs on a word or on the words between."""
    for each in word.children:
        if each.dep_ in {"prep", "agent", "dative", "prt"} and each.lower_ == preposition:
            if word.lemma_ == "call" and each.i < word.i:
                # "on the radio he called it odd" is no call on the radio
                continue
            yield from (other for other in each.children if other.dep_ == "pobj")
        elif each.dep_ in {"advmod", "dobj", "advcl", "prt", "nsubjpass"} and (
            each.lower_ == preposition or each.i > word.i
        ):
            if preposition == "using" and each.lower_ == "using":
                yield from (other for other in each.children if other.dep_ == "dobj")
            else:
                yield from _behind(each, preposition)


def _behind(word: Token, preposition: str) -> Iterator[Token]:
    for each in word.children:
        if each.dep_ in {"prep", "dative"} and each.lower_ == preposition:
            yield from (other for other in each.children if other.dep_ == "pobj")


def carrier(noun: Token) -> Token | None:
    """The verb that an event noun is the object of, or that it dates: "held talks", "said after talks"."""
    for _ in range(_DEEPEST):
        head = noun.head
        match noun.dep_:
            case "dobj" | "attr" | "nsubjpass":
                return head
            case "conj" if head.pos_ == "NOUN":
                noun = head
            case "pobj" if head.lower_ == "of" and head.head.lemma_ in _LIGHT_HEADS | {"course", "ahead"}:
                noun = head.head
                if noun.lemma_ == "ahead":
                    return noun.head if noun.head.pos_ in {"VERB", "AUX"} else None
            case "pobj" if head.lower_ in WHEN:
                return _dated(head.head)
            case "pcomp" | "npadvmod":
                return _dated(head)
            case _:
                return None
    return None


def _dated(word: Token) -> Token | None:
    """ "A day after talks" dates the clause that "a day" belongs to."""
    while (
        word.pos_ in {"NOUN", "ADV", "ADP"}
        and word.dep_ in {"npadvmod", "advmod", "prep", "pobj", "appos"}
        and word.head != word
    ):
        word = word.head
    return word if word.pos_ in {"VERB", "AUX"} else None


def joined(head: Token) -> list[Token]:
    """A word and what is coordinated with it: "Chile, Peru and Bolivia"."""
    found = [head]
    for each in found:
        found.extend(other for other in each.children if other.dep_ == "conj" and other.i > each.i)
    return found
