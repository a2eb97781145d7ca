"""Writes a trained model as the two graphs that the package ships: the encoder and the pair head, in 8-bit integers."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from graph_service.pipeline.tagger.batches import MARKS
from graph_service.pipeline.tagger.networks import ENCODER, PAIR
from training.model import Model, pair_chances

_OPSET = 17
# of the seven bits of a weight
_MIDDLE = 64
_WINDOWS = {0: "windows", 1: "pieces"}
_WORDS = {0: "windows", 1: "words"}
_REACH = {0: "cues", 1: "reach"}
_CUES = {0: "cues"}


class _Encoder(nn.Module):
    """The encoder with chances for scores."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.inner = model.encoder

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor]:
        states, scores = self.inner(*inputs)
        return states, torch.softmax(scores, -1)


class _Pair(nn.Module):
    """The pair head with chances for scores: of the labels, of attributing, of being speech."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.inner = model.pair

    def forward(self, *inputs: Tensor) -> tuple[Tensor, Tensor]:
        return pair_chances(*self.inner(*inputs))


def export(model: Model, folder: Path, *, whole: bool = False) -> None:
    """Writes both graphs into a folder; ``whole`` keeps 32-bit weights, to measure what 8 bits cost."""
    folder.mkdir(parents=True, exist_ok=True)
    words, size = 20, model.encoder.project.out_features
    pieces, marks = torch.ones(2, 24, dtype=torch.long), torch.zeros(2, 24, MARKS, dtype=torch.long)
    encoder_inputs = (pieces, marks, torch.ones(2, 24), torch.arange(words).repeat(2, 1))
    encoder_axes = {"pieces": _WINDOWS, "marks": _WINDOWS, "mask": _WINDOWS, "first": _WORDS}
    write_graph(
        _Encoder(model), encoder_inputs, encoder_axes, {"states": _WORDS, "cues": _WORDS}, folder / ENCODER, whole
    )
    buckets = (torch.zeros(3, words, dtype=torch.long) for _ in range(4))
    pair_inputs = (torch.zeros(3, words, size), *buckets, torch.ones(3, words), torch.tensor([[2, 3]] * 3))
    names = ("near", "distances", "paragraphs", "places", "roles", "mask")
    pair_axes = {**dict.fromkeys(names, _REACH), "ends": _CUES}
    write_graph(_Pair(model), pair_inputs, pair_axes, {"labels": _REACH, "at_cue": _CUES}, folder / PAIR, whole)


def write_graph(  # noqa: PLR0913, PLR0917  (what, from what to what, where, how)
    part: nn.Module,
    inputs: Sequence[Tensor],
    given: dict[str, dict[int, str]],
    wanted: dict[str, dict[int, str]],
    path: Path,
    whole: bool = False,
    *,
    exact: bool = False,
) -> None:
    """Writes one graph in 8-bit integers, or ``whole``.

    ``exact`` leaves one of the 8 bits of each weight unused: processors without VNNI add two products in 16 bits, which
    then cannot overflow, so that the network gives the same on all of them.
    """
    with TemporaryDirectory() as temporary:
        plain, prepared = Path(temporary) / "plain.onnx", Path(temporary) / "prepared.onnx"
        torch.onnx.export(
            part.eval(),
            tuple(inputs),
            str(plain),
            input_names=list(given),
            output_names=list(wanted),
            dynamic_axes=given | wanted,
            opset_version=_OPSET,
            dynamo=False,
        )
        if whole:
            path.write_bytes(plain.read_bytes())
            return
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(path),
            op_types_to_quantize=["MatMul", "Gather"],
            weight_type=QuantType.QUInt8 if exact else QuantType.QInt8,
            per_channel=True,
            reduce_range=exact,
            extra_options={"MatMulConstBOnly": True},
        )
        if exact:
            path.write_bytes(signed(path.read_bytes()))


def signed(network: bytes) -> bytes:
    """The same network with the weights of its products from -64 to 63 in place of 0 to 127, and their zeros with them.

    What they stand for stays the same, to the last bit; products with signed weights take a third of the time.
    """
    model = onnx.load_from_string(network)
    weights = {each.name: each for each in model.graph.initializer}
    products = (node for node in model.graph.node if node.op_type == "MatMulInteger")
    for name in {name for node in products for name in (node.input[1], node.input[3])}:
        moved = onnx.numpy_helper.to_array(weights[name]).astype(np.int16) - _MIDDLE
        weights[name].CopyFrom(onnx.numpy_helper.from_array(moved.astype(np.int8), name))
    return bytes(model.SerializeToString())
