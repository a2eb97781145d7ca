"""The trained model that reads how a sentence takes whom it mentions."""

import json
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import numpy as np
from tokenizers import Tokenizer

from graph_service.errors import ModelMissing
from graph_service.models import Span, Stance
from graph_service.pipeline.stance.passages import Batch, Passage, batch, passages
from graph_service.pipeline.tagger import model as tagger
from graph_service.pipeline.tagger.batches import Floats, alike
from graph_service.pipeline.tagger.networks import session

FOLDER = Path(__file__).with_name("data")
NETWORK, ABOUT = "stance.onnx", "model.json"
#: the order of the model's chances
ORDER = (Stance.POSITIVE, Stance.NEUTRAL, Stance.NEGATIVE)

# pieces read at once
_PIECES = 384


class Network(Protocol):
    """What is asked of a model: chances [mentions, 3] for a batch."""

    def __call__(self, given: Batch) -> Floats:
        """The chances."""


class StanceModel:
    """Reads sentences; the same sentences give the same chances."""

    def __init__(self, network: Network, tokenizer: Tokenizer, shares: Sequence[float], digest: str = "") -> None:
        self._network, self._tokenizer = network, tokenizer
        # how often each stance came in training
        self.shares = np.array(shares, dtype=np.float64)
        # which model it is
        self.digest = digest

    def chances(self, sentences: Sequence[str], mentions: Sequence[Sequence[Span]]) -> list[Floats]:
        """For each sentence [mentions, 3] in ``ORDER``, as in training; 0 for a mention without a word.

        ``mentions``: for each sentence, as offsets into it.
        """
        found = [np.zeros((len(each), len(ORDER)), dtype=np.float32) for each in mentions]
        for group in alike(passages(sentences, mentions, self._tokenizer), _length, _PIECES):
            rows = iter(self._network(batch(group)))
            for each in group:
                for mention in each.mentions:
                    found[each.sentence][mention] = next(rows)
        return found


def _length(passage: Passage) -> int:
    return len(passage.pieces)


@lru_cache(maxsize=2)
def load(folder: Path = FOLDER, threads: int = 1) -> StanceModel:
    """The model that ships with the package, or another one of the same form; its vocabulary is the statement model's.

    Raises:
        ModelMissing: the files are not there or cannot be read.
    """
    try:
        weights = (folder / NETWORK).read_bytes()
        about = json.loads((folder / ABOUT).read_text("utf-8"))
        tokenizer = tagger.load_tokenizer(tagger.FOLDER / tagger.VOCABULARY)
        return StanceModel(_onnx(weights, threads), tokenizer, about["shares"], sha256(weights).hexdigest()[:8])
    except Exception as error:  # both libraries raise bare Exceptions of their own
        raise ModelMissing(f"The stance model in {folder.name} cannot be loaded: {error}.") from error


def _onnx(weights: bytes, threads: int) -> Network:
    network = session(weights, threads)

    def run(given: Batch) -> Floats:
        found: Floats = network.run(None, given._asdict())[0]
        return found

    return run
