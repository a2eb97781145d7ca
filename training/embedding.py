"""``python -m training.embedding``: writes the encoder that compares statements by their meaning.

Nothing is trained: it is the published all-MiniLM-L6-v2 with the mean of its last states, at length 1 (Reimers and
Gurevych 2019), in integers of 8 bits. Its table of pieces stands apart, since only a few rows of it are read at a time.
"""

from pathlib import Path
from typing import Annotated

import numpy as np
import torch
import typer
from torch import Tensor, nn
from torch.nn import functional

from graph_service.pipeline.embedding.model import FOLDER, NETWORK, PIECES, SCALES
from training.encoder import encoder_weights
from training.export import write_graph
from training.model import Layer, Shape, copy_encoder

_PASSAGES = {0: "passages", 1: "pieces"}
# rows of the table of positions that are shipped
_POSITIONS = 128


class _Encoder(nn.Module):
    """States of pieces to one vector of length 1 for each passage."""

    def __init__(self) -> None:
        super().__init__()
        shape = Shape(layers=6, dropout=0.0)
        self.pieces = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape.hidden, shape.inner, shape.heads, 0.0) for _ in range(shape.layers))

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Vectors [passages, hidden]; ``states`` [passages, pieces, hidden] are rows of the table of pieces."""
        states = self.norm(states + self.positions.weight[: states.shape[1]])
        bias = ((1.0 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return functional.normalize(mean, dim=-1)


def main(out: Annotated[Path, typer.Option(help="Folder of the finished files.")] = FOLDER) -> None:
    """Write the encoder of statements."""
    encoder = _Encoder()
    copy_encoder(encoder, encoder_weights())
    out.mkdir(parents=True, exist_ok=True)
    table = encoder.pieces.weight.detach().numpy()
    scales = np.abs(table).max(1, keepdims=True) / 127
    np.save(out / PIECES, np.round(table / scales).astype(np.int8))
    np.save(out / SCALES, scales.astype(np.float32))
    encoder.pieces = nn.Embedding(1, 1)
    encoder.positions = nn.Embedding.from_pretrained(encoder.positions.weight[:_POSITIONS].detach())
    example = (torch.zeros(2, 9, table.shape[1]), torch.ones(2, 9))
    given = {"states": _PASSAGES, "mask": _PASSAGES}
    write_graph(encoder, example, given, {"vectors": {0: "passages"}}, out / NETWORK, exact=True)


if __name__ == "__main__":
    typer.run(main)
