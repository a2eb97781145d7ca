"""The encoder that turns statements, and questions for them, into vectors; near ones mean much the same."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from graph_service.errors import ModelMissing
from graph_service.pipeline.stance.passages import CLOSES, OPENS, piece
from graph_service.pipeline.tagger import model as tagger
from graph_service.pipeline.tagger.networks import session
from graph_service.pipeline.tagger.words import STYLES

Floats = npt.NDArray[np.float32]

FOLDER = Path(__file__).with_name("data")
NETWORK, PIECES, SCALES = "sentence.onnx", "pieces.npy", "scales.npy"
#: how many numbers a vector has
SIZE = 384

#: most pieces of a text, without the two at its ends; of a longer one the beginning is read
MOST = 126


class SentenceEncoder:
    """Reads texts; the same text gives the same vector, of length 1, whatever it is read with."""

    def __init__(self, network: onnxruntime.InferenceSession, table: npt.NDArray[np.int8], scales: Floats) -> None:
        self._network, self._table, self._scales = network, table, scales
        self._tokenizer: Tokenizer = tagger.load_tokenizer(tagger.FOLDER / tagger.VOCABULARY)
        self._ends = (piece(self._tokenizer, OPENS), piece(self._tokenizer, CLOSES))

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One vector for each text: [texts, ``SIZE``]."""
        encodings = self._tokenizer.encode_batch([each.translate(STYLES) for each in texts], add_special_tokens=False)
        found = [self._read([self._ends[0], *each.ids[:MOST], self._ends[1]]) for each in encodings]
        return np.concatenate(found) if found else np.zeros((0, SIZE), dtype=np.float32)

    def _read(self, pieces: Sequence[int]) -> Floats:
        # one at a time: 8-bit states share a scale with all that is read with them
        rows = np.array([pieces], dtype=np.int64)
        states = self._table[rows] * self._scales[rows]
        vectors: Floats = self._network.run(None, {"states": states, "mask": np.ones(rows.shape, np.float32)})[0]
        return vectors


@lru_cache(maxsize=1)
def load(folder: Path = FOLDER, threads: int = 1) -> SentenceEncoder:
    """The encoder that ships with the package.

    Raises:
        ModelMissing: the files are not there or cannot be read.
    """
    try:
        network = session((folder / NETWORK).read_bytes(), threads)
        return SentenceEncoder(network, np.load(folder / PIECES), np.load(folder / SCALES))
    except Exception as error:  # the library raises bare Exceptions of its own
        raise ModelMissing(f"The encoder of statements in {folder.name} cannot be loaded: {error}.") from error
