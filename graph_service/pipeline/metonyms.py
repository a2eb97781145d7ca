"""Whether the name of a capital is the government that acts or the place where something happens."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

_STATIC_VERBS = {"be", "have", "lie", "remain", "become", "fall", "sit", "burn", "wake", "sleep"}
_VERBS_OF_PLACE = {
    "visit", "leave", "reach", "hit", "strike", "attack", "capture", "enter", "shell", "bomb", "seize", "tour", "travel", "storm",
    "encircle", "surround", "target", "pound", "rock", "shake", "defend", "evacuate", "flee", "quit", "take", "retake", "call",
}  # fmt: skip
_ACTING_PREPOSITIONS = {"with", "against", "between", "by", "for", "towards", "toward", "on"}
_GIVING = {
    "give", "send", "provide", "supply", "deliver", "sell", "offer", "transfer", "aid", "help", "support", "assistance", "deliver",
    "delivery", "weapon", "message", "signal", "say", "hand", "approve", "ship", "shipment", "transfer", "commitment", "promise",
    "warning", "appeal", "talk", "speak", "closer", "threat", "concession", "pressure", "letter", "write", "complain", "note",
}  # fmt: skip
_ATTITUDES = {
    "ready", "willing", "prepared", "able", "open", "concerned", "aware", "keen", "wary", "reluctant", "determined", "committed", "unwilling",
    "confident", "convinced", "grateful", "interested", "contact", "talk", "favour", "favor", "touch", "agreement", "intention", "plan", "doubt",
    "right", "interest", "choice", "responsible", "guilty", "involved", "opposed", "afraid", "angry", "eager", "cautious", "silent",
}  # fmt: skip
_LOCAL_NOUNS = {"mayor", "street", "district", "metro", "airport", "station", "region", "suburb", "outskirts", "resident", "centre", "center", "square"}


def acts(span: DocSpan, text: str) -> bool:
    """A subject, an agent, a recipient or a possessor acts; a setting, a dateline or a modifier does not."""
    return not _dateline(span, text) and _acts(span.root, depth=0)


def _acts(token: Token, depth: int) -> bool:
    head = token.head
    match token.dep_:
        case "nsubj" | "nsubjpass" | "csubj" | "agent":
            return head.pos_ in {"VERB", "AUX"} and (head.lemma_ not in _STATIC_VERBS or _is_attitude(head))
        case "dobj" | "dative" | "iobj":
            return head.pos_ == "VERB" and head.lemma_ not in _VERBS_OF_PLACE
        case "pobj":
            return _acts_after(head)
        case "poss":
            return head.lemma_ not in _LOCAL_NOUNS
        case "conj" if depth < 3:
            return _acts(head, depth + 1)
        case _:
            return False


def _is_attitude(verb: Token) -> bool:
    """"Is ready", "was in contact", "has no intention": what only somebody can be or have."""
    return any(
        word.lemma_ in _ATTITUDES
        for child in verb.children
        if child.dep_ in {"acomp", "attr", "dobj", "prep"}
        for word in (child, *child.children)
    )


def _acts_after(preposition: Token) -> bool:
    if preposition.lower_ == "to":
        return preposition.head.lemma_ in _GIVING
    if preposition.lower_ in {"for", "on"}:
        return preposition.head.pos_ in {"NOUN", "PROPN"} and preposition.head.lemma_ not in {"flight", "train"}
    return preposition.lower_ in _ACTING_PREPOSITIONS


def _dateline(span: DocSpan, text: str) -> bool:
    start, end = span.start_char, span.end_char
    begins = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    after = text[end : end + 60].split("\n")[0].lstrip()
    capitals = span.text.isupper() and len(span.text) > 4
    return begins and (capitals or after.startswith(("•", "-", "–", "—", "(")))
