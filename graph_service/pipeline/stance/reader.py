"""The stance step: how the speaker of each statement takes each of its targets."""

import logging
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token

from graph_service.errors import ModelMissing
from graph_service.models import EntityType, Mention, Modality, Span, Stance, Target
from graph_service.pipeline import annotations
from graph_service.pipeline.annotations import Attribution
from graph_service.pipeline.cast import Cast, cast
from graph_service.pipeline.stance import model as stance_model
from graph_service.pipeline.stance.model import ORDER, StanceModel
from graph_service.pipeline.stance.words import said_outright
from graph_service.settings import Finder

_log = logging.getLogger(__name__)

# how often statements of news take each stance towards a target, in ``ORDER``: most take none
_EXPECTED = np.array([0.125, 0.75, 0.125])
# how sure the words themselves are
_OUTRIGHT = 0.9
_ASKED_FOR = 0.8

Chances = npt.NDArray[np.float64]


@lru_cache(maxsize=4)
def load_model(finder: Finder, threads: int) -> StanceModel | None:
    """The trained model where models are wanted; None for the rules alone.

    Raises:
        ModelMissing: it is wanted and cannot be loaded, and the rules are not to stand in.
    """
    if finder is Finder.RULES:
        return None
    try:
        return stance_model.load(threads=threads)
    except ModelMissing as error:
        if finder is Finder.MODEL:
            raise
        _log.warning("%s Stances are those that the words say outright.", error)
        return None


def stance_reader(doc: Doc, model: StanceModel | None) -> Doc:
    """Sets stance and score of the targets in ``doc._.attributions``."""
    doc._.attributions = _Reader(doc, annotations.attributions(doc), cast(doc), model).attributions()
    return doc


class _Reader:
    def __init__(self, doc: Doc, found: tuple[Attribution, ...], people: Cast, model: StanceModel | None) -> None:
        self._found, self._cast, self._model = found, people, model
        self._text = people.text
        self._tokens: list[Token] = people.tokens or list(doc)
        self._offsets = [token.idx for token in self._tokens]
        self._starts = [self._offsets[sentence.start] for sentence in doc.sents] if found else []
        self._inner: dict[int, list[Span]] = {}
        for each in found:
            if each.parent is not None:
                self._inner.setdefault(each.parent, []).extend(each.statement.content)

    def attributions(self) -> tuple[Attribution, ...]:
        """All of them, with the stance of each target."""
        mentions = [self._mentions(index) for index in range(len(self._found))]
        chances = self._chances({_span(one) for each in mentions for those in each.values() for one in those})
        return tuple(
            each._replace(
                targets=tuple(self._target(each, one, those.get(one.entity, ()), chances) for one in each.targets)
            )
            for each, those in zip(self._found, mentions, strict=True)
        )

    def _mentions(self, index: int) -> dict[str, list[Mention]]:
        """Where the speaker's own words speak of each target; beside the words where they only go to it."""
        attribution = self._found[index]
        wanted = {target.entity for target in attribution.targets}
        found: dict[str, list[Mention]] = {}
        if not wanted:
            return found
        inner = self._inner.get(index, ())
        for span in attribution.statement.content:
            for mention, actor in self._cast.within(span):
                if actor.id in wanted and not any(each.start <= mention.start < each.end for each in inner):
                    found.setdefault(actor.id, []).append(mention)
        for mention, actor_id in self._beside(attribution):
            if actor_id in wanted - found.keys():
                found.setdefault(actor_id, []).append(mention)
        return found

    def _beside(self, attribution: Attribution) -> Iterator[tuple[Mention, str]]:
        """Mentions in the sentence of the cue that are no part of source or content."""
        statement = attribution.statement
        taken = (*statement.source, *statement.content)
        for cue in statement.cue[:1]:
            for mention, actor in self._cast.within(self._sentence(cue.start)):
                if not any(each.start < mention.end and mention.start < each.end for each in taken):
                    yield mention, actor.id

    def _sentence(self, position: int) -> Span:
        after = bisect_right(self._starts, position)
        end = self._starts[after] if after < len(self._starts) else len(self._text)
        return Span(self._starts[after - 1] if after else 0, end)

    def _chances(self, mentions: set[Span]) -> Mapping[Span, Chances]:
        """What the model says of each mention in its sentence; each sentence is read once."""
        if self._model is None or not mentions:
            return {}
        sentences: dict[Span, list[Span]] = {}
        for each in sorted(mentions):
            sentences.setdefault(self._sentence(each.start), []).append(each)
        read = self._model.chances(
            [self._text[start:end].rstrip() for start, end in sentences],
            [[Span(one.start - start, one.end - start) for one in those] for (start, _), those in sentences.items()],
        )
        spans = [one for those in sentences.values() for one in those]
        return dict(zip(spans, (row.astype(np.float64) for each in read for row in each), strict=True))

    def _target(
        self, attribution: Attribution, target: Target, mentions: Sequence[Mention], chances: Mapping[Span, Chances]
    ) -> Target:
        statement = attribution.statement
        outright = self._outright(attribution, target.entity)
        if outright is not None:
            return _with(target, outright, _OUTRIGHT)
        stance, score = self._by_model([chances[_span(each)] for each in mentions if _span(each) in chances])
        if statement.modality is Modality.DEMAND and stance is not Stance.NEGATIVE and self._is_weapon(target.entity):
            return _with(target, Stance.POSITIVE, _ASKED_FOR)
        if statement.negated or statement.modality is Modality.DENIAL:
            # what is denied is what others hold
            return _with(target, Stance.NEUTRAL, float(_EXPECTED[1]) if stance is not Stance.NEUTRAL else score)
        return _with(target, stance, score)

    def _outright(self, attribution: Attribution, entity: str) -> Stance | None:
        statement = attribution.statement
        cue = {index for span in statement.cue for index in self._run(span)}
        places = [*statement.content, *(self._sentence(span.start) for span in statement.cue[:1])]
        for mention in (one for span in places for one, actor in self._cast.within(span) if actor.id == entity):
            tokens = [self._tokens[index] for index in self._run(_span(mention))]
            found = said_outright(tokens, cue, intends=statement.modality is Modality.INTENTION)
            if found is not None:
                return found
        return None

    def _by_model(self, rows: Sequence[Chances]) -> tuple[Stance, float]:
        """The likeliest stance by the mean over the mentions, for the shares that news has (Saerens et al. 2002)."""
        if self._model is None or not rows or not sum(map(np.sum, rows)):
            return Stance.NEUTRAL, float(_EXPECTED[1])
        weighed = np.mean(rows, axis=0) * _EXPECTED / self._model.shares
        best = int(weighed.argmax())
        return ORDER[best], float(weighed[best] / weighed.sum())

    def _is_weapon(self, entity: str) -> bool:
        actor = self._cast.get(entity)
        return actor is not None and actor.type is EntityType.WEAPON_SYSTEM

    def _run(self, span: Span) -> range:
        return range(bisect_right(self._offsets, span.start) - 1, bisect_right(self._offsets, span.end - 1))


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end)


def _with(target: Target, stance: Stance, score: float) -> Target:
    return target.model_copy(update={"stance": stance, "score": round(score, 4)})
