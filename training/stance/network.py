"""The network: a small pretrained encoder, and a head on the words of a mention and on the whole sentence."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from graph_service.pipeline.stance.model import ORDER
from training.model import Layer, Shape, copy_encoder


class StanceNetwork(nn.Module):
    """Scores of the stances for each mention. The encoder does not know which mention is in question: one pass for all.

    A mention's representation is the mean of its pieces beside that of the sentence.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        hidden = shape.hidden
        self.pieces = nn.Embedding(shape.vocabulary, hidden)
        self.positions = nn.Embedding(shape.positions, hidden)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, shape.inner, shape.heads, shape.dropout) for _ in range(shape.layers))
        self.dropout = nn.Dropout(shape.dropout)
        self.mix = nn.Linear(2 * hidden, hidden)
        self.stances = nn.Linear(hidden, len(ORDER))

    def forward(self, pieces: Tensor, mask: Tensor, rows: Tensor, pool: Tensor) -> Tensor:
        """Scores [mentions, 3]. The inputs are those of ``passages.Batch``."""
        states = self.dropout(self.norm(self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]))
        bias = ((1.0 - mask) * -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
        whole = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        mention = torch.bmm(pool[:, None], states[rows])[:, 0]
        mixed = self.mix(self.dropout(torch.cat([mention, whole[rows]], -1)))
        found: Tensor = self.stances(self.dropout(functional.gelu(mixed)))
        return found

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Takes over a pretrained BERT's weights, by the names of the published files."""
        copy_encoder(self, weights)

    def start_below(self, teacher: "StanceNetwork") -> None:
        """Takes over a deeper network of the same kind: its embeddings, its lower layers, its head."""
        own = self.state_dict()
        self.load_state_dict({name: value for name, value in teacher.state_dict().items() if name in own})
