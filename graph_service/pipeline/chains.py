"""Who passed a statement on to the reader: media in its sentence, then the speakers of the statements around it."""

from collections.abc import Mapping, Sequence

from graph_service.ids import fold
from graph_service.models import AnonymousKind, Party
from graph_service.pipeline.annotations import FoundStatement
from graph_service.pipeline.cast import Cast
from graph_service.pipeline.parties import Parties
from graph_service.pipeline.sourcing import Speaker


class Chains:
    """The chains of one article, whose speakers and addressees are known."""

    def __init__(
        self,
        cast: Cast,
        statements: Sequence[FoundStatement],
        speakers: Mapping[int, Speaker],
        parents: Sequence[int | None],
        parties: Parties,
    ) -> None:
        self._cast = cast
        self._statements = statements
        self._speakers = speakers
        self._parents = parents
        self._parties = parties

    def reported_by(self, index: int, addressees: Mapping[int, list[Party]], outlet: str | None) -> tuple[Party, ...]:
        """Nearest to the speaker first; never the speaker, never the outlet."""
        found: list[Party] = self._relays(index, addressees)
        parent = self._parents[index]
        while parent is not None:
            found += [*self._as_party(parent), *self._relays(parent, addressees)]
            parent = self._parents[parent]
        speaker = self._speakers[index]
        own = {speaker.actor.id if speaker.actor else None, speaker.anonymous.id if speaker.anonymous else None}
        # whoever passed on two links of the chain stands where he passed on the outer one
        kept: dict[str, Party] = {}
        unnamed = {fold(party.text) for party in found if party.anonymous}
        for party in reversed(found):
            if not (party.entity or party.anonymous) and fold(party.text) in unnamed:
                # a medium whose words speak, too, stands there as who speaks
                continue
            if (party.entity or party.anonymous or "") not in own and not self._is_outlet(party, fold(outlet or "")):
                kept.setdefault(party.entity or party.anonymous or fold(party.text), party)
        return tuple(reversed(kept.values()))

    def _relays(self, index: int, addressees: Mapping[int, list[Party]]) -> list[Party]:
        """Media that relay it in its sentence; what an unnamed source told a medium is known through the medium."""
        found = [party for span in self._statements[index].relays for party in self._parties.of(span)]
        if self._is_unnamed(index):
            found += [party for party in addressees[index] if self._parties.is_medium(party)]
        return found

    def _is_unnamed(self, index: int) -> bool:
        """Whether nobody is named: one that could not be resolved and several names hide nobody."""
        unnamed = self._speakers[index].anonymous
        if unnamed is None:
            return False
        is_named = unnamed.kind is AnonymousKind.COLLECTIVE and self._names_somebody(index)
        return unnamed.kind is not AnonymousKind.UNRESOLVED and not is_named

    def _names_somebody(self, index: int) -> bool:
        return any(len(self._parties.of(span)) > 1 for span in self._statements[index].source)

    def _as_party(self, index: int) -> list[Party]:
        speaker = self._speakers[index]
        if speaker.actor:
            return [Party(text=speaker.actor.name, entity=speaker.actor.id)]
        return [Party(text=speaker.anonymous.text, anonymous=speaker.anonymous.id)] if speaker.anonymous else []

    def _is_outlet(self, party: Party, outlet: str) -> bool:
        actor = self._cast.get(party.entity) if party.entity else None
        names = {fold(party.text), fold(actor.name) if actor else ""}
        if actor and actor.known:
            names |= {fold(alias.text) for alias in actor.known.aliases}
        return bool(outlet) and outlet in names
