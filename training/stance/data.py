"""Annotated sentences as the model sees them, and batches of them."""

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

from graph_service.models import Span, Stance
from graph_service.pipeline.stance.model import ORDER
from graph_service.pipeline.stance.passages import Passage, passages

# sentences that are sorted by length together
_POOL = 1024


class Example(NamedTuple):
    """A sentence, one mention in it, and the position of its stance in ``ORDER``."""

    passage: Passage
    stance: int


def load(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """The examples of a file with one JSON object a line: ``sentence``, ``target`` as its offsets, ``polarity``."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    found = passages([line["sentence"] for line in lines], [[Span(*line["target"])] for line in lines], tokenizer)
    return [Example(each, ORDER.index(Stance(lines[each.sentence]["polarity"]))) for each in found]


def epoch(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """All examples once, in random order, in batches of about one length."""
    order = list(examples)
    chance.shuffle(order)
    for begin in range(0, len(order), _POOL):
        pool = sorted(order[begin : begin + _POOL], key=lambda each: len(each.passage.pieces))
        groups = [pool[start : start + size] for start in range(0, len(pool), size)]
        chance.shuffle(groups)
        yield from groups


def unnamed(example: Example, stand_in: int) -> Example:
    """The same with one piece in place of the mention, so that the model does not learn names."""
    passage = example.passage
    ((start, end),) = passage.runs
    pieces = (*passage.pieces[:start], stand_in, *passage.pieces[end:])
    return example._replace(passage=passage._replace(pieces=pieces, runs=((start, start + 1),)))
