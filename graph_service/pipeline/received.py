"""What somebody receives of others' words: who drew criticism, won praise or came under fire said nothing by that."""

from collections.abc import Iterator

from spacy.tokens import Token

from graph_service.pipeline.lexicon import words

# "came under | fire", "came in for | criticism"
_COMING = frozenset({"under", "in", "for"})
_GIVING = frozenset({"from", "by"})


def received(word: Token) -> Token | None:
    """The noun for what a verb has its subject hear, "drew | criticism"; also of that noun. None for other words."""
    if word.dep_ == "conj" and word.pos_ == "NOUN":
        word = word.head
    verb = word.head if word.dep_ == "dobj" else word.head.head if word.dep_ == "pobj" else word
    return next((noun for noun in _objects(verb) if noun.lemma_.lower() in words("received.txt")), None)


def giver(verb: Token, noun: Token) -> Token | None:
    """Who says what is received: "drew criticism from | Lima", "came under fire from | Lima"."""
    around = (each for word in (noun, verb, noun.head) for each in word.children if each.i > noun.i)
    behind = (each for each in around if each.dep_ in {"prep", "agent"} and each.lower_ in _GIVING)
    return next((thing for each in behind for thing in each.children if thing.dep_ == "pobj"), None)


def _objects(verb: Token) -> Iterator[Token]:
    """What a verb of receiving has for its object, or behind its preposition."""
    is_met = verb.lemma_ == "meet" and any(each.dep_ == "nsubjpass" for each in verb.children)
    prepositions = _COMING if verb.lemma_ == "come" else {"with"} if is_met else ()
    for each in verb.children:
        if each.dep_ == "prep" and each.lower_ in prepositions:
            yield from (thing for thing in each.children if thing.dep_ == "pobj")
        elif each.dep_ == "dobj" and verb.lemma_ in words("receiving.txt"):
            yield each
