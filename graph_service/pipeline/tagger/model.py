"""The trained model that finds statements: an encoder over windows of an article, and a head that reads each cue."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

from graph_service.errors import ModelMissing
from graph_service.models import Span
from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.page import Page
from graph_service.pipeline.tagger import decode
from graph_service.pipeline.tagger.batches import REACH, Floats, alike, cue_batch, window_batch
from graph_service.pipeline.tagger.confidence import PLAIN, confidence
from graph_service.pipeline.tagger.decode import FoundCue, TaggedStatement
from graph_service.pipeline.tagger.networks import Networks, OnnxNetworks
from graph_service.pipeline.tagger.syntax import Labels, Syntax
from graph_service.pipeline.tagger.words import Window, Words

FOLDER = Path(__file__).with_name("data")
#: the vocabulary with its splitter; the labels that the model knows, and the weights of its confidence
VOCABULARY, ABOUT = "tokenizer.json", "model.json"

#: pieces of a window
WINDOW = 192
#: a beginning less likely than this is no cue
_CUE = 0.20
# pieces read at once, and words in reach of cues: enough to keep the processor busy, few enough to stay in its cache
_PIECES, _REACHED = 384, 2048


class Found(NamedTuple):
    """A statement as the model sees it, in the article's text."""

    content: tuple[Span, ...]
    cue: Span
    source: Span | None
    # that content and source are right, 0 to 1
    confidence: float
    # that it is speech, not an attitude, 0 to 1
    speech: float


@lru_cache(maxsize=2)
def load(folder: Path = FOLDER, threads: int = 1) -> "Tagger":
    """The model that ships with the package, or another one of the same form.

    Raises:
        ModelMissing: the files are not there or cannot be read.
    """
    try:
        networks = OnnxNetworks(folder, threads)
        about = json.loads((folder / ABOUT).read_text("utf-8"))
        labels = Labels(tuple(about["tags"]), tuple(about["relations"]))
        return Tagger(networks, load_tokenizer(folder / VOCABULARY), labels, about["calibration"], networks.digest)
    except Exception as error:  # both libraries raise bare Exceptions of their own
        raise ModelMissing(f"The statement model in {folder.name} cannot be loaded: {error}.") from error


def load_tokenizer(path: Path) -> Tokenizer:
    """The vocabulary with its splitter, which neither pads nor truncates."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class Tagger:
    """Finds source, cue and content of statements in English news; the same text gives the same answer."""

    def __init__(
        self,
        networks: Networks,
        tokenizer: Tokenizer,
        labels: Labels,
        calibration: Sequence[float] = PLAIN,
        digest: str = "",
    ) -> None:
        self._networks, self._tokenizer, self._labels, self._weights = networks, tokenizer, labels, calibration
        # which model it is
        self.digest = digest

    def find(self, page: Page, drafts: Iterable[Draft]) -> list[Found]:
        """The statements of an article by their cues, in order; ``drafts`` are what the rules find."""
        words = Words(page.text, self._tokenizer, page.quotations)
        article = Syntax(page, words, drafts, self._labels)
        return [in_text(words, each, self._weights) for each in self.statements(article)]

    def statements(self, article: Syntax) -> list[TaggedStatement]:
        """The statements of an article in words, in order of their cues."""
        found: list[TaggedStatement] = []
        for windows in alike(article.words.windows(WINDOW), partial(_pieces, article.words), _PIECES):
            encoded = self._networks.encode(window_batch([article] * len(windows), windows))
            for cues in alike(_cues(windows, encoded.cues), partial(_reach, windows), _REACHED):
                found += self._read(article, windows, encoded.states, cues)
        return sorted(found, key=lambda each: each.cue)

    def _read(
        self, article: Syntax, windows: Sequence[Window], states: Floats, cues: Sequence[tuple[int, FoundCue]]
    ) -> Iterator[TaggedStatement]:
        batch = cue_batch([article] * len(windows), windows, [(row, cue.start, cue.end) for row, cue in cues])
        labels, at_cue = self._networks.read(states, batch)
        chances = decode.chances(labels)
        for position, (row, cue) in enumerate(cues):
            around = chances.of(position, int(batch.mask[position].sum()))
            start = windows[row].start
            in_article = cue._replace(start=cue.start + start, end=cue.end + start)
            first = start + int(batch.starts[position])
            agrees = bool(batch.roles[position].any())
            yield decode.statement(around, at_cue[position], in_article, first, agrees=agrees)


def _pieces(words: Words, window: Window) -> int:
    return words.length(window.start, window.end)


def _cues(windows: Sequence[Window], chances: Floats) -> Iterator[tuple[int, FoundCue]]:
    for row, window in enumerate(windows):
        for cue in decode.cues(chances[row, : window.end - window.start], _CUE):
            yield row, cue


def _reach(windows: Sequence[Window], place: tuple[int, FoundCue]) -> int:
    """How many words a cue is read with."""
    row, cue = place
    before, behind = REACH
    return min(cue.start, before) + min(windows[row].end - windows[row].start, cue.end + behind) - cue.start


def in_text(words: Words, found: TaggedStatement, weights: Sequence[float]) -> Found:
    """A statement with offsets into the article's text."""

    def span(run: decode.Run) -> Span:
        return Span(words.spans[run[0]][0], words.spans[run[1] - 1][1])

    source = span(found.source) if found.source is not None else None
    return Found(
        tuple(map(span, found.content)), span(found.cue), source, confidence(found.evidence, weights), found.speech
    )
