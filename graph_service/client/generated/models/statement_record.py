from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.modality import check_modality
from ..models.modality import Modality
from ..models.statement_type import check_statement_type
from ..models.statement_type import StatementType
from typing import cast

if TYPE_CHECKING:
    from ..models.participant import Participant
    from ..models.target_row import TargetRow


T = TypeVar("T", bound="StatementRecord")


@_attrs_define
class StatementRecord:
    """One statement with all its evidence.

    Attributes:
        statement (str):
        text (str):
        cue (str):
        source (str):
        type_ (StatementType): Direct: all in quotation marks (or an unquoted first-person block). Indirect: none.
            Mixed: some.
        modality (Modality): What the speaker does by saying it.
        negated (bool):
        confidence (float):
        sentence (str):
        sentence_span (list[int]): [start, end) in the article's text.
        spans (list[list[int]]):
        cue_spans (list[list[int]]):
        source_spans (list[list[int]]):
        speaker (str):
        speaker_id (str):
        speaker_type (str):
        targets (list[TargetRow]):
        addressees (list[Participant]):
        reporters (list[Participant]):
        parent (None | str):
        nested (list[str]):
        article (str):
        extractor (str):
        judgements (list[str]): Ids of the judgements that correct it.
    """

    statement: str
    text: str
    cue: str
    source: str
    type_: StatementType
    modality: Modality
    negated: bool
    confidence: float
    sentence: str
    sentence_span: list[int]
    spans: list[list[int]]
    cue_spans: list[list[int]]
    source_spans: list[list[int]]
    speaker: str
    speaker_id: str
    speaker_type: str
    targets: list[TargetRow]
    addressees: list[Participant]
    reporters: list[Participant]
    parent: None | str
    nested: list[str]
    article: str
    extractor: str
    judgements: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.participant import Participant  # noqa: PLC0415
        from ..models.target_row import TargetRow  # noqa: PLC0415

        statement = self.statement

        text = self.text

        cue = self.cue

        source = self.source

        type_: str = self.type_

        modality: str = self.modality

        negated = self.negated

        confidence = self.confidence

        sentence = self.sentence

        sentence_span = self.sentence_span

        spans = []
        for spans_item_data in self.spans:
            spans_item = spans_item_data

            spans.append(spans_item)

        cue_spans = []
        for cue_spans_item_data in self.cue_spans:
            cue_spans_item = cue_spans_item_data

            cue_spans.append(cue_spans_item)

        source_spans = []
        for source_spans_item_data in self.source_spans:
            source_spans_item = source_spans_item_data

            source_spans.append(source_spans_item)

        speaker = self.speaker

        speaker_id = self.speaker_id

        speaker_type = self.speaker_type

        targets = []
        for targets_item_data in self.targets:
            targets_item = targets_item_data.to_dict()
            targets.append(targets_item)

        addressees = []
        for addressees_item_data in self.addressees:
            addressees_item = addressees_item_data.to_dict()
            addressees.append(addressees_item)

        reporters = []
        for reporters_item_data in self.reporters:
            reporters_item = reporters_item_data.to_dict()
            reporters.append(reporters_item)

        parent: None | str
        parent = self.parent

        nested = self.nested

        article = self.article

        extractor = self.extractor

        judgements = self.judgements

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "statement": statement,
                "text": text,
                "cue": cue,
                "source": source,
                "type": type_,
                "modality": modality,
                "negated": negated,
                "confidence": confidence,
                "sentence": sentence,
                "sentence_span": sentence_span,
                "spans": spans,
                "cue_spans": cue_spans,
                "source_spans": source_spans,
                "speaker": speaker,
                "speaker_id": speaker_id,
                "speaker_type": speaker_type,
                "targets": targets,
                "addressees": addressees,
                "reporters": reporters,
                "parent": parent,
                "nested": nested,
                "article": article,
                "extractor": extractor,
                "judgements": judgements,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.participant import Participant  # noqa: PLC0415
        from ..models.target_row import TargetRow  # noqa: PLC0415

        d = dict(src_dict)
        statement = d.pop("statement")

        text = d.pop("text")

        cue = d.pop("cue")

        source = d.pop("source")

        type_ = check_statement_type(d.pop("type"))

        modality = check_modality(d.pop("modality"))

        negated = d.pop("negated")

        confidence = d.pop("confidence")

        sentence = d.pop("sentence")

        sentence_span = cast(list[int], d.pop("sentence_span"))

        spans = []
        _spans = d.pop("spans")
        for spans_item_data in _spans:
            spans_item = cast(list[int], spans_item_data)

            spans.append(spans_item)

        cue_spans = []
        _cue_spans = d.pop("cue_spans")
        for cue_spans_item_data in _cue_spans:
            cue_spans_item = cast(list[int], cue_spans_item_data)

            cue_spans.append(cue_spans_item)

        source_spans = []
        _source_spans = d.pop("source_spans")
        for source_spans_item_data in _source_spans:
            source_spans_item = cast(list[int], source_spans_item_data)

            source_spans.append(source_spans_item)

        speaker = d.pop("speaker")

        speaker_id = d.pop("speaker_id")

        speaker_type = d.pop("speaker_type")

        targets = []
        _targets = d.pop("targets")
        for targets_item_data in _targets:
            targets_item = TargetRow.from_dict(targets_item_data)

            targets.append(targets_item)

        addressees = []
        _addressees = d.pop("addressees")
        for addressees_item_data in _addressees:
            addressees_item = Participant.from_dict(addressees_item_data)

            addressees.append(addressees_item)

        reporters = []
        _reporters = d.pop("reporters")
        for reporters_item_data in _reporters:
            reporters_item = Participant.from_dict(reporters_item_data)

            reporters.append(reporters_item)

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        nested = cast(list[str], d.pop("nested"))

        article = d.pop("article")

        extractor = d.pop("extractor")

        judgements = cast(list[str], d.pop("judgements"))

        statement_record = cls(
            statement=statement,
            text=text,
            cue=cue,
            source=source,
            type_=type_,
            modality=modality,
            negated=negated,
            confidence=confidence,
            sentence=sentence,
            sentence_span=sentence_span,
            spans=spans,
            cue_spans=cue_spans,
            source_spans=source_spans,
            speaker=speaker,
            speaker_id=speaker_id,
            speaker_type=speaker_type,
            targets=targets,
            addressees=addressees,
            reporters=reporters,
            parent=parent,
            nested=nested,
            article=article,
            extractor=extractor,
            judgements=judgements,
        )

        statement_record.additional_properties = d
        return statement_record

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
