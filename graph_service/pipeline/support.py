"""Whether the article supports a doubtful name: a weapon's everyday word, a bare surname, "the Alliance"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from graph_service.ids import fold
from graph_service.knowledge import AliasKind, KnowledgeBase, KnownEntity, Lexicon
from graph_service.models import EntityType, Span
from graph_service.pipeline.gazetteer import Hit, Sense

_QUOTES = "\"'“”‘’«»„"
_SURE = {AliasKind.NAME, AliasKind.ABBREVIATION}
_LISTED = re.compile(r",? (?:and |or )?|/")
_OWNS = re.compile(r"(?:['’]s)? ")
_NO_COMPANY = re.compile(r"(?:think[ -]?tank|union|charity|NGO|institute|party) $")
_POLITE = re.compile(r"\b(?:Mrs?|Ms|Dr|Miss)\.? $")
_NO_BODY = re.compile(r" (?:Day|One)\b")
_UNION = "organisation:european-union"
# kinds of bodies of one name in many states
_SHARED = {"parliament", "court"}
# kinds of bodies that every state has
_STATE = {"ministry", "agency", "parliament", "office", "army", "court", "council", "government"}


class Support:
    """What one article says for and against readings of names."""

    def __init__(self, doc: Doc, text: str, hits: Iterable[Hit], knowledge: KnowledgeBase, lexicon: Lexicon) -> None:
        self._doc = doc
        self.text = text
        self._knowledge = knowledge
        self._lexicon = lexicon
        listed = list(hits)
        senses = [(hit, sense) for hit in listed for sense in hit.senses]
        self._owners = self._with_countries(listed)
        self._regional = self._listed_regions(listed)
        # the countries that are named themselves, by name, adjective or city
        places = (self._knowledge.get(sense.entity) for _, sense in senses if sense.kind is not AliasKind.WEAK)
        landed = [each for each in places if each is not None and each.type in {EntityType.COUNTRY, EntityType.PLACE}]
        self._named = self._involved(each.id for each in landed)
        # how often each is
        self._tally = Counter(country for each in landed for country in each.countries or (each.id,))
        # what the article tells of by a name that nothing else has
        self._alone = self._involved(
            hit.senses[0].entity for hit in listed if len({each.entity for each in hit.senses}) == 1
        )
        self._sure = {sense.entity for _, sense in senses if sense.kind in _SURE}
        named = [sense.entity for _, sense in senses if sense.kind in {*_SURE, AliasKind.DEMONYM}]
        self._countries = self._involved(named)
        # parties of one name are in many countries: theirs must be named by something else
        self._elsewhere = self._involved(each for each in named if self._party(each) is None)
        self._arms_talk = self._talks_of_arms()
        self._labels = {token.idx: token.ent_type_ for entity in doc.ents for token in entity}
        # words that end the name of a group: "Democrats" in "Social Democrats"
        self._ending = {
            entity[-1].idx
            for entity in doc.ents
            if entity.label_ == "NORP" and entity[0].text[:1].isupper() and len(entity) > 1
        }
        # an everyday word that is a weapon once is the weapon throughout the article
        self._armed: set[str] = set()
        self._armed = {
            sense.entity
            for hit, sense in senses
            if sense.kind is AliasKind.WEAK and self._weapon(hit.span, sense.entity)
        }

        # a body that NER takes for one once is no person of that name elsewhere, if nobody has it
        somebodys = {
            fold(each.text) for entity in doc.ents if entity.label_ == "PERSON" for each in entity[: len(entity) - 1]
        }
        self._meant: set[str] = set()
        self._meant = {
            sense.entity
            for hit, sense in senses
            if sense.kind is AliasKind.WEAK
            and self._is_body(sense.entity)
            and fold(text[slice(*hit.span)]) not in somebodys
            and self._weak(hit.span, sense)
        }

    def _with_countries(self, hits: Sequence[Hit]) -> dict[int, set[str]]:
        """The countries right before or behind a name, by where it starts: "Peru's Foreign Office", "… of Lima"."""
        found: dict[int, set[str]] = {}
        for before, behind in pairwise(hits):
            if _OWNS.fullmatch(self.text, before.span.end, behind.span.start):
                found[behind.span.start] = self._involved(sense.entity for sense in before.senses)
            if self.text[before.span.end : behind.span.start] in {" in ", " of "}:
                found[before.span.start] = self._involved(sense.entity for sense in behind.senses)
        return found

    def _listed_regions(self, hits: Sequence[Hit]) -> set[str]:
        """Regions with a state's name that stand beside places of their own country: "Arizona, Georgia and Texas"."""
        found: set[str] = set()
        for before, behind in pairwise(hits):
            if _LISTED.fullmatch(self.text, before.span.end, behind.span.start):
                for one, other in ((before, behind), (behind, before)):
                    region = self._region(one) if len(other.senses) == 1 else None
                    beside = self._knowledge.get(other.senses[0].entity)
                    if region is not None and beside is not None and beside.type is EntityType.PLACE:
                        found |= {region.id} if set(region.countries) & set(beside.countries) else set()
        return found

    def _region(self, hit: Hit) -> KnownEntity | None:
        """The region of one state that has the name of another one: Georgia."""
        entities = [self._knowledge.get(sense.entity) for sense in hit.senses] if len(hit.senses) > 1 else []
        is_state = any(each is not None and each.type is EntityType.COUNTRY for each in entities)
        return next((each for each in entities if is_state and each is not None and each.kind == "region"), None)

    def label(self, span: Span) -> str:
        """What NER takes the first word of a span for."""
        return self._labels.get(span.start, "")

    def tells_of(self, entity: str) -> bool:
        """Whether a name that nothing else has tells of it: "Kinshasa" of one of two Congos."""
        return entity in self._alone

    def holds(self, hit: Hit, sense: Sense) -> bool:
        """Whether a reading may stand."""
        if sense.kind is AliasKind.DEMONYM and _POLITE.search(self.text, max(hit.span.start - 6, 0), hit.span.start):
            # "Mr. Türk" is no Turk
            return False
        region = self._region(hit)
        if region is not None and (sense.entity == region.id) != (region.id in self._regional):
            return False
        if sense.kind in _SURE or sense.kind is AliasKind.DEMONYM:
            ends = hit.span.start in self._ending
            is_another = self._is_foreign(sense.entity) or self._is_of_another(hit.span, sense.entity)
            is_another = is_another or self._is_called_otherwise(hit.span, sense.entity)
            return not self._common_word(hit.span, sense) and not ends and not is_another
        if sense.kind is AliasKind.ROLE:
            return sense.entity in self._sure
        if sense.kind is AliasKind.SURNAME:
            return self._surname(hit.span)
        return self._weak(hit.span, sense) and not self._is_outweighed(hit, sense)

    def _is_outweighed(self, hit: Hit, sense: Sense) -> bool:
        """Whether another body of the name is of a country that the article names more often: India's Congress."""
        known = [self._knowledge.get(each.entity) for each in (sense, *hit.senses)]
        own, *others = (max((self._tally[each] for each in one.countries), default=0) if one else 0 for one in known)
        return self._is_body(sense.entity) and max(others) > own

    def _party(self, entity: str) -> KnownEntity | None:
        known = self._knowledge.get(entity)
        return known if known is not None and known.kind == "party" else None

    def _is_foreign(self, entity: str) -> bool:
        """Whether it is a party whose country is not in the article."""
        party = self._party(entity)
        return party is not None and self._elsewhere.isdisjoint(party.countries)

    def _is_of_another(self, span: Span, entity: str) -> bool:
        """Whether it is a body or a medium of one state behind the name of another one: "Thai PBS"."""
        known, owners = self._knowledge.get(entity), self._owners.get(span.start)
        is_owned = self.text.endswith(("'s ", "’s "), 0, span.start)
        kinds = _STATE if is_owned else _STATE | {"media"}
        is_of_state = known is not None and known.kind in kinds and bool(known.countries)
        return known is not None and bool(owners) and is_of_state and not set(known.countries) & (owners or set())

    def _is_body(self, entity: str) -> bool:
        known = self._knowledge.get(entity)
        return known is not None and known.type is EntityType.ORGANISATION

    def _is_called_otherwise(self, span: Span, entity: str) -> bool:
        """Whether a company is called none, "the think-tank IAI", or a body's name is a day's: "Orre Day"."""
        known = self._knowledge.get(entity)
        if known is not None and known.type is EntityType.ORGANISATION and _NO_BODY.match(self.text, span.end):
            return True
        is_company = known is not None and known.kind == "company"
        return is_company and _NO_COMPANY.search(self.text, max(span.start - 16, 0), span.start) is not None

    def prominent(self, senses: Iterable[Sense]) -> bool:
        """Whether a surname is that of a country's head or a body's officer in the article: NER's type may then err."""
        known = [entity for entity in (self._knowledge.get(sense.entity) for sense in senses) if entity is not None]
        serving = any(role.of in self._sure and role.open for entity in known for role in entity.roles)
        return serving or any(entity.rank == 3 and set(entity.countries) & self._countries for entity in known)

    def _involved(self, entities: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for entity in entities:
            known = self._knowledge.get(entity)
            if known:
                found.update((known.id, *known.countries, known.stands_for or known.id))
        return found

    def _surname(self, span: Span) -> bool:
        token = self._token(span)
        # a name that the tagger takes for a verb within a sentence: "spoke to Trump"
        if token is not None and fold(token.text) in self._lexicon.honorifics:
            behind = self._doc[token.i + 1 : token.i + 2]
            if len(behind) and behind[0].ent_type_ == "PERSON" and behind[0].ent_iob_ == "I":
                # "King Orre"
                return False
        is_noun = token is not None and (token.pos_ in {"PROPN", "NOUN", "X"} or not token.is_sent_start)
        return is_noun and self.label(span) in {"PERSON", "", "ORG", "GPE", "NORP"}

    def _common_word(self, span: Span, sense: Sense) -> bool:
        """One-word names of one entity that NER sees as a person are that person's: "Jordan", "Chad"."""
        known = self._knowledge.get(sense.entity)
        if known is None or known.type is EntityType.PERSON:
            return False
        token = self._token(span)
        is_long = token is None or span.end > token.idx + len(token)
        if token is None or is_long or known.type is EntityType.WEAPON_SYSTEM:
            return False
        if token.ent_type_ != "PERSON":
            return self._first_name(token)
        beside = self._doc[max(token.i - 1, 0) : token.i + 2]
        return any(other.ent_type_ == "PERSON" and other.i != token.i for other in beside)

    def _first_name(self, token: Token) -> bool:
        """ "Georgia" of "Georgia Nowak", where NER takes only the second word for a person."""
        head = token.head
        named = head.ent_type_ == "PERSON" and head.pos_ == "PROPN" and head.i == token.i + 1
        following = [other.lower_ for other in self._doc[token.i + 2 : token.i + 4]]
        introduced = following[:1] == [","] and following[1:] in (["a"], ["an"], ["the"])
        return named and token.dep_ == "compound" and (introduced or fold(token.text) in self._lexicon.given_names)

    def _weak(self, span: Span, sense: Sense) -> bool:
        known = self._knowledge.get(sense.entity)
        if known is None:
            return False
        if known.type is EntityType.WEAPON_SYSTEM:
            return self._weapon(span, sense.entity)
        if known.type is EntityType.ORGANISATION:
            is_of_union = known.kind == "institution" and _UNION in self._sure
            related = bool({sense.entity, *known.countries} & self._countries) or is_of_union
            related &= not self._is_unsure(known)
            is_body = self.label(span) != "PERSON" or sense.entity in self._meant
            return (self.label(span) == "ORG" or known.kind != "media") and related and is_body
        if self.label(span) == "PERSON":
            # it is a town all the same where the article names its country
            return bool(set(known.countries) & self._countries) and not self._beside_name(span)
        return self.label(span) != ""

    def _is_unsure(self, body: KnownEntity) -> bool:
        """Whether it is a parliament or court of a common name whose country is not named: "the Senate".

        "The Supreme Court" is not that of a country that the article names in passing.
        """
        if body.kind not in _SHARED:
            return False
        most = max(self._tally.values(), default=0)
        is_aside = body.kind == "court" and all(self._tally[each] * 2 < most for each in body.countries)
        return is_aside or not set(body.countries) & self._named

    def _beside_name(self, span: Span) -> bool:
        token = self._token(span)
        around = (token.i - 1, token.i + 1) if token is not None else ()
        is_given = fold(self.text[slice(*span)]) in self._lexicon.given_names
        return is_given or any(0 <= i < len(self._doc) and self._doc[i].ent_type_ == "PERSON" for i in around)

    def _weapon(self, span: Span, entity: str) -> bool:
        known = self._knowledge.get(entity)
        if known is None or known.type is not EntityType.WEAPON_SYSTEM:
            return False
        text = self.text
        quoted = (
            text[max(span.start - 1, 0) : span.start] in _QUOTES and text[span.end : span.end + 1] in _QUOTES + ",."
        )
        if (span.start and quoted) or entity in self._sure | self._armed:
            return True
        token = self._token(span)
        return token is not None and self._beside_weapons(token)

    def _beside_weapons(self, token: Token) -> bool:
        around = [*self._doc[max(token.i - 2, 0) : token.i], *self._doc[token.i + 1 : token.i + 4]]
        if any(other.lower_ in self._lexicon.weapon_nouns for other in around):
            return True
        if token.ent_type_ in {"PERSON", "GPE"}:
            return False
        return self._arms_talk

    def _talks_of_arms(self) -> bool:
        """Whether the article is about weapons: it names one for sure, or has two words that mean nothing else."""
        known = (self._knowledge.get(entity) for entity in self._sure)
        if any(entity is not None and entity.type is EntityType.WEAPON_SYSTEM for entity in known):
            return True
        return sum(word in self._lexicon.arms for word in self.text.casefold().split()) > 1

    def _token(self, span: Span) -> Token | None:
        found = self._doc.char_span(*span, alignment_mode="expand")
        return found[0] if found is not None else None
