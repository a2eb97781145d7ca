"""What stands where a source would and is nobody: clocks, kinds of text, topics, headings."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Token

from graph_service.pipeline.drafts import Draft
from graph_service.pipeline.labels import labels
from graph_service.pipeline.lexicon import personal_nouns, words
from graph_service.pipeline.page import Page
from graph_service.pipeline.pronouns import body_nouns
from graph_service.pipeline.sources import is_mute


def speaks_for_nobody(page: Page, draft: Draft) -> bool:
    """Whether the source is a thing ("the clock tells"), or the label of a kind of text ("Interview: ...")."""
    if draft.source is None:
        return draft.cue is None and draft.cue_run is not None and page.words[draft.cue_run.start] == ":"
    if draft.cue is None and draft.source.end - draft.source.start == 1:
        word = page.tokens[draft.source.start]
        return word.lower_ in labels() or _is_topic(word)
    return draft.cue is not None and is_mute(page.top(draft.source))


def is_heading(page: Page, draft: Draft, sources: Sequence[int]) -> bool:
    """Whether a word in capitals before a colon stands over what somebody else says: "RAINS: Brun said …"."""
    if draft.cue is not None or draft.source is None or draft.source.end - draft.source.start > 1:
        return False
    tells = any(bisect_left(sources, start) < bisect_left(sources, end) for start, end in draft.content)
    return tells and page.tokens[draft.source.start].is_upper


def _is_topic(word: Token) -> bool:
    """Whether a word before a colon is what is spoken about, nobody and nothing written: "Tariffs: …"."""
    return word.pos_ == "NOUN" and not word.ent_type_ and not may_speak(word)


def may_speak(noun: Token) -> bool:
    """Whether a common noun is for somebody, a body, or what somebody wrote or recorded."""
    return noun.lemma_.lower() in personal_nouns() | body_nouns() | words("writings.txt") | words("voices.txt")
