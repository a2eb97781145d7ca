"""The teacher: the lower layers of all-mpnet-base-v2 (Song et al. 2020), 45 million weights, with heads of our own.

It is too slow to ship; what it says of texts is what the small model learns (`training.lessons`).
"""

import math
from collections.abc import Mapping

import torch
from torch import Tensor, nn

from training.fit import Recipe
from training.model import Encoder, Model, Shape, copy_part

#: its sizes, tags and relations aside
SHAPE = Shape(hidden=768, inner=3072, layers=6)
#: how it is trained. It stops while it has hardly read an article twice: what it says of one is not learnt by heart
RECIPE = Recipe(epochs=2, encoder_rate=8e-5, steps=300)
# places of pieces from each other that are told apart, and from how far off all are one
_BUCKETS, _FURTHEST = 32, 128
# how far its vocabulary is behind BERT's, and where in BERT's the marks of beginning and end stand
_SHIFT, _BEGIN, _END = 4, 101, 102
# its first positions are never used
_UNUSED = 2
_LAYER = {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "attended": "attention.attn.o",
    "attended_norm": "attention.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


class MpnetEncoder(Encoder):
    """Attends by how far off a piece is, too."""

    def __init__(self, shape: Shape) -> None:
        super().__init__(shape)
        self.relative = nn.Embedding(_BUCKETS, shape.heads)

    def bias(self, mask: Tensor) -> Tensor:
        """What is added to the scores of attention [windows, heads, pieces, pieces]."""
        places = self.relative(_places(mask.shape[1]).to(mask.device))
        return super().bias(mask) + places.permute(2, 0, 1)[None]

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Takes over the published weights; rows of its table of pieces stand as BERT's vocabulary has them."""
        with torch.no_grad():
            table = weights["embeddings.word_embeddings.weight"]
            rows = table[_SHIFT : _SHIFT + len(self.pieces.weight)].clone()
            rows[_BEGIN], rows[_END] = table[0], table[2]
            self.pieces.weight.copy_(rows)
            positions = weights["embeddings.position_embeddings.weight"]
            self.positions.weight.copy_(positions[_UNUSED : _UNUSED + len(self.positions.weight)])
            self.relative.weight.copy_(weights["encoder.relative_attention_bias.weight"])
            copy_part(self.norm, weights, "embeddings.LayerNorm")
            for index, layer in enumerate(self.layers):
                for name, theirs in _LAYER.items():
                    copy_part(layer.get_submodule(name), weights, f"encoder.layer.{index}.{theirs}")


def teacher(shape: Shape, weights: Mapping[str, Tensor]) -> Model:
    """The model before it is trained."""
    encoder = MpnetEncoder(shape)
    encoder.start_from(weights)
    return Model(shape, encoder)


def _places(length: int) -> Tensor:
    """For each pair of pieces the bucket of their distance: near ones one by one, far ones by their logarithm."""
    places = torch.arange(length)
    back = places[:, None] - places[None, :]
    half, near = _BUCKETS // 2, _BUCKETS // 4
    off = back.abs()
    far = near + (torch.log(off.clamp(min=1) / near) / math.log(_FURTHEST / near) * (half - near)).long()
    return (back < 0).long() * half + torch.where(off < near, off, far.clamp(max=half - 1))
