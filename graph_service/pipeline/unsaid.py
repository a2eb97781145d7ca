"""What looks like a statement and is none of its source: what is asked, and what is put to somebody."""

from spacy.tokens import Token

from graph_service.pipeline.cues import Cue
from graph_service.pipeline.drafts import Draft, is_within
from graph_service.pipeline.interviews import interview
from graph_service.pipeline.lexicon import personal_nouns
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.parse import FINITE, FINITE_OR_MODAL, above_as, child, described_before

_WHO = frozenset({"who", "what", "which"})
_RELATIVE = frozenset({"who", "whom", "which"})
_ASKING = frozenset(
    {"did", "does", "do", "has", "have", "had", "will", "would", "is", "are", "was", "were", "can", "could", "should"}
)
_PASSIVE = ("auxpass", "nsubjpass")
_CLAUSES = frozenset({"ccomp", "xcomp", "conj", "pcomp"})
# clauses above a verb
_HIGHEST = 6
# "asked", which the tagger also takes for the past
_REDUCED = frozenset({"VBN", "VBD"})
_ALLOWING = frozenset({"allow", "authorise", "authorize", "permit"})
_TELLING = frozenset({"say", "tell", "add"})
_COMMENTING = frozenset({"comment", "elaborate", "expand", "remark", "touch"})
# who gives none of it says nothing by that
_GIVING = frozenset({"give", "offer", "provide", "show"})
_WITHHELD = frozenset(
    {"detail", "details", "emotion", "evidence", "explanation", "proof", "reaction", "reason", "reasons", "remorse"}
    | {"figures", "specifics"}
)
_NAMES = frozenset({"name", "names", "surname"})
# who is called home
_SENT = frozenset({"ambassador", "consul", "diplomat", "envoy", "representative"})
# words from what is asked for back to "how"
_LONGEST_QUESTION = 12
_DENYING = frozenset({"deny", "dispute"})
_NOBODY = frozenset({"no", "nobody", "none"})
_ASKED = frozenset({"ask", "wonder"})
_PUBLISHING = frozenset({"circulate", "distribute", "post", "publish", "release", "share"})
_PICTURES = frozenset({"clip", "footage", "image", "link", "map", "photo", "photograph", "picture", "video"})
# words of "great promise", and one more
_FEW = 3
# what the writer finds of somebody: "he is right about that"
_JUDGED = frozenset({"right", "wrong", "correct", "mistaken"})


def is_unsaid(page: Page, draft: Draft) -> bool:
    """Whether a draft is nobody's statement by how its sentence is built; what is quoted is left alone.

    What stands behind a label in an interview is an answer as a whole, or a question.
    """
    cue = draft.cue
    if draft.cue_run is not None and page.words[draft.cue_run.start] == ":":
        return interview(page.text).at(page.offsets[draft.cue_run.start]) is not None
    if cue is None or is_within(page, draft):
        return False
    if (_is_put_to(cue, draft.source) and not _is_only_verb(page, cue.verb)) or _is_question(
        page, cue.verb, draft.source
    ):
        return True
    if any(is_nothing_said(cue.verb) for is_nothing_said in _BY_VERB):
        return True
    return any(is_nothing_said(page, draft, cue.verb) for is_nothing_said in _BY_WORDS)


def _asks_who(page: Page, draft: Draft, _verb: Token) -> bool:
    """Whether what is said is only a word that asks: "who promised | what"."""
    first = page.text[slice(*draft.content[0])].lower()
    return first in _WHO | _RELATIVE and (len(draft.content) == 1 or (first in _RELATIVE and draft.source is None))


def _is_open(verb: Token) -> bool:
    """Whether a clause leaves open if it is said at all: "asked whether Lima would condemn it", "how he wants it"."""
    for _ in range(_HIGHEST):
        if verb.dep_ not in _CLAUSES:
            return False
        mark = child(verb, "mark")
        between = verb.doc[max(verb.head.i, verb.i - _LONGEST_QUESTION) : verb.i]
        is_asked = verb.head.lemma_ in _ASKED and any(each.tag_ in {"WRB", "WP"} for each in between)
        if is_asked or (mark is not None and mark.lower_ == "whether"):
            return True
        verb = verb.head
    return False


def _is_nobodys(page: Page, draft: Draft, _verb: Token) -> bool:
    """ "No leader asked Lima to stop"."""
    return draft.source is not None and page.words[draft.source.start] in _NOBODY


def _is_condition(page: Page, draft: Draft, _verb: Token) -> bool:
    """ "Speaking on condition that nobody name her"."""
    first = page.run(draft.content[0]).start
    return page.words[first] == "that" and page.words[max(first - 2, 0) : first] == ["on", "condition"]


def _is_denied(verb: Token) -> bool:
    """What somebody denies that anybody said or wants: "denied that Lima agreed to it"."""
    above = verb.head
    return verb.dep_ == "ccomp" and above.lemma_ in _DENYING and child(above, "neg") is None


def _leaves_open(verb: Token) -> bool:
    """ "Would neither confirm nor deny it"."""
    first = verb.head if verb.dep_ == "conj" else verb
    return any(each.lower_ == "neither" for each in first.children)


def _is_not_allowed(verb: Token) -> bool:
    """ "Was not authorised to discuss it"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in _ALLOWING and child(verb.head, "auxpass") is not None


def _is_misquoted(verb: Token) -> bool:
    """ "Misquoted Brun as saying it"."""
    above = above_as(verb)
    return "misquote" in {verb.lemma_, above.lemma_ if above is not None else ""}


def _tells_of_telling(page: Page, draft: Draft, _verb: Token) -> bool:
    """Whether what is said would begin with its verb: "agreed by Lima, whose envoy | said …"."""
    first = page.tokens[page.run(draft.content[0]).start]
    return first.tag_ in FINITE and first.lemma_ in _TELLING and page.quoted[first.i] < 0


def _points_on(page: Page, draft: Draft, _verb: Token) -> bool:
    """Whether what is said stands elsewhere: "Brun told journalists this, Reuters reports"."""
    verb = page.top(page.run(draft.content[0]))
    is_this = any(each.dep_ == "dobj" and each.lower_ == "this" for each in verb.children)
    return is_this and verb.lemma_ in _TELLING and page.quoted[verb.i] < 0


def _is_occasion(verb: Token) -> bool:
    """Whether it only says what is spoken about: "Commenting on the flood, Brun said …"."""
    above = verb.head if verb.tag_ == "VBG" and verb.dep_ == "advcl" else None
    return verb.lemma_ in _COMMENTING and above is not None and child(above, "nsubj") is not None


def _gives_nothing(page: Page, draft: Draft, verb: Token) -> bool:
    """ "Offered no evidence", but not "offered no proof that …"."""
    first, last = page.run(draft.content[0]).start, page.run(draft.content[-1]).end - 1
    if verb.lemma_ in _GIVING and verb.dep_ == "pcomp" and verb.head.lower_ == "without" and last - first < 3:
        # "without giving its own"
        return True
    return verb.lemma_ in _GIVING and page.words[first] == "no" and page.words[last] in _WITHHELD and last - first < 3


def _is_unnamed(page: Page, draft: Draft, verb: Token) -> bool:
    """ "Requested anonymity", "would not give her surname": how it is told, not what."""
    run = page.run(draft.content[0])
    keeps_name = verb.lemma_ in _GIVING and page.words[run.end - 1] in _NAMES
    return keeps_name or page.words[run.start] == "anonymity"


def _dismisses(_page: Page, draft: Draft, verb: Token) -> bool:
    """ "Recalled his ambassador", "dismissed a juror"; but "dismissed critics"."""
    thing = child(verb, "dobj")
    if thing is None or any(each.lower_ == "as" for each in verb.children):
        return False
    is_sent = verb.lemma_ == "recall" and thing.lemma_.lower() in _SENT and draft.pattern == "object"
    is_somebody = thing.ent_type_ == "PERSON" or (thing.tag_ == "NN" and thing.lemma_.lower() in personal_nouns())
    return is_sent or (verb.lemma_ == "dismiss" and is_somebody)


def _shows(page: Page, draft: Draft, verb: Token) -> bool:
    """What is to be seen, and not what is said: "shows promise", "published footage of the flood"."""
    if verb.lemma_ == "show" and len(draft.content) == 1:
        words = page.tokens[slice(*page.run(draft.content[0]))]
        if draft.pattern == "quote" and words.start == verb.i + 1:
            # "had shown “resilience”"
            return True
        return len(words) < _FEW and words[-1].pos_ in {"NOUN", "VERB"} and all(each.is_lower for each in words)
    thing = child(verb, "dobj")
    return verb.lemma_ in _PUBLISHING and thing is not None and thing.lemma_.lower() in _PICTURES


def _raises(page: Page, draft: Draft, verb: Token) -> bool:
    """What follows from what is told: "…, raising hopes for peace"."""
    is_raising = "raise" in {verb.lemma_, verb.head.lemma_} and "raising" in (verb.lower_, verb.head.lower_)
    return is_raising and verb.doc[verb.i if verb.lower_ == "raising" else verb.head.i].dep_ == "advcl"


def _is_judged(page: Page, draft: Draft, verb: Token) -> bool:
    """ "He is right about that"."""
    cue = draft.cue_run if draft.cue_run is not None else Run(verb.i, verb.i + 1)
    return verb.lemma_ == "be" and not _JUDGED.isdisjoint(page.words[cue.start : cue.end])


def _is_put_to(cue: Cue, source: Run | None) -> bool:
    """Whether it is put to its source: "Asked whether …, he said", "a guard, asked for …, said", "she is asked"."""
    verb = cue.verb
    # "Brun, the port chief, called on them to row", of which the parse makes a phrase
    is_main = verb.head.dep_ == "ROOT" and verb.head.pos_ == "PROPN"
    is_clause = verb.tag_ in _REDUCED and verb.dep_ in {"advcl", "acl"} and not is_main
    is_reduced = is_clause and child(verb, "aux", "nsubj", *_PASSIVE) is None
    if source is None:
        return is_reduced and verb.dep_ == "advcl"
    if not any("object" in reading.entry.addressee for reading in cue.readings):
        return False
    if is_reduced and verb.dep_ == "advcl" and verb.i < source.start:
        return True
    subject = child(verb, "nsubj")
    is_when = any(each.tag_ == "WRB" for each in verb.lefts)
    if is_reduced and is_when:
        # "he said when asked about it"
        return True
    # "Brun, asked about it, said", where the parse has her ask; but "Brun, the mayor, asked about it"
    is_alone = subject is not None and subject.n_rights == sum(each.is_punct for each in subject.rights)
    if (is_clause or is_alone) and not is_when and subject is not None and described_before(subject, verb):
        return verb.tag_ in _REDUCED
    asked = verb.head if is_reduced else child(verb, "nsubjpass")
    return asked is not None and source.start <= asked.i < source.end


def _is_only_verb(page: Page, verb: Token) -> bool:
    """Whether no other verb tells what happened: "“Why?” Brun, the mayor, asked", which the parse has her be asked."""
    others = (page.tokens[i] for i in range(*page.sentences[verb.i]) if i != verb.i and page.quoted[i] < 0)
    return verb.tag_ == "VBD" and not any(each.tag_ in FINITE_OR_MODAL for each in others)


def _is_question(page: Page, verb: Token, source: Run | None) -> bool:
    """Whether a sentence asks who says it, or whether somebody does: "Who opposed it?", "Did she say that …?"."""
    begin, end = page.sentences[verb.i]
    if "?" not in page.words[begin:end]:
        return False
    if ":" in page.words[begin : verb.i]:
        begin = page.words.index(":", begin) + 1
    asks_who = source is not None and source.start == begin and page.words[begin] in _WHO
    subject = child(verb, "nsubj")
    first = begin if subject is None else subject.left_edge.i - 1
    # "did she say", also behind what it is about: "On Chile, did she say"
    is_inverted = page.words[first] in _ASKING and any(each.i == first for each in verb.children)
    return asks_who or is_inverted


_BY_VERB = (_is_open, _is_denied, _leaves_open, _is_not_allowed, _is_misquoted, _is_occasion)
_BY_WORDS = (
    _asks_who,
    _is_nobodys,
    _is_condition,
    _tells_of_telling,
    _points_on,
    _gives_nothing,
    _is_unnamed,
    _dismisses,
    _shows,
    _is_judged,
    _raises,
)
