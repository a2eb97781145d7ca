from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, BinaryIO, TextIO, TYPE_CHECKING, Generator

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

from ..models.modality import check_modality
from ..models.modality import Modality
from ..models.restatement import check_restatement
from ..models.restatement import Restatement
from ..models.stance import check_stance
from ..models.stance import Stance
from ..models.statement_type import check_statement_type
from ..models.statement_type import StatementType
from typing import cast
import datetime


T = TypeVar("T", bound="StatementRow")


@_attrs_define
class StatementRow:
    """Who said what about whom, with the evidence: the same keys from the API, the command line and Cypher.

    Attributes:
        statement (str): Id of the statement.
        speaker (str): Name of the speaker, or the words for an unnamed one.
        speaker_id (str):
        speaker_type (str): The type of the entity, or AnonymousSource.
        text (str): What was said: the article verbatim, pieces joined by ` … `.
        cue (str): The words that signal it.
        type_ (StatementType): Direct: all in quotation marks (or an unquoted first-person block). Indirect: none.
            Mixed: some.
        modality (Modality): What the speaker does by saying it.
        negated (bool):
        about (list[str]): Names of those it is about, the foremost first.
        about_ids (list[str]):
        stances (list[Stance]): How the speaker takes each of them, in the same order.
        to (list[str]): To whom it was said: names, or the article's words.
        to_ids (list[None | str]): Their ids, in the same order; null for words that name nobody known.
        reported_by (list[str]): Who relayed it, nearest to the speaker first; never the outlet.
        reported_by_ids (list[None | str]): Their ids, in the same order; null for unnamed sources.
        sentence (str): The sentences that hold it.
        start (int): First character of the content in the article's text.
        end (int): One past the last character of the content.
        spans (list[list[int]]): The pieces of the content.
        article (str): Id of the article.
        title (None | str):
        outlet (None | str):
        published_at (datetime.date | None):
        url (None | str):
        confidence (float):
        parent (None | str): Id of the statement it stands inside.
        topics (list[str]): Key phrases of the content that name no entity.
        times (list[str]): The words of the content that say when.
        restates (list[str]): Ids: of the fuller statement in the article that it sums up, of the earliest in the same
            words, and of the earliest that says the same in other words.
        restates_how (list[Restatement]): Which of these each of them is, in the same order.
        restates_scores (list[float]): How alike they are, in the same order: in other words the cosine of their
            vectors, else 1.
        judgements (list[str]): Ids of the judgements that correct it; see `/v1/judgements`.
    """

    statement: str
    speaker: str
    speaker_id: str
    speaker_type: str
    text: str
    cue: str
    type_: StatementType
    modality: Modality
    negated: bool
    about: list[str]
    about_ids: list[str]
    stances: list[Stance]
    to: list[str]
    to_ids: list[None | str]
    reported_by: list[str]
    reported_by_ids: list[None | str]
    sentence: str
    start: int
    end: int
    spans: list[list[int]]
    article: str
    title: None | str
    outlet: None | str
    published_at: datetime.date | None
    url: None | str
    confidence: float
    parent: None | str
    topics: list[str]
    times: list[str]
    restates: list[str]
    restates_how: list[Restatement]
    restates_scores: list[float]
    judgements: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        statement = self.statement

        speaker = self.speaker

        speaker_id = self.speaker_id

        speaker_type = self.speaker_type

        text = self.text

        cue = self.cue

        type_: str = self.type_

        modality: str = self.modality

        negated = self.negated

        about = self.about

        about_ids = self.about_ids

        stances = []
        for stances_item_data in self.stances:
            stances_item: str = stances_item_data
            stances.append(stances_item)

        to = self.to

        to_ids = []
        for to_ids_item_data in self.to_ids:
            to_ids_item: None | str
            to_ids_item = to_ids_item_data
            to_ids.append(to_ids_item)

        reported_by = self.reported_by

        reported_by_ids = []
        for reported_by_ids_item_data in self.reported_by_ids:
            reported_by_ids_item: None | str
            reported_by_ids_item = reported_by_ids_item_data
            reported_by_ids.append(reported_by_ids_item)

        sentence = self.sentence

        start = self.start

        end = self.end

        spans = []
        for spans_item_data in self.spans:
            spans_item = spans_item_data

            spans.append(spans_item)

        article = self.article

        title: None | str
        title = self.title

        outlet: None | str
        outlet = self.outlet

        published_at: None | str
        if isinstance(self.published_at, datetime.date):
            published_at = self.published_at.isoformat()
        else:
            published_at = self.published_at

        url: None | str
        url = self.url

        confidence = self.confidence

        parent: None | str
        parent = self.parent

        topics = self.topics

        times = self.times

        restates = self.restates

        restates_how = []
        for restates_how_item_data in self.restates_how:
            restates_how_item: str = restates_how_item_data
            restates_how.append(restates_how_item)

        restates_scores = self.restates_scores

        judgements = self.judgements

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "statement": statement,
                "speaker": speaker,
                "speaker_id": speaker_id,
                "speaker_type": speaker_type,
                "text": text,
                "cue": cue,
                "type": type_,
                "modality": modality,
                "negated": negated,
                "about": about,
                "about_ids": about_ids,
                "stances": stances,
                "to": to,
                "to_ids": to_ids,
                "reported_by": reported_by,
                "reported_by_ids": reported_by_ids,
                "sentence": sentence,
                "start": start,
                "end": end,
                "spans": spans,
                "article": article,
                "title": title,
                "outlet": outlet,
                "published_at": published_at,
                "url": url,
                "confidence": confidence,
                "parent": parent,
                "topics": topics,
                "times": times,
                "restates": restates,
                "restates_how": restates_how,
                "restates_scores": restates_scores,
                "judgements": judgements,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        statement = d.pop("statement")

        speaker = d.pop("speaker")

        speaker_id = d.pop("speaker_id")

        speaker_type = d.pop("speaker_type")

        text = d.pop("text")

        cue = d.pop("cue")

        type_ = check_statement_type(d.pop("type"))

        modality = check_modality(d.pop("modality"))

        negated = d.pop("negated")

        about = cast(list[str], d.pop("about"))

        about_ids = cast(list[str], d.pop("about_ids"))

        stances = []
        _stances = d.pop("stances")
        for stances_item_data in _stances:
            stances_item = check_stance(stances_item_data)

            stances.append(stances_item)

        to = cast(list[str], d.pop("to"))

        to_ids = []
        _to_ids = d.pop("to_ids")
        for to_ids_item_data in _to_ids:

            def _parse_to_ids_item(data: object) -> None | str:
                if data is None:
                    return data
                return cast(None | str, data)

            to_ids_item = _parse_to_ids_item(to_ids_item_data)

            to_ids.append(to_ids_item)

        reported_by = cast(list[str], d.pop("reported_by"))

        reported_by_ids = []
        _reported_by_ids = d.pop("reported_by_ids")
        for reported_by_ids_item_data in _reported_by_ids:

            def _parse_reported_by_ids_item(data: object) -> None | str:
                if data is None:
                    return data
                return cast(None | str, data)

            reported_by_ids_item = _parse_reported_by_ids_item(
                reported_by_ids_item_data
            )

            reported_by_ids.append(reported_by_ids_item)

        sentence = d.pop("sentence")

        start = d.pop("start")

        end = d.pop("end")

        spans = []
        _spans = d.pop("spans")
        for spans_item_data in _spans:
            spans_item = cast(list[int], spans_item_data)

            spans.append(spans_item)

        article = d.pop("article")

        def _parse_title(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        title = _parse_title(d.pop("title"))

        def _parse_outlet(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        outlet = _parse_outlet(d.pop("outlet"))

        def _parse_published_at(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                published_at_type_0 = datetime.date.fromisoformat(data)

                return published_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        published_at = _parse_published_at(d.pop("published_at"))

        def _parse_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        url = _parse_url(d.pop("url"))

        confidence = d.pop("confidence")

        def _parse_parent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        parent = _parse_parent(d.pop("parent"))

        topics = cast(list[str], d.pop("topics"))

        times = cast(list[str], d.pop("times"))

        restates = cast(list[str], d.pop("restates"))

        restates_how = []
        _restates_how = d.pop("restates_how")
        for restates_how_item_data in _restates_how:
            restates_how_item = check_restatement(restates_how_item_data)

            restates_how.append(restates_how_item)

        restates_scores = cast(list[float], d.pop("restates_scores"))

        judgements = cast(list[str], d.pop("judgements"))

        statement_row = cls(
            statement=statement,
            speaker=speaker,
            speaker_id=speaker_id,
            speaker_type=speaker_type,
            text=text,
            cue=cue,
            type_=type_,
            modality=modality,
            negated=negated,
            about=about,
            about_ids=about_ids,
            stances=stances,
            to=to,
            to_ids=to_ids,
            reported_by=reported_by,
            reported_by_ids=reported_by_ids,
            sentence=sentence,
            start=start,
            end=end,
            spans=spans,
            article=article,
            title=title,
            outlet=outlet,
            published_at=published_at,
            url=url,
            confidence=confidence,
            parent=parent,
            topics=topics,
            times=times,
            restates=restates,
            restates_how=restates_how,
            restates_scores=restates_scores,
            judgements=judgements,
        )

        statement_row.additional_properties = d
        return statement_row

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
