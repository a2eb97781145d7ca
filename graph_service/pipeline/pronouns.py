"""Whom a pronoun means: gender and number, then who was spoken of last, subjects first."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from graph_service.knowledge import load_lexicon
from graph_service.models import EntityType, Mention, MentionKind, Span
from graph_service.pipeline.binding import SUBJECTS, is_beside, is_in_relative, is_of_participle, is_told_by
from graph_service.pipeline.cast import Actor, Cast
from graph_service.pipeline.lexicon import words
from graph_service.pipeline.parse import positions, sentence_starts

GENDERS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
NEUTRAL = {"it", "its", "itself"}
PLURAL = {"they", "them", "their", "theirs", "themselves"}
FIRST = {"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"}
RELATIVE = {"who", "whom", "which", "that"}
_BODIES = (EntityType.ORGANISATION, EntityType.COUNTRY)
# what the subject of a main clause is worth, and that of a clause that it tells
_MAIN = {"ROOT": 0.3, "conj": 0.3, "ccomp": 0.2}
# clauses that a sentence is not about: "Sole compares it with the day when Orre spoke"
_ASIDE = {"relcl", "advcl"}
# what deals and laws do, and nobody
_OF_TEXTS = frozenset({"entail", "envisage", "envision", "foresee", "obligate", "stipulate"})
# what it costs to stand in quotation marks where the pronoun does not, and the other way round
_QUOTED, _UNQUOTED = 0.9, 0.5
# what it costs to stand in a relative clause, not as its subject
_ASIDE_COST = 0.4
# words from "its" up to the phrase that it stands in
_STEPS = 5
#: sentences back that a pronoun reaches
_REACH = 4


@cache
def body_nouns() -> frozenset[str]:
    """Nouns for what may speak and is nobody: "ministry", "government", "congress"."""
    lexicon = load_lexicon()
    listed = lexicon.organisation_nouns | lexicon.state_bodies | lexicon.collective_nouns
    return listed | words("acting_bodies.txt") | words("assemblies.txt")


class _Candidate(NamedTuple):
    score: float
    start: int
    actor: Actor


class Pronouns:
    """Resolves the pronouns of one article."""

    def __init__(self, doc: Doc, cast: Cast, quoted: Callable[[int], bool]) -> None:
        self._doc = doc
        self._text = cast.text
        self._quoted = quoted
        self._starts = sentence_starts(doc)
        bodies = (cast.tokens[each] for each in positions(doc, body_nouns()))
        # where nouns for bodies without a name are subjects
        self._bodies = [each.idx for each in bodies if each.dep_ in SUBJECTS and not cast.at(each.idx)]
        # by the number of their sentence
        self._mentions: dict[int, list[tuple[Mention, Token, Actor]]] = {}
        for actor in cast:
            for mention in actor.mentions:
                self._note(mention, actor)

    def _note(self, mention: Mention, actor: Actor) -> None:
        found = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if found is not None and mention.kind is not MentionKind.DEMONYM:
            self._place(mention, found.root, actor)

    def resolved(self, token: Token, actor: Actor) -> None:
        """Takes a resolved pronoun as a mention; it also tells the gender of somebody whose name did not."""
        if actor.type is EntityType.PERSON:
            actor.gender = actor.gender or GENDERS.get(token.lower_)
        span = Span(token.idx, token.idx + len(token))
        actor.mention(self._text, span, MentionKind.PRONOUN)
        self._place(Mention(start=span.start, end=span.end, text=token.text, kind=MentionKind.PRONOUN), token, actor)

    def _place(self, mention: Mention, head: Token, actor: Actor) -> None:
        self._mentions.setdefault(self._sentence(head), []).append((mention, head, actor))

    def _sentence(self, token: Token) -> int:
        return bisect_right(self._starts, token.i)

    def antecedent(
        self, token: Token, *, favourite: Actor | None = None, excluded: Collection[Actor] = ()
    ) -> Actor | None:
        """Whom a third-person pronoun means, or None where nobody fits.

        ``favourite`` is the one who spoke last. ``excluded`` cannot be meant: a quotation's speaker is not its "he".
        """
        word = token.lower_
        gender = GENDERS.get(word)
        if gender is None and word not in NEUTRAL:
            return None
        centre = self._centre(token, favourite, excluded) if gender is not None else None
        return centre or self._best(token, favourite, excluded)

    def _centre(self, token: Token, favourite: Actor | None, excluded: Collection[Actor]) -> Actor | None:
        """Whom the same pronoun means as the subject of the sentences before, in main clauses of one paragraph.

        Who is spoken of goes on to be: the centre of a sentence mostly is that of the next (Grosz, Joshi and
        Weinstein 1995).
        """
        first, known = token, None
        for _ in range(_REACH):
            before = self._same_before(first) if known is None else None
            if before is None:
                break
            first, known = before, self._whose(before)
        if first is token:
            return None
        found = known or self._best(first, favourite, excluded)
        if found is None or found in excluded:
            return None
        if known is None:
            self.resolved(first, found)
        return found

    def _best(self, token: Token, favourite: Actor | None, excluded: Collection[Actor]) -> Actor | None:
        """Who fits a pronoun best, by what stands around."""
        word = token.lower_
        gender = GENDERS.get(word)
        near = list(self._near(self._sentence(token)))
        owner = self._owner_above(token, near) if word == "its" else None
        if owner is not None:
            return owner
        excluded = [*excluded, *(actor for _, head, actor in near if is_beside(token, head))]
        candidates = [
            _Candidate(self._score(token, mention, head, actor, favourite), mention.start, actor)
            for mention, head, actor in near
            if self._fits(token, mention, head, actor, gender) and actor not in excluded
        ]
        if candidates:
            best = max(candidates, key=lambda each: (each.score, each.actor is favourite, each.start))
            is_body = best.actor is not favourite and self._is_of_body_between(token, best.start)
            is_other = gender is None and (is_body or _is_text(token))
            return None if is_other else best.actor
        agrees = favourite is not None and _agrees(favourite, gender) and favourite not in excluded
        return favourite if agrees else None

    def _same_before(self, token: Token) -> Token | None:
        """The same pronoun as the subject of the sentence before, if both are main clauses of one paragraph."""
        number = self._sentence(token)
        if number < 2 or token.dep_ not in SUBJECTS or token.head.dep_ != "ROOT":
            return None
        first = self._doc[self._starts[number - 2]]
        before = next((each for each in first.sent.root.children if each.dep_ in SUBJECTS), None)
        is_same = (
            before is not None and before.lower_ == token.lower_ and self._quoted(first.idx) == self._quoted(token.idx)
        )
        return before if is_same and "\n" not in self._text[first.idx : token.idx] else None

    def _whose(self, token: Token) -> Actor | None:
        """Whom a pronoun was found to mean."""
        known = self._mentions.get(self._sentence(token), ())
        return next((actor for mention, _, actor in known if mention.start == token.idx), None)

    def _owner_above(self, token: Token, near: Sequence[tuple[Mention, Token, Actor]]) -> Actor | None:
        """Whose its phrase is: "the union's deputy and brother of its chief"."""
        noun = token.head
        for _ in range(_STEPS):
            noun = noun.head
            if noun.pos_ not in {"NOUN", "PROPN", "ADP"}:
                return None
            for _, head, actor in near:
                if head.head == noun and head.dep_ == "poss" and head.i < token.i and actor.type in _BODIES:
                    return actor
        return None

    def _is_of_body_between(self, token: Token, start: int) -> bool:
        """Whether a body without a name is a subject in between: "The union said that …. Its president …"."""
        before = bisect_left(self._bodies, token.idx)
        nearest = self._bodies[before - 1] if before else -1
        return nearest > start and "\n" not in self._text[nearest : token.idx]

    def names_between(self, token: Token, start: int, content: Sequence[Span]) -> bool:
        """Whether somebody whom a pronoun may mean is a subject behind an offset, outside of what was said there."""
        gender = GENDERS.get(token.lower_)
        return any(
            mention.start >= start
            and _described(head).dep_ in SUBJECTS
            and not any(span.start <= mention.start < span.end for span in content)
            and self._fits(token, mention, head, actor, gender)
            for mention, head, actor in self._near(self._sentence(token))
        )

    def _near(self, sentence: int) -> Iterator[tuple[Mention, Token, Actor]]:
        for number in range(sentence - _REACH, sentence + _REACH + 1):
            yield from self._mentions.get(number, ())

    def _fits(self, token: Token, mention: Mention, head: Token, actor: Actor, gender: str | None) -> bool:
        if mention.start >= token.idx and not (self._cataphora(token, head)):
            return False
        if (
            is_beside(token, head)
            or is_of_participle(token, head)
            or (gender is not None and token.dep_ != "poss" and self._is_whose(token, head))
        ):
            return False
        return _agrees(actor, gender)

    def _is_whose(self, token: Token, head: Token) -> bool:
        """Whether the sentence is about somebody of his, not him: "Brun's nominee was asked …, accusing him of it"."""
        owned = head.head if head.dep_ == "poss" else None
        if owned is None or owned.dep_ not in SUBJECTS | {"ROOT"} or self._distance(token, head):
            return False
        # "Brun's sister pleaded with him": a subject does not mean itself
        verb = next((each for each in token.ancestors if each.pos_ in {"VERB", "AUX"}), None)
        if verb == owned.head:
            return False
        return owned.lemma_.lower() in load_lexicon().role_nouns | words("chosen.txt")

    def _cataphora(self, token: Token, head: Token) -> bool:
        """The pronoun in a clause before its subject: "As he left, Smith said"."""
        return (
            self._distance(token, head) == 0
            and head.dep_ in SUBJECTS
            and head.head.is_ancestor(token)
            and head.i > token.i
            and not is_told_by(token, head.head)
        )

    def _follows_quotation(self, token: Token) -> bool:
        """Whether a sentence in quotation marks stands right before that of a pronoun, in its paragraph."""
        first = self._starts[self._sentence(token) - 1]
        before = self._text[: self._doc[first].idx].rstrip(" \xa0") if first else ""
        return bool(before) and self._quoted(len(before) - 1) and not self._quoted(token.idx)

    def _distance(self, token: Token, head: Token) -> int:
        return abs(self._sentence(token) - self._sentence(head))

    def _score(self, token: Token, mention: Mention, head: Token, actor: Actor, favourite: Actor | None) -> float:
        distance = self._distance(token, head)
        # who spoke last spoke until where the quotation ends
        score = -float(min(distance, 1) if actor is favourite and self._follows_quotation(token) else distance)
        score -= 0.8 if "\n" in self._text[mention.start : token.idx] else 0.0
        described = _described(head)
        if described.dep_ in SUBJECTS:
            score += 0.2 if described.head.dep_ == "relcl" else 0.7
        score += _MAIN.get(described.head.dep_, 0.0) if described.dep_ in SUBJECTS else 0.0
        score += 0.2 if actor.gender is not None else 0.0
        score -= 0.6 if head.dep_ in {"poss", "compound"} else 0.0
        if self._quoted(mention.start) != self._quoted(token.idx):
            # "“I spoke with Brun,” Sole told Holm. “He rowed”"
            score -= _QUOTED if self._quoted(mention.start) else _UNQUOTED
        score -= _ASIDE_COST if is_in_relative(described) and described.dep_ not in SUBJECTS else 0.0
        is_apart = described.head.dep_ in _ASIDE and not described.head.is_ancestor(token)
        score += 0.7 if actor is favourite and not is_apart else 0.0
        score -= 0.8 if actor.type is EntityType.COUNTRY and head.dep_ not in SUBJECTS else 0.0
        return score


def _described(head: Token) -> Token:
    """What a name in apposition is the name of: "his colleague" of "his colleague Karl Berg"."""
    return head.head if head.dep_ == "appos" else head


def _agrees(actor: Actor, gender: str | None) -> bool:
    if gender:
        return actor.type is EntityType.PERSON and actor.gender in {gender, None}
    return actor.type in _BODIES


def _is_text(token: Token) -> bool:
    """Whether "it" is a deal or a text by what it does: "it foresees the release of hostages"."""
    return token.dep_ in SUBJECTS and token.head.lemma_ in _OF_TEXTS
