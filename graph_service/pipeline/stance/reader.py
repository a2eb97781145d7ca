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
from graph_service.pipeline.cast import Actor, Cast, cast
from graph_service.pipeline.parse import sentence_starts
from graph_service.pipeline.stance import model as stance_model
from graph_service.pipeline.stance.model import ORDER, StanceModel
from graph_service.pipeline.stance.words import is_asked_for, said_outright
from graph_service.settings import Finder

_log = logging.getLogger(__name__)

# how often statements of news take each stance towards a target, in ``ORDER``: most take none
_EXPECTED = np.array([0.125, 0.75, 0.125])
# how sure the words themselves are
_OUTRIGHT = 0.9
# mentions of a target that are read in one statement
_READ = 1
# of these, every verb is the speaker's
_WANTING = frozenset({Modality.INTENTION, Modality.DEMAND})
# what is denied is what others hold; of what somebody is going to do, the verb tells
_CLOSED = frozenset({Modality.DENIAL, Modality.INTENTION})

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
        self._starts = [self._offsets[start] for start in sentence_starts(doc)] if found else []
        self._inner: dict[int, list[Span]] = {}
        for each in found:
            if each.parent is not None:
                self._inner.setdefault(each.parent, []).extend(each.statement.content)

    def attributions(self) -> tuple[Attribution, ...]:
        """All of them, with the stance of each target."""
        outright = [self._outright(each) for each in self._found]
        mentions = [
            self._mentions(index, {one.entity for one in each.targets} - outright[index].keys())
            if self._model is not None and _is_open(each)
            else {}
            for index, each in enumerate(self._found)
        ]
        chances = self._chances({span for each in mentions for those in each.values() for span in those})
        return tuple(
            each._replace(
                targets=tuple(
                    _with(one, *said[one.entity])
                    if one.entity in said
                    else self._by_model(one, [chances[span] for span in those.get(one.entity, ())])
                    for one in each.targets
                )
            )
            for each, said, those in zip(self._found, outright, mentions, strict=True)
        )

    def _outright(self, attribution: Attribution) -> dict[str, tuple[Stance, float]]:
        """Stance and score of the targets of which the words say it."""
        statement = attribution.statement
        wanted = {target.entity for target in attribution.targets}
        cue = {index for span in statement.cue for index in self._run(span)}
        wants = statement.modality in _WANTING
        is_demand = statement.modality is Modality.DEMAND
        found: dict[str, tuple[Stance, float]] = {}
        for mention, actor in self._in_reach(attribution) if wanted else ():
            if actor.id in wanted - found.keys():
                tokens = [self._tokens[index] for index in self._run(_span(mention))]
                stance = said_outright(tokens, cue, wants=wants)
                if stance is None and is_demand and actor.type is EntityType.WEAPON_SYSTEM and is_asked_for(tokens):
                    stance = Stance.POSITIVE
                if stance is not None:
                    found[actor.id] = (stance, _OUTRIGHT)
        return found

    def _in_reach(self, attribution: Attribution) -> Iterator[tuple[Mention, Actor]]:
        """Mentions in the content, then those beside it in the sentence of the cue."""
        statement = attribution.statement
        for span in statement.content:
            yield from self._cast.within(span)
        yield from self._beside(attribution)

    def _mentions(self, index: int, wanted: set[str]) -> dict[str, tuple[Span, ...]]:
        """The first mentions of each target in the speaker's own words; beside them where they only go to it."""
        found: dict[str, tuple[Span, ...]] = {}
        if not wanted:
            return found
        inner = self._inner.get(index, ())
        for mention, actor in self._in_reach(self._found[index]):
            is_own = not any(each.start <= mention.start < each.end for each in inner)
            if actor.id in wanted and is_own and len(found.get(actor.id, ())) < _READ:
                found[actor.id] = (*found.get(actor.id, ()), _span(mention))
        return found

    def _beside(self, attribution: Attribution) -> Iterator[tuple[Mention, Actor]]:
        """Mentions in the sentence of the cue that are no part of source or content."""
        statement = attribution.statement
        taken = (*statement.source, *statement.content)
        for cue in statement.cue[:1]:
            for mention, actor in self._cast.within(self._sentence(cue.start)):
                if not any(each.start < mention.end and mention.start < each.end for each in taken):
                    yield mention, actor

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

    def _by_model(self, target: Target, rows: Sequence[Chances]) -> Target:
        """The likeliest stance by the mean over the mentions, for the shares that news has (Saerens et al. 2002)."""
        stance, score = Stance.NEUTRAL, float(_EXPECTED[1])
        if self._model is not None and rows and np.sum(rows):
            weighed = np.mean(rows, axis=0) * _EXPECTED / self._model.shares
            best = int(weighed.argmax())
            stance, score = ORDER[best], float(weighed[best] / weighed.sum())
        return _with(target, stance, score)

    def _run(self, span: Span) -> range:
        return range(bisect_right(self._offsets, span.start) - 1, bisect_right(self._offsets, span.end - 1))


def _is_open(attribution: Attribution) -> bool:
    """Whether the words around a target may tell the speaker's stance."""
    return not attribution.statement.negated and attribution.statement.modality not in _CLOSED


def _span(mention: Mention) -> Span:
    return Span(mention.start, mention.end)


def _with(target: Target, stance: Stance, score: float) -> Target:
    return target.model_copy(update={"stance": stance, "score": round(score, 4)})
