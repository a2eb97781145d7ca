"""Where what is said begins behind whoever hears it, and the parse makes one phrase of both."""

from spacy.tokens import Token

from graph_service.pipeline import parse
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.page import Page, Run

_NAMED = frozenset({"GPE", "ORG", "PERSON"})
_PROMISING = frozenset({"grant", "offer", "pledge", "promise"})


def with_listener(page: Page, draft: Draft) -> Draft:
    """A draft whose content begins behind whoever is told: "tells Lima | grain must come", one phrase by the parse."""
    head = draft.cue.head if draft.cue is not None else None
    if head is not None and head.lemma_ in _PROMISING:
        return _with_sum(page, draft, head)
    if head is None or head.lemma_ != "tell" or head.i + 2 >= len(page.words) or draft.cue_run is None:
        return draft
    name, noun = page.tokens[head.i + 1], page.tokens[head.i + 2]
    is_phrase = name.tag_ == "NNP" and name.dep_ == "compound" and noun.tag_ in {"NN", "NNS"} and noun.is_lower
    clause = parse.child(head, "ccomp")
    if not is_phrase or clause is None or clause.i < noun.i or parse.child(clause, "mark"):
        return draft
    subject = parse.child(clause, "nsubj", "nsubjpass")
    things = {each.i for each in (subject, parse.child(head, "dobj")) if each is not None}
    if name.head.i not in things or (subject is not None and subject != name.head):
        return draft
    content = (page.span(Run(noun.i, page.run(draft.content[-1]).end)),)
    return draft._replace(content=content, addressees=(Run(name.i, name.i + 1),))


def _with_sum(page: Page, draft: Draft, head: Token) -> Draft:
    """A draft whose content begins with a sum: "promised Lima | 21 million pesos", one phrase by the parse."""
    end = head.i + 1
    while end < len(page.words) and page.tokens[end].ent_type_ in _NAMED and page.tokens[end].tag_ in {"NNP", "NNPS"}:
        end += 1
    is_sum = head.i + 1 < end < len(page.words) and page.tokens[end].tag_ == "CD"
    if not is_sum or page.offsets[end] >= draft.end or any(span.end <= page.offsets[head.i] for span in draft.content):
        return draft
    content = (page.span(Run(end, page.run(draft.content[-1]).end)),)
    return draft._replace(content=content, addressees=(Run(head.i + 1, end),))
