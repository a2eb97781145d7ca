"""Descriptions of people by their role: "the German chancellor", and the titles before names."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from graph_service.ids import fold
from graph_service.knowledge import Lexicon
from graph_service.models import EntityType, Mention, MentionKind, Span
from graph_service.pipeline.cast import Actor, Cast, Told
from graph_service.pipeline.parse import FINITE, child
from graph_service.pipeline.role_phrases import behind_owner, is_hyphen, left_of, right_of

_SETS = {EntityType.COUNTRY, EntityType.ORGANISATION, EntityType.PLACE}
# who is sent to the place before the word: "its Africa director"
_POSTED = {"director", "correspondent", "analyst", "researcher"}
_MANY = {"a", "an", "no", "some", "any", "another", "each", "every", "one", "two", "several", "many", "other"}
_INNER = {"NOUN", "PROPN", "ADJ", "PART", "PUNCT", "DET", "ADV", "VERB", "X", "PRON", "ADP", "NUM"}
_SPOKEN_OF = {"nsubj", "nsubjpass", "dobj", "poss", "appos", "conj", "agent"}
_LONGEST = 9
# "Lord Brun" is lord of nothing that stands before it
_NOBLE = {"baron", "baroness", "dame", "lady", "lord", "sir", "viscount"}
_SAYING = {"add", "confirm", "claim", "explain", "report", "say", "tell", "warn", "write"}
_HEADS = {"boss", "chief", "director", "head"}
_STATES = {"country", "nation", "republic", "state", "government"}
# "president-elect"
_NOT_YET = {"elect", "designate"}


class Description(NamedTuple):
    """A role in words."""

    span: Span
    # the title as written, without country, article and time: "defence minister"
    words: str
    # titles of the knowledge base it may mean
    titles: frozenset[str]
    # the id of the country, organisation or place
    of: str | None
    # "the", a possessive or nothing before it, not "a"
    definite: bool
    # "former": not held now
    past: bool
    # "her spokesman": somebody of somebody's
    owned: bool
    gender: str | None


def title_before(doc: Doc, span: Span, cast: Cast, lexicon: Lexicon) -> Description | None:
    """The title that stands right before a name: "German Chancellor" in "German Chancellor Olaf Scholz"."""
    found = doc.char_span(*span, alignment_mode="expand")
    if found is None or found.start == 0:
        return None
    head = doc[found.start - 1]
    if _is_title(head, lexicon):
        title = describe(head, cast, lexicon, before_name=True)
        # "Minister for Africa Baroness Brun": she is not Africa's baroness
        return title._replace(of=None) if title is not None and head.lower_ in _NOBLE else title
    office = _office_before(found, lexicon)
    return describe(office, cast, lexicon) if office is not None else None


def _office_before(name: DocSpan, lexicon: Lexicon) -> Token | None:
    """The noun of a title that ends in what it is for: "Minister of Foreign Affairs Ada Brun"."""
    token = name.doc[name.start - 1]
    for _ in range(_LONGEST // 2):
        if token.dep_ not in {"pobj", "prep", "compound", "conj", "amod"} or token.head.i > name.start:
            break
        token = token.head
        if _is_role(token, lexicon):
            return token if token.head.i in range(name.start, name.end) and token.text[:1].isupper() else None
    return None


def told(actor: Actor, description: Description, name: Span | None = None) -> Told:
    """That somebody holds the role described, beside the name or without one."""
    spans = [description.span, name or description.span]
    span = Span(min(each.start for each in spans), max(each.end for each in spans))
    return Told(actor.id, span, description.words, description.titles, description.of)


def descriptions(doc: Doc, cast: Cast, lexicon: Lexicon) -> Iterator[Description]:
    """The roles in a text that stand on their own, not before a name."""
    named = {position for actor in cast for mention in actor.mentions for position in range(mention.start, mention.end)}
    for token in cast.tokens:
        if not _is_role(token, lexicon) or token.pos_ not in {"NOUN", "PROPN"} or token.idx in named:
            continue
        following = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if (
            following is not None
            and (following.idx in named or _is_role(following, lexicon))
            and not following.is_punct
        ):
            continue
        if _plural(token) or _goes_on(token, lexicon):
            continue
        found = describe(token, cast, lexicon)
        if found:
            yield found


def apposed(doc: Doc, span: Span, cast: Cast, lexicon: Lexicon) -> Description | None:
    """The role between commas behind a name: "Ada Brun, the mayor,"."""
    found = doc.char_span(*span, alignment_mode="expand")
    if found is None or found.end >= len(doc) or doc[found.end].text != ",":
        return None
    for token in doc[found.end + 1 : found.end + _LONGEST]:
        if token.is_punct or token.pos_ in {"VERB", "AUX", "CCONJ"}:
            return None
        if _is_role(token, lexicon):
            role = None if _plural(token) else describe(token, cast, lexicon)
            return role if role is not None and is_set_off(doc, span, role.span) else None
    return None


def _names_behind(doc: Doc, role: Span) -> bool:
    """Whether a role is the title of the name right behind it: "Brun, | Chilean minister | Ivo Sole and others"."""
    found = doc.char_span(*role, alignment_mode="expand")
    behind = doc[found.end : found.end + 1] if found is not None else ()
    return any(each.ent_type_ == "PERSON" and each.pos_ == "PROPN" for each in behind)


def _speaks_behind(doc: Doc, role: Span) -> bool:
    """Whether a role says so: "a meeting with Brun, | a senior official | said", where the parse has her be it."""
    found = doc.char_span(*role, alignment_mode="expand")
    behind = doc[found.end : found.end + 1] if found is not None else ()
    return any(each.tag_ in FINITE and each.lemma_ in _SAYING for each in behind)


def several(doc: Doc, cast: Cast, lexicon: Lexicon) -> Iterator[tuple[Description, list[str]]]:
    """Roles of several, with the ids of those they are held in: "the presidents of Chile and Peru"."""
    for token in cast.tokens:
        right = right_of(token) if _plural(token) and token.lemma_.lower() in lexicon.role_nouns else []
        if len(right) < 2:
            continue
        last = max(other.i for other in right[1].subtree) if right[1].dep_ == "pobj" else right[-1].i
        span = Span(token.idx, doc[min(last, token.i + _LONGEST)].idx + len(doc[min(last, token.i + _LONGEST)]))
        owners = [actor.id for mention, actor in cast.within(span) if actor.type in _SETS]
        # "prime ministers" are no ministers
        kind = [fold(each.text) for each in left_of(token) if each.dep_ in {"compound", "amod"}]
        words = " ".join((*kind, fold(token.lemma_)))
        if len(owners) > 1:
            titles = frozenset(lexicon.titles_called(words))
            yield Description(span, words, titles, None, True, False, False, None), list(dict.fromkeys(owners))


def describe(head: Token, cast: Cast, lexicon: Lexicon, *, before_name: bool = False) -> Description | None:
    """The description that a role noun heads."""
    left = left_of(head)
    right = [] if before_name else right_of(head)
    tokens = [*left, head, *right]
    span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    of, inside = _belongs_to(span, cast, head, lexicon)
    folded = [fold(token.text) for token in left]
    free = [token for token in (*left, head) if token.idx not in inside]
    kept = [token for token in free if _says(token, lexicon)]
    words = " ".join(fold(token.text) for token in kept).replace(" - ", "-").replace("- ", "-")
    called = " ".join(fold(token.text) for token in (*left, head) if token.pos_ != "DET")
    if inside and " " in called and called in lexicon.called:
        # "the Pentagon chief" is the country's
        words, of = called, _country_of(cast, of)
    # "first" belongs to "first lady", not to "first woman president"
    other = next((word for word in folded if word in lexicon.other_words), None)
    if other and f"{other} {words}" in lexicon.called:
        words, other = f"{other} {words}", None
    elsewhere = bool(right) and not any(token.idx in inside for token in right)
    if elsewhere and len(right) < 6:
        words = " ".join((words, *(fold(token.text) for token in right)))
    owned = any(token.tag_ in {"PRP$", "WP$"} for token in left)
    return Description(
        span,
        words,
        frozenset(lexicon.titles_called(words)) or _plain_titles(head, kept, right if elsewhere else [], lexicon),
        of,
        not set(folded) & _MANY
        and not other
        and (before_name or _is_definite(head, left, names_some=bool(inside) and not owned)),
        bool(set(folded) & lexicon.past_words),
        owned,
        gender_of([*folded[behind_owner(left) :], fold(head.text)], lexicon),
    )


def _country_of(cast: Cast, of: str | None) -> str | None:
    """The country of a body that the knowledge base has."""
    body = cast.get(of) if of is not None else None
    return body.known.countries[0] if body is not None and body.known is not None and body.known.countries else of


def _is_definite(head: Token, left: list[Token], *, names_some: bool) -> bool:
    """With "the" or a possessor; without, only "president of Peru" where it is spoken of, not what somebody becomes."""
    if any(token.lower_ == "the" or token.tag_ == "POS" for token in left):
        return True
    return names_some and head.dep_ in _SPOKEN_OF


def _plain_titles(head: Token, kept: list[Token], right: list[Token], lexicon: Lexicon) -> frozenset[str]:
    """What a noun alone means: "the chancellor", "the president of the country", no "chancellor of the college"."""
    if len(kept) > 1 or (right and right[-1].lemma_.lower() not in _STATES):
        return frozenset()
    return frozenset(lexicon.titles_called(fold(head.text))) & frozenset(fold(token.text) for token in kept)


def gender_of(words: Iterable[str], lexicon: Lexicon) -> str | None:
    """ "f" or "m" where one of some folded words tells: "spokeswoman", "Mr."."""
    for word in words:
        bare = word.rstrip(".")
        if bare in lexicon.female_words:
            return "f"
        if bare in lexicon.male_words:
            return "m"
    return None


def _is_title(token: Token, lexicon: Lexicon) -> bool:
    word = fold(token.text).rstrip(".")
    return word in lexicon.honorifics or _is_role(token, lexicon)


def _is_role(token: Token, lexicon: Lexicon) -> bool:
    if token.lower_ in _NOT_YET and is_hyphen(token, -1):
        return _is_role(token.doc[token.i - 2], lexicon)
    return token.lower_ in lexicon.role_nouns or token.lemma_.lower() in lexicon.role_nouns


def _goes_on(token: Token, lexicon: Lexicon) -> bool:
    """ "President" in "president-elect" is no role of its own."""
    return is_hyphen(token, 1) and token.i + 2 < len(token.doc) and _is_role(token.doc[token.i + 2], lexicon)


def _plural(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"}


def _says(token: Token, lexicon: Lexicon) -> bool:
    word = fold(token.text)
    dropped = (
        word in lexicon.past_words | lexicon.other_words | lexicon.plain_words or token.pos_ == "DET" or word in _MANY
    )
    return not dropped and token.tag_ not in {"PRP$", "POS", "WP$"} and not (token.is_punct and word != "-")


def _belongs_to(span: Span, cast: Cast, head: Token, lexicon: Lexicon) -> tuple[str | None, set[int]]:
    """The country or organisation inside a description, and the positions of all its names."""
    found = [
        (mention, actor)
        for mention, actor in cast.within(span)
        if actor.type in _SETS and mention.kind in {MentionKind.NAME, MentionKind.DEMONYM, MentionKind.ROLE}
    ]
    inside = {position for mention, _ in found for position in range(mention.start, mention.end)}
    others = [each for each in found if _is_sent_there(*each, head) or _is_of_group(each[0], head, lexicon)]
    owners = (actor.id for mention, actor in found if (mention, actor) not in others)
    return next(owners, None), inside


def is_set_off(doc: Doc, name: Span, role: Span) -> bool:
    """Whether a role beside a name is no subject of its own: "according to Brun, the mayor | rowed"."""
    found = doc.char_span(*name, alignment_mode="expand")
    is_object = found is not None and found.root.dep_ in {"dobj", "pobj"}
    if role.start > name.end and (_names_behind(doc, role) or (is_object and _speaks_behind(doc, role))):
        return False
    start = found.start if found is not None else 0
    while start and doc[start - 1].pos_ in {"PROPN", "NOUN", "ADJ"}:
        start -= 1
    is_according = doc[max(start - 2, 0) : start].text.lower() == "according to"
    return not is_according or doc.text[role.end : role.end + 1] in {",", "."}


def _is_sent_there(mention: Mention, actor: Actor, head: Token) -> bool:
    """Whether somebody is sent to a place and not by it: "the Syria envoy", "director for Africa"; no "US envoy"."""
    if actor.type is EntityType.ORGANISATION:
        return False
    if mention.start > head.idx:
        behind = next((each for each in head.children if each.lower_ == "for" and each.i == head.i + 1), None)
        region = child(behind, "pobj") if behind is not None else None
        return region is not None and mention.start <= region.idx < mention.end
    is_name = mention.kind is MentionKind.NAME and not mention.text.isupper() and "." not in mention.text
    if not is_name or mention.end != head.idx - 1:
        return False
    return head.lower_ in _POSTED or (head.lower_ == "envoy" and actor.type is EntityType.COUNTRY)


def _is_of_group(mention: Mention, head: Token, lexicon: Lexicon) -> bool:
    """Whether a country only says where a body is from: "the Yemeni group's spokesman"; its army is its own."""
    if mention.kind is not MentionKind.DEMONYM:
        return False
    found = head.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    owner = found.root.head if found is not None else head
    if mention.start > head.idx and owner != head and owner.pos_ == "NOUN":
        # "the head of the Russian team"
        return owner.lower_ not in (_STATES if head.lower_ in _HEADS else lexicon.state_bodies | _STATES)
    is_body = owner.lower_ in lexicon.organisation_nouns and owner.lower_ not in lexicon.state_bodies
    return owner.dep_ == "poss" and is_body
