"""Annotated and plain sentences as the model sees them, and batches of them."""

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tokenizers import Tokenizer

from graph_service.models import Span, Stance
from graph_service.pipeline.language import load_bare
from graph_service.pipeline.stance.model import ORDER
from graph_service.pipeline.stance.passages import Passage, passages

# sentences that are sorted by length together
_POOL = 1024
# labels of the spaCy model for whom stances are taken towards
_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
# tokens of the shortest sentence that says something
_FEWEST = 5


class Example(NamedTuple):
    """A sentence, one mention in it, and the position of its stance in ``ORDER``; None where nobody annotated it."""

    passage: Passage
    stance: int | None


def load(path: Path, tokenizer: Tokenizer) -> list[Example]:
    """The examples of a file with one JSON object a line: ``sentence``, ``target`` as its offsets, ``polarity``."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    found = passages([line["sentence"] for line in lines], [[Span(*line["target"])] for line in lines], tokenizer)
    return [Example(each, ORDER.index(Stance(lines[each.sentence]["polarity"]))) for each in found]


def plain(path: Path, tokenizer: Tokenizer, amount: int, seed: int) -> list[Example]:
    """Some sentences of a file with one JSON object a line, ``text``, and of each one name that spaCy finds in it."""
    texts = (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines() if line.strip())
    listed = list(_named(paragraph for text in texts for paragraph in text.splitlines() if paragraph.strip()))
    chance = random.Random(seed)  # noqa: S311  (nothing to guess)
    chosen = chance.sample(listed, min(amount, len(listed)))
    found = passages([text for text, _ in chosen], [[chance.choice(names)] for _, names in chosen], tokenizer)
    return [Example(each, None) for each in found]


def _named(paragraphs: Iterable[str]) -> Iterator[tuple[str, list[Span]]]:
    """Sentences with their names, as offsets into the sentence."""
    for doc in load_bare().pipe(paragraphs):
        for sentence in doc.sents:
            start = sentence.start_char
            names = [
                Span(each.start_char - start, each.end_char - start) for each in sentence.ents if each.label_ in _LABELS
            ]
            if names and len(sentence) >= _FEWEST:
                yield sentence.text, names


def batches(passages: Sequence[Passage], size: int, chance: random.Random) -> Iterator[list[int]]:
    """The positions of all passages once, in random order, in batches of about one length."""
    order = list(range(len(passages)))
    chance.shuffle(order)
    for begin in range(0, len(order), _POOL):
        pool = sorted(order[begin : begin + _POOL], key=lambda each: len(passages[each].pieces))
        groups = [pool[start : start + size] for start in range(0, len(pool), size)]
        chance.shuffle(groups)
        yield from groups


def unnamed(example: Example, stand_in: int) -> Example:
    """The same with one piece in place of the mention, so that the model does not learn names."""
    passage = example.passage
    ((start, end),) = passage.runs
    pieces = (*passage.pieces[:start], stand_in, *passage.pieces[end:])
    return example._replace(passage=passage._replace(pieces=pieces, runs=((start, start + 1),)))
