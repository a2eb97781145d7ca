"""Cues, contents and sources that end where a phrase ends, and the names in them. Sentences of our own."""

import pytest

from graph_service.models import Modality, RelationType
from tests.pipeline.reading import names, read, said
from tests.pipeline.test_whole_articles import speaker


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # no half of a name, of a compound or of a phrase
        (
            "LIMA - Chile, Peru and Bolivia said on Monday night they were leaving the International Criminal Court.",
            "were leaving",
            "they were leaving the International Criminal Court",
        ),
        (
            "Peru's president, Olle Holm, ordered flags to be flown at half-mast.",
            "flags",
            "flags to be flown at half-mast",
        ),
        (
            '"Every week that this room is silent, a boat sinks," the director-general\'s envoy for rain, Karl Berg, '
            "told the meeting.",
            "a boat sinks",
            '"Every week that this room is silent, a boat sinks,"',
        ),
        # up to where somebody else speaks, and from where an aside breaks in
        (
            "Karl Berg slept. His aide Olle Holm said that nothing had changed; the captain, he added, would "
            "row no more.",
            "would row",
            "the captain … would row no more",
        ),
        (
            "Ada Brun argues that the port has done its part; her critics in the union counter that it sleeps.",
            "done its part",
            "that the port has done its part",
        ),
        (
            'Karl Berg said rowing now would be "madness"; he has threatened to bring down the union.',
            "madness",
            'rowing now would be "madness"',
        ),
        # nor where it was written
        ("Ada Brun announced in a post on X that she was leaving.", "was leaving", "that she was leaving"),
        # not whoever is told, nor who says it
        (
            "Karl Berg told a hurriedly called press conference that Chile had withdrawn its boats.",
            "withdrawn",
            "that Chile had withdrawn its boats",
        ),
        (
            "Ada Brun's colleague Karl Berg disagreed: it was not the time to row, he told reporters.",
            "the time to row",
            "it was not the time to row",
        ),
        (
            "It rained. A harbour official, reached through an intermediary, said the group had known.",
            "had known",
            "the group had known",
        ),
        # nor when it was said, nor what goes on behind the cue about something else
        (
            "Harbour bloggers claimed on October 6 and 7 that Peruvian forces took the dam.",
            "took the dam",
            "that Peruvian forces took the dam",
        ),
        (
            "Rowers working for Chile were behind the leak that wet the dam, Orre Labs said on Monday, the second time "
            "that the firm has blamed Chile for a leak.",
            "behind the leak",
            "Rowers working for Chile were behind the leak that wet the dam",
        ),
    ],
)
def test_what_is_said_is_whole(text: str, words: str, expected: str) -> None:
    assert said(read(text), words).text == expected


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("Peruvian Trade Minister Olle Holm said last month that all boats were dry.", "boats", "said last month"),
        (
            "Treasury Secretary Karl Berg said on Harbour Business that he expected rain.",
            "rain",
            "said",
        ),
        ("Ada Brun announced in a post on X that she was leaving.", "was leaving", "announced in a post"),
        ("Ada Brun, who died last week, liked to say that talks were won in corridors.", "corridors", "liked to say"),
    ],
)
def test_a_cue_is_whole(text: str, words: str, cue: str) -> None:
    assert said(read(text), words).cue_text == cue


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        (
            "Ada Brun, who died last week, liked to say that talks were won in corridors.",
            "corridors",
            Modality.ASSERTION,
        ),
        ("Peru's president, Olle Holm, ordered flags to be flown at half-mast.", "flags", Modality.DEMAND),
    ],
)
def test_what_a_cue_does(text: str, words: str, modality: Modality) -> None:
    assert said(read(text), words).modality is modality


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # a body whose name ends in a thing's, and the press office of another
        ("Human Rights Watch said the ruling would rob victims of a court.", "rob victims", "Human Rights Watch"),
        (
            "The rule takes effect in a year, the mayor's press office pointed out.",
            "takes effect",
            "the mayor's press office",
        ),
        # a spokeswoman is "she", whatever her name is like
        (
            "Kim Yo Jong, his sister, said it was wet.\n\nThe ministry's spokeswoman, Chang Yoon-jeong, told reporters "
            "that it would wait. Asked whether President Lee Jae-myung still planned to row, she said he would tell.",
            "he would tell",
            "Chang Yoon-jeong",
        ),
        # whoever answers was asked
        (
            'On the boat, a reporter asked Ada Brun about the flood. "It has been here for a year," she answered.',
            "for a year",
            "Ada Brun",
        ),
        # a name behind "one of them", and one behind a rank
        ("One of them, Ada Brun, whose boat sank, said she would row.", "would row", "Ada Brun"),
        (
            "The head of the Harbour Union's naval mission Orre, Rear Admiral Karl Berg, said he had too few ships.",
            "too few ships",
            "Karl Berg",
        ),
        # somebody's wife whom the paragraph brings in, before whoever was named in the one above
        (
            'Ada Brun slept.\n\nOlle Holm, a jailed rower, told friends through his wife not to give up. "He says the '
            'walls are thin," she told a reporter.',
            "walls are thin",
            "his wife",
        ),
        # a co-chair by name, a rower whom NER takes for a body, and nurses who are more than their hospital
        ("The union's co-chair Ada Brun said it rained.", "it rained", "Ada Brun"),
        ('"It rained," Attaullah Tarar wrote on a wall. He slept.', "It rained", "Attaullah Tarar"),
        ("Sarah Wynn-Williams slept. Wynn-Williams said that it rained.", "it rained", "Sarah Wynn-Williams"),
        # a ministry of another country
        ("Pakistan slept. The Foreign Office in Islamabad retorted that it rained.", "it rained", "Foreign Office"),
        # an account is not the platform's
        ("A Telegram account said that it rained.", "it rained", "A Telegram account"),
        # what a headline says has happened speaks for nobody
        ("Floods in Lima, mayor urges people to row\nIt rained.", "to row", "mayor"),
        ("UPDATE 2-Brun says it rains\nAda Brun slept.", "it rains", "Ada Brun"),
        # those who speak for all that are listed behind them
        (
            "We, the foreign ministers of Canada, France, Germany and Japan, and the High Representative of the "
            "European Union, are gravely concerned by the floods in Lima.",
            "floods",
            "We",
        ),
        # a name whose apposition has a number, and one that is cut
        (
            "Jordan Bardella, the party's 29-year-old president, slept. He urged crews to row.",
            "to row",
            "Jordan Bardella",
        ),
        ("The union slept. Its president, Faith Odhiambo, said it rained.", "it rained", "Faith Odhiambo"),
        ("Marine Le Pen slept. Le Pen said it rained.", "it rained", "Marine Le Pen"),
        (
            "The commander of the British brigade in Tapa, Brigadier Karl Berg, who sat in front, said it rained.",
            "it rained",
            "Karl Berg",
        ),
        # whose name a headline cuts, and who is reached before he says it
        ("Taiwan's Lai calls off talks\nLai Ching-te, who leads Taiwan, slept.", "talks", "Lai Ching-te"),
        (
            "It rained. A harbour official, reached through an intermediary, said the group had known.",
            "had known",
            "A harbour official",
        ),
        # who has followers, and who is told of in a verb
        ('Jackson Holm, a rower with 3 million followers, who commented: "It rains."', "It rains", "Jackson Holm"),
        ("Ada Brun met Donald Trump. Trump himself said that it rained.", "it rained", "Donald Trump"),
        # a surname that is also a people's, and when somebody spoke
        ('Commissioner Volker Türk today urged crews to row.\n\n"It rains," said Mr. Türk.', "It rains", "Volker Türk"),
        ("The commissioner for rain, Volker Türk today urged crews to row.", "to row", "Volker Türk"),
        # a headline's second verb, a man who speaks for a woman, and a leader of a party that is not meant
        ("Brun meets Holm, calls for closer ties\nAda Brun slept.", "closer ties", "Ada Brun"),
        (
            "Ada Brun's rival Olle Holm slept.\n\nMrs Brun's spokesman said that it was wet. Asked whether she rowed, "
            'he said: "We call it rowing."',
            "We call it",
            "Mrs Brun's spokesman",
        ),
        (
            "The river leader asked why it rained. The dam party leader, Olle Holm, slept. The Lib Dem leader, Ed "
            "Brun, urged crews to row.",
            "it rained",
            "The river leader",
        ),
        (
            "Two rowers in Lima, Karl Berg and Olle Holm, said that it rained.",
            "it rained",
            "Two rowers in Lima, Karl Berg and Olle Holm",
        ),
        # who stands in a place, and a capital for its country
        ("A diplomat in Addis Ababa, who said that it rained, slept.", "it rained", "A diplomat in Addis Ababa"),
        ("The talks were held in Addis Ababa. According to Addis Ababa, it rained.", "it rained", "Ethiopia"),
        # a thing in a relative clause orders nothing
        (
            "Peruvian leader Olle Holm has toured a yard where a second ship is being built and ordered that it be "
            "ready by May, state media reported.",
            "be ready",
            "Olle Holm",
        ),
        # the group that a body is
        ("The OPEC+ group of producers agreed to pump more, OPEC said.", "to pump more", "OPEC Plus"),
    ],
)
def test_who_says_it(text: str, words: str, expected: str) -> None:
    assert speaker(read(text), words) == expected


@pytest.mark.parametrize(
    "text",
    [
        # whoever ends a headline may speak or be spoken to
        "Berg tours port, warns Lima\n\nIt rained.",
        # what is spoken about, who speaks of something else, and a condition
        "Tariffs: Oslo offers Lima boats, but no dams",
        "An official spoke on condition that nobody name her or her boat.",
        "It rained, something Karl Berg would neither confirm nor deny.",
        "The crew left without giving its own.",
        "Tuesday's edition misquoted Karl Berg as saying that rain would be free.",
        "Two rowers were silent because they were not authorised to discuss the dam.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert read(text).statements == ()


def test_the_time_of_an_entry_is_nobodys_name_and_word() -> None:
    found = read("10:42 Berg: it rains\nKarl Berg slept in Peru.\n\n11:15 Brun: we will row\nAda Brun slept.")
    assert {each.name for each in found.entities} == {"Karl Berg", "Ada Brun", "Peru"}
    assert not [each for each in found.statements if "11:15" in each.text]


def test_initials_are_whoever_has_them_in_an_interview() -> None:
    found = read(
        "Ada Brun rowed until March. She spoke to Harbour Review.\n\nHarbour Review: You left. Why?\n\n"
        "Ada Brun: People believe what they like.\n\nHR: Did it rain?\n\nAB: It rained for a year.\n\n"
        "HR: Will you row?\n\nAB: Never again, I think."
    )
    assert speaker(found, "rained for a year") == speaker(found, "Never again") == "Ada Brun"
    assert "AB" not in {each.name for each in found.entities}


def test_prime_ministers_are_no_ministers() -> None:
    found = read(
        "The prime ministers of Denmark, Norway and Sweden met. Jens Stoltenberg, Norway's finance minister, slept.",
        day="2025-11-23",
    )
    held = {(each.subject, each.topic) for each in found.relations if each.type is RelationType.HOLDS_ROLE}
    assert ("person:jens-stoltenberg", "finance minister") in held
    assert not [each for each in held if each[0] == "person:jens-stoltenberg" and each[1] != "finance minister"]


def test_whoever_is_asked_asks_nothing() -> None:
    found = read("It rained on Karl Berg. Ada Brun, asked about the exchange, said she would not row.")
    assert [each.text for each in found.statements] == ["she would not row"]


def test_he_is_who_speaks_in_an_aside() -> None:
    found = read(
        "Olle Holm accused Ada Brun of rowing, while the port's Karl Berg went so far as to say he would help."
    )
    assert "person:olle-holm" not in {each.entity for each in said(found, "would help").targets}


def test_a_heading_in_capitals_says_nothing() -> None:
    found = read("UKRAINE: Ada Brun said yesterday that the boat would come this week.")
    assert speaker(found, "the boat would come") == "Ada Brun"
    assert len(found.statements) == 1


def test_what_a_verb_hails_is_not_said_by_who_comes_next() -> None:
    found = read('Modi hails "good rain", Sole alleges theft\nAda Sole slept.')
    assert not [each for each in found.statements if each.text.startswith('"good rain"')]


def test_what_is_said_on_a_topic_is_not_said_by_it() -> None:
    found = read('Ada Brun held a briefing in Lima.\n\nOn the flood: "This is rain presented as a plan."')
    assert "On the flood" not in {each.text for each in found.anonymous_sources}


def test_a_statement_behind_a_colon_is_not_said_by_who_only_dates_it() -> None:
    found = read(
        "Senator Ada Brun issued the following statement after the port announced that it would pause deliveries:\n\n"
        '"This is dangerous, and it was decided at night.\n\n"I call on the mayor to row."'
    )
    assert speaker(found, "dangerous") == "Ada Brun"
    assert "pause deliveries" not in said(found, "dangerous").text


def test_the_president_is_not_the_vice_president() -> None:
    found = read("Vice President JD Vance slept. Ada Brun called on the president to row.", day="2025-07-02")
    assert not [each for each in found.relations if each.type is RelationType.REQUESTS and "vance" in each.object]


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        (
            "Ada Brun said that rain would mean that Chile is at war with Peru.",
            RelationType.AT_WAR_WITH,
            "hypothetical",
        ),
        ("Ada Brun said that Chile is at war with Peru.", RelationType.AT_WAR_WITH, "asserted"),
        ("Ada Brun added that she'd had a long conversation with Karl Berg.", RelationType.CONSULTED, "asserted"),
    ],
)
def test_how_real_it_is(text: str, kind: RelationType, modality: str) -> None:
    assert {each.modality.value for each in read(text).relations if each.type is kind} == {modality}


def test_who_sees_behind_a_semicolon_agrees_to_nothing() -> None:
    found = read("OPEC+ agrees to pump more; Holm sees calm market\nOlle Holm lives in Lima.")
    assert not [each for each in found.statements if "pump more" in each.text]


def test_a_quotation_behind_a_colon_is_not_said_by_who_comes_next() -> None:
    found = read('Karl Berg posted: "It rains!" Ada Brun predicted that it would snow.')
    assert speaker(found, "It rains") == "Karl Berg"
    assert said(found, "it would snow").text == "that it would snow"


def test_the_president_is_who_came_up_in_a_later_paragraph() -> None:
    text = """Russia sent the United States a boat. President Vladimir Putin floated the idea in May.

WHAT DOES TRUMP THINK?

The president has called the idea "good rain"."""
    assert speaker(read(text, "2025-11-18"), "good rain") == "Donald Trump"


def test_who_leads_a_country_is_known_where_nobody_names_it() -> None:
    found = read("Karl Berg said it was like the case against President Trump.", day="2025-03-31")
    assert "person:donald-trump" in {each.id for each in found.entities}


def test_a_country_in_capitals_is_no_pronoun() -> None:
    found = read("Karl Berg ruled out rowing with Olle Holm, whom the US and Britain have sanctioned.")
    known = {each.id: each.name for each in found.entities}
    sanctions = [each for each in found.relations if each.type is RelationType.SANCTIONS]
    assert {known[each.subject] for each in sanctions} == {"United States", "United Kingdom"}


def test_help_of_an_agency_is_not_for_it() -> None:
    found = read("US envoy Karl Berg offered FBI assistance.")
    assert not [each for each in found.relations if each.type is RelationType.SUPPLIES]


def test_what_an_agency_relays_is_said_by_whom_it_names() -> None:
    found = read('The port\'s spokesman, Karl Berg, described it as a "tired tale", news agency Tasnim reported.')
    assert speaker(found, "tired tale") == "Karl Berg"
    assert names(found, said(found, "tired tale").reported_by) == ["Tasnim"]


def test_whoever_a_letter_is_sent_to_is_addressed() -> None:
    found = read("The group said in a letter addressed to Ada Brun that it counted on her.")
    assert names(found, said(found, "counted on").addressees) == ["Ada Brun"]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        # the region that somebody is responsible for is not of which he is
        (
            "The Red Cross rowed. Its regional director for Africa, Karl Berg, slept.",
            {"International Committee of the Red Cross"},
        ),
        ("Karl Berg, the coast guard's spokesman for Peru, slept.", set()),
        ("Karl Berg, spokesman for the Peruvian army, slept.", {"Peru"}),
        # nor the country that a group is from
        ("The Peruvian group's spokesman, Karl Berg, slept.", set()),
        ("The Peruvian army's spokesman, Karl Berg, slept.", {"Peru"}),
    ],
)
def test_of_what_somebody_is(text: str, of: set[str]) -> None:
    found = read(text)
    known = {each.id: each.name for each in found.entities}
    assert {known[each.object] for each in found.relations if each.type is RelationType.HOLDS_ROLE} == of


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Fighting in the Brusad region ended.", "Brusad", "Place"),
        ("Peruvian forces seized Fedorivka on Monday.", "Fedorivka", "Place"),
        ("Drones struck the Brusovia oil terminal at night.", "Brusovia", "Place"),
        ("They fear a report on the massacre at Brusad.", "Brusad", "Place"),
        ("The European steel lobby Brusofer said quotas were good.", "Brusofer", "Organisation"),
        ("Boats left for the town of Brusad, the union said. Floods reached Brusad.", "Brusad", "Place"),
        ("The boat had paid for an attack at Brusad in 2023.", "Brusad", "Place"),
        ("The port's rain coordinator, Brice de le Vingne, slept.", "Brice de le Vingne", "Person"),
        ("Ada Brun, the GERB leader, slept.", "GERB", "Organisation"),
        ("Ada Brun told Radio Brusad that it rained.", "Radio Brusad", "Organisation"),
        ("The European Union slept. The Commission rowed.", "European Commission", "Organisation"),
        ("Konrad Berg of Brusad Consulting rowed.", "Brusad Consulting", "Organisation"),
        ("Commodore Karl Berg said it rained.", "Karl Berg", "Person"),
        # one of two by what stands beside it
        ("They asked keepers in Arizona, Georgia and Texas. Georgia refused.", "Georgia", "Place"),
        ("Russia, Georgia and Armenia rowed.", "Georgia", "Country"),
    ],
)
def test_what_a_name_is(text: str, name: str, kind: str) -> None:
    assert (name, kind) in {(each.name, each.type.value) for each in read(text).entities}


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        # a day is no newspaper, a mission no missile
        ("The French minister said he would row on Liberation Day.", "organisation:liberation"),
        ("Sixty ships joined the naval mission Aspides; weapons were loaded, and missiles.", "weapon:aspide"),
        ("Karl Berg told Thai PBS that it rained.", "organisation:pbs"),
        # a court that another country of the article has
        (
            "Manila and the Philippines accused China. The Philippines said China rammed its boat near Manila, and "
            "Beijing denied it. Manila's friends in the United States slept. Karl Berg, a former Supreme Court justice "
            "in Manila, rowed.",
            "organisation:us-supreme-court",
        ),
    ],
)
def test_what_a_name_is_not(text: str, entity: str) -> None:
    assert entity not in {each.id for each in read(text).entities}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # whose verb it is behind a quotation, and beside an infinitive
        (
            'Olle Holm, the keeper, said that Peru "will not be a party to it" and urged Chile to sleep.',
            "to sleep",
            "Olle Holm",
        ),
        ("Olle Holm said that Peru would row and urged Chile to sleep.", "to sleep", "Olle Holm"),
        # who is described by a clause, not who stands in it
        (
            "Peru, which imposed sanctions on the port's founder, Karl Berg, in December, has urged Chile to row.",
            "to row",
            "Peru",
        ),
        # who speaks, not who passes it on behind
        (
            "The rain will end soon, Olle Holm said in Orre, a correspondent of Harbour Wire reported on Monday.",
            "end soon",
            "Olle Holm",
        ),
        ("Haberturk television said that it froze.", "froze", "Haberturk"),
        ("A video by the Red Cross says that it froze.", "froze", "International Committee of the Red Cross"),
        # a name of which the parse makes a verb, a name behind somebody else's, all who are joined
        (
            "Peruvian Foreign Minister Andrii Sybiha, who was in Lima for the talks, thanked both keepers and said "
            "that boats could come in March.",
            "boats could come",
            "Andrii Sybiha",
        ),
        (
            "A spokesman for Mr. Holm, Sean Parnell, denied that the keeper had rowed. Olle Holm slept.",
            "had rowed",
            "Sean Parnell",
        ),
        (
            'Chile, Peru and Bolivia, known as the three, said in a joint letter they were "gravely sad" and urged '
            "Cuba to row.",
            "to row",
            "Chile, Peru and Bolivia, known as the three",
        ),
        # who is told of, not who tells it
        (
            "Mr. Holm, the officials said, singled out Poland as an example and asked why others could not follow it.",
            "why others",
            "Holm",
        ),
        # not who asked
        (
            "Denisa Sakova refused to back him. When the guard asked what was in it, she replied: “Ask the keeper.”",
            "Ask the keeper",
            "Denisa Sakova",
        ),
        # the lawmaker named last; not who only called him
        (
            "Senator Dick Durbin asked for rain. “The keeper slept,” the Illinois Democrat wrote.",
            "keeper slept",
            "Dick Durbin",
        ),
        # in a clause that says when; beside another one; behind a semicolon; of a boat only what it did
        (
            "When Norway's minister, Terje Aasland, told parliament that it was “a technical matter”, I slept.",
            "technical matter",
            "Terje Aasland",
        ),
        (
            "Peru's prime minister, Anutin Holm, said on Monday that he had ordered rain after two boats sank, and "
            "Chile's Hun Manet accused Lima of inventing a pretext for it.",
            "pretext",
            "Hun Manet",
        ),
        (
            "Ada Brun saw no rain. Representative Jim Jordan called her letter a stunt; Speaker Mike Johnson slept.",
            "a stunt",
            "Jim Jordan",
        ),
        # whose rain it is by the envoy that the apposition makes somebody
        ("The U.S. envoy for Africa, Massad Boulos, said it rained. He urged Peru to row.", "to row", "Massad Boulos"),
    ],
)
def test_whose_words_they_are(text: str, words: str, expected: str) -> None:
    assert speaker(read(text), words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected", "addressees"),
    [
        ("Peru tells Chile talks must resume", "resume", "talks must resume", ["Chile"]),
        ("Brun told Chile ships would come", "would come", "ships would come", ["Chile"]),
        ("Ada Brun told port reporters that ships would come.", "come", "that ships would come", ["port reporters"]),
        # whoever is thanked need not be there
        ("Ada Brun thanked Peru for its boats and noted that it rained.", "rained", "that it rained", []),
    ],
)
def test_who_is_told(text: str, words: str, expected: str, addressees: list[str]) -> None:
    found = read(text)
    assert said(found, words).text == expected
    assert names(found, said(found, words).addressees) == addressees


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # without who passes it on, how the narrator calls it, when, and what others do meanwhile
        (
            "Keeper Olle Holm told Chilean envoys on Monday that they should buy Peruvian boats, according to three "
            "keepers who were in the room.",
            "should buy",
            "that they should buy Peruvian boats",
        ),
        (
            "She also accused Peru of arming the union, a charge Lima has always denied.",
            "arming",
            "of arming the union",
        ),
        (
            "He told Peru's security council then that the rain would be a mistaken step.",
            "mistaken",
            "that the rain would be a mistaken step",
        ),
        ("Tuvalu accuses China of bullying as islands cry foul\nIt rained.", "bullying", "of bullying"),
        (
            "Beijing urges Japan to speak with care, Tokyo keeps boats open\nIt rained.",
            "speak with care",
            "to speak with care",
        ),
        # with the quotation that goes on
        (
            "Peru's army chief, General Karl Berg, vowed on Monday to fight the union “until the last rebel lays down "
            "his oar”, hours after the envoy, Ada Brun, pleaded for rain.",
            "to fight",
            "to fight the union “until the last rebel lays down his oar”",
        ),
        # with what stands before a quotation that goes on
        (
            'The keeper believes a truce is still possible, Ada Brun said, "but he won\'t wait forever".',
            "forever",
            'The keeper believes a truce is still possible … "but he won\'t wait forever"',
        ),
        (
            "Peru's minister, Ada Brun, replied in the meeting that the SAMP/T “also works, and comes without "
            "strings,” two of the officials recalled.",
            "replied",
            "Peru's minister, Ada Brun, replied in the meeting that the SAMP/T “also works, and comes without "
            "strings,”",
        ),
        # "made the promise" says nothing of its own
        (
            "The daily Blesk wrote on Monday that Olle Holm made the promise during a dinner in Lima.",
            "made the promise",
            "that Olle Holm made the promise during a dinner in Lima",
        ),
    ],
)
def test_where_words_end(text: str, words: str, expected: str) -> None:
    assert said(read(text), words).text == expected


def test_a_plan_that_somebody_else_passes_on_is_whose_it_is() -> None:
    found = read("Peru intends to join the union within days, its keepers announced in a joint letter.")
    assert speaker(found, "to join the union") == "Peru"
    assert said(found, "to join the union").text == "to join the union within days"
    assert len(said(found, "to join the union").reported_by) == 1


def test_whoever_is_called_something_is_no_byname() -> None:
    found = read("Peru's minister, Yvan Gil, called Paz a fool. Paz said that it rained. Rodrigo Paz slept.")
    assert speaker(found, "that it rained") == "Rodrigo Paz"


def test_a_role_behind_according_to_is_not_whose_words_they_are() -> None:
    found = read("According to Olle Holm, the Belgian prime minister rowed.")
    holding = [each.subject for each in found.relations if each.type is RelationType.HOLDS_ROLE]
    assert holding == ["person:alexander-de-croo"]


def test_a_former_captain_is_whose_name_stands_before() -> None:
    found = read("In a video posted on TikTok, Lara, a former police captain, said that nobody had consulted him.")
    assert speaker(found, "nobody had") == "Lara, a former police captain"


def test_who_is_called_on_is_addressed() -> None:
    found = read('Ada Brun also called on U.S. President Donald Trump to "keep the rain up".')
    assert names(found, said(found, "rain up").addressees) == ["Donald Trump"]


def test_who_told_this_says_what_follows() -> None:
    text = """Peru's president, Olle Holm, wants to call Chile.

He told journalists this following a meeting with Peruvian keeper Karl Berg, Harbour Wire reports.

I stressed to both Chile and Cuba: first of all, you will see that nobody wants rain. We need boats."""
    found = read(text)
    assert speaker(found, "nobody wants rain") == "Olle Holm"
    assert not [each for each in found.statements if "told journalists" in each.text]


def test_an_agency_that_is_named_behind_its_kind_relays() -> None:
    found = read("Olle Holm told her that Peru supported the union, the state news agency SUNA reported.")
    assert names(found, said(found, "supported").reported_by) == ["SUNA"]


def test_her_in_a_quotation_is_a_daughter_who_stands_there() -> None:
    text = (
        "Mao Ning slept. “My daughter asks when it ends, and I don't know what to tell her,” said Karl Berg, a farmer."
    )
    assert not said(read(text), "daughter").targets


def test_all_who_are_thanked_are_targets() -> None:
    found = read("Ada Brun thanked Chile, Peru and Bolivia for rowing first.")
    known = {each.id: each.name for each in found.entities}
    assert {known[each.entity] for each in said(found, "rowing").targets} == {"Chile", "Peru", "Bolivia"}


def test_a_company_that_answers_is_no_place() -> None:
    found = read("Ulmart did not reply to a letter.")
    assert ("Ulmart", "Organisation") in {(each.name, each.type.value) for each in found.entities}


@pytest.mark.parametrize("dateline", ["ORRE. March 3. Harbour Wire - ", "Orre. 3 March 2024. Harbour Wire – "])
def test_a_date_between_full_stops_is_a_dateline(dateline: str) -> None:
    found = read(f"Peru will row\n{dateline}Peru will hand over two boats, Ada Brun said.")
    assert said(found, "hand over").text == "Peru will hand over two boats"


def test_an_army_that_fights_beside_another_is_not_at_war_with_its_state() -> None:
    found = read("Russia, whose Africa Corps fights beside the Malian army, praised the move.")
    assert not [each for each in found.relations if each.type is RelationType.AT_WAR_WITH]


def test_who_receives_praise_or_threats_says_nothing_by_that() -> None:
    assert not read("The plan drew criticism from Lima.").statements
    assert speaker(read("Karl Berg drew criticism from Ada Brun for his ban on boats."), "his ban") == "Ada Brun"
    assert speaker(read("Karl Berg came under fire from Ada Brun for selling boats."), "selling") == "Ada Brun"
    found = read("Karl Berg faced accusations that he had sold the boats.")
    assert speaker(found, "sold") == "faced accusations"
    assert names(found, said(found, "sold").targets) == ["Karl Berg"]


def test_who_speaks_according_to_somebody_says_it() -> None:
    found = read("The Russian president, according to Sole Niinilä, called the dam “unnecessary”.", "2026-03-05")
    assert speaker(found, "the dam") == "Vladimir Putin"


def test_who_is_recorded_speaks() -> None:
    found = read("The ad uses footage of Ada Brun asking, “Why are the boats not ready for the race?”")
    (brun,) = (each.id for each in found.entities)
    (asked,) = (each for each in found.statements if each.text.startswith("“Why are"))
    assert asked.speaker == brun
    assert (
        speaker(read("Karl Berg released a video of Olle Holm admitting that he had lied."), "had lied") == "Olle Holm"
    )


def test_a_quotation_is_of_one_cue() -> None:
    found = read(
        "Oprah slept. Democratic Sen. Claire Holm scolded him: “The union is against you in terms of the boats,” she "
        "said. “When you call a boat a miracle, I don't see why you need to go there.”"
    )
    assert [each.text for each in found.statements] == [
        "“The union is against you in terms of the boats,”",
        "“When you call a boat a miracle, I don't see why you need to go there.”",
    ]
    assert {speaker(found, words) for words in ("union is", "miracle")} == {"Claire Holm"}
    found = read(
        "“I think what she has got to do is row. Start talking about the boats,” Olle Holm said, suggesting a few "
        "questions, including, “Do you think that boats need rain?”"
    )
    assert (
        said(found, "has got to do").text == "“I think what she has got to do is row. Start talking about the boats,”"
    )


def test_a_transcript_in_quotation_marks_is_an_interview() -> None:
    text = """On “Harbour Sunday,” the Peruvian keeper Olle Holm spoke of boats.

Transcript as follows:

"BERG: Why would the captain do that? And will the rowers be there?

"HOLM: Well, look, this is an episode of “Boat Tank.” It's serious business.

"(CROSSTALK.)

"BERG: If I may, sir, will the rowers be there?

"HOLM: The rowers will not be there.

"But the truth is that the captain has a way of rowing.

"BERG: But why would she go down that road?

"HOLM: She will row.

Follow the race on the radio."""
    found = read(text)
    answers = [each for each in found.statements if each.cue and each.cue[0].end - each.cue[0].start == 1]
    assert [each.text[:12] for each in answers] == ["Well, look, ", "The rowers w", "She will row"]
    assert {speaker(found, each.text[:12]) for each in answers} == {"Olle Holm"}
    assert answers[1].text.endswith("has a way of rowing.")
    assert answers[2].text == "She will row."


def test_signatures_glued_to_quotations_say_whose_they_are() -> None:
    text = (
        "“Holm is clueless about boats. He shows no care.” ― Ada Brun\n"
        "“Holm must stop calling rowers lazy when most of us work hard.”― Karl Berg."
    )
    found = read(text)
    assert [speaker(found, words) for words in ("clueless", "lazy")] == ["Ada Brun", "Karl Berg"]


def test_she_goes_on_to_be_who_she_was() -> None:
    text = (
        "“I row,” Ada Brun said.\n\nShe has faced storms since she came, while they asked Sole Lind, his wife. "
        "She has called the boats “dry.”"
    )
    assert speaker(read(text), "the boats") == "Ada Brun"


def test_as_somebody_put_it() -> None:
    for text in ("As Ada Brun put it, the boats were dry.", "The boats were dry, as Ada Brun put it."):
        found = read(text)
        assert speaker(found, "were dry") == "Ada Brun"
        assert said(found, "were dry").text.lower() == "the boats were dry"
    assert speaker(read("As one rower put it: “The boats are dry.”"), "are dry") == "one rower"


def test_a_sentence_between_dashes_is_of_the_name_before_it() -> None:
    found = read(
        "Many keepers have said the same, including the captain Karl Berg -- “It is wrong for a captain to refuse to "
        "row” -- and Ada Brun, a former keeper."
    )
    (captain,) = (each.id for each in found.entities if each.name == "Karl Berg")
    (statement,) = (each for each in found.statements if each.speaker == captain)
    assert statement.text == "“It is wrong for a captain to refuse to row”"


def test_a_participle_goes_on_for_the_main_clause() -> None:
    text = (
        "Olle Holm was similarly defensive when forced to defend not paying a rower who said he was stiffed after he "
        "built a boat, saying, “Maybe he didn't do a good job.”"
    )
    assert speaker(read(text), "good job") == "Olle Holm"


def test_a_paragraph_goes_on_with_the_mark_of_the_one_before() -> None:
    found = read(
        'Ada Brun reports:\n\n"The keeper thought it was a dream. She was sure.\n\n“It was no dream,” she said.'
    )
    assert said(found, "no dream").text == "“It was no dream,”"


def test_quoted_words_are_listed() -> None:
    found = read("The minister went on about “how the dam is rigged,” and “wounded boats” and “our own rowers.”")
    assert said(found, "rigged").text == "“how the dam is rigged,” and “wounded boats” and “our own rowers.”"


def test_who_is_made_to_speak_speaks() -> None:
    text = "The union did not name Chile, prompting Peru's foreign minister, Ada Brun, to declare it unwelcome."
    assert speaker(read(text), "unwelcome") == "Ada Brun"


def test_the_leader_of_a_country_is_not_who_leads_its_opposition() -> None:
    text = (
        "Narendra Modi arrived on Monday. “War cannot solve problems,” the Indian leader said. Rahul Holm, the "
        "opposition leader, slept."
    )
    assert speaker(read(text, "2024-07-08"), "War cannot") == "Narendra Modi"
    text = "Rahul Holm, the opposition leader, slept. The leader said on Monday that it rained."
    assert speaker(read(text), "it rained") == "Rahul Holm"


def test_the_official_is_the_unnamed_one_who_came_up_last() -> None:
    text = (
        "Both had pressed for the deal, according to an Arab official. Sole “did more in one meeting than others in a "
        "year”, the official told the Times of Israel. Hamas official Izzat al-Rishq said it rained."
    )
    assert speaker(read(text), "did more") == "an Arab official"


def test_what_a_deal_foresees_nobody_does() -> None:
    found = read("Qatar announced the deal on Wednesday. It foresees the release of 33 rowers.")
    assert speaker(found, "33 rowers") == "It"


def test_a_name_that_the_parse_takes_for_the_sentence_speaks() -> None:
    found = read("Tom Fletcher, the U.N. humanitarian chief, called on both sides to keep every crossing open.")
    assert speaker(found, "to keep") == "Tom Fletcher"


def test_a_thing_calls_nothing_odd() -> None:
    found = read("Karl Berg confirmed that such a letter had come but called its timing “surprising.”")
    assert {speaker(found, each.text) for each in found.statements} == {"Karl Berg"}


def test_a_clause_about_an_apposition_is_about_the_name() -> None:
    text = "Sanae Holm, an ultraconservative who has called Margaret Brun her hero, was elected."
    assert speaker(read(text), "her hero") == "Sanae Holm"


def test_a_quotation_between_two_speakers_goes_on_for_the_first() -> None:
    found = read(
        "“Fifty days,” Sergei Holm said in Lima. “We want to understand what is behind this statement.” Peruvian "
        "senator Karl Berg asked: “Is that all?”"
    )
    assert speaker(found, "behind this") == "Sergei Holm"
    assert said(found, "Is that all").text == "“Is that all?”"


def test_what_somebody_is_asked_he_does_not_say() -> None:
    found = read("“You have my word,” Olle Holm told Harbour News on Tuesday when asked what guarantees there were.")
    assert [each.text for each in found.statements] == ["“You have my word,”"]
    assert not read("After the summit, who promised what").statements


@pytest.mark.parametrize("text", ["King Abdullah of Jordan said it rained.", "Jordan's King Abdullah said it rained."])
def test_of_two_kings_it_is_the_one_whose_country_is_named(text: str) -> None:
    assert speaker(read(text, "2023-11-30"), "it rained") == "King Abdullah II"


def test_a_time_of_day_is_nobody() -> None:
    found = read(
        "08:40 GMT - Prime minister stays\nIsrael's prime minister called the fall “a historic day”.", "2024-12-08"
    )
    assert speaker(found, "a historic") == "Benjamin Netanyahu"


def test_who_is_meant_in_a_quotation() -> None:
    found = read(
        "“I'm disappointed in President Putin,” Donald Trump said during a meeting with Mark Rutte. “My talks with "
        "him are very pleasant.”",
        "2025-07-15",
    )
    (rutte,) = (each.id for each in found.entities if each.name == "Mark Rutte")
    assert rutte not in {each.entity for each in said(found, "pleasant").targets}
    found = read("“I met a boy who lost his leg,” Karl Berg told reporters. Olle Holm slept.")
    assert not said(found, "a boy").targets


def test_the_first_lady_is_not_of_the_only_country_that_is_named() -> None:
    text = "“I tell the first lady that it rained,” Donald Trump told Ukraine's Zelenskyy."
    assert "Olena Zelenska" not in {each.name for each in read(text, "2025-07-15").entities}


def test_on_the_radio_he_called_is_no_request() -> None:
    found = read("Ada Brun was sceptical; on Harbour Radio she called Karl Berg “an ogre”.")
    assert RelationType.REQUESTS not in {each.type for each in found.relations}


def test_what_stands_before_is_told_and_not_when_it_was() -> None:
    found = read(
        "India and Pakistan agreed to a “full truce” on Saturday, Karl Berg announced, after four days of rain had "
        "brought them close to war."
    )
    assert said(found, "full truce").text.startswith("India and Pakistan agreed to a “full truce” on Saturday")
    found = read("They agreed on Saturday to row. Karl Berg slept.")
    assert "on Saturday" not in {each.text for each in found.statements}
    text = (
        "Karl Berg said he had reached a deal with Chile, hours after he was given a golden boat and a lunch of rice."
    )
    assert said(read(text), "a deal").text == "he had reached a deal with Chile"


def test_who_keeps_her_surname_says_nothing_by_that() -> None:
    found = read("“I am here,” said Nino, a student who would not give her surname.")
    assert [each.text for each in found.statements] == ["“I am here,”"]


def test_who_is_thanked_later_is_not_told_by_that() -> None:
    found = read("Olle Holm thanked Karl Berg “for his help”. He also thanked Chile and Cuba.", "2025-05-10")
    assert not said(found, "Cuba").addressees


def test_an_auxiliary_before_a_quotation_takes_none_for_its_object() -> None:
    found = read('The union had "declared not peace, but war against its own people", Ada Brun told a news conference.')
    assert speaker(found, "not peace") == "Ada Brun"
    assert said(found, "not peace").text.startswith("The union had")


def test_they_in_a_quotation_are_others() -> None:
    found = read("'They tell us we are free,' a sailor said. 'Free to go where?'")
    sailor = said(found, "Free to go").anonymous
    assert said(found, "we are free").anonymous != sailor or said(found, "we are free").text.startswith("'They")


def test_he_is_none_of_many() -> None:
    found = read("Many delegates believe that Karl Berg is thinking of 2030. He denies it.")
    (denial,) = (each for each in found.statements if each.cue_text == "denies")
    assert {each.id: each.name for each in found.entities}[denial.speaker or ""] == "Karl Berg"


@pytest.mark.parametrize(
    "text",
    [
        "Judge Ada Brun dismissed one juror, and replaced her with an alternate.",
        "Ada Brun dismissed Karl Berg on Monday.",
        "New sail shows promise",
        "Ada Brun also published footage of the flood.",
    ],
)
def test_what_is_done_or_seen_is_not_said(text: str) -> None:
    assert not read(text).statements


def test_an_aside_of_two_subjects_is_of_the_nearer() -> None:
    found = read("Karl Sole was late. His firm, he told investors, was on schedule.")
    assert said(found, "on schedule").text == "His firm … was on schedule"
    assert speaker(found, "on schedule") == "Karl Sole"


def test_where_a_warning_was_written_is_no_part_of_it() -> None:
    found = read("Karl Berg threatened on his English-language X account that the dam could burst.")
    assert said(found, "could burst").text == "that the dam could burst"


def test_she_goes_on_behind_a_colon() -> None:
    found = read(
        "The union's Ada Brun thinks that is not good enough: Karl Sole, she says, “has to decide before the summer”."
    )
    assert said(found, "has to decide").text == "Karl Sole … “has to decide before the summer”"
    assert speaker(found, "has to decide") == "Ada Brun"


def test_a_quotation_of_a_sentence_begins_one() -> None:
    found = read(
        "Karl Berg countered that Olle Holm had lied about it to the F.B.I. “You don't hide boats in a barn if you "
        "think they are clean,” Mr. Berg told the jury."
    )
    assert said(found, "had lied").text == "that Olle Holm had lied about it to the F.B.I."


def test_a_surname_before_the_names_is_nobodys_of_two() -> None:
    found = read("Kim Yo Jong warned of a flood. Kim Yong-hyun denied it.\nKim said it was late.")
    assert speaker(found, "it was late") == "Kim"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Orre's chief executive, Ada Brun, said it rained.", "Orre", "Organisation"),
        ("Lima's Leonardo, which builds boats, has hinted that it could row.", "Leonardo", "Organisation"),
        ("Commission spokesperson Anitta Hipper said that the ban would stay.", "Anitta Hipper", "Person"),
        ("Age UK has said that two million pensioners will be in trouble.", "Age UK", "Organisation"),
    ],
)
def test_what_a_name_is_by_its_clause(text: str, name: str, kind: str) -> None:
    assert {each.name: each.type.value for each in read(text).entities}[name] == kind


def test_whoever_the_narrator_names_is_not_who_is_only_quoted() -> None:
    found = read(
        "Karl Berg challenged Ada Brun. “If she has half of the courage of Olga Berg, she will row,” Berg said."
    )
    assert speaker(found, "she will row") == "Karl Berg"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Peru has voted to leave the union, a step Chile's foreign minister, Karl Berg, urged Lima to reverse.",
            "to reverse",
            "Karl Berg",
        ),
        (
            "Ada Brun, asked the same thing, would not go so far: an assessment, she said, was still under way.",
            "an assessment",
            "Ada Brun",
        ),
        ("France agreed; so did Peru, whose envoy, Karl Berg, wrote that it rained.", "it rained", "Karl Berg"),
        (
            "Keisha Brown, a nurse who voted for Kamala Harris, rows at Mr. Berg's. “He gave my boy a boat,” she said.",
            "my boy",
            "Keisha Brown",
        ),
        ("The Hague | The mayor of Lundby, Ada Brun, said on Monday it rained.", "it rained", "Ada Brun"),
        ("Ada Brun's first reaction came on her page: “What is this?”", "What is this", "Ada Brun"),
        ("The mayor, Karl Berg, rowed. According to the official, it rained.", "it rained", "Karl Berg"),
        ("US Vice President J D Vance warned of a flood.", "a flood", "JD Vance"),
    ],
)
def test_who_speaks_there(text: str, words: str, expected: str) -> None:
    assert speaker(read(text, "2025-06-25"), words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Karl Berg denied that his crew agreed to row to Chile.", "to row"),
        ("Karl Berg said no mayor had asked Chile to stop.", "to stop"),
        ("Asked by Harbour News how he would like to be remembered, Karl Berg slept.", "to be remembered"),
    ],
)
def test_what_nobody_is_told_to_have_said(text: str, words: str) -> None:
    assert not [each for each in read(text).statements if each.text.startswith(words)]


def test_what_is_described_is_told_and_no_part_of_what_is_said() -> None:
    found = read("Karl Berg told a reporter whose husband is a sailor that the boats were hard to get.")
    assert said(found, "hard to get").text == "that the boats were hard to get"


def test_whoever_quotes_is_named_once() -> None:
    found = read("The video, which was posted by a crew, quotes Ada Brun as saying that it rained.")
    assert len(names(found, said(found, "it rained").reported_by)) <= len(
        {text.rstrip(",") for text in names(found, said(found, "it rained").reported_by)}
    )


def test_it_in_a_quotation_is_no_body_outside() -> None:
    found = read("Harbour Wire met Ada Brun. “I have another half, and it tells me I must row,” Ada Brun said.")
    assert said(found, "I must row").speaker is None or speaker(found, "I must row") != "Harbour Wire"


def test_the_head_of_a_team_is_no_head_of_its_country() -> None:
    found = read("The head of the Russian team, Karl Berg, voiced satisfaction.")
    assert RelationType.HOLDS_ROLE not in {each.type for each in found.relations}


def test_a_relation_of_a_cue_is_of_whoever_speaks() -> None:
    found = read(
        "Iran's parliament has voted to leave the agency, a step Germany's foreign minister, Johann Wadephul, urged "
        "Tehran to reverse.",
        "2025-06-27",
    )
    assert RelationType.REQUESTS not in {each.type for each in found.relations}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In New Delhi, Congress said India would win. Modi of India disagreed.", "Indian National Congress"),
        ("Trump asked Congress to act. The US may act.", "US Congress"),
    ],
)
def test_a_body_of_a_common_name_is_of_the_country_that_is_named_most(text: str, expected: str) -> None:
    assert expected in {each.name for each in read(text, "2025-07-01").entities}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Karl Sole was late. His firm, he told investors, was on schedule.", "on schedule", "His firm … was"),
        (
            "His deputy, Ada Brun, told BBC Radio Scotland the party had to ‘rebuild trust’.",
            "trust",
            "the party had to",
        ),
        ("It rained and the dam, Ada Brun said, would burst.", "would burst", "the dam … would burst"),
    ],
)
def test_a_verb_has_its_subject_before_an_aside(text: str, words: str, expected: str) -> None:
    assert said(read(text), words).text.startswith(expected)


def test_who_is_introduced_by_a_first_name_is_nobody_who_has_it() -> None:
    found = read("“They will take me,” says Sergei (not his real name), a student. Sergei Shoigu slept.", "2022-09-22")
    assert speaker(found, "take me") == "Sergei"
    assert {each.name for each in found.entities if "Sergei" in each.name} == {"Sergei", "Sergei Shoigu"}


def test_a_surname_is_not_the_juniors() -> None:
    found = read("Donald Trump Jr. slept. “I hope that Trump will row,” Ada Brun told US lawmakers.", "2024-11-19")
    (target,) = said(found, "will row").targets
    assert target.entity == "person:donald-trump"


def test_they_are_nobodys_mother() -> None:
    found = read("Officers came. His mother told them he had left. They said they would be back.")
    assert said(found, "would be back").anonymous != said(found, "he had left").anonymous


def test_who_speaks_before_a_quotation_goes_on_behind_it() -> None:
    found = read(
        "Karl Berg, asked about Olle Holm's words, said he did not understand them. “Maybe the mayor wants a boat. He "
        "can write to me.” Then, turning to his deputy, Ivo Sole, he said: “Call him today.”"
    )
    assert speaker(found, "Call him") == "Karl Berg"


def test_i_say_so_is_said_once() -> None:
    found = read("“Whether you rowed or not, I say to you directly: my crew will serve you,” Ada Brun told voters.")
    assert len(found.statements) == 1


def test_hopes_that_rise_are_not_voiced() -> None:
    found = read("Chile and Peru agreed, Ada Brun announced, raising hopes for an end to the war.")
    assert not [each for each in found.statements if each.text.startswith("for an end")]


def test_a_leader_of_the_world_is_known_by_his_surname() -> None:
    text = (
        "Donald Tusk told Poland's parliament that Russian drones had come. Zelensky said eight had been aimed at it."
    )
    assert speaker(read(text, "2025-09-10"), "eight had") == "Volodymyr Zelenskyy"
    assert speaker(read("Merz said it rained.", "2025-09-10"), "it rained") == "Merz"


@pytest.mark.parametrize(
    ("text", "subject", "kind"),
    [
        (
            "Commenting on the meeting of European leaders with Donald Trump, Sergei Lavrov said it failed.",
            "Sergei Lavrov",
            RelationType.MET,
        ),
        ("António Guterres called on Rwanda to stop supporting the M23.", "António Guterres", RelationType.SUPPORTS),
    ],
)
def test_what_others_do_is_nobodys_who_speaks_of_it(text: str, subject: str, kind: RelationType) -> None:
    found = read(text, "2025-08-20")
    (own,) = (each.id for each in found.entities if each.name == subject)
    assert not [each for each in found.relations if each.type is kind and own in {each.subject, each.object}]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru, Ada Brun added, “has rejected every truce put to it”.", "has rejected", "Peru … “has"),
        (
            "Karl Berg said his crew had sunk the boat, according to a statement posted by his agency.",
            "had sunk",
            "his crew had sunk the boat",
        ),
        ("Chile promised Norway 21 billion pesos in help on Friday.", "21 billion", "21 billion pesos in help"),
        (
            "March 22 (Harbour Wire) - Gunmen opened fire in Orre, the port said.",
            "Gunmen",
            "Gunmen opened fire in Orre",
        ),
    ],
)
def test_where_words_begin_and_end(text: str, words: str, expected: str) -> None:
    assert said(read(text), words).text.startswith(expected)
    assert "according" not in said(read(text), words).text


def test_whoever_is_promised_a_sum_is_addressed() -> None:
    found = read("Chile promised Norway 21 billion pesos in help on Friday.")
    assert names(found, said(found, "21 billion").addressees) == ["Norway"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile had shown “resilience”, Ada Brun said.",
        "Only the Gaden Trust, Ada Brun said, would be able to see it: “No one else has any such right.”",
        "Ada Brun, who was replaced, posted a link to the article on her page. “It rained,” Ada Brun said.",
        "Asked what he thought of Lima's warning, Karl Berg slept. “It rained,” Ada Brun said.",
    ],
)
def test_only_whoever_says_so_speaks(text: str) -> None:
    found = read(text)
    assert {speaker(found, each.text) for each in found.statements} == {"Ada Brun"}
    assert len(found.statements) == 1


def test_an_official_who_says_so_is_not_whoever_stands_before() -> None:
    found = read("Karl Berg pulled out of a meeting with Joe Biden, a senior Peruvian official said.", "2023-10-17")
    assert RelationType.HOLDS_ROLE not in {each.type for each in found.relations}


def test_a_rank_is_somebodys() -> None:
    found = read("“We don't have boats,” Rear Adm. Daniel Hagari, the army's spokesman, told reporters.")
    assert speaker(found, "boats") == "Daniel Hagari"


def test_who_is_for_somebody_is_not_called_so() -> None:
    found = read("“Given the pro-Berg policies of the port,” Ada Brun said, “the town deserves to know.”")
    assert not [each.name for each in found.entities if each.name.startswith("pro-")]


def test_the_official_is_the_one_who_came_in_before() -> None:
    found = read(
        "A port official said it rained. “It is late,” said the official, speaking on condition of anonymity. An army "
        "official slept, another army official said. “We row,” the official added."
    )
    by = {words: said(found, words).anonymous for words in ("it rained", "It is late", "slept", "We row")}
    assert by["it rained"] == by["It is late"] != by["slept"] == by["We row"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "US Defence Secretary Lloyd Austin slept. “We row,” the Pentagon chief told reporters.",
            "We row",
            "Lloyd Austin",
        ),
        (
            "Dmytro Kuleba met Li Hui. It rained, the foreign minister said. Deputy Foreign Minister Ivo Holm slept.",
            "It rained",
            "Dmytro Kuleba",
        ),
        ("Dmytro Kuleba came to Oslo. “It rains,” the Ukrainian minister said.", "It rains", "Dmytro Kuleba"),
        (
            "NATO's Jens Stoltenberg slept. The outgoing secretary general said it rained.",
            "it rained",
            "Jens Stoltenberg",
        ),
        ("The Kremlin is far. “We are glad,” presidential spokesman Peskov said.", "We are glad", "Dmitry Peskov"),
        ("It was late. “A truly bold” speech, wrote Karl Berg.", "truly bold", "Karl Berg"),
    ],
)
def test_of_what_office_somebody_speaks(text: str, words: str, expected: str) -> None:
    assert speaker(read(text, "2023-05-18"), words) == expected


def test_who_is_referred_to_is_the_source() -> None:
    found = read("The envoy will arrive in Orre on Friday, TASS reports with reference to an informed source.")
    assert speaker(found, "will arrive") == "an informed source"
    assert names(found, said(found, "will arrive").reported_by) == ["TASS"]


def test_a_label_behind_a_semicolon_has_the_quotation() -> None:
    found = read("Brun tells Orre that the threat comes from within; Holm: “This is late”\nOlle Holm rowed.")
    assert speaker(found, "This is late") == "Olle Holm"
    assert said(found, "from within").text == "that the threat comes from within"


def test_he_who_was_received_is_not_who_tells_of_it() -> None:
    found = read(
        "Li Hui spent two days in Kyiv. He was received by President Volodymyr Zelensky, Dmytro Kuleba said.",
        "2023-05-18",
    )
    (met,) = (each for each in found.relations if each.type is RelationType.MET)
    assert {each.name for each in found.entities if each.id in {met.subject, met.object}} == {
        "Li Hui",
        "Volodymyr Zelenskyy",
    }


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lima's mission rejected this: it was, a clerk said, “filled with old ideas”.", "filled", "it was … “filled"),
        (
            "It was, according to the port's website, “candid”; Chile's readout does not use such words.",
            "candid",
            "It was … “candid”",
        ),
        ("A talk is not ruled out, Karl Berg noted, but added that “there are no details yet”.", "A talk", "A talk is"),
    ],
)
def test_what_is_told_apart(text: str, words: str, expected: str) -> None:
    found = said(read(text), words).text
    assert found.startswith(expected)
    assert "no details" not in found


def test_a_title_before_a_name_is_not_the_name_befores() -> None:
    found = read("Joe Biden, Dutch Prime Minister Dick Schoof and Karl Berg declared that it rained.", "2024-07-11")
    (biden,) = (each.id for each in found.entities if each.name == "Joe Biden")
    assert not [each for each in found.relations if each.subject == biden]


def test_it_is_not_they() -> None:
    found = read("The ministers adopted a text. In it they pledge boats. “We will not sleep,” it says.")
    assert said(found, "We will").anonymous != said(found, "boats").anonymous


def test_who_tells_what_on_either_side_of_a_semicolon() -> None:
    found = read("According to Chile, 41 boats were hit; Peru puts the number at 20, two officials told a reporter.")
    assert speaker(found, "41 boats") == "Chile"
    assert said(found, "at 20").text == "Peru puts the number at 20"


def test_who_was_asked_answers() -> None:
    found = read("Karl Berg rowed. I asked a senior diplomat if he was worried. “Always,” he texted back.")
    assert "diplomat" in speaker(found, "Always")


def test_who_speaks_for_a_group_is_no_part_of_it() -> None:
    found = read("It rained. Speaking for the union, Ada Brun asked when the ban would be lifted.")
    assert speaker(found, "would be lifted") == "Ada Brun"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lloyd Austin slept. Italy, the minister said, would row.", "would row", "the minister"),
        ("The Kremlin called it odd. It was late, Peskov said.", "was late", "Dmitry Peskov"),
        (
            "Rafael Grossi sees no proof. The harbour was shown by its director, Ivo Holm. It rained, the head of the "
            "IAEA said.",
            "It rained",
            "Rafael Grossi",
        ),
        (
            "Nor did Defence Minister Karl Berg, who had visited Orre in July and, says Chile's spy agency, proposed a "
            "drill.",
            "a drill",
            "Chile's spy agency",
        ),
    ],
)
def test_who_it_is_there(text: str, words: str, expected: str) -> None:
    assert speaker(read(text, "2024-06-19"), words) == expected


def test_a_channel_is_no_country() -> None:
    found = read("In the interview with TF1 and France 2 Emmanuel Macron said it rained.", "2024-03-15")
    assert names(found, said(found, "it rained").addressees) == ["TF1", "France 2"]


def test_he_is_none_of_those_who_urge_him() -> None:
    found = read(
        "Abbas Araghchi rowed. Johann Wadephul, Jean-Noël Barrot and David Lammy will urge him to stop, diplomats say.",
        "2025-06-19",
    )
    urged = {each.object for each in found.relations if each.type is RelationType.REQUESTS}
    assert {each.name for each in found.entities if each.id in urged} <= {"Abbas Araghchi"}


def test_its_director_is_no_countrys() -> None:
    found = read("Israel was shown the hospital by its director, Ivo Holm.", "2025-06-19")
    assert RelationType.HOLDS_ROLE not in {each.type for each in found.relations}


def test_whoever_a_medium_quotes_is_no_part_of_what_is_said() -> None:
    found = read("It was a port, the Fars agency wrote, quoting the army; the wave had caused “little damage”.")
    assert "the army" not in {page for each in found.statements for page in each.text.split(" … ")}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "“How can it succeed when one side sinks the other?” Chile's prime minister, Karl Berg, asked on the page.",
            "succeed",
            "Karl Berg",
        ),
        (
            "Boris Pistorius had less patience. What Vladimir Putin was playing, he told ZDF, was a game.",
            "a game",
            "Boris Pistorius",
        ),
        (
            "Volodymyr Zelenskyy met Donald Trump. “I am surprised,” the Ukrainian said.",
            "surprised",
            "Volodymyr Zelenskyy",
        ),
    ],
)
def test_whose_sentence_it_is(text: str, words: str, expected: str) -> None:
    assert speaker(read(text, "2025-03-18"), words) == expected
