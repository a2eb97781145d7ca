"""Whom a pronoun hardly means, by how its sentence is built (the binding principles of Chomsky 1981, and near them)."""

from spacy.tokens import Token

#: relations of those who do what a verb says
SUBJECTS = {"nsubj", "nsubjpass", "agent"}
# steps from a name up to its verb
_HIGHEST = 4


def is_beside(token: Token, head: Token) -> bool:
    """A pronoun does not mean another argument of its own verb, unless it is reflexive or a possessive."""
    if token.lower_.endswith("self") or token.dep_ == "poss":
        return False
    while head.dep_ in {"appos", "conj"} and head.head.pos_ in {"NOUN", "PROPN"}:
        # "Brun and | Sole | urged him"
        head = head.head
    arguments = {"nsubj", "nsubjpass", "dobj", "dative", "iobj"}
    return token.head == head.head and token.dep_ in arguments and head.dep_ in arguments


def is_of_participle(token: Token, head: Token) -> bool:
    """Whether a name stands in what a subject does meanwhile: "turning to | Brun |, he said" is not Brun's."""
    if token.dep_ not in SUBJECTS:
        return False
    for _ in range(_HIGHEST):
        if head.pos_ == "VERB":
            is_meanwhile = head.tag_ == "VBG" and head.dep_ == "advcl" and head.head == token.head
            return is_meanwhile and not any(each.dep_ in SUBJECTS for each in head.children)
        head = head.head
    return False


def is_told_by(token: Token, verb: Token) -> bool:
    """Whether a pronoun is an argument of what a verb tells: "He was received, the minister | said"."""
    clause = token
    while clause.head not in {clause, verb}:
        clause = clause.head
    return clause.dep_ == "ccomp" and token.dep_ != "poss"


def is_in_relative(head: Token) -> bool:
    """Whether a name only stands in what is told of somebody else: "Brun, who voted for | Sole |, rows"."""
    for _ in range(_HIGHEST):
        if head.pos_ in {"VERB", "AUX"}:
            return head.dep_ == "relcl" and any(each.lower_ in {"who", "whom"} for each in head.children)
        head = head.head
    return False
