"""The speaker step: which entity speaks, to whom, about whom, and who reported it."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from spacy.tokens import Doc, Token

from graph_service.knowledge import KnowledgeBase, Lexicon, load, load_lexicon
from graph_service.models import (
    AnonymousSource,
    EntityType,
    MentionKind,
    Party,
    Span,
    StatementType,
    Target,
    TimeExpression,
)
from graph_service.pipeline import annotations
from graph_service.pipeline.annotations import Attribution, FoundStatement
from graph_service.pipeline.audience import Audiences
from graph_service.pipeline.cast import Actor, Cast, cast
from graph_service.pipeline.chains import Chains
from graph_service.pipeline.discourse import Discourse
from graph_service.pipeline.drafts import merge
from graph_service.pipeline.leaders import Leaders
from graph_service.pipeline.lexicon import personal_nouns
from graph_service.pipeline.nesting import parents
from graph_service.pipeline.parties import Parties
from graph_service.pipeline.phrases import is_new
from graph_service.pipeline.pronouns import GENDERS, NEUTRAL, Pronouns
from graph_service.pipeline.quotes import covers, quotations
from graph_service.pipeline.restating import with_restated
from graph_service.pipeline.sourcing import KIN, Sources, Speaker
from graph_service.pipeline.targets import targets
from graph_service.pipeline.tense import is_future
from graph_service.pipeline.times import time_expressions
from graph_service.pipeline.topics import topics


def speaker_resolver(doc: Doc, knowledge: KnowledgeBase | None = None) -> Doc:
    """Sets ``doc._.attributions``, one for each statement in their order; adds pronouns to ``doc._.entities``."""
    known = knowledge if knowledge is not None else load()
    resolver = _Resolver(doc, annotations.statements(doc), cast(doc), known, load_lexicon())
    doc._.attributions = resolver.attributions()
    doc._.pronouns = resolver.pronouns
    doc._.entities = cast(doc).entities()
    doc._.anonymous_sources = resolver.anonymous_sources()
    return doc


# characters of quoted words that are no sentence
_LONGEST_ASIDE = 30


class _Resolver:
    def __init__(
        self,
        doc: Doc,
        statements: tuple[FoundStatement, ...],
        people: Cast,
        knowledge: KnowledgeBase,
        lexicon: Lexicon,
    ) -> None:
        self._doc = doc
        self._statements = statements
        self._cast = people
        self._parents = parents(statements)
        direct = (span for each in statements if each.type is StatementType.DIRECT for span in each.content)
        pieces = (piece for each in quotations(people.text) for piece in each.pieces)
        self._quotations = merge([*direct, *(each for each in pieces if each.end - each.start > _LONGEST_ASIDE)])
        self.pronouns = Pronouns(doc, people, self._is_quoted)
        self._sources = Sources(doc, people, self.pronouns, knowledge, lexicon)
        self._discourse = Discourse(doc, people, self.pronouns)
        self._parties = Parties(doc, people, self._sources, self.pronouns)
        self._leaders = Leaders(doc, people, knowledge)
        self._speakers: dict[int, Speaker] = {}
        self._chains = Chains(people, statements, self._speakers, self._parents, self._parties)
        # the statement read last that stands in no other
        self._before: FoundStatement | None = None

    def attributions(self) -> tuple[Attribution, ...]:
        """In reading order the speakers, then what depends on all of them."""
        statements = self._statements
        order = sorted(range(len(statements)), key=self._reading_order)
        last: Speaker | None = None
        for index in order:
            self._speakers[index] = self._speaker(index, last)
            if self._parents[index] is None and not self._discourse.is_question(self._reading_order(index)[0]):
                last = self._speakers[index]
                self._before = self._statements[index]
        for index in order:
            speaker = self._speakers[index].actor
            if speaker is not None:
                self._leaders.put_right(statements[index], speaker)
        # who speaks within is nearer to a "he" than who speaks around him
        for index in sorted(order, key=self._depth, reverse=True):
            self._content_pronouns(index)
        heard = Audiences(self._cast, statements, self._speakers, self._discourse, self._parties)
        addressees = heard.all(self._parents, self._doc._.context.outlet)
        made = [self._attribution(index, addressees) for index in range(len(statements))]
        return with_restated(self._doc, self._cast, made)

    def anonymous_sources(self) -> tuple[AnonymousSource, ...]:
        """Every unnamed source once, by the order of the statements."""
        found = (self._speakers[index].anonymous for index in range(len(self._statements)))
        return tuple({each.id: each for each in found if each is not None}.values())

    def _reading_order(self, index: int) -> tuple[int, int]:
        statement = self._statements[index]
        spans = (*statement.source, *statement.cue, *statement.content)
        return min(span.start for span in spans), -max(span.end for span in spans)

    def _depth(self, index: int) -> int:
        depth, parent = 0, self._parents[index]
        while parent is not None:
            depth, parent = depth + 1, self._parents[parent]
        return depth

    def _is_quoted(self, position: int) -> bool:
        return covers(self._quotations, position)

    def _speaker(self, index: int, last: Speaker | None) -> Speaker:
        statement = self._statements[index]
        parent = self._parents[index]
        outer = self._speakers.get(parent) if parent is not None else None
        if not statement.source or statement.carried:
            return self._without_source(index, last, outer)
        span = Span(statement.source[0].start, statement.source[-1].end)
        excluded = self._named_in_content(statement)
        if outer and parent is not None and self._statements[parent].type is StatementType.DIRECT:
            # "“They tell us so,” a guard said", "“He told me,” Brun said": somebody else
            excluded += [outer.actor] if outer.actor else []
            last = None if last == outer else last
            if self._text(span).lower() in NEUTRAL:
                excluded += self._unnamed_in(self._statements[parent])
        return self._sources.speaker(span, last, outer, excluded, self._before)

    def _unnamed_in(self, quoted: FoundStatement) -> list[Actor]:
        """The bodies that a quotation does not name: its "it" is none of them."""
        named = {actor.id for span in quoted.content for _, actor in self._cast.within(span)}
        bodies = self._cast.of_type(EntityType.ORGANISATION, EntityType.COUNTRY)
        return [each for each in bodies if each.id not in named]

    def _named_in_content(self, statement: FoundStatement) -> list[Actor]:
        """Whom a statement names is not the "he" who makes it, unless it comes first: "Lund would resign, he said".

        In "Lund, he said, would resign" he is somebody else, too.
        """
        begin, end = statement.source[0].start, statement.source[-1].end
        all_ = statement.type is StatementType.DIRECT or statement.content[0].end <= begin < statement.content[-1].start
        spans = [span for span in statement.content if all_ or span.start >= end]
        named = (each for span in spans for each in self._cast.within(span))
        return [actor for mention, actor in named if mention.kind in {MentionKind.NAME, MentionKind.ROLE}]

    def _without_source(self, index: int, last: Speaker | None, outer: Speaker | None) -> Speaker:
        """A block or a floating quotation belongs to whoever speaks around it; a shared subject to its verbs."""
        statement = self._statements[index]
        if statement.cue and not statement.carried:
            actor = self._discourse.sharing(statement.cue[0])
            if actor is None and last and self._before and self._discourse.continues(self._before, statement):
                return last
            return Speaker(actor, None) if actor else self._sources.unknown(self._text(statement.cue[0]))
        announced = self._discourse.announced(statement)
        if announced is None and self._discourse.is_answer(statement.content[0].start):
            announced = self._discourse.interviewed
        if announced:
            return Speaker(announced, None)
        if statement.source:
            named = self._sources.named(statement.source[0])
            return Speaker(named, None) if named else self._sources.unknown(self._text(statement.source[0]))
        return outer or last or self._sources.unknown(self._text(statement.content[0])[:80])

    def _content_pronouns(self, index: int) -> None:
        """Pronouns in contents, for the targets: "he" is mostly the speaker, but never in a quotation."""
        statement, speaker = self._statements[index], self._speakers[index].actor
        quoted = statement.type is StatementType.DIRECT
        # "He was received, the minister said": mostly who was spoken of before
        is_fronted = not quoted and bool(statement.source) and self._is_fronted(statement)
        for span in statement.content:
            found = self._doc.char_span(*span, alignment_mode="expand")
            unnamed: set[str] = set()
            for token in found if found is not None else ():
                unnamed |= _genders(token) if quoted else set()
                if self._cast.at(token.idx):
                    unnamed.clear()
                # "“My daughter asks, and I don't know what to tell her”"
                is_other = GENDERS.get(token.lower_) in unnamed or self._known(token.idx)
                if token.lower_ in GENDERS and not (is_other or self._is_unnamed(token, index)):
                    actor = self._meant(token, None if is_fronted else speaker, quoted=quoted)
                    if actor:
                        self.pronouns.resolved(token, actor)

    def _is_fronted(self, statement: FoundStatement) -> bool:
        """Whether what somebody says by his name or office stands before that."""
        source = statement.source[0]
        return statement.content[-1].end <= source.start and self._text(source).lower() not in GENDERS

    def _is_unnamed(self, token: Token, index: int) -> bool:
        """Whether "he" in what an unnamed person says is most likely that one, and nobody whose lawyer he is."""
        statement, unnamed = self._statements[index], self._speakers[index].anonymous
        if unnamed is None or not statement.source or statement.type is StatementType.DIRECT:
            return False
        source = Span(statement.source[0].start, statement.source[-1].end)
        is_object = any(span.start <= token.head.idx < span.end for span in statement.cue)
        owners = [actor for _, actor in self._cast.within(source)]
        is_theirs = any(actor.gender in {GENDERS[token.lower_], None} for actor in owners)
        return not is_object and self._sources.may_mean(token, unnamed) and not is_theirs

    def _meant(self, token: Token, speaker: Actor | None, *, quoted: bool) -> Actor | None:
        if quoted:
            return self.pronouns.antecedent(token, excluded=[speaker] if speaker else [])
        return self.pronouns.antecedent(token, favourite=speaker)

    def _known(self, position: int) -> bool:
        covering = self._cast.at(position)
        return any(mention.start == position and mention.kind is MentionKind.PRONOUN for mention, _ in covering)

    def _attribution(self, index: int, addressees: dict[int, list[Party]]) -> Attribution:
        statement, speaker = self._statements[index], self._speakers[index]
        entities = [party.entity for party in addressees[index] if party.entity]
        spoken_to = [actor for actor in map(self._cast.get, entities) if actor]
        return Attribution(
            statement=statement,
            speaker=speaker.actor.id if speaker.actor else None,
            anonymous=speaker.anonymous if not speaker.actor else None,
            addressees=tuple(addressees[index]),
            targets=self._targets(statement, speaker.actor, spoken_to),
            reported_by=self._chains.reported_by(index, addressees, self._doc._.context.outlet),
            parent=self._parents[index],
            topics=topics(self._doc, self._cast, statement.content),
            times=tuple(self._times(statement)),
        )

    def _targets(self, statement: FoundStatement, speaker: Actor | None, spoken_to: list[Actor]) -> tuple[Target, ...]:
        """An answer that names nobody is about whom the question names."""
        found = targets(self._doc, self._cast, statement, speaker, spoken_to)
        question = self._discourse.question(statement.content[0].start) if statement.carried and not found else None
        if question is None:
            return found
        return targets(self._doc, self._cast, statement._replace(content=(question,)), speaker, ())

    def _times(self, statement: FoundStatement) -> Iterator[TimeExpression]:
        """The times in a content; a day of the week in a name is none ("Harbour News Sunday")."""
        day = self._doc._.context.date
        read = (self._cast.text, date.fromisoformat(day) if day else None, partial(is_future, self._doc))
        for span in statement.content:
            found = time_expressions(read[0], span, *read[1:])
            yield from (each for each in found if not self._cast.at(each.span.end - 1))

    def _text(self, span: Span) -> str:
        return self._cast.text[span.start : span.end]


def _genders(noun: Token) -> set[str]:
    """Which "he" and "she" somebody may be who comes up without a name: kin, "my daughter", or "a boy"."""
    if noun.lower_ in KIN:
        return {KIN[noun.lower_]}
    if noun.pos_ != "NOUN" or not is_new(noun) or noun.lower_ not in personal_nouns():
        return set()
    lexicon = load_lexicon()
    return {"f"} if noun.lower_ in lexicon.female_words else {"m"} if noun.lower_ in lexicon.male_words else {"m", "f"}
