"""How good a model in training is on development sets: the tagger alone, by the scorer beside the corpora."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from graph_service.evaluation.corpora import load_scorer
from graph_service.pipeline.tagger.batches import CueBatch, Floats, WindowBatch
from graph_service.pipeline.tagger.confidence import PLAIN
from graph_service.pipeline.tagger.model import Found, Tagger, in_text
from graph_service.pipeline.tagger.networks import EncoderOutput, PairOutput
from graph_service.pipeline.tagger.syntax import Labels
from training.data import Article
from training.fit import Fit, pair_inputs, tensor
from training.model import pair_chances

#: figures of the scorer that are logged
_FIGURES = ("content exact", "content >=0.5", "end to end")
#: a statement less likely than this is left out
_LIKELY = 0.35


class Development:
    """Development sets by name, with the scorer that lies beside the corpora."""

    def __init__(self, sets: dict[str, Sequence[Article]], tokenizer: Tokenizer, labels: Labels, corpora: Path) -> None:
        self._sets, self._tokenizer, self._labels = sets, tokenizer, labels
        self.scorer = load_scorer(corpora)

    @property
    def deciding(self) -> Sequence[Article]:
        """The set that decides which weights are kept: the first one."""
        return next(iter(self._sets.values()))

    def scores_in_training(self, fit: Fit) -> dict[str, dict[str, float]]:
        """The F1 of each figure on each set, by the averaged weights."""
        own = {name: each.clone() for name, each in fit.model.state_dict().items()}
        fit.model.load_state_dict(fit.average)
        fit.model.eval()
        found = self.scores(Tagger(_TorchNetworks(fit), self._tokenizer, self._labels))
        fit.model.load_state_dict(own)
        return found

    def scores(self, tagger: Tagger) -> dict[str, dict[str, float]]:
        """The F1 of each figure on each set."""
        return {name: self._score(tagger, articles) for name, articles in self._sets.items()}

    def _score(self, tagger: Tagger, articles: Sequence[Article]) -> dict[str, float]:
        predictions = [{"id": each.line["id"], "statements": _statements(tagger, each)} for each in articles]
        figures = self.scorer.score([each.line for each in articles], predictions)
        return {name: figures[name]["f1"] for name in _FIGURES}


class _TorchNetworks:
    """A model in training in the place of the one that ships."""

    def __init__(self, fit: Fit) -> None:
        self._fit = fit

    @torch.no_grad()
    def encode(self, batch: WindowBatch) -> EncoderOutput:
        """Reads windows."""
        states, scores = self._fit.model.encoder(*(tensor(each, self._fit.device) for each in batch))
        return EncoderOutput(states.cpu().numpy(), torch.softmax(scores, -1).cpu().numpy())

    @torch.no_grad()
    def read(self, states: Floats, batch: CueBatch) -> PairOutput:
        """Reads cues in the windows whose states are given."""
        scores = self._fit.model.pair(*pair_inputs(tensor(states, self._fit.device), batch))
        return PairOutput(*(each.cpu().numpy() for each in pair_chances(*scores)))


def _statements(tagger: Tagger, article: Article) -> list[dict[str, Any]]:
    found = [in_text(article.syntax.words, each, PLAIN) for each in tagger.statements(article.syntax)]
    return [_line(each) for each in found if each.content and each.confidence >= _LIKELY]


def _line(found: Found) -> dict[str, Any]:
    return {
        "content": [list(span) for span in found.content],
        "cue": [list(found.cue)],
        "source": [list(found.source)] if found.source else [],
    }
