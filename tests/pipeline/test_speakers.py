"""The speaker step on hand-made statements: the text gives the spans, so that only this step is tested."""

from dataclasses import dataclass

import pytest
from spacy.tokens import Doc

from graph_service.models import AnonymousKind, MentionKind, Modality, Span, StatementType
from graph_service.pipeline.annotations import ArticleContext, Attribution, FoundStatement
from graph_service.pipeline.entities import entity_resolver
from graph_service.pipeline.language import load_parser, parse_article
from graph_service.pipeline.mentions import mention_finder
from graph_service.pipeline.speakers import speaker_resolver
from tests.pipeline.reading import read, said


@dataclass
class Said:
    """A statement by its words; each is looked for in the text, from the content's sentence on."""

    content: str
    source: str = ""
    cue: str = ""
    to: str = ""
    relay: str = ""
    carried: bool = False
    direct: bool = False
    modality: Modality = Modality.ASSERTION


def resolved(text: str, *said: Said, day: str = "2023-06-01", outlet: str | None = "Harbour Wire") -> Doc:
    doc = parse_article(load_parser(), text)
    doc._.context = ArticleContext("article:1", None, outlet, day)
    doc = entity_resolver(mention_finder(doc))
    doc._.statements = tuple(_statement(text, each) for each in said)
    return speaker_resolver(doc)


def attributions(text: str, *said: Said, **context: str) -> tuple[Attribution, ...]:
    found: tuple[Attribution, ...] = resolved(text, *said, **context)._.attributions  # type: ignore[arg-type]
    return found


def _statement(text: str, said: Said) -> FoundStatement:
    content = _span(text, said.content, 0)
    start = text.rfind("\n", 0, content.start) + 1
    near = max(text.rfind(". ", start, content.start), start)

    def spans(words: str) -> tuple[Span, ...]:
        if not words:
            return ()
        return (_span(text, words, near if text.find(words, near) >= 0 else start),)

    return FoundStatement(
        content=(content,),
        cue=spans(said.cue),
        source=spans(said.source),
        type=StatementType.DIRECT if said.direct else StatementType.INDIRECT,
        modality=said.modality,
        negated=False,
        addressees=spans(said.to),
        relays=spans(said.relay),
        carried=said.carried,
        confidence=1.0,
    )


def _span(text: str, words: str, start: int) -> Span:
    position = text.index(words, start)
    return Span(position, position + len(words))


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Ada Lindqvist said it rained.", "Ada Lindqvist", "person:ada-lindqvist"),
        ("Chief engineer Ada Lindqvist said it rained.", "Chief engineer Ada Lindqvist", "person:ada-lindqvist"),
        ("Ada Lindqvist, a ferry pilot, said it rained.", "Ada Lindqvist, a ferry pilot", "person:ada-lindqvist"),
        ("The pilot, Ada Lindqvist, said it rained.", "The pilot, Ada Lindqvist", "person:ada-lindqvist"),
        ("The Danish government said it rained.", "The Danish government", "country:denmark"),
        ("Lisbon said it rained.", "Lisbon", "country:portugal"),
        ("The Kremlin said it rained.", "The Kremlin", "organisation:kremlin"),
        ("The German chancellor said it rained.", "The German chancellor", "person:olaf-scholz"),
        (
            "NATO Secretary General Jens Stoltenberg said it rained.",
            "NATO Secretary General Jens Stoltenberg",
            "person:jens-stoltenberg",
        ),
        ("Brussels said it rained.", "Brussels", "organisation:european-union"),
        ("In Oslo Ada Lindqvist, who owns a boat, said it rained.", "who owns a boat", "person:ada-lindqvist"),
        ("It was Ada Lindqvist, a councillor for NATO, who said it rained.", "who", "person:ada-lindqvist"),
        ("He met an envoy of President Karl Berg, Ada Lindqvist, who said it rained.", "who", "person:ada-lindqvist"),
        ("Ada Lindqvist said it rained.", "Ada", "person:ada-lindqvist"),
        ("China's Xinhua agency said it rained.", "China's Xinhua agency", "organisation:xinhua"),
        (
            "A member of the choir of the town, Ada Lindqvist, said it rained.",
            "A member of the choir of the town, Ada Lindqvist",
            "person:ada-lindqvist",
        ),
    ],
)
def test_the_head_of_a_source_speaks(text: str, source: str, speaker: str) -> None:
    (found,) = attributions(text, Said("it rained", source, "said"))
    assert (found.speaker, found.anonymous) == (speaker, None)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Two officials", AnonymousKind.OFFICIAL),
        ("People familiar with the plan", AnonymousKind.PEOPLE_FAMILIAR),
        ("A Western diplomat", AnonymousKind.DIPLOMAT),
        ("A senator", AnonymousKind.LAWMAKER),
        ("A soldier", AnonymousKind.MILITARY),
        ("A source", AnonymousKind.UNSPECIFIED),
        ("European leaders", AnonymousKind.COLLECTIVE),
        ("The tall one", AnonymousKind.UNRESOLVED),
        ("A spokesman for Ada Lindqvist", AnonymousKind.OFFICIAL),
    ],
)
def test_unnamed_sources_keep_their_words_and_get_a_kind(source: str, kind: AnonymousKind) -> None:
    (found,) = attributions(f"{source} said it rained.", Said("it rained", source, "said"))
    assert found.speaker is None
    assert found.anonymous is not None
    assert (found.anonymous.text, found.anonymous.kind) == (source, kind)


def test_several_names_are_a_collective() -> None:
    (found,) = attributions(
        "Ada Lindqvist and Bo Ek said it rained.", Said("it rained", "Ada Lindqvist and Bo Ek", "said")
    )
    assert found.anonymous is not None
    assert (found.anonymous.text, found.anonymous.kind) == ("Ada Lindqvist and Bo Ek", AnonymousKind.COLLECTIVE)


def test_pronouns_go_by_gender() -> None:
    text = "Ada Lindqvist met Karl Berg. She said it rained. He said it snowed."
    first, second = attributions(text, Said("it rained", "She", "said"), Said("it snowed", "He", "said"))
    assert (first.speaker, second.speaker) == ("person:ada-lindqvist", "person:karl-berg")


def test_a_resolved_pronoun_is_a_mention() -> None:
    doc = resolved("Ada Lindqvist left. She said it rained.", Said("it rained", "She", "said"))
    (entity,) = doc._.entities
    assert [mention.text for mention in entity.mentions if mention.kind is MentionKind.PRONOUN] == ["She"]


def test_who_spoke_last_goes_on_speaking() -> None:
    text = (
        "Karl Berg said it rained. The pilots had waited for nine hours. Nobody was hurt in the harbour. "
        "The ferry was old. The crane was older still. The water rose. He said it snowed."
    )
    _, second = attributions(text, Said("it rained", "Karl Berg", "said"), Said("it snowed", "He", "said"))
    assert second.speaker == "person:karl-berg"


def test_a_block_belongs_to_whoever_speaks_around_it() -> None:
    text = "Ada Lindqvist told reporters it rained.\nI saw the water. I ran."
    first, second = attributions(
        text,
        Said("it rained", "Ada Lindqvist", "told", to="reporters"),
        Said("I saw the water. I ran.", carried=True, direct=True),
    )
    assert second.speaker == first.speaker == "person:ada-lindqvist"
    assert [party.text for party in second.addressees] == ["reporters"]


def test_a_colon_announces_the_speaker_of_a_block() -> None:
    text = "Karl Berg said it rained. Then Ada Lindqvist spoke to the crew in a video:\nWe saw the water."
    _, second = attributions(
        text, Said("it rained", "Karl Berg", "said"), Said("We saw the water.", carried=True, direct=True)
    )
    assert second.speaker == "person:ada-lindqvist"


def test_an_interview_goes_back_and_forth() -> None:
    text = (
        "Ada Lindqvist believes it rained.\n"
        "Q: Karl Berg says it snowed. Do you agree?\nA: Not at all. I saw it.\n"
        "Q: And now?\nLindqvist: Now we row."
    )
    found = attributions(
        text,
        Said("it rained", "Ada Lindqvist", "believes"),
        Said("it snowed", "Karl Berg", "says"),
        Said("Not at all. I saw it.", carried=True, direct=True),
        Said("Now we row.", carried=True, direct=True),
    )
    assert [each.speaker for each in found] == [
        "person:ada-lindqvist",
        "person:karl-berg",
        "person:ada-lindqvist",
        "person:ada-lindqvist",
    ]
    assert [party.text for party in found[2].addressees] == ["Harbour Wire"]


def test_a_shared_subject_speaks_twice() -> None:
    text = "Ada Lindqvist said it rained and denied it snowed."
    _, second = attributions(text, Said("it rained", "Ada Lindqvist", "said"), Said("it snowed", cue="denied"))
    assert second.speaker == "person:ada-lindqvist"


def test_a_statement_in_a_statement_is_reported_by_the_outer_speaker() -> None:
    text = "A pilot said Ada Lindqvist had promised to wait."
    outer, inner = attributions(
        text,
        Said("Ada Lindqvist had promised to wait", "A pilot", "said"),
        Said("to wait", "Ada Lindqvist", "had promised"),
    )
    assert (outer.parent, inner.parent) == (None, 0)
    assert [party.text for party in inner.reported_by] == ["A pilot"]
    assert inner.reported_by[0].anonymous == (outer.anonymous.id if outer.anonymous else None)


def test_media_that_relay_are_named_but_never_the_outlet() -> None:
    text = "Ada Lindqvist said it rained, Reuters reported."
    (found,) = attributions(text, Said("it rained", "Ada Lindqvist", "said", relay="Reuters"))
    assert [party.entity for party in found.reported_by] == ["organisation:reuters"]
    (found,) = attributions(text, Said("it rained", "Ada Lindqvist", "said", relay="Reuters"), outlet="Reuters")
    assert found.reported_by == ()


def test_what_an_unnamed_source_told_a_medium_is_known_through_it() -> None:
    text = "A diplomat told Reuters it rained."
    (found,) = attributions(text, Said("it rained", "A diplomat", "told", to="Reuters"))
    assert [party.entity for party in found.reported_by] == ["organisation:reuters"]


def test_addressees_are_entities_or_words() -> None:
    text = "Ada Lindqvist told Karl Berg and NATO it rained. She told the crew it snowed."
    first, second = attributions(
        text,
        Said("it rained", "Ada Lindqvist", "told", to="Karl Berg and NATO"),
        Said("it snowed", "She", "told", to="the crew"),
    )
    assert [party.entity for party in first.addressees] == ["person:karl-berg", "organisation:nato"]
    assert [(party.text, party.entity) for party in second.addressees] == [("the crew", None)]


@pytest.mark.parametrize(
    ("content", "targets"),
    [
        ("that NATO should help Ukraine", ["organisation:nato", "country:ukraine"]),
        ("that Karl Berg lied", ["person:karl-berg"]),
        ("that he lied", []),
        ("that NATO chief Jens Stoltenberg lied", ["person:jens-stoltenberg"]),
        ("that Ada Lindqvist was right", []),
        ("that it rained in Lisbon", []),
    ],
)
def test_targets_are_whom_the_words_denote(content: str, targets: list[str]) -> None:
    text = f"Ada Lindqvist said {content}."
    (found,) = attributions(text, Said(content, "Ada Lindqvist", "said"))
    assert [target.entity for target in found.targets] == targets


def test_whoever_is_asked_is_a_target() -> None:
    text = "Ada Lindqvist urged Peru to wait."
    (found,) = attributions(text, Said("to wait", "Ada Lindqvist", "urged", to="Peru", modality=Modality.DEMAND))
    assert [(target.entity, target.rank) for target in found.targets] == [("country:peru", 1)]


def test_there_are_never_more_than_five_targets() -> None:
    content = "that Peru, Chile, Bolivia, Ecuador, Colombia, Brazil and Argentina agreed"
    (found,) = attributions(f"Ada Lindqvist said {content}.", Said(content, "Ada Lindqvist", "said"))
    assert [target.rank for target in found.targets] == [1, 2, 3, 4, 5]


def test_every_attribution_has_exactly_one_speaker_and_known_ids() -> None:
    text = "It was expected to rain. Two pilots said it snowed. Ada Lindqvist denied everything."
    doc = resolved(
        text,
        Said("to rain", cue="was expected"),
        Said("it snowed", "Two pilots", "said"),
        Said("everything", "Ada Lindqvist", "denied"),
    )
    ids = {entity.id for entity in doc._.entities}
    sources = {source.id for source in doc._.anonymous_sources}
    for each in doc._.attributions:
        assert (each.speaker is None) != (each.anonymous is None)
        assert each.speaker is None or each.speaker in ids
        assert each.anonymous is None or each.anonymous.id in sources


def test_an_empty_article_has_nothing() -> None:
    doc = resolved("")
    assert (doc._.attributions, doc._.entities, doc._.anonymous_sources) == ((), (), ())


@pytest.mark.parametrize("source", ["Mora's spokesman", "Mora's lawyer", "Mora's brother", "Mora’s aides"])
def test_whoever_belongs_to_somebody_is_not_that_one(source: str) -> None:
    text = f"Ana Mora left on Monday. {source} said the dam was full."
    (found,) = attributions(text, Said("the dam was full", source, "said"))
    assert found.speaker is None
    assert found.anonymous is not None
    assert found.anonymous.text == source


def test_a_transcripts_label_in_capitals_is_the_person_of_that_name() -> None:
    text = "Ana Mora met Luis Vega on Monday.\n\nMORA: The dam is full.\n\nTARN: The port is shut."
    found = attributions(text, Said("The dam is full", "MORA", ":"), Said("The port is shut", "TARN", ":"))
    assert [each.speaker for each in found] == ["person:ana-mora", None]


@pytest.mark.parametrize(
    ("source", "pronoun", "same"),
    [
        ("The results of a survey", "They", False),
        ("A report on the harbour", "She", False),
        ("A report on the harbour", "It", True),
        ("Two fishermen", "They", True),
        ("A fisherman", "He", True),
    ],
)
def test_nobody_is_meant_by_what_is_written(source: str, pronoun: str, same: bool) -> None:
    text = f"{source} said that the fish had gone. {pronoun} said that the water was warm."
    first, second = attributions(
        text, Said("that the fish had gone", source, "said"), Said("that the water was warm", pronoun, "said")
    )
    assert first.speaker is None
    assert second.speaker is None
    assert (first.anonymous == second.anonymous) is same


@pytest.mark.parametrize(
    ("text", "second", "speaker"),
    [
        # a name that opens the paragraph goes before who spoke in the one above
        (
            "Karl Berg said it rained.\nAda Lindqvist was less patient. She said it snowed.",
            Said("it snowed", "She", "said"),
            "person:ada-lindqvist",
        ),
        (
            "Karl Berg said it rained.\nLindqvist's deputy, Olle Holm, was less patient. He said it snowed.",
            Said("it snowed", "He", "said"),
            "person:olle-holm",
        ),
        # an unnamed source goes on speaking
        (
            "Berg's lawyer said it rained. Ada Lindqvist's paper had said so. Then she said it snowed.",
            Said("it snowed", "she", "said"),
            None,
        ),
        ("A guard said it rained. He said it snowed.", Said("it snowed", "He", "said"), None),
        ("The ministry said it rained in Peru. It said it snowed.", Said("it snowed", "It", "said"), None),
        (
            "The union said it rained. NATO met. The union slept. It said it snowed.",
            Said("it snowed", "It", "said"),
            None,
        ),
        (
            "A congress said it rained. It fell on Ada Lindqvist, which she said was nice.",
            Said("was nice", "she", "said"),
            "person:ada-lindqvist",
        ),
        (
            "Karl Berg said it rained. His deputy, Olle Holm, disagreed: it was dry, he said.",
            Said("it was dry", "he", "said"),
            "person:olle-holm",
        ),
        ("NATO met. The government said it rained. It said it snowed.", Said("it snowed", "It", "said"), None),
        # an object is not the subject of its own verb
        (
            "Karl Berg said it rained. Ada Lindqvist met Olle Holm. It snowed, Berg quoted him as saying.",
            Said("It snowed", "him", "quoted"),
            "person:olle-holm",
        ),
        # but for a name since, another gender, another paragraph
        (
            "A guard said it rained. Karl Berg laughed. He said it snowed.",
            Said("it snowed", "He", "said"),
            "person:karl-berg",
        ),
        ("Karl Berg's sister said it rained. He said it snowed.", Said("it snowed", "He", "said"), "person:karl-berg"),
        (
            "Karl Berg slept. A guard said it rained.\nHe said it snowed.",
            Said("it snowed", "He", "said"),
            "person:karl-berg",
        ),
    ],
)
def test_who_goes_on_speaking(text: str, second: Said, speaker: str | None) -> None:
    source = text[: text.index(" said it rained")].rpartition(". ")[2]
    found = attributions(text, Said("it rained", source, "said"), second)
    assert found[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "source", "content", "expected"),
    [
        ("Karl Berg slept. A guard said that he was tired.", "A guard", "that he was tired", []),
        (
            "Karl Berg left. He slept.\nOlle Holm's cook, Ada Lindqvist, said that he was tired.",
            "Olle Holm's cook, Ada Lindqvist,",
            "that he was tired",
            ["person:olle-holm"],
        ),
        (
            "Karl Berg slept. His office said that he was tired.",
            "His office",
            "that he was tired",
            ["person:karl-berg"],
        ),
        (
            "Karl Berg slept. Two guards said that he was tired.",
            "Two guards",
            "that he was tired",
            ["person:karl-berg"],
        ),
        (
            "Karl Berg slept. Berg's cook said that he was tired.",
            "Berg's cook",
            "that he was tired",
            ["person:karl-berg"],
        ),
    ],
)
def test_of_whom_somebody_unnamed_says_he(text: str, source: str, content: str, expected: list[str]) -> None:
    (found,) = attributions(text, Said(content, source, "said"))
    assert [each.entity for each in found.targets] == expected


def test_who_is_interviewed_answers() -> None:
    text = (
        "Ada Lindqvist led the talks. Lindqvist met Karl Berg.\nQ: Was it hard?\nA: It was a long winter up there.\n"
        "Q: And Berg?\nA: He did sing all the time, you know."
    )
    found = attributions(
        text,
        Said("It was a long winter up there.", carried=True),
        Said("He did sing all the time, you know.", carried=True),
    )
    assert [each.speaker for each in found] == ["person:ada-lindqvist"] * 2


def test_who_writes_the_article_is_not_who_spoke_last() -> None:
    text = "Ada Lindqvist wrote that it rained. I would like to say that it snowed."
    first, second = attributions(text, Said("that it rained", "Ada Lindqvist", "wrote"), Said("it snowed", "I", "say"))
    assert first.speaker == "person:ada-lindqvist"
    assert second.speaker is None


def test_whoever_speaks_within_a_sentence_is_not_its_subject() -> None:
    text = 'Olle Holm accused President Karl Berg of begging. The president, he wrote, "goes east with his cap".'
    found = read(text)
    assert said(found, "goes east").speaker == "person:olle-holm"
