"""To whom something was said: read off the cue, and off the words around it that tell of the occasion."""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from graph_service.pipeline import lexicon, parse
from graph_service.pipeline.cues import Cue
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.page import Page, Run

#: verbs of speaking that say nothing of what is said, with where their audience stands: "object", or a preposition
TALKING = {
    **dict.fromkeys(("speaking", "spoke", "speaks", "talking", "talked", "talks"), ("to", "with", "before")),
    **dict.fromkeys(("addressing", "addressed", "addresses", "briefing", "briefed", "briefs"), ("object",)),
    **dict.fromkeys(("testifying", "testified", "appearing", "appeared"), ("to", "before")),
    **dict.fromkeys(("writing", "responding", "replying"), ("to",)),
}
_ASKED = frozenset({"asked", "questioned", "pressed", "quizzed", "interviewed"})
_SENT = frozenset({"addressed", "sent", "written", "delivered"})
_BEFORE_OCCASIONS = frozenset({"in", "during", "at", "on", "via", "through", "over"})
_BEFORE_ASSEMBLIES = frozenset({"in", "before"})
# verbs whose object is always somebody, so that the parse must be wrong where it finds none
_ALWAYS_TO = frozenset({"tell", "tells", "told", "telling", "assured", "reminded", "informed", "notified", "reassured"})
_PHRASE_TAGS = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "HYPH", "RB", "VBN"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_MEASURES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_REFLEXIVE = "self"
# a content that begins like this says something of the cue's object
_PREDICATING = frozenset({"for", "of", "as", "over"})
_STEPS = 5


def addressees(
    page: Page, cue: Cue, places: frozenset[str], content: Iterable[Run], source: Run | None
) -> Iterator[Run]:
    """To whom it was said by the cue's own complements: "told X", "said to X", "called on X"."""
    covered = list(content)
    for child in cue.head.children:
        if any(run.start <= child.i < run.end for run in covered):
            continue
        found = child if child.dep_ in {"dobj", "dative"} and "object" in places and child.tag_ != "IN" else None
        if child.dep_ in {"prep", "dative"} and child.lower_ in places:
            found = parse.child(child, "pobj")
        is_beside = found is not None and found.i > cue.head.i and page.quoted[found.i] == page.quoted[cue.head.i]
        if found is not None and _is_named_behind(found):
            continue
        if found is not None and is_beside and is_somebody(found) and not (source and _holds(source, found.i)):
            content_starts = [run.start for run in covered if run.start > found.i]
            # "told Lima | the port | had": two by the parse
            also = parse.child(found, "appos")
            if also is not None and also.left_edge.tag_ in {"DT", "PRP$"} and also.right_edge.i + 1 in content_starts:
                content_starts.append(also.left_edge.i)
            yield Run(found.left_edge.i, min(found.right_edge.i + 1, *content_starts, len(page.words)))


def _is_named_behind(noun: Token) -> bool:
    """Whether a noun only says what the name behind it is: "told the newspaper | Harbour News", two by the parse."""
    if noun.dep_ not in {"dative", "dobj"} or noun.tag_ != "NN":
        return False
    names = (each for each in noun.head.children if each.dep_ == "dobj" and each.tag_ == "NNP")
    return any(each.left_edge.i == noun.i + 1 for each in names)


def addressed(page: Page, draft: Draft) -> tuple[Run, ...]:
    """To whom a statement was made: by its cue, else by the occasion ("in a letter to X", "speaking to X")."""
    told = [_bare(page, run) for run in draft.addressees if is_somebody(page.top(run))]
    if draft.cue is None or told or page.is_broken(draft.cue.head.i):
        return tuple(told)
    blocked = [page.run(span) for span in draft.content] + ([draft.source] if draft.source else [])
    found = [*_overlooked(page, draft.cue, blocked), *_by_occasion(page, draft, blocked)]
    if not found:
        found = list(vocatives(page, draft))
    return tuple(dict.fromkeys(found[:2]))


def spoken_of(page: Page, draft: Draft) -> tuple[Run, ...]:
    """Of whom a cue says what the content goes on with: "thanked | X | for", "accused | X | of"."""
    if draft.cue is None or draft.cue.part != "verb":
        return ()
    first = page.run(draft.content[0])
    thing = parse.child(draft.cue.head, "dobj")
    is_between = thing is not None and draft.cue.head.i < thing.i < first.start
    if thing is None or not is_between or page.words[first.start] not in _PREDICATING or not is_somebody(thing):
        return ()
    return (noun_phrase(thing),)


def is_somebody(head: Token) -> bool:
    """Whether a phrase may name somebody who listens: no time, no thing that is told, nobody's own self."""
    is_thing = head.lower_ in _nobody() or head.lower_.endswith((_REFLEXIVE, "selves"))
    return head.tag_ in _NOUN_TAGS and not is_thing and (head.ent_type_ not in _MEASURES or _counts_people(head))


def _counts_people(number: Token) -> bool:
    """ "Thousands of supporters"."""
    of = parse.child(number, "prep")
    counted = parse.child(of, "pobj") if of is not None and of.lower_ == "of" else None
    return number.ent_type_ == "CARDINAL" and counted is not None and is_somebody(counted)


def noun_phrase(head: Token) -> Run:
    """A noun with what stands before it, with "of …", its name and what is joined to it, without clauses and places."""
    end = head.i + 1
    for child in head.rights:
        joins = child.dep_ in {"cc", "conj"} or child.text == ","
        # "the newspaper Harbour News"
        is_its_name = child.dep_ == "appos" and child.left_edge.i == end and child.tag_ in {"NNP", "NNPS"}
        if child.dep_ == "conj" or is_its_name:
            end = noun_phrase(child).end
        elif child.dep_ == "prep" and child.lower_ == "of":
            end = max(end, *(noun_phrase(each).end for each in child.children if each.dep_ == "pobj"), end)
        elif not joins:
            break
    return Run(head.left_edge.i, end)


def audience(verb: Token) -> Token | None:
    """Who listens where a verb only tells of speaking: "spoke to X", "addressed X"."""
    places = TALKING.get(verb.lower_, ())
    if "object" in places:
        return _somebody(parse.child(verb, "dobj"))
    for child in verb.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in places and child.i > verb.i:
            return _somebody(parse.child(child, "pobj"))
    return None


@cache
def occasions() -> dict[str, str]:
    """Nouns of occasions, with the preposition before whoever listens."""
    said_to, said_with = lexicon.words("letters.txt"), lexicon.words("conversations.txt")
    return dict.fromkeys(said_to, "to") | dict.fromkeys(said_with, "with")


@cache
def assemblies() -> frozenset[str]:
    """Bodies that listen where somebody speaks in them."""
    return lexicon.words("assemblies.txt")


@cache
def _nobody() -> frozenset[str]:
    return lexicon.words("no_addressees.txt")


def _somebody(token: Token | None) -> Token | None:
    return token if token is not None and is_somebody(token) else None


def _holds(run: Run, index: int) -> bool:
    return run.start <= index < run.end


def _bare(page: Page, run: Run) -> Run:
    """An addressee's phrase without the clauses and places behind it."""
    phrase = noun_phrase(page.top(run))
    return Run(max(run.start, phrase.start), min(run.end, phrase.end))


def _overlooked(page: Page, cue: Cue, blocked: Iterable[Run]) -> Iterator[Run]:
    """The noun phrase behind "told", which the parser took for a subject: "told the ministers gathered there"."""
    start = cue.head.i + 1
    if cue.head.lower_ not in _ALWAYS_TO or any(_holds(run, start) for run in blocked):
        return
    stop = page.sentences[cue.head.i].end
    end = start
    while end < stop and page.tokens[end].tag_ in _PHRASE_TAGS and not any(_holds(run, end) for run in blocked):
        end += 1
    if end > start and page.tokens[end - 1].tag_ in _NOUN_TAGS and is_somebody(page.tokens[end - 1]):
        yield Run(start, end)


def _by_occasion(page: Page, draft: Draft, blocked: list[Run]) -> Iterator[Run]:
    if draft.cue is None:
        return
    verbs = _verbs(draft.cue)
    source = draft.source
    for i in range(*page.sentences[draft.cue.head.i]):
        word = page.words[i]
        if word not in _signs() or any(_holds(run, i) for run in blocked if run != source):
            continue
        token = page.tokens[i]
        if page.quoted[i] == page.quoted[draft.cue.head.i] and _is_around(token, verbs, source):
            listener = _listener(page, token)
            if listener is not None and not any(_holds(run, listener.i) for run in blocked if run != source):
                yield noun_phrase(listener)


@cache
def _signs() -> frozenset[str]:
    return frozenset(TALKING) | _ASKED | frozenset(occasions()) | assemblies()


def _verbs(cue: Cue) -> set[int]:
    """The verb of a cue, and the ones before it that share its subject: "spoke to X and said"."""
    found, verb = {cue.head.i, cue.verb.i}, cue.verb
    while verb.dep_ == "conj" and verb.head.i < verb.i and parse.child(verb, "nsubj") is None:
        verb = verb.head
        found.add(verb.i)
    return found


def _is_around(token: Token, verbs: set[int], source: Run | None) -> bool:
    """Whether the first verb above a word is the cue's, or it hangs on the source: "X, in a letter to Y, said"."""
    if token.i in verbs:
        return True
    subject = parse.child(token, "nsubj") if token.tag_.startswith("VB") else None
    is_of_other = subject is not None and not (source is not None and _holds(source, subject.i))
    if token.dep_ == "relcl" or is_of_other:
        # "Brun, who spoke to Sole on Monday, said", "Brun spoke to Sole; both agreed": another occasion
        return False
    above = token.head
    for _ in range(_STEPS):
        if above.i in verbs or (source is not None and _holds(source, above.i) and not _holds(source, token.i)):
            return True
        if above.pos_ in {"VERB", "AUX"} or above.head == above:
            return False
        above = above.head
    return False


def _listener(page: Page, token: Token) -> Token | None:
    word = token.lower_
    if word in TALKING and token.tag_.startswith("VB"):
        return audience(token)
    if word in _ASKED and token.tag_ == "VBN" and token.dep_ in {"advcl", "acl"}:
        by = parse.child(token, "agent")
        return _somebody(parse.child(by, "pobj")) if by is not None else None
    if token.dep_ != "pobj":
        return None
    if word in occasions() and token.head.lower_ in _BEFORE_OCCASIONS:
        return _partner(page, token, occasions()[word])
    return token if word in assemblies() and token.head.lower_ in _BEFORE_ASSEMBLIES else None


def _partner(page: Page, noun: Token, preposition: str) -> Token | None:
    """With or to whom: "a call | with X"."""
    sent = [each for each in noun.children if each.dep_ == "acl" and each.lower_ in _SENT]
    below = (child for word in (noun, *sent) for child in word.children)
    behind = [child for child in below if child.dep_ in {"prep", "dative"} and child.i > noun.i]
    following = page.tokens[noun.i + 1 : noun.i + 2]
    for child in (*behind, *following):
        if child.lower_ == preposition:
            return _somebody(parse.child(child, "pobj"))
    return None


_TITLES = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "madam", "madame", "dear", "president", "minister"})
_TO_SOMEBODY = frozenset({"you", "your", "you're", "please", "thank"})
_LONGEST_NAME = 4


def vocatives(page: Page, draft: Draft) -> Iterator[Run]:
    """Who is called at the beginning of a quotation: "“Mr President, you must …”"."""
    for span in draft.content:
        start, end = page.run(span)
        if page.quoted[start] < 0:
            continue
        first = start + 1
        comma = next((i for i in range(first, min(end, first + _LONGEST_NAME + 1)) if page.words[i] == ","), None)
        if comma is not None and comma > first and _is_called(page, first, comma, end):
            yield Run(first, comma)


def _is_called(page: Page, first: int, comma: int, end: int) -> bool:
    is_name = all(page.tokens[i].text[:1].isupper() for i in range(first, comma))
    is_named = page.tokens[comma - 1].tag_ in {"NNP", "NNPS", "NN"} and is_name
    is_titled = page.words[first] in _TITLES and comma - first > 1
    is_spoken_to = not _TO_SOMEBODY.isdisjoint(page.words[comma + 1 : min(comma + 4, end)])
    return is_named and (is_titled or is_spoken_to)
