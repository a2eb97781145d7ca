"""Whether the name of a capital is the government that acts or the place where something happens."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from graph_service.knowledge import load_lexicon

_ACTING_PREPOSITIONS = {"with", "against", "between", "by", "for", "towards", "toward", "on"}


def acts(span: DocSpan, text: str) -> bool:
    """A subject, an agent, a recipient or a possessor acts; a setting, a dateline or a modifier does not."""
    return not _dateline(span, text) and _acts(span.root, depth=0)


def _acts(token: Token, depth: int) -> bool:
    head = token.head
    match token.dep_:
        case "nsubj" | "nsubjpass" | "csubj" | "agent":
            is_static = head.lemma_ in load_lexicon().static_verbs
            return head.pos_ in {"VERB", "AUX"} and (not is_static or _is_attitude(head) or _is_doing(head))
        case "dobj" | "dative" | "iobj":
            return head.pos_ == "VERB" and head.lemma_ not in load_lexicon().verbs_of_place
        case "pobj":
            return _acts_after(head)
        case "poss":
            return head.lemma_ not in load_lexicon().local_nouns
        case "conj" if depth < 3:
            return _acts(head, depth + 1)
        case _:
            return False


def _is_attitude(verb: Token) -> bool:
    """What only somebody can be or have: "is ready", "was in contact", "has no intention"."""
    return any(
        word.lemma_ in load_lexicon().attitudes
        for child in verb.children
        if child.dep_ in {"acomp", "attr", "dobj", "prep"}
        for word in (child, *child.children)
    )


def _is_doing(verb: Token) -> bool:
    """What a quotation says that somebody does, of which the parse makes a thing: "was “lighting fires”"."""
    following = verb.doc[verb.i + 1 : verb.i + 3]
    return len(following) == 2 and following[0].is_quote and following[1].lower_.endswith("ing")


def _acts_after(preposition: Token) -> bool:
    if preposition.lower_ == "to":
        return preposition.head.lemma_ in load_lexicon().giving_words
    if preposition.lower_ in {"for", "on"}:
        return preposition.head.pos_ in {"NOUN", "PROPN"} and preposition.head.lemma_ not in {"flight", "train"}
    return preposition.lower_ in _ACTING_PREPOSITIONS


def _dateline(span: DocSpan, text: str) -> bool:
    start, end = span.start_char, span.end_char
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    after = text[end : end + 60].split("\n", maxsplit=1)[0].lstrip()
    capitals = span.text.isupper() and (len(span.text) > 4 or after.startswith(","))
    return begins and (capitals or after.startswith(("•", "-", "–", "—", "(")))
