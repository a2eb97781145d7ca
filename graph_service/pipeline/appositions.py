"""What stands beside a name: the noun that says what it is, "Orre, a firm", and somebody's role."""

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from graph_service.ids import fold
from graph_service.knowledge import Lexicon
from graph_service.models import EntityType, MentionKind, Span
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.lexicon import personal_nouns
from graph_service.pipeline.parse import child
from graph_service.pipeline.titles import is_set_off

# words of an apposition: "the party's 29-year-old president"
_REACH = 9
_LONGEST_OWNER = 3
_LINKS = {",", "(", "–", "—", "-"}
# characters between a name and the role beside it
_FURTHEST = 3
_WHERE = frozenset({"GPE", "LOC", "NORP", "ORG"})


def apposed(span: DocSpan, lexicon: Lexicon) -> EntityType | None:
    """The kind of the noun in apposition after a name: "X, a firm", "X, Orre's head keeper"; "X, who", "X, 48,"."""
    doc = span.doc
    behind = [token.lower_ for token in doc[span.end : span.end + 3]]
    is_aged = behind[:1] == [","] and len(behind) > 2 and behind[1].isdecimal() and len(behind[1]) < 3
    if behind[:2] in ([",", "who"], [",", "whom"]) or (is_aged and behind[2] in {",", "."}):
        return EntityType.PERSON
    start = _behind_determiner(doc, span.end + 1) if span.end + 1 < len(doc) and doc[span.end].text == "," else None
    if start is None:
        return None
    head: Token | None = None
    for token in doc[start : start + _REACH]:
        if token.tag_ == "POS":
            # "the party's president"
            head = None
        if token.tag_ == "POS" or token.text == "-":
            continue
        ends = token.is_punct or token.pos_ in {"ADP", "VERB", "AUX", "SCONJ", "CCONJ", "PRON"}
        if ends or (token.pos_ == "ADJ" and head is not None and token.head.i < token.i):
            return _kind_of_noun(head, lexicon) if head is not None else None
        head = token if token.pos_ in {"NOUN", "PROPN"} else head
    return None


def _behind_determiner(doc: Doc, start: int) -> int | None:
    """Where a phrase goes on behind its article or owner: "the | keeper", "her | keeper", "Orre's | keeper"."""
    if doc[start].lower_ in {"a", "an", "the"} or doc[start].tag_ == "PRP$":
        return start + 1
    end = start
    while end < len(doc) and end - start < _LONGEST_OWNER and doc[end].tag_ == "NNP":
        end += 1
    return end + 1 if start < end < len(doc) and doc[end].tag_ == "POS" else None


def apposed_before(span: DocSpan, lexicon: Lexicon) -> EntityType | None:
    """The kind of the noun before a comma and a name: "The farmer, X"."""
    if span.start < 3 or span.doc[span.start - 1].text != ",":
        return None
    noun = span.doc[span.start - 2]
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.ent_type_ in _WHERE:
        # "the envoy for Africa, | X"
        noun = noun.head.head
    described = any(child.dep_ in {"det", "poss"} for child in noun.children)
    return EntityType.PERSON if described and noun.lower_ in personal_nouns() else None


def _kind_of_noun(noun: Token, lexicon: Lexicon) -> EntityType | None:
    words = {fold(noun.text), fold(noun.lemma_)}
    if words & lexicon.organisation_nouns:
        return EntityType.ORGANISATION
    personal = words & (lexicon.role_nouns | lexicon.female_words | lexicon.male_words) or noun.lower_.endswith(
        ("er", "or", "ist", "ant", "man", "woman")
    )
    return EntityType.PERSON if personal and noun.pos_ in {"NOUN", "PROPN"} else None


def named_beside(doc: Doc, span: Span, cast: Cast) -> Actor | None:
    """The person whose name stands beside a role: "The mayor of Lyon, Ada Brun", "Ada Brun, the mayor"."""
    return _neighbour(doc, span, cast) or _named_behind(doc, span, cast)


def _neighbour(doc: Doc, span: Span, cast: Cast) -> Actor | None:
    text = cast.text
    beside = (*range(span.start - _FURTHEST - 1, span.start), *range(span.end, span.end + _FURTHEST))
    for mention, actor in (each for position in beside for each in cast.at(position)):
        if mention.kind is not MentionKind.NAME or actor.type is not EntityType.PERSON:
            continue
        before, after = text[mention.end : span.start], text[span.end : mention.start]
        is_behind = mention.end <= span.start and len(before) <= _FURTHEST and before.strip() in _LINKS
        if is_behind and is_set_off(doc, Span(mention.start, mention.end), span):
            return actor
        if span.end <= mention.start and after.strip() == "," and " " in mention.text:
            return actor
    return None


def _named_behind(doc: Doc, span: Span, cast: Cast) -> Actor | None:
    """Whose name stands in apposition further on: "Peru's ambassador in Oslo, Ada Brun"."""
    found = doc.char_span(*span, alignment_mode="expand")
    name = child(found.root, "appos") if found is not None else None
    if name is None or doc[name.left_edge.i - 1].text != ",":
        return None
    named = ((mention, actor) for mention, actor in cast.at(name.idx) if actor.type is EntityType.PERSON)
    return next((actor for mention, actor in named if mention.kind is MentionKind.NAME and " " in mention.text), None)
