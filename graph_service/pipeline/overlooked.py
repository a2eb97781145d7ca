"""Who speaks where the parse sees it otherwise: names before or behind a verb, headlines, clauses without "that"."""

from spacy.tokens import Token

from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.parse import FINITE, child, described_before

NAMES = frozenset({"NNP", "NNPS"})
NOUN_PHRASE = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "PRP$", "POS", "HYPH"})
# words between a verb and the one that it hangs on: "heard in a call of hers telling"
_STEPS = 4
_HEARING = frozenset({"catch", "film", "hear", "overhear", "record", "see", "tape"})
# words from a cue back to an apposition
_FURTHEST = 12
_WRITING = frozenset({"add", "answer", "post", "reply", "say", "tweet", "write"})
_ENDS = ".!?"
CLOSING = frozenset({",", ";", "-", "–", "—"})


def named_before(page: Page, cue: Run) -> Run | None:
    """Who stands before a verb that has no subject by the parse: "… of Lima, | Mayor Ada Brun said"."""
    name = page.tokens[cue.start - 1] if cue.start else None
    verb = page.top(cue)
    if name is not None and name.text == "," and verb.tag_ == "VBZ" and is_headline(page, cue):
        return _of_first_verb(page, cue)
    if name is None or name.tag_ not in NAMES or verb.tag_ not in FINITE or child(verb, "nsubj", "nsubjpass"):
        return None
    start = name.i
    while start and page.tokens[start - 1].tag_ in NOUN_PHRASE:
        start -= 1
    return Run(start, cue.start) if start > 1 and page.words[start - 1] == "," else None


def _of_first_verb(page: Page, cue: Run) -> Run | None:
    """The subject of a headline's first verb: "Brun meets envoys, | calls for" a truce."""
    verb = page.top(cue)
    line = page.paragraphs[page.paragraph_of[cue.start]]
    first = next((page.tokens[i] for i in range(line.start, cue.start) if page.tokens[i].tag_ == "VBZ"), None)
    subject = child(first, "nsubj") if first is not None else None
    if child(verb, "nsubj", "nsubjpass") is not None or page.quoted[cue.start] >= 0:
        return None
    return up_to(subject)


def of_contact(page: Page, source: Run, cue: Run) -> Run | None:
    """Who does what an apposition is about, without "that": "Lima voted for it, a step | Chile, its rival, | urged"."""
    for i in range(cue.start - 2, max(source.end, cue.start - _FURTHEST), -1):
        noun = page.tokens[i]
        opens = page.words[i - 2] == "," and page.words[i - 1] in {"a", "an"}
        if opens and noun.tag_ == "NN" and page.tokens[i + 1].tag_ in NAMES and page.words[cue.start - 1] != "and":
            return Run(i + 1, before_marks(page, cue.start, i + 2))
    return None


def reached(verb: Token) -> Token | None:
    """Who is described before ", said", which the parse takes for a clause: "An official, reached by phone, said …"."""
    clause = next((each for each in verb.lefts if each.dep_ == "ccomp" and each.tag_ in {"VBD", "VBN"}), None)
    subject = child(clause, "nsubj") if clause is not None and child(verb, "nsubj") is None else None
    if clause is None or subject is None or child(clause, "dobj") is not None:
        return None
    return subject if described_before(subject, clause) and verb.nbor(-1).text == "," else None


def heard(verb: Token) -> Token | None:
    """Who is heard to speak: "she was heard in a leaked call telling him that …"."""
    if verb.tag_ != "VBG" or child(verb, "aux", "nsubj"):
        return None
    above = verb.head
    for _ in range(_STEPS):
        above = above.head if above.pos_ in {"NOUN", "ADP"} else above
    return child(above, "nsubjpass") if above.lemma_ in _HEARING else None


def inverted_name(page: Page, cue: Run) -> Run | None:
    """Whose name ends a sentence behind its cue, where the parse takes it for what is said: "A “bold” day, wrote X"."""
    verb = page.top(cue)
    end = cue.end
    while end < len(page.words) and page.tokens[end].tag_ in NAMES:
        end += 1
    is_end = cue.end < end < len(page.words) and page.words[end] == "." and page.tokens[cue.end].dep_ != "nsubj"
    opens = cue.start > 1 and page.words[cue.start - 1] == "," and verb.tag_ == "VBD" and verb.lemma_ in _WRITING
    return Run(cue.end, end) if is_end and opens and child(verb, "dobj") is not None else None


def is_headline(page: Page, run: Run) -> bool:
    """Whether a run stands in a line that ends without a full stop."""
    line = page.paragraphs[page.paragraph_of[run.start]]
    return page.words[line.end - 1][-1] not in _ENDS + '"”'


def up_to(subject: Token | None) -> Run | None:
    """A subject with what stands before it, without the clauses behind it."""
    return Run(subject.left_edge.i, subject.i + 1) if subject is not None else None


def before_marks(page: Page, end: int, least: int) -> int:
    """Where a phrase ends before the commas and dashes behind it, not before ``least``."""
    while end > least and page.words[end - 1] in CLOSING:
        end -= 1
    return end
