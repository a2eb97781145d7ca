"""The model: a small pretrained encoder, a head that finds cues, and one that reads source and content for a cue."""

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from graph_service.pipeline.tagger.batches import DISTANCES, PARAGRAPHS
from graph_service.pipeline.tagger.decode import CUE, PAIR

#: what a cue's statement is
KINDS = ("speech", "attitude")


class Shape(NamedTuple):
    """Sizes of the network."""

    vocabulary: int = 30522
    positions: int = 512
    hidden: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 3
    pair: int = 192
    pair_heads: int = 4
    pair_layers: int = 1
    dropout: float = 0.1
    # tags and relations that are known, and places a word can have as seen from a cue
    tags: int = 50
    relations: int = 45
    places: int = 95


class Layer(nn.Module):
    """One layer of a transformer encoder, normalised behind each part (Vaswani et al. 2017; Devlin et al. 2019)."""

    def __init__(self, hidden: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(hidden, hidden) for _ in range(3))
        self.attended = nn.Linear(hidden, hidden)
        self.attended_norm = nn.LayerNorm(hidden, eps=1e-12)
        self.inner = nn.Linear(hidden, inner)
        self.outer = nn.Linear(inner, hidden)
        self.outer_norm = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """States after attention; ``bias`` is added to the scores: 0 to attend, a large negative number not to."""
        batch, length, hidden = states.shape
        query, key, value = (
            part(states).view(batch, length, self.heads, hidden // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        mixed = mixed.transpose(1, 2).reshape(batch, length, hidden)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        return self.outer_norm(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))


class Encoder(nn.Module):
    """Pieces of words to states of words, with how each word is written and quoted; and which words are cues."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        hidden = shape.hidden
        self.pieces = nn.Embedding(shape.vocabulary, hidden)
        self.positions = nn.Embedding(shape.positions, hidden)
        sizes = (3, 3, 2, shape.tags + 1, shape.relations + 1, 4)
        self.marks = nn.ModuleList(nn.Embedding(size, hidden) for size in sizes)
        for each in self.marks:
            nn.init.zeros_(each.weight)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, shape.inner, shape.heads, shape.dropout) for _ in range(shape.layers))
        self.dropout = nn.Dropout(shape.dropout)
        self.cue = nn.Linear(hidden, len(CUE))
        self.project = nn.Linear(hidden, shape.pair)

    def forward(self, pieces: Tensor, marks: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """States of words for the pair head, and scores of the cue labels.

        ``pieces``: [windows, pieces]. ``marks``: [windows, pieces, 6], as in ``batches``.
        ``mask``: 1 for a piece, 0 for padding. ``first``: [windows, words], first pieces.
        """
        length = pieces.shape[1]
        states = self.pieces(pieces) + self.positions.weight[:length]
        for position, mark in enumerate(self.marks):
            states = states + mark(marks[..., position])
        states = self.dropout(self.norm(states))
        bias = self.bias(mask).to(states.dtype)
        for layer in self.layers:
            states = layer(states, bias)
        words = torch.gather(states, 1, first[..., None].expand(-1, -1, states.shape[-1]))
        return self.project(words), self.cue(words)

    def bias(self, mask: Tensor) -> Tensor:
        """What is added to the scores of attention [windows, heads or 1, pieces or 1, pieces]: none goes to padding."""
        return ((1.0 - mask) * -1e4)[:, None, None, :]


class PairHead(nn.Module):
    """For each cue: source, content or neither for every word in reach, whether it attributes, and what kind it is."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        size = shape.pair
        self.first, self.last = (nn.Linear(size, size) for _ in range(2))
        self.distances = nn.Embedding(2 * DISTANCES + 1, size)
        self.paragraphs = nn.Embedding(2 * PARAGRAPHS + 1, size)
        self.places = nn.Embedding(shape.places, size)
        self.roles = nn.Embedding(4, size)
        for each in (self.distances, self.paragraphs, self.places, self.roles):
            nn.init.normal_(each.weight, std=0.3)
        self.norm = nn.LayerNorm(size)
        self.layers = nn.ModuleList(
            Layer(size, 2 * size, shape.pair_heads, shape.dropout) for _ in range(shape.pair_layers)
        )
        self.labels = nn.Linear(size, len(PAIR))
        self.cue = nn.Linear(size, 1 + len(KINDS))

    def forward(  # noqa: PLR0913, PLR0917  (the inputs of its graph, by name)
        self,
        states: Tensor,
        distances: Tensor,
        paragraphs: Tensor,
        places: Tensor,
        roles: Tensor,
        mask: Tensor,
        ends: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Scores of the pair labels [cues, words, 5], and of being an attribution and of each kind [cues, 3].

        ``states``: [cues, words, size], the words in reach of each cue. ``distances`` and ``paragraphs``: buckets.
        ``mask``: 1 for a word, 0 for padding. ``ends``: [cues, 2], the cue's first and last word.
        """
        size = states.shape[-1]
        edges = torch.gather(states, 1, ends[..., None].expand(-1, -1, size))
        cue = self.first(edges[:, 0]) + self.last(edges[:, 1])
        mixed = states + cue[:, None] + self.distances(distances) + self.paragraphs(paragraphs)
        mixed = mixed + self.places(places) + self.roles(roles)
        found = self.norm(mixed)
        bias = ((1.0 - mask) * -1e4)[:, None, None, :].to(states.dtype)
        for layer in self.layers:
            found = layer(found, bias.to(found.dtype))
        at_cue = torch.gather(found, 1, ends[..., None].expand(-1, -1, size)).mean(1)
        return self.labels(found), self.cue(at_cue)


def pair_chances(labels: Tensor, at_cue: Tensor) -> tuple[Tensor, Tensor]:
    """Chances for the pair head's scores: of the labels, and of attributing and being speech [cues, 2]."""
    chances = torch.stack([torch.sigmoid(at_cue[:, 0]), torch.softmax(at_cue[:, 1:], -1)[:, 0]], -1)
    return torch.softmax(labels, -1), chances


class Model(nn.Module):
    """Both parts; they are exported apart, since there is a varying number of cues in a window."""

    def __init__(self, shape: Shape, encoder: Encoder | None = None) -> None:
        super().__init__()
        self.encoder = encoder if encoder is not None else Encoder(shape)
        self.pair = PairHead(shape)

    def start_from(self, weights: Mapping[str, Tensor]) -> None:
        """Takes over a pretrained BERT's weights, by the names of the published files."""
        copy_encoder(self.encoder, weights)


def copy_encoder(own: nn.Module, weights: Mapping[str, Tensor]) -> None:
    """Fills embeddings and layers of a network that has them by these names; ``weights`` by the published ones."""
    pieces, positions, norm, layers = (own.get_submodule(name) for name in ("pieces", "positions", "norm", "layers"))
    with torch.no_grad():
        _tensor(pieces).copy_(weights["embeddings.word_embeddings.weight"])
        _tensor(positions).copy_(
            weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        )
        copy_part(norm, weights, "embeddings.LayerNorm")
        for index, layer in enumerate(layers.children()):
            for name, theirs in _LAYER.items():
                copy_part(layer.get_submodule(name), weights, f"encoder.layer.{index}.{theirs}")


_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


def copy_part(part: nn.Module, weights: Mapping[str, Tensor], name: str) -> None:
    """Fills weight and bias of a part with those of a published name."""
    _tensor(part).copy_(weights[f"{name}.weight"])
    _tensor(part, "bias").copy_(weights[f"{name}.bias"])


def _tensor(part: nn.Module, name: str = "weight") -> Tensor:
    return part.get_parameter(name)
