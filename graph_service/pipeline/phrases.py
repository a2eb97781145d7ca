"""The shape of a source's phrase: its heads, several names in it, and pronouns that set somebody apart."""

from collections.abc import Container, Iterable, Iterator

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from graph_service.ids import fold
from graph_service.knowledge import Lexicon
from graph_service.models import EntityType, Mention, Span
from graph_service.pipeline.cast import Actor
from graph_service.pipeline.lexicon import personal_nouns
from graph_service.pipeline.lexicon import words as word_list
from graph_service.pipeline.parse import child

_ONE_OF = frozenset({"one", "another"})
_NEW = frozenset({"a", "an", "another", "one"})


def heads_of(span: DocSpan) -> list[Token]:
    """The head of a phrase, then what stands in apposition to it."""
    heads = [span.root]
    if span.root.lower_ in _ONE_OF | word_list("body_classes.txt"):
        # "one of them, Ada Brun,", "the agency Harbour Wire": two subjects by the parse
        beside = (each for each in span.root.head.children if each.dep_ == span.root.dep_)
        heads.extend(each for each in beside if span.root.i < each.i < span.end)
    for token in heads:
        heads.extend(child for child in token.children if child.dep_ == "appos" and span.start <= child.i < span.end)
        if len(heads) > 4:
            break
    return heads


def named_behind(span: DocSpan, mentions: list[tuple[Mention, Actor]]) -> Actor | None:
    """Whose name ends a phrase that begins with somebody else's: "a spokesman for Mr. Brun, | Olle Holm"."""
    people = [(mention, actor) for mention, actor in mentions if actor.type is EntityType.PERSON]
    if len(people) != 2 or not is_new(span.root) or span.root.lemma_.lower() not in personal_nouns():
        return None
    (first, owner), (last, actor) = people
    between = span.doc.text[first.end : last.start]
    is_end = last.end == span.end_char and between == ", " and owner is not actor
    return actor if is_end and first.start > span.root.idx else None


def without_title(words: Iterable[Token], lexicon: Lexicon) -> list[str]:
    """The folded words before a name up to its title: "the head of the port, | Rear Admiral" Brun."""
    found = [fold(token.text) for token in words]
    while found and (found[-1].rstrip(".") in lexicon.honorifics or found[-1] in lexicon.role_nouns):
        found.pop()
    return found


def is_new(noun: Token) -> bool:
    """Whether a noun brings in somebody: "a soldier", "another diplomat"."""
    return any(each.lower_ in _NEW for each in noun.lefts)


def is_joined(token: Token) -> bool:
    """Whether a name is one of several: "Brun and Sole"; the parse may hang the first on the last of them."""
    is_first = token.dep_ == "nmod" and token.pos_ == "PROPN" and child(token, "cc") is not None
    return token.dep_ == "conj" or is_first


def ends_office(span: DocSpan, mention: Mention, offices: Container[str]) -> bool:
    """Whether a name ends a phrase that begins with an office: "Minister for Africa Baroness Brun"."""
    begins = span.root.i == span.start and span.root.text[:1].isupper()
    return begins and mention.end == span.end_char and span.root.lower_ in offices


def joins_several(root: Token, mentions: list[tuple[Mention, Actor]], span: DocSpan) -> bool:
    """Whether a phrase names several speakers, nobody alone: "Scholz and Macron"."""
    apposed = [each for each in root.children if each.dep_ == "appos"] if root.tag_ == "NNS" else []
    joined = any(
        each.dep_ == "conj" and span.start <= each.i < span.end and each.pos_ in {"NOUN", "PROPN"}
        for head in (root, *apposed)
        for each in head.children
    )
    return joined or _are_listed(mentions, span)


def _are_listed(mentions: list[tuple[Mention, Actor]], span: DocSpan) -> bool:
    """Whether two people stand beside each other as in headlines, nobody's apposition: "Sole, Brun"."""
    people = {actor.id: mention for mention, actor in mentions if actor.type is EntityType.PERSON}
    if len(people) < 2:
        return False
    last = max(people.values(), key=lambda mention: mention.end)
    found = span.doc.char_span(last.start, last.end, alignment_mode="expand")
    is_apart = found is not None and found.root != span.root and "," in span.text
    if found is None or last.end != span.end_char or not is_apart:
        return False
    above = found.root.head
    is_beside = any(each.start <= above.idx < each.end for each in people.values() if each is not last)
    return not span.start <= above.i < span.end or (found.root.dep_ == "appos" and is_beside)


def above(noun: Token) -> Iterator[Token]:
    """The words that a noun hangs on, up to the verb: "councillor", "Rios" of "Rios, a councillor for the party"."""
    while noun.head != noun and noun.head.pos_ not in {"VERB", "AUX"}:
        noun = noun.head
        yield noun


def phrase_of(noun: Token, before: int) -> Span:
    """The offsets of a noun's phrase up to a token, without what is no word at its end."""
    tokens = [token for token in noun.subtree if token.i < before]
    tokens = [token for token in tokens if not token.is_punct or token is not tokens[-1]] or [noun]
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def is_set_against(pronoun: Token) -> bool:
    """ "He himself"."""
    following = pronoun.doc[pronoun.i + 1] if pronoun.i + 1 < len(pronoun.doc) else None
    return following is not None and following.lower_ in {"himself", "herself", "themselves"}
