"""Who speaks in sentences as agencies write them, read whole. Sentences of our own."""

import pytest

from graph_service.models import Extraction, RelationModality, RelationType
from graph_service.pipeline.interviews import interview
from tests.pipeline.reading import names, read, said


def speaker(found: Extraction, words: str) -> str | None:
    """The name of who says something, or the words for somebody unnamed."""
    statement = said(found, words)
    known = {each.id: each.name for each in found.entities} | {each.id: each.text for each in found.anonymous_sources}
    return known.get(statement.speaker or statement.anonymous or "")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a topic before the headline's subject
        ("Peru: port official warns of a flood\nIt rained in Peru.", "of a flood", "port official"),
        # a headline with two verbs, and with two names
        (
            "Lindqvist offers to host talks, says she wrote to both sides\nAda Lindqvist lives in Oslo.",
            "she wrote",
            "Ada Lindqvist",
        ),
        (
            "Peru's Holm, Chile's Berg agree hotline on floods\nOlle Holm met Karl Berg in Lima.",
            "hotline",
            "Peru's Holm, Chile's Berg",
        ),
        # a name behind its role
        (
            "Ada Lindqvist slept. A harbour spokesman, Karl Berg, called the report fiction.",
            "the report",
            "Karl Berg",
        ),
        # a verb behind ", and" goes on for who speaks
        (
            "Karl Berg blamed the port. He said its chief, Olle Holm, had not told the mayor, and asked him to resign.",
            "to resign",
            "Karl Berg",
        ),
        (
            "Karl Berg, in an address that night, said the lists were forged and accused Peru of a raid on the port.",
            "of a raid",
            "Karl Berg",
        ),
        # a clause before a colon is not what is said behind it
        (
            'Berg was calm. His deputy, Olle Holm, was less happy: "It is not nice to see a boat sink," he said.',
            "It is not nice",
            "Olle Holm",
        ),
        # a branch speaks for itself
        ("Amnesty International Peru disputed that: its cook, Olle Holm, slept.", "that", "Amnesty International Peru"),
        # from whom a medium knows it
        (
            "The Harbour Times learned from a source in the port that Karl Berg plans to sail to Oslo.",
            "plans to sail",
            "a source in the port",
        ),
        # an officer of a body that is named
        (
            'The Kremlin declined to comment. "It is not our dam," said Peskov, who was asked.',
            "our dam",
            "Dmitry Peskov",
        ),
        # unknown people with surnames of known ones
        (
            "Jagmeet Singh, the leader of the river party, said that many in India had left.",
            "many in India",
            "Jagmeet Singh",
        ),
        ('"It is a town without an exit," said Wendeline Orre-Tolle.', "without an exit", "Wendeline Orre-Tolle"),
        # what somebody is called
        (
            "Karl Berg, widely known as Ridge, slept. It rained. Ridge said that it snowed.",
            "it snowed",
            "Karl Berg",
        ),
        # whose leader it is: that of the one who spoke
        (
            "The Harbour Union said that NATO was asleep. Its leader, Karl Berg, said that it rained.",
            "it rained",
            "Karl Berg",
        ),
        # what is put to somebody is none of his words
        ('Asked about this, Mayor Karl Berg told the radio: "A town is not a postbox."', "postbox", "Karl Berg"),
        # a colon, and an aside behind it
        (
            'Olle Holm said Berg was copying him. Karl Berg hit back at once: Holm, he said, was "a rower in a bath".',
            "a rower",
            "Karl Berg",
        ),
        # who is set against the one who spoke last
        (
            "Karl Berg slept.\nBerg's lawyer said her client would sue. He himself wants to be in Oslo on Tuesday.",
            "to be in Oslo",
            "Karl Berg",
        ),
        # an office with what it is for
        (
            'Norway is calm. "It rains," says Minister of Foreign Affairs Olle Holm. The minister says that it snows.\n'
            "Iranian Foreign Minister Hossein Amir-Abdollahian denied it.",
            "it snows",
            "Olle Holm",
        ),
        # whose writing it is
        (
            "New photos show a dam, according to an analysis published by the Harbour Watch Group, which rows.",
            "New photos",
            "Harbour Watch Group",
        ),
        # a name that a relative clause shows to be somebody's
        ("Bertrice Tolle, who was born on a boat, said that it rained.", "it rained", "Bertrice Tolle"),
        # two names, one of which is only whose adviser it is
        ("Ada Lindqvist's adviser Hikmet Holm wrote that it rained.", "it rained", "Hikmet Holm"),
        # a passive and an active verb, a thing and a speaker
        (
            "Karl Berg, who rows, said that this was not enough and called for an inquiry into the dam.",
            "an inquiry",
            "Karl Berg",
        ),
        # a second cue's source is the first one's
        (
            "A spokesman for the rowers' union, Karl Berg, denied that it had met Peru, and mocked Chile as a bathtub.",
            "as a bathtub",
            "Karl Berg",
        ),
        # a semicolon parts two sentences
        (
            "Olle Holm, the chair of the port, accused Peru of playing with fire; the member, Karl Berg, agreed.",
            "playing with fire",
            "Olle Holm",
        ),
        # a press secretary is no medium that only relays
        (
            "White House press secretary Karoline Leavitt said the president would call Kyiv on Monday.",
            "would call Kyiv",
            "Karoline Leavitt",
        ),
        # who is only looked back to
        (
            "Karl Berg compared it with the day when Olle Holm spoke of a flood. "
            '"Again we are told fairy tales," he said.',
            "fairy tales",
            "Karl Berg",
        ),
        # a name in apposition to the subject of the sentence before
        (
            'Her husband confirms this. Her colleague Karl Berg does not. "Nobody in Oslo had heard of it," he says.',
            "Nobody in Oslo",
            "Karl Berg",
        ),
        # no place is a "who"
        (
            'The first post was by Karl Berg, a radio host in Alberta, who wrote that "it rained. You heard it here."',
            "You heard it",
            "Karl Berg",
        ),
        # an unknown name with an age, an owner or a list behind it
        ("Tollesdottir, 48, denies that she was pushed. It rained.", "she was pushed", "Tollesdottir"),
        # a short form that stands behind a name
        (
            "The Harbour Rescue Intelligence Service (NIS) slept. The NIS noted that it rained.",
            "it rained",
            "Harbour Rescue Intelligence Service",
        ),
        # a known one behind an unknown name
        (
            "A Ukrainian Military Secrets Directorate (GUR) plane left. The GUR said it rained.",
            "it rained",
            "Main Directorate of Intelligence of Ukraine",
        ),
        # an official who is not known by his office's other name
        (
            'Russian Deputy Foreign Minister Olle Holm said it rained. "It snowed," the senior diplomat noted.',
            "It snowed",
            "Olle Holm",
        ),
        (
            "A senior diplomat said it rained. Foreign Minister Ada Brun slept. The diplomat noted that it snowed.",
            "it snowed",
            "A senior diplomat",
        ),
        # whoever telephones has no second name
        (
            "Thai Prime Minister Anutin Charnvirakul slept. Malaysia's Anwar Ibrahim called Anutin on Monday. "
            'Anutin said: "It rained."',
            "It rained",
            "Anutin Charnvirakul",
        ),
        # who speaks where the parse finds no subject
        (
            "Russia regrets the decision of Moldova, Russian Deputy Foreign Minister Mikhail Galuzin said.",
            "Russia regrets",
            "Mikhail Galuzin",
        ),
        # somebody without a name whom the sentence before is about
        (
            "Peru's ambassador, Karl Berg, denied that it rained. In Lima, the head of the service slept in public. "
            "According to two people, he told lawmakers that it snowed.",
            "it snowed",
            "the head of the service",
        ),
        # a headline's second clause
        (
            "Rheinmetall and Orrewerk win boat order, but Rome's unions want answers\nIt rained in Italy.",
            "answers",
            "Rome's unions",
        ),
        # behind a semicolon
        (
            "The port wants 80 percent of the work, German officials say; Karl Berg denies having put it so.",
            "having put it so",
            "Karl Berg",
        ),
        # a title, and a name that nobody knows
        ("Health Commissioner Akin Abayomi denied that it rained.", "it rained", "Akin Abayomi"),
        ("Minister for Africa Baroness Chapman said that it rained.", "it rained", "Chapman"),
        # who spoke last goes before whom he speaks of
        (
            "Chief Cabinet Secretary Minoru Kihara said nothing had changed. A post by China's consul in Osaka, "
            'Xue Jian, was "highly inappropriate", he said.',
            "highly inappropriate",
            "Minoru Kihara",
        ),
        # whom a medium quotes
        ("The Harbour Times quoted Karl Berg as calling the plan a joke.", "a joke", "Karl Berg"),
        # a name with a syllable behind a hyphen
        ("Na Kyung-won of the river party called this naive. It rained.", "naive", "Na Kyung-won"),
    ],
)
def test_who_says_it(text: str, words: str, expected: str) -> None:
    assert speaker(read(text), words) == expected


@pytest.mark.parametrize(
    ("text", "words", "content"),
    [
        ("Doctors Without Borders said 21 people were hurt at the port. It rained.", "21 people", "hurt at the port"),
        (
            'Peru is ready to host talks "on any day of the week", Karl Berg said.',
            "Peru is ready",
            "ready to host talks",
        ),
        ('Karl Berg "was not awake," a guard told the port.', "not awake", "Karl Berg"),
    ],
)
def test_a_content_is_whole(text: str, words: str, content: str) -> None:
    assert content in said(read(text), words).text


def test_who_spoke_to_somebody_else_says_nothing_to_him() -> None:
    found = read('Ada Lindqvist, who spoke to Karl Berg on Thursday, wrote: "We have to stay awake together."')
    assert said(found, "stay awake").addressees == ()


@pytest.mark.parametrize(
    ("text", "words", "addressees"),
    [
        ("Ada Lindqvist told thousands of rowers in Oslo that it rained.", "it rained", ["thousands of rowers"]),
        ("Ada Lindqvist told the newspaper Globe and Mail that it rained.", "it rained", ["The Globe and Mail"]),
        ("Ada Lindqvist told the broadcaster ZDF that it rained. Der Spiegel slept.", "it rained", ["ZDF"]),
        (
            'Ada Lindqvist spoke with Karl Berg and Olle Holm last week. "They do not trust each other," she said.',
            "trust each other",
            [],
        ),
    ],
)
def test_whom_it_is_told(text: str, words: str, addressees: list[str]) -> None:
    found = read(text)
    assert names(found, said(found, words).addressees) == addressees


def test_whom_a_medium_cites_in_a_clause_passed_it_on_before_the_medium() -> None:
    found = read(
        "According to the Financial Times, which cited people familiar with the meeting, Karl Berg urged Peru to wait."
    )
    assert names(found, said(found, "to wait").reported_by)[-1] == "Financial Times"
    assert speaker(found, "urged Peru") == "people familiar with the meeting"


@pytest.mark.parametrize(
    ("text", "words", "medium"),
    [
        ("Karl Berg was quoted by the Harbour Times as saying that it rained.", "it rained", "Harbour Times"),
        ("The Harbour Times quoted Karl Berg as saying that it rained.", "it rained", "Harbour Times"),
        ("Yonhap reported, citing the Ministry of Rain (MOR), that it rained.", "it rained", "Yonhap"),
    ],
)
def test_who_passed_it_on(text: str, words: str, medium: str) -> None:
    found = read(text)
    assert names(found, said(found, words).reported_by) == [medium]
    assert len(found.statements) == 1


@pytest.mark.parametrize(
    "text",
    [
        # what is only asked
        "Asked whether the United States would condemn the flood, Karl Berg slept.",
        "On Sudan, does the minister believe that Chile is arming the rowers?",
        # what is not given
        "Karl Berg offered no evidence.",
        "Karl Berg showed no reaction.",
        # what the writer finds of somebody
        "Karl Berg is right about that.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ('"We are asked to believe fairy tales," Karl Berg said.', "fairy tales", "assertion"),
        ('"We ask you to believe us," Karl Berg said.', "believe us", "demand"),
    ],
)
def test_who_is_asked_demands_nothing(text: str, words: str, expected: str) -> None:
    assert said(read(text), words).modality == expected


@pytest.mark.parametrize(
    ("text", "about"),
    [
        # an official's president is his own country's, whoever else is called so
        ('US State Department spokeswoman Ada Brun said: "The president wants it to stop."', "Donald Trump"),
        ("French Defence Minister Ada Brun said the president was ready to row.", "Emmanuel Macron"),
        # an envoy speaks of whom he is sent to, and a name in the same words goes before
        ("US envoy Karl Berg said he had met the president.", "Volodymyr Zelenskyy"),
        (
            "US State Department spokeswoman Ada Brun said Volodymyr Zelenskyy slept and the president was well.",
            "Volodymyr Zelenskyy",
        ),
    ],
)
def test_whose_president_it_is(text: str, about: str) -> None:
    found = read(f"President Volodymyr Zelenskyy slept in Kyiv.\n{text}", day="2025-05-05")
    known = {each.id: each.name for each in found.entities}
    (statement,) = found.statements
    assert [known[target.entity] for target in statement.targets] == [about]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ada Lindqvist is expected to tell Karl Berg that it rained.", "it rained", "intention"),
        ("Ada Lindqvist will tell Karl Berg that it rained.", "it rained", "intention"),
        ("Ada Lindqvist told Karl Berg that it would be careless to row.", "careless", "assertion"),
    ],
)
def test_what_is_not_said_yet(text: str, words: str, expected: str) -> None:
    assert said(read(text), words).modality == expected


def test_the_heading_of_a_paragraph_says_nothing() -> None:
    found = read(
        "Scoop: Oslo weighs boats for Lima\n"
        "Why it matters: Karl Berg told Ada Lindqvist that it rained, according to a guard.\n"
        "What they're saying: Sen. Olle Holm (R-S.C.), who rows, told me it was wet.\n"
        "What to watch: Ada Lindqvist leaves on Monday, an official said.",
        day="2025-10-05",
    )
    assert said(found, "Ada Lindqvist leaves").text == "Ada Lindqvist leaves on Monday"
    assert said(found, "told Ada Lindqvist").text == "Karl Berg told Ada Lindqvist that it rained"
    assert speaker(found, "it was wet") == "Olle Holm"
    assert not [each for each in found.statements if "Oslo weighs" in each.text]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        # to which an envoy is sent, and of which he is
        ("Karl Berg, the Ukraine envoy, slept.", set()),
        ("US envoy Karl Berg slept.", {"United States"}),
        ("Ukraine's envoy to the UN, Karl Berg, slept.", {"Ukraine"}),
        # whose chief it is, and what nobody is the chief of
        (
            "The UK sanctioned Ada Brun, the RSF's deputy leader and sister of its chief, Karl Berg.",
            {"Rapid Support Forces"},
        ),
        ("McLaren chief Karl Berg slept.", {"McLaren"}),
        ("European Climate Commissioner Karl Berg slept.", set()),
        ("Minister for Africa Baroness Brun slept.", set()),
        # what an adviser is for is no body
        ("China told Indian National Security Adviser Ajit Doval that it rained.", {"India"}),
    ],
)
def test_of_what_somebody_is(text: str, of: set[str]) -> None:
    found = read(text)
    known = {each.id: each.name for each in found.entities}
    assert {known[each.object] for each in found.relations if each.type is RelationType.HOLDS_ROLE} == of


def test_whoever_is_written_to_beside_another_is_addressed() -> None:
    found = read("Karl Berg wrote to Friedrich Merz and Defence Minister Boris Pistorius that it rained.")
    assert set(names(found, said(found, "it rained").addressees)) == {"Friedrich Merz", "Boris Pistorius"}


def test_a_call_that_ends_was_made() -> None:
    found = read("Ada Lindqvist ended a call with Karl Berg and slept.")
    (call,) = (each for each in found.relations if each.type is RelationType.CONSULTED)
    assert call.modality is RelationModality.ASSERTED


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The ministry claimed that Russian forces seized Kostyantynopil.", "Kostyantynopil", "Place"),
        ("LIMA, Nov 3 (Pan-African Dispatch) -- It rained in Peru.", "Pan-African Dispatch", "Organisation"),
        ("In Lima, Brusad Tolle, Trump's senior adviser for Africa, said it rained.", "Brusad Tolle", "Person"),
        ("Rebels took towns in eastern Congo.", "Democratic Republic of the Congo", "Country"),
        ("A think-tank IAI report says that Israel is calm.", "IAI", "Organisation"),
        ("Brazzaville is calm. Ships left Congo on Monday.", "Republic of the Congo", "Country"),
    ],
)
def test_what_a_name_is(text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(each.name, each.type.value) for each in read(text).entities}


def test_what_a_minister_is_for_is_no_body() -> None:
    found = read("Social Affairs Minister Ada Lindqvist slept. Labour Party minister Karl Berg rowed.")
    (role,) = (each for each in found.relations if each.type is RelationType.HOLDS_ROLE)
    assert role.subject == "person:karl-berg"


def test_a_briefing_is_an_interview() -> None:
    found = read(
        "Briefing with the Spokesperson\n"
        "MS HALVORSEN: Good afternoon. Secretary Rubio will travel to Doha on Thursday.\n"
        "QUESTION: Peru says the Secretary told them there would be no talks. Is that right?\n"
        "MS HALVORSEN: We have raised our concerns with Peru. The United States is a friend of Peru.\n"
        "(Laughter.)",
        day="2025-09-10",
    )
    assert [speaker(found, words) for words in ("travel to Doha", "our concerns")] == ["Halvorsen"] * 2
    assert "Marco Rubio" in {each.name for each in found.entities}
    assert not [each for each in found.statements if "Laughter" in each.text]


def test_lines_of_two_who_are_named_are_an_interview() -> None:
    found = read(
        "The Harbour Times met Ada Lindqvist in Oslo.\n"
        "Harbour Times: Ms Lindqvist, is the dam full?\n"
        "Lindqvist: It is. We filled it twice.\n"
        "Harbour Times: Peru says you are late. What do you answer?\n"
        "Lindqvist: I answer that nobody waits for us. Karl Berg told me that he sleeps well.\n"
        "After the talk her spokesman said that it rained.",
        outlet="Harbour Times",
    )
    assert [speaker(found, words) for words in ("filled it", "nobody waits")] == ["Ada Lindqvist"] * 2
    assert said(found, "filled it").text == "It is. We filled it twice."
    assert names(found, said(found, "filled it").addressees) == ["Harbour Times"]
    assert speaker(found, "he sleeps well") == "Karl Berg"
    assert names(found, said(found, "he sleeps well").reported_by) == ["Ada Lindqvist"]
    assert speaker(found, "it rained") == "her spokesman"
    assert not [each for each in found.statements if "is the dam full" in each.text]


def test_whose_leader_it_is() -> None:
    found = read("The Harbour Union said that NATO was asleep. Its leader, Karl Berg, left.")
    (role,) = (each for each in found.relations if each.type is RelationType.HOLDS_ROLE)
    assert role.object == "organisation:harbour-union"


def test_what_would_happen_seen_from_the_past_is_planned() -> None:
    found = read("Ada Lindqvist said she planned to go to Lima, where she would meet Karl Berg.")
    (meeting,) = (each for each in found.relations if each.type in {RelationType.MET, RelationType.PLANS_TO_MEET})
    assert meeting.modality is RelationModality.PLANNED


def test_whoever_asks_behind_an_aside_is_not_the_subject_before_it() -> None:
    found = read("Karl Berg also spoke to Olle Holm, who, the office said, asked him to raise the fee.")
    (request,) = (each for each in found.relations if each.type is RelationType.REQUESTS)
    assert (request.subject, request.object) == ("person:olle-holm", "person:karl-berg")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A senior officer in Lima, speaking on condition of anonymity, said that it rained.",
            "condition of anonymity",
        ),
        ("An official at the port, who asked not to be named, said it rained.", "who asked not to be named"),
    ],
)
def test_an_unnamed_source_is_whole(text: str, expected: str) -> None:
    (source,) = read(text).anonymous_sources
    assert source.text.endswith(expected)


def test_what_is_quoted_of_somebody_before_is_nobody_elses() -> None:
    found = read(
        'He praised the crew, saying the town "can\'t wait for saints." Sen. Karl Berg said Peru was "rowing home."'
    )
    assert said(found, "rowing home").text == 'Peru was "rowing home."'


def test_who_speaks_behind_a_semicolon_is_another_one() -> None:
    found = read("Karl Berg wrote that the port was asleep; Olle Holm blamed the crew.")
    assert said(found, "asleep").text == "that the port was asleep"


def test_said_nothing_is_not_said() -> None:
    assert said(read("Karl Berg, once a rower, said nothing."), "nothing").negated


@pytest.mark.parametrize(
    ("text", "subject", "objects"),
    [
        # somebody's office is not that of whom an article called so before
        (
            "Ambassador Karl Berg said it rained. Peru's ambassador in Oslo, Olle Holm, said it snowed.",
            "person:olle-holm",
            {"country:peru"},
        ),
        # a body of one state behind another one's name
        ("Peru's Foreign Office spokeswoman, Ada Lind, said it rained.", "person:ada-lind", {"country:peru"}),
        # a bank that is nobody's known one
        (
            "The European Central Bank slept.\nBrokers at Orre Holding rose. Olle Holm, the bank's head of rain, left.",
            "person:olle-holm",
            set(),
        ),
        # of whom is spoken before whoever is called so later
        (
            "Volodymyr Zelenskyy slept in Ukraine. The president met Finnish President Alexander Stubb.",
            "person:volodymyr-zelenskyy",
            {"country:ukraine"},
        ),
    ],
)
def test_whose_office_it_is(text: str, subject: str, objects: set[str]) -> None:
    held = [each for each in read(text).relations if each.type is RelationType.HOLDS_ROLE]
    assert {each.object for each in held if each.subject == subject} == objects


def test_whoever_is_wanted_for_an_office_is_not_who_wants_him() -> None:
    found = read("Karl Berg's choice to lead the port faced questions, with Peru accusing him of rowing.")
    assert not [each for each in found.relations if each.type is RelationType.ACCUSES and "karl" in each.object]


def test_a_former_ally_is_none() -> None:
    found = read("Karl Berg, once an ally of Olle Holm, said that it rained.")
    assert not [each for each in found.relations if each.type is RelationType.ALLIED_WITH]


def test_a_town_is_known_where_its_country_is_named() -> None:
    found = read("Rebels in the Democratic Republic of Congo took Goma on Monday, the army said.")
    assert "place:goma" in {each.id for each in found.entities}


def test_a_party_that_somebody_of_another_country_leads_is_his() -> None:
    found = read("Lee Jae-myung, the leader of the Democratic Party in South Korea, left for the United States.")
    assert "organisation:democratic-party" not in {each.id for each in found.entities}


def test_a_senate_is_that_of_a_country_that_is_named() -> None:
    found = read("The White House has not replied.\nJair Bolsonaro demanded that the Senate look into the fund.")
    assert "organisation:us-senate" not in {each.id for each in found.entities}


def test_an_agency_that_is_read_as_somebodys_name_is_one() -> None:
    found = read("Karl Berg told RIA Novosti that it rained.")
    assert names(found, said(found, "it rained").addressees) == ["RIA Novosti"]


def test_who_is_brought_in_without_a_name_is_who_speaks_next() -> None:
    found = read(
        "The crew's press officer denies that the dam is full. But a soldier at the port contradicts him. "
        '"It ran over yesterday," he says. "It drank our tea."'
    )
    assert speaker(found, "ran over") == "a soldier at the port"


def test_what_another_says_behind_a_semicolon_is_not_said_by_both() -> None:
    found = read(
        'According to two officials, Peru sold the dam; one of them said that Chile "came too late by an hour".'
    )
    assert speaker(found, "sold the dam") == "two officials"
    assert said(found, "sold the dam").text == "Peru sold the dam"
    assert speaker(found, "came too late") == "one of them"


def test_a_husband_is_somebody() -> None:
    found = read("Oksana has worked here since March. Her husband, Petro, serves at sea.")
    assert ("Petro", "Person") in {(each.name, each.type.value) for each in found.entities}


def test_a_label_alone_in_its_line_reaches_no_further() -> None:
    turns = interview("Ada Lindqvist spoke.\nQ: Why?\nA:\nIt rained.").turns
    assert all(line.start < line.end for turn in turns for line in turn.lines)
