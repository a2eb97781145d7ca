"""Media that only relay: whom they cite is the source, and they stand between the source and the reader."""

from collections.abc import Container, Iterable, Sequence
from functools import cache

from spacy.tokens import Token

from graph_service.knowledge import load_lexicon
from graph_service.pipeline import lexicon, parse
from graph_service.pipeline.complements import CITING
from graph_service.pipeline.cues import Cue
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.lexicon import CueClass
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.parentheses import citing_behind
from graph_service.pipeline.sources import QUOTING, source_token

_NAMES = frozenset({"NNP", "NNPS"})
_THIS = frozenset({"it", "so", "that", "this"})
_LEARNS = frozenset({"learn", "learns", "learned", "learnt", "hear", "hears", "heard"})


@cache
def _media() -> frozenset[str]:
    return lexicon.words("media.txt")


@cache
def _people() -> frozenset[str]:
    return lexicon.words("people.txt")


def is_medium(page: Page, run: Run) -> bool:
    """Whether a phrase names a medium: a known one, or by one of the words of its name; no press secretary."""
    head = page.top(run)
    if head.i in page.media:
        return True
    if head.ent_type_ == "PERSON" or head.lower_ in load_lexicon().role_nouns:
        return False
    comma = next((i for i in range(*run) if page.words[i] == ","), run.end)
    words = [page.words[i] for i in range(run.start, comma) if not _is_for_press(page.tokens[i])]
    return not _media().isdisjoint(words) and _people().isdisjoint(words)


def _is_for_press(word: Token) -> bool:
    """Whether "press" only says what another noun is for: "the court's press office"."""
    return word.text == "press" and word.dep_ == "compound" and word.head.pos_ == "NOUN"


def relayed(page: Page, cues: Iterable[Cue], drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts with the media that relay them, without those in which a medium only says that somebody spoke."""
    found = [_with_relays(page, draft) for draft in drafts]
    cited = {draft.source.start for draft in found if draft.relays and draft.source is not None}
    return _without_mere_relays(page, [draft for draft in found if not _only_cites(page, draft, cited)], cues)


def _only_cites(page: Page, draft: Draft, cited: Container[int]) -> bool:
    """Whether a draft is but the "citing X" of a statement that X is the source of, or of one that it vouches for."""
    if draft.cue is None or draft.cue.head.lower_ not in CITING:
        return False
    first = page.run(draft.content[0])
    is_somebody = draft.pattern == "object" and len(draft.content) == 1 and page.top(first).pos_ == "PROPN"
    return is_somebody or first.start in cited


def _with_relays(page: Page, draft: Draft) -> Draft:
    """A draft with whom its source cites as the source, and the medium as the relay."""
    if draft.cue is None or draft.source is None:
        return draft
    cited, learned = _cited(page, draft.cue, draft.source), _learned_from(page, draft.cue, draft.source)
    if cited is not None:
        whole = page.span(cited)
        content = tuple(each for each in draft.content if not whole.start <= each.start < each.end <= whole.end)
        return draft._replace(
            source=cited, relays=(_before(page, draft.source, cited),), content=content or draft.content
        )
    if learned is not None:
        return draft._replace(source=learned, relays=(draft.source,), cue_class=CueClass.SPEECH)
    if draft.cue.head.lower_ in QUOTING and page.top(draft.source).dep_ == "nsubj":
        # it relays, and is not relayed
        return draft
    return _quoted_by(page, draft, source_token(draft.cue))


def _cited(page: Page, cue: Cue, source: Run) -> Run | None:
    """Whom a medium cites: "Bloomberg, citing officials, reported"."""
    above = (cue.head, page.tokens[source.start], page.tokens[source.end - 1], page.top(source))
    below = (child for token in above for child in token.children if _cites(child))
    behind = citing_behind(page, source)
    for citing in (*below, *([behind] if behind is not None else ())):
        phrase = next((child for child in citing.children if child.dep_ in {"dobj", "ccomp"}), None)
        cited = phrase if phrase is None or phrase.dep_ == "dobj" else _subject(phrase)
        if phrase is not None and cited is not None and _is_person(page, cited, source):
            end = _end(page, phrase)
            return Run(phrase.left_edge.i, end - (page.words[end - 1] == ","))
    return _referred_to(page, cue, source)


def _referred_to(page: Page, cue: Cue, source: Run) -> Run | None:
    """To whom a medium refers: "TASS reports with reference to a source"."""
    if not is_medium(page, source):
        return None
    for each in (each for each in cue.head.children if each.dep_ in {"advcl", "prep"}):
        reference = parse.child(each, "pobj") if each.lower_ == "with" else each if each.lower_ == "referring" else None
        to = parse.child(reference, "prep") if reference is not None else None
        told = parse.child(to, "pobj") if to is not None and to.lower_ == "to" else None
        if told is not None and (reference is None or reference.lower_ in {"reference", "referring"}):
            end = _end(page, told)
            that = next((i for i in range(told.i + 1, end) if page.words[i] == "that"), end)
            return Run(told.left_edge.i, that - (page.words[that - 1] == ","))
    return None


def _before(page: Page, medium: Run, cited: Run) -> Run:
    """A medium's phrase without the clause in which it cites: "the Times, | which cited officials"."""
    comma = next((i for i in range(*medium) if page.words[i] == ","), medium.end)
    return Run(medium.start, comma) if medium.start < comma < cited.start < medium.end else medium


def _cites(verb: Token) -> bool:
    """ "Citing X", and "which cited X"."""
    is_clause = verb.dep_ == "relcl" and verb.lower_ in QUOTING and parse.child(verb, "nsubj") is not None
    return verb.lower_ in CITING or is_clause


def _learned_from(page: Page, cue: Cue, source: Run) -> Run | None:
    """From whom a medium knows it: "Harbour Wire learned from an official that …"."""
    by = parse.child(cue.head, "prep") if cue.head.lower_ in _LEARNS and is_medium(page, source) else None
    told = parse.child(by, "pobj") if by is not None and by.lower_ == "from" else None
    if told is None:
        return None
    end = _end(page, told)
    return Run(told.left_edge.i, next((i for i in range(told.i, end) if page.words[i] == "that"), end))


def _end(page: Page, phrase: Token) -> int:
    """Where a phrase ends, without what is said by whom it names: "an adviser, | that …"."""
    clauses = (child for child in phrase.children if child.dep_ in {"relcl", "acl"} and child.left_edge.i > phrase.i)
    told = next((each.left_edge.i for each in clauses if each.left_edge.lower_ == "that"), None)
    if told is None or page.words[told - 1] != ",":
        return phrase.right_edge.i + 1
    return told - 1


def _subject(clause: Token) -> Token | None:
    """Of "people close to the talks", which the parser takes for a clause."""
    return next((child for child in clause.children if child.dep_ == "nsubj"), None) if clause.tag_ == "JJ" else None


def _is_person(page: Page, cited: Token, source: Run) -> bool:
    return cited.lower_ in _people() or (cited.tag_ in _NAMES and is_medium(page, source))


def _quoted_by(page: Page, draft: Draft, source: Token | None) -> Draft:
    """A source with the medium that quotes it: "an official quoted by Bloomberg", "Bloomberg quoted him as saying"."""
    agent = _quoting_agent(draft.cue.head) if draft.cue is not None else None
    if agent is not None:
        return draft._replace(relays=(Run(agent.left_edge.i, agent.right_edge.i + 1),))
    if source is None or draft.source is None:
        return draft
    if source.dep_ == "dobj" and source.head.lower_ in QUOTING:
        medium = next((child for child in source.head.children if child.dep_ == "nsubj"), None)
        return draft if medium is None else draft._replace(relays=(_whole(medium),))
    for clause in source.children:
        if clause.dep_ == "acl" and clause.lower_ in {"quoted", "cited"} and clause.i > source.i:
            agents = (child for by in clause.children if by.dep_ == "agent" for child in by.children)
            medium = next(agents, None)
            if medium is not None:
                end = clause.left_edge.i - (page.words[clause.left_edge.i - 1] == ",")
                relay = Run(medium.left_edge.i, medium.right_edge.i + 1)
                return draft._replace(source=Run(draft.source.start, end), relays=(relay,))
    return draft


def _whole(noun: Token) -> Run:
    """The phrase of a noun, without a comma at its end."""
    end = noun.right_edge.i + 1
    return Run(noun.left_edge.i, end - noun.right_edge.is_punct)


def _quoting_agent(verb: Token) -> Token | None:
    """By whom somebody "was quoted as saying" it."""
    quoted = parse.above_as(verb)
    by = parse.child(quoted, "agent") if quoted is not None and quoted.lower_ in QUOTING else None
    return parse.child(by, "pobj") if by is not None else None


def _without_mere_relays(page: Page, drafts: Sequence[Draft], cues: Iterable[Cue]) -> list[Draft]:
    """Drafts without those in which a medium only says that somebody else said something; it relays the inner one."""
    reporting = {cue.head.i: cue for cue in cues if cue.part == "verb"}
    by_cue = {draft.cue.head.i: draft for draft in drafts if draft.cue is not None}
    for outer in drafts:
        verb = _relayed_verb(page, outer)
        if verb is None or verb.i not in reporting or outer.cue is None or outer.source is None:
            continue
        inner = by_cue.get(verb.i)
        if inner is not None and inner.source is not None:
            by_cue[verb.i] = inner._replace(relays=(*inner.relays, outer.source))
            del by_cue[outer.cue.head.i]
        elif inner is None and _only_speaks(reporting[verb.i]):
            del by_cue[outer.cue.head.i]
    return [*by_cue.values(), *(draft for draft in drafts if draft.cue is None)]


def _only_speaks(cue: Cue) -> bool:
    """Whether a verb has somebody who speaks and nothing that is said or done, whoever it is told: "told Lima this"."""
    relations = {child.dep_ for child in cue.head.children}
    thing = parse.child(cue.head, "dobj")
    tells = any("object" in reading.entry.addressee for reading in cue.readings)
    is_bare = thing is None or tells or thing.lower_ in _THIS
    return is_bare and "nsubj" in relations and relations.isdisjoint({"ccomp", "xcomp"})


def _relayed_verb(page: Page, draft: Draft) -> Token | None:
    """The main verb of what a medium relays."""
    if draft.cue is None or draft.source is None or draft.relays or not is_medium(page, draft.source):
        return None
    if page.quoted[page.run(draft.content[0]).start] >= 0:
        return None
    run = page.run(draft.content[0])
    return next((page.tokens[i] for i in range(*run) if _tops(page.tokens[i], draft.cue.head, run)), None)


def _tops(token: Token, cue: Token, run: Run) -> bool:
    is_outside = parse.above_as(token) in {cue, *cue.children} or not run.start <= token.head.i < run.end
    return token.tag_.startswith("VB") and (token.head in (token, cue) or is_outside)
