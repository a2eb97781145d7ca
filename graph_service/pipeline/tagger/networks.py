"""The two networks of the tagger in ONNX Runtime, from the files that ship with the package."""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Protocol

import onnxruntime

from graph_service.pipeline.tagger.batches import CueBatch, Floats, WindowBatch, near_columns

ENCODER, PAIR = "encoder.onnx", "pair.onnx"
# a sum and its normalisation in one step take six times as long as in two
_SLOWER = ["SkipLayerNormFusion"]


class EncoderOutput(NamedTuple):
    """States of words for the pair head [windows, words, size], and chances of the cue labels [windows, words, 3]."""

    states: Floats
    cues: Floats


class PairOutput(NamedTuple):
    """Chances of the pair labels [cues, words, 5], and of being a statement and being speech [cues, 2]."""

    labels: Floats
    at_cue: Floats


class Networks(Protocol):
    """What the tagger asks of a model."""

    def encode(self, batch: WindowBatch) -> EncoderOutput:
        """Reads windows."""

    def read(self, states: Floats, batch: CueBatch) -> PairOutput:
        """Reads cues in the windows whose states are given."""


class OnnxNetworks:
    """The networks in 8-bit integers, on the processor."""

    def __init__(self, folder: Path, threads: int) -> None:
        files = [(folder / name).read_bytes() for name in (ENCODER, PAIR)]
        self.digest = sha256(b"".join(files)).hexdigest()[:8]
        self._encoder, self._pair = (session(each, threads) for each in files)

    def encode(self, batch: WindowBatch) -> EncoderOutput:
        """Reads windows."""
        return EncoderOutput(*self._encoder.run(None, batch._asdict()))

    def read(self, states: Floats, batch: CueBatch) -> PairOutput:
        """Reads cues in the windows whose states are given."""
        inputs = batch._asdict() | {"near": near(states, batch)}
        for name in ("rows", "starts"):
            del inputs[name]
        return PairOutput(*self._pair.run(None, inputs))


def session(network: bytes, threads: int) -> onnxruntime.InferenceSession:
    """A network of 8-bit integers, ready to run on the processor."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # threads that wait for work burn as much processor time as the work
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        network, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
    )


def near(states: Floats, batch: CueBatch) -> Floats:
    """The states of the words in reach of each cue [cues, words, size]."""
    found: Floats = states[batch.rows[:, None], near_columns(batch, states.shape[1])]
    return found
