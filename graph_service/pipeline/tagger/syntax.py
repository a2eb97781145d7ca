"""What parse and rules say of an article's words, as numbers for the tagger."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.page import Page, Run
from graph_service.pipeline.tagger.words import Ints, Words

#: roles of a word in a statement of the rules
NO_ROLE, SOURCE, CONTENT, CUE = range(4)

#: places of a word as seen from a cue: elsewhere, in its sentence, or the word that the cue hangs on; then relations:
#: of the branches that hang on the cue, and of the branches beside it
ELSEWHERE, SENTENCE, ABOVE, _BRANCHES = range(4)


class Labels(NamedTuple):
    """The tags and relations that the model knows, in its order; any other one is 0."""

    tags: tuple[str, ...]
    relations: tuple[str, ...]

    @property
    def places(self) -> int:
        """How many places a word can have as seen from a cue."""
        return _BRANCHES + 2 * (len(self.relations) + 1)


class Proposal(NamedTuple):
    """A statement of the rules in words of the article."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]


class Syntax:
    """Tags, relations and the rules' statements, word by word; a word of the tagger lies within one token or more."""

    def __init__(self, page: Page, words: Words, drafts: Iterable[Draft], labels: Labels) -> None:
        doc = page.tokens
        strings = doc.vocab.strings
        known_tags = {name: index for index, name in enumerate(labels.tags, 1)}
        known_relations = {name: index for index, name in enumerate(labels.relations, 1)}
        attributes = doc.to_array(["TAG", "DEP", "HEAD"]) if len(doc) else np.zeros((0, 3), dtype=np.uint64)
        tag_ids = {key: known_tags.get(strings[key], 0) for key in set(attributes[:, 0].tolist())}
        relation_ids = {key: known_relations.get(strings[key], 0) for key in set(attributes[:, 1].tolist())}
        tags = np.array([tag_ids[key] for key in attributes[:, 0].tolist()], dtype=np.int64)
        self._relations = [relation_ids[key] for key in attributes[:, 1].tolist()]
        self._heads: list[int] = (np.arange(len(doc)) + attributes[:, 2].astype(np.int64)).tolist()
        self._count = len(labels.relations) + 1
        self._sentences = page.sentences
        self._starts = np.array(page.offsets[: len(doc)], dtype=np.int64)
        # for each word the token that it starts in
        self._tokens: Ints = np.maximum(np.searchsorted(self._starts, words.starts, "right") - 1, 0)
        self.words = words
        self.tags: Ints = tags[self._tokens] if len(doc) else np.zeros(0, dtype=np.int64)
        self.relations: Ints = np.array(self._relations, dtype=np.int64)[self._tokens] if len(doc) else self.tags
        self.proposals = [_proposal(page, words, draft, draft.cue_run) for draft in drafts if draft.cue_run]

    @cached_property
    def marks(self) -> Ints:
        """For each word how it is quoted and written, whether it opens a line, its tag, relation and role."""
        words = self.words
        columns = (words.quoted, words.cases, words.opens_line, self.tags, self.relations, self.roles)
        return np.stack(columns, axis=1)

    @cached_property
    def roles(self) -> Ints:
        """For each word its role in the rules' statements; a cue before a source before a content."""
        found = np.zeros(len(self.words), dtype=np.int64)
        for role in (CONTENT, SOURCE, CUE):
            for proposal in self.proposals:
                for start, end in _parts(proposal, role):
                    found[start:end] = role
        return found

    def roles_for(self, cue: tuple[int, int], start: int, end: int) -> Ints:
        """For each word of a run its role in the rules' statement of a cue; none where they have none."""
        found = np.zeros(end - start, dtype=np.int64)
        proposal = next((self._by_word[word] for word in range(*cue) if word in self._by_word), None)
        for role in (CONTENT, SOURCE, CUE) if proposal else ():
            for run in _parts(proposal, role):
                _paint(found, start, run, role)
        return found

    @cached_property
    def _by_word(self) -> dict[int, Proposal]:
        return {word: each for each in self.proposals for word in range(*each.cue)}

    def places(self, cue: tuple[int, int], start: int, end: int) -> Ints:
        """For each word of a run where it hangs in the parse as seen from a cue."""
        run = Run(int(self._tokens[cue[0]]), int(self._tokens[cue[1] - 1]) + 1)
        first, last = int(self._tokens[start]), int(self._tokens[end - 1]) + 1
        found = np.full(last - first, ELSEWHERE, dtype=np.int64)
        sentence = self._sentences[run.start]
        _paint(found, first, sentence, SENTENCE)
        if sentence.end - sentence.start > _LONGEST_SENTENCE:
            return found[self._tokens[start:end] - first]
        top = next(
            (i for i in range(*run) if not run.start <= self._heads[i] < run.end or self._heads[i] == i), run.start
        )
        above = self._heads[top]
        if above != top:
            self._paint_branches(found, first, above, run, _BRANCHES + self._count)
            _paint(found, first, (above, above + 1), ABOVE)
        inside = [i for i in range(*run) if i != top]
        for index in [top, *inside] if run.end - run.start < _LONGEST else [top]:
            self._paint_branches(found, first, index, run, _BRANCHES)
        return found[self._tokens[start:end] - first]

    def _paint_branches(self, found: Ints, first: int, head: int, run: Run, offset: int) -> None:
        for child in self._children.get(head, ()):
            if not run.start <= child < run.end:
                _paint(found, first, self._branch(child), offset + self._relations[child])

    def _branch(self, index: int) -> tuple[int, int]:
        """The tokens that hang on a token, with itself."""
        left = right = index
        while (below := self._children.get(left)) and below[0] < left:
            left = below[0]
        while (below := self._children.get(right)) and below[-1] > right:
            right = below[-1]
        return left, right + 1

    @cached_property
    def _children(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for index, head in enumerate(self._heads):
            if head != index:
                found.setdefault(head, []).append(index)
        return found


# in tokens; beyond these a parse says nothing, and walking it would take long
_LONGEST, _LONGEST_SENTENCE = 12, 300


def _paint(found: Ints, first: int, run: Sequence[int], value: int) -> None:
    found[max(run[0] - first, 0) : max(run[1] - first, 0)] = value


def _proposal(page: Page, words: Words, draft: Draft, cue: Run) -> Proposal:
    source = words.run(page.span(draft.source)) if draft.source is not None else None
    return Proposal(words.run(page.span(cue)), source, tuple(words.run(span) for span in draft.content))


def _parts(proposal: Proposal | None, role: int) -> Sequence[tuple[int, int]]:
    if proposal is None:
        return ()
    if role == CONTENT:
        return proposal.content
    if role == CUE:
        return (proposal.cue,)
    return () if proposal.source is None else (proposal.source,)
