"""spaCy's attribute ruler read off a table: the same parts of speech, morphology and lemmas at a fraction of the cost.

Nearly all patterns of the English model look at one token's tag, dependency and word. Their outcome is a function of
these, so it is worked out once for each combination; only lines with a pair of words that a longer pattern may want
go through the ruler itself.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import chain, pairwise
from typing import Any, NamedTuple

import spacy.parts_of_speech
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token

_SUPPORTED = {"TAG", "DEP", "LOWER", "IS_SPACE"}
_OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = {
    "IN": lambda seen, words: seen in words,
    "NOT_IN": lambda seen, words: seen not in words,
    "REGEX": lambda seen, pattern: re.search(pattern, seen) is not None,
}


class _Rule(NamedTuple):
    test: Mapping[str, Any]
    sets: Mapping[str, str]


class _Outcome(NamedTuple):
    # part of speech, lemma, tag and dependency as spaCy's numbers, by the name of the token's attribute
    sets: tuple[tuple[str, int], ...]
    morph: int | None
    # which two-word patterns the token may begin and end, as bits
    begins: int
    ends: int


class TabledRuler:
    """Stands in for an ``AttributeRuler``: the same annotations on every ``Doc``.

    Raises:
        ValueError: a pattern looks at something else than a token's tag, dependency, word or being white space.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._vocab = ruler.vocab
        self._single, self._pairs = _split(ruler.patterns)
        self._asked = _word_conditions([*(rule.test for rule in self._single), *chain(*self._pairs)])
        self._table: dict[tuple[int, int, int], _Outcome] = {}
        self._words: dict[int, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Sets part of speech, morphology, lemma and white space's tag and dependency."""
        tokens = list(doc)
        outcomes = [self._outcome(token) for token in tokens]
        if any(first.begins & second.ends for first, second in pairwise(outcomes)):
            return self._ruler(doc)
        for token, outcome in zip(tokens, outcomes, strict=True):
            for name, value in outcome.sets:
                setattr(token, name, value)
            if outcome.morph is not None:
                token.set_morph(outcome.morph)  # type: ignore[attr-defined]
        return doc

    def _outcome(self, token: Token) -> _Outcome:
        key = (token.tag, self._word(token.lower), token.dep)
        found = self._table.get(key)
        if found is None:
            found = self._table[key] = self._work_out(token)
        return found

    def _word(self, word: int) -> int:
        """The word itself where a pattern asks for it; all other words are alike."""
        found = self._words.get(word)
        if found is None:
            text = self._vocab.strings[word]
            found = self._words[word] = word if any(_accepts(each, text) for each in self._asked) else text.isspace()
        return found

    def _work_out(self, token: Token) -> _Outcome:
        seen = _seen(token)
        sets: dict[str, str] = {}
        for rule in self._single:
            if _fits(seen, rule.test):
                sets.update(rule.sets)
        morph = sets.pop("MORPH", None)
        return _Outcome(
            sets=tuple((name.lower(), self._number(name, value)) for name, value in sets.items()),
            morph=None if morph is None else self._vocab.morphology.add(morph),
            begins=sum(1 << i for i, (first, _) in enumerate(self._pairs) if _fits(seen, first)),
            ends=sum(1 << i for i, (_, second) in enumerate(self._pairs) if _fits(seen, second)),
        )

    def _number(self, name: str, value: str) -> int:
        return int(spacy.parts_of_speech.IDS[value]) if name == "POS" else self._vocab.strings.add(value)


def table_attributes(nlp: Language) -> None:
    """Puts the table in the place of a pipeline's attribute ruler; a ruler that no table holds stays as it is."""
    for position, (name, component) in enumerate(nlp.components):
        if isinstance(component, AttributeRuler):
            with suppress(ValueError):
                nlp._components[position] = (name, TabledRuler(component))


def _split(patterns: Iterable[Mapping[str, Any]]) -> tuple[list[_Rule], list[tuple[Mapping[str, Any], ...]]]:
    single: list[_Rule] = []
    pairs: list[tuple[Mapping[str, Any], ...]] = []
    for pattern in patterns:
        for tests in pattern["patterns"]:
            if len(tests) > 2 or any(not _supported(test) for test in tests):
                raise ValueError(f"The attribute ruler has a pattern that no table holds: {tests}.")
            if len(tests) == 1:
                single.append(_Rule(tests[0], pattern["attrs"]))
            else:
                pairs.append(tuple(tests))
    return single, pairs


def _word_conditions(tests: Iterable[Mapping[str, Any]]) -> list[object]:
    """What patterns ask of words, the many plain words as one condition."""
    asked = [test["LOWER"] for test in tests if "LOWER" in test]
    plain = {each for each in asked if isinstance(each, str)}
    listed = {word for each in asked if isinstance(each, dict) for word in each.get("IN", ())}
    rest = [each for each in asked if isinstance(each, dict) and "IN" not in each]
    return [{"IN": plain | listed}, *rest]


def _supported(test: Mapping[str, Any]) -> bool:
    operators = {operator for value in test.values() if isinstance(value, dict) for operator in value}
    return set(test) <= _SUPPORTED and operators <= set(_OPERATORS)


def _seen(token: Token) -> Mapping[str, object]:
    return {"TAG": token.tag_, "DEP": token.dep_, "LOWER": token.lower_, "IS_SPACE": token.is_space}


def _fits(seen: Mapping[str, object], test: Mapping[str, Any]) -> bool:
    return all(_accepts(condition, seen[name]) for name, condition in test.items())


def _accepts(condition: object, seen: object) -> bool:
    if not isinstance(condition, dict):
        return condition == seen
    return all(_OPERATORS[operator](seen, operand) for operator, operand in condition.items())
