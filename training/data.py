"""Annotated articles as the model sees them: words, and for each statement its cue, source and content in words."""

import json
import pickle
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from graph_service.pipeline import lexicon
from graph_service.pipeline.cues import find_cues
from graph_service.pipeline.language import load_parser, parse_article
from graph_service.pipeline.page import Page
from graph_service.pipeline.statements import by_rules, narrated
from graph_service.pipeline.tagger.syntax import Labels, Syntax
from graph_service.pipeline.tagger.words import Ints, Window, Words

#: a JSON object
Line = Mapping[str, Any]
#: a window, and which article it is of
Place = tuple[int, Window]

_Kept = TypeVar("_Kept")

_ATTITUDES = frozenset({"attitude", "evidence"})
# characters of a plain sentence that says something
_SHORTEST = 60
# windows that are sorted by length together
_POOL = 256


class Gold(NamedTuple):
    """An annotated statement in words of its article."""

    cue: tuple[int, int]
    # for each word 0, or its position in ``decode.PAIR``
    labels: Ints
    # 0 speech, 1 attitude, -1 where the annotation does not say
    kind: int


class Article(NamedTuple):
    """An annotated article."""

    line: Line
    syntax: Syntax
    gold: tuple[Gold, ...]
    # for each word whether the annotation does not say what stands there
    silent: npt.NDArray[np.bool_]
    annotated: bool = True


def load(path: Path, tokenizer: Tokenizer, labels: Labels, cache: Path) -> list[Article]:
    """The articles of a file with one JSON object a line, parsed; kept in a cache, since that takes minutes."""
    return kept(cache / f"{path.stem}.pickle", lambda: [_article(line, tokenizer, labels) for line in _lines(path)])


def _lines(path: Path) -> Iterator[Line]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def kept(path: Path, make: Callable[[], list[_Kept]]) -> list[_Kept]:
    """What is kept in a file; it is made and kept there where there is none."""
    if path.is_file():
        with path.open("rb") as file:
            found: list[_Kept] = pickle.load(file)  # noqa: S301  (our own file)
        return found
    made = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        pickle.dump(made, file)
    return made


def load_plain(path: Path, tokenizer: Tokenizer, labels: Labels, cache: Path) -> list[Article]:
    """The sentences of a file with one JSON object a line, ``sentence``, each once: articles without annotation."""

    def parsed() -> list[Article]:
        sentences = dict.fromkeys(" ".join(line["sentence"].split()) for line in _lines(path))
        listed = (_article({"text": each, "statements": []}, tokenizer, labels) for each in sentences)
        return [each._replace(annotated=False) for each in listed if len(each.line["text"]) >= _SHORTEST]

    return kept(cache / f"{path.stem}.pickle", parsed)


def spacy_labels() -> Labels:
    """The tags and relations of the pinned spaCy model."""
    nlp = load_parser()
    tags, relations = (sorted(nlp.get_pipe(name).labels) for name in ("tagger", "parser"))  # type: ignore[attr-defined]
    return Labels(tuple(tags), tuple(relations))


def _article(line: Line, tokenizer: Tokenizer, labels: Labels) -> Article:
    page = Page(parse_article(load_parser(), line["text"]))
    words = Words(line["text"], tokenizer, page.quotations)
    drafts = by_rules(page, find_cues(page, lexicon.load()))
    syntax = Syntax(page, words, narrated(page, drafts), labels)
    silent = np.zeros(len(words), dtype=np.bool_)
    for span in line.get("ignore") or ():
        silent[slice(*words.run(span))] = True
    return Article(line, syntax, tuple(_gold(words, each) for each in line["statements"] if each.get("cue")), silent)


def _gold(words: Words, statement: Line) -> Gold:
    labels = np.zeros(len(words), dtype=np.int64)
    for begin, name in ((1, "source"), (3, "content")):
        for span in statement.get(name) or ():
            start, end = words.run(span)
            labels[start:end] = begin + 1
            labels[start : start + 1] = begin
    kind = statement.get("cue_kind")
    return Gold(
        cue=words.run(statement["cue"][0]),
        labels=labels,
        kind=0 if kind == "speech" else 1 if kind in _ATTITUDES else -1,
    )


def epoch(articles: Sequence[Article], most: int, seed: str) -> list[Place]:
    """Windows of at most ``most`` pieces over all articles, in random order; each seed cuts them elsewhere."""
    chance = random.Random(seed)  # noqa: S311  (nothing to guess)
    found = [
        (index, window)
        for index, article in enumerate(articles)
        for window in article.syntax.words.windows(most, chance.randint(most // 4, most))
    ]
    chance.shuffle(found)
    return found


def batches(places: Sequence[Place], articles: Sequence[Article], pieces: int) -> list[list[Place]]:
    """Windows grouped by length into batches of about as many pieces."""
    made: list[list[Place]] = []
    for begin in range(0, len(places), _POOL):
        group: list[list[Place]] = [[]]
        for place in sorted(places[begin : begin + _POOL], key=lambda each: _length(each, articles)):
            if group[-1] and _length(place, articles) * (len(group[-1]) + 1) > pieces:
                group.append([])
            group[-1].append(place)
        random.Random(begin).shuffle(group)  # noqa: S311
        made += group
    return made


def steps(articles: Sequence[Article], window: int, pieces: int, seed: str) -> list[list[Place]]:
    """The batches of an epoch; those of texts without annotation stand apart, and in between."""
    places = epoch(articles, window, seed)
    told, plain = ([each for each in places if articles[each[0]].annotated is wanted] for wanted in (True, False))
    made = [*batches(told, articles, pieces), *batches(plain, articles, pieces)]
    if plain:
        random.Random(seed).shuffle(made)  # noqa: S311
    return made


def _length(place: Place, articles: Sequence[Article]) -> int:
    index, window = place
    return articles[index].syntax.words.length(window.start, window.end)
