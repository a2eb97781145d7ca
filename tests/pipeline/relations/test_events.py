"""What sentences say two entities have to do with each other, through the whole pipeline."""

from datetime import date

import pytest

from graph_service.ids import article_id
from graph_service.models import Article, Extraction, RelationType
from graph_service.pipeline.extract import extract
from graph_service.settings import ExtractionOptions, Finder

RULES = ExtractionOptions(finder=Finder.RULES)
DAY = date(2023, 6, 1)
STANDING = {RelationType.HOLDS_ROLE, RelationType.LOCATED_IN}

# a sentence, and what happens in it: subject TYPE object modality (asserted where nothing is said), " / " between them
MEETINGS = [
    ("Emmanuel Macron met Olaf Scholz in Lyon on Monday.", "Emmanuel Macron MET Olaf Scholz"),
    ("Emmanuel Macron and Olaf Scholz met in Lyon.", "Emmanuel Macron MET Olaf Scholz"),
    ("Norway met with Poland and Latvia.", "Norway MET Poland / Latvia MET Norway"),
    ("Emmanuel Macron held talks with Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz"),
    ("The talks between Emmanuel Macron and Olaf Scholz lasted an hour.", "Emmanuel Macron MET Olaf Scholz"),
    ("After a meeting with Olaf Scholz, Emmanuel Macron flew to Lyon.", "Emmanuel Macron MET Olaf Scholz"),
    ("Emmanuel Macron's meeting with Olaf Scholz went well.", "Emmanuel Macron MET Olaf Scholz"),
    ("Emmanuel Macron received Olaf Scholz at the palace.", "Emmanuel Macron MET Olaf Scholz"),
    ("Olaf Scholz, who met Emmanuel Macron on Friday, is ill.", "Emmanuel Macron MET Olaf Scholz"),
    ("Emmanuel Macron sat down with Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz"),
    ("The French president met Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz"),
    ("Olaf Scholz came to Lyon. He met Emmanuel Macron at noon.", "Emmanuel Macron MET Olaf Scholz"),
    ('"I met Emmanuel Macron yesterday," Olaf Scholz said.', "Emmanuel Macron MET Olaf Scholz"),
    ("Olaf Scholz was received by Emmanuel Macron.", "Emmanuel Macron MET Olaf Scholz"),
    ("Emmanuel Macron spoke with Olaf Scholz by phone.", "Emmanuel Macron CONSULTED Olaf Scholz"),
    ("Emmanuel Macron called Olaf Scholz on Sunday.", "Emmanuel Macron CONSULTED Olaf Scholz"),
    ("Emmanuel Macron told Olaf Scholz in a call that it was safe.", "Emmanuel Macron CONSULTED Olaf Scholz"),
    ("Emmanuel Macron discussed the bridge with Olaf Scholz.", "Emmanuel Macron CONSULTED Olaf Scholz"),
    ("In a call with Olaf Scholz, Emmanuel Macron praised the bridge.", "Emmanuel Macron CONSULTED Olaf Scholz"),
    ("Emmanuel Macron had a telephone conversation with Olaf Scholz.", "Emmanuel Macron CONSULTED Olaf Scholz"),
    ("Emmanuel Macron wrote a letter to Olaf Scholz.", "Emmanuel Macron CONSULTED Olaf Scholz"),
    ("Emmanuel Macron plans to meet Olaf Scholz next week.", "Emmanuel Macron PLANS_TO_MEET Olaf Scholz planned"),
    ("Emmanuel Macron will meet Olaf Scholz next week.", "Emmanuel Macron PLANS_TO_MEET Olaf Scholz planned"),
    ("Emmanuel Macron is to meet Olaf Scholz.", "Emmanuel Macron PLANS_TO_MEET Olaf Scholz planned"),
    ("Emmanuel Macron is due to hold talks with Olaf Scholz.", "Emmanuel Macron PLANS_TO_MEET Olaf Scholz planned"),
    ("Emmanuel Macron agreed to meet Olaf Scholz.", "Emmanuel Macron PLANS_TO_MEET Olaf Scholz planned"),
    ("Emmanuel Macron said he would call Olaf Scholz.", "Emmanuel Macron PLANS_TO_MEET Olaf Scholz planned"),
    ("Ahead of talks with Olaf Scholz, Emmanuel Macron rested.", "Emmanuel Macron PLANS_TO_MEET Olaf Scholz planned"),
    ("Emmanuel Macron announced plans to meet Olaf Scholz.", "Emmanuel Macron PLANS_TO_MEET Olaf Scholz planned"),
    ("Emmanuel Macron flew to Berlin for talks with Olaf Scholz.", "Emmanuel Macron PLANS_TO_MEET Olaf Scholz planned"),
    ("Emmanuel Macron declined to meet Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz denied"),
    ("Emmanuel Macron did not meet Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz denied"),
    ("Emmanuel Macron denied meeting Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz denied"),
    ("Emmanuel Macron denied that he had met Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz denied"),
    ("Emmanuel Macron rejected the claim that he had met Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz denied"),
    ("Emmanuel Macron has no plans to meet Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz denied"),
    ("Emmanuel Macron cancelled a meeting with Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz denied"),
    ("Emmanuel Macron left without meeting Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz denied"),
    ("Emmanuel Macron would meet Olaf Scholz if the bridge were safe.", "Emmanuel Macron MET Olaf Scholz hypothetical"),
    ("Emmanuel Macron may meet Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz hypothetical"),
    ("Emmanuel Macron wants to meet Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz hypothetical"),
    ("Emmanuel Macron did not say whether he had met Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz hypothetical"),
    ("Did Emmanuel Macron meet Olaf Scholz?", "Emmanuel Macron MET Olaf Scholz hypothetical"),
    ("Emmanuel Macron proposed a meeting with Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz hypothetical"),
    ("Emmanuel Macron met expectations, Olaf Scholz said.", ""),
    ("Olaf Scholz's plan met with criticism in France.", ""),
    ("Emmanuel Macron was told that the bridge was closed.", ""),
    ("Emmanuel Macron called Olaf Scholz a friend.", ""),
    ("Emmanuel Macron told reporters that Olaf Scholz was ill.", ""),
    ("Emmanuel Macron told CNN that Olaf Scholz was ill.", ""),
    ("Emmanuel Macron spoke about Olaf Scholz.", ""),
    ("Emmanuel Macron did not deny that he had met Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz hypothetical"),
    ("Emmanuel Macron threatened to refuse to meet Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz hypothetical"),
    ("Emmanuel Macron ruled out meeting Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz denied"),
    ("Emmanuel Macron is not ready to meet Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz denied"),
    ("A meeting of Emmanuel Macron and Olaf Scholz is possible.", "Emmanuel Macron MET Olaf Scholz hypothetical"),
    ("Emmanuel Macron was the first to meet Olaf Scholz.", "Emmanuel Macron MET Olaf Scholz"),
    ("The two men, Emmanuel Macron and Olaf Scholz, will meet.", "Emmanuel Macron PLANS_TO_MEET Olaf Scholz planned"),
    ("Emmanuel Macron and Olaf Scholz spoke in parliament.", ""),
    ("Emmanuel Macron spoke to the radio host Olaf Scholz.", ""),
    ("Emmanuel Macron spoke to the World Bank.", ""),
    ("Emmanuel Macron told Olaf Scholz backers that it was over.", ""),
    ("Emmanuel Macron, a friend of talks, praised Olaf Scholz.", ""),
]  # fmt: skip
SUPPLIES = [
    ("Germany supplied Ukraine with Leopard tanks.", "Germany SUPPLIES Ukraine"),
    ("Germany gave Ukraine tanks.", "Germany SUPPLIES Ukraine"),
    ("Germany will send tanks to Ukraine.", "Germany SUPPLIES Ukraine planned"),
    ("The missiles that Norway delivered to Ukraine arrived.", "Norway SUPPLIES Ukraine"),
    ("The missiles were supplied to Ukraine by Norway.", "Norway SUPPLIES Ukraine"),
    ("Ukraine received missiles from Norway.", "Norway SUPPLIES Ukraine"),
    ("Norway has promised Ukraine generators.", "Norway SUPPLIES Ukraine planned"),
    ("Norway announced deliveries of generators to Ukraine.", "Norway SUPPLIES Ukraine planned"),
    ("Norwegian aid to Ukraine has grown.", "Norway SUPPLIES Ukraine"),
    ("The German government sold Egypt two submarines.", "Germany SUPPLIES Egypt"),
    ("Norway refused to send missiles to Ukraine.", "Norway SUPPLIES Ukraine denied"),
    ("Norway could send missiles to Ukraine.", "Norway SUPPLIES Ukraine hypothetical"),
    ("Norway is considering sending missiles to Ukraine.", "Norway SUPPLIES Ukraine hypothetical"),
    ("Norway has not sent any missiles to Ukraine.", "Norway SUPPLIES Ukraine denied"),
    ("Norway said it had handed missiles to Ukraine.", "Norway SUPPLIES Ukraine"),
    ("Norway denied that it had sent missiles to Ukraine.", "Norway SUPPLIES Ukraine denied"),
    ("Norway gave Ukraine a chance.", ""),
    ("Norway sent a message to Ukraine.", ""),
]  # fmt: skip
ACTS = [
    ("Norway asked Poland to open the border.", "Norway REQUESTS Poland"),
    ("Norway called on Poland to open the border.", "Norway REQUESTS Poland"),
    ("Norway urged Poland and Latvia to open the border.", "Norway REQUESTS Poland / Norway REQUESTS Latvia"),
    ("Norway appealed to Poland for help.", "Norway REQUESTS Poland"),
    ("Norway asked whether Poland would open the border.", ""),
    ("The EU imposed sanctions on Belarus.", "European Union SANCTIONS Belarus"),
    ("EU sanctions against Belarus were widened.", "European Union SANCTIONS Belarus"),
    ("The United States sanctioned Belarus.", "United States SANCTIONS Belarus"),
    ("The EU is considering sanctions on Belarus.", "European Union SANCTIONS Belarus hypothetical"),
    ("Sanctions on Belarus were discussed.", ""),
    ("The EU lifted its sanctions on Belarus.", ""),
    ("Poland accused Belarus of spying.", "Poland ACCUSES Belarus"),
    ("Belarus was accused of spying.", ""),
    ("Belarus was accused of spying by Poland.", "Poland ACCUSES Belarus"),
    ("Poland blamed Belarus for the fire.", "Poland ACCUSES Belarus"),
    ("Belarus threatened Poland with a blockade.", "Belarus THREATENS Poland"),
    ("Belarus threatened to attack Poland.", "Belarus THREATENS Poland"),
    ("Poland criticised Belarus.", "Poland CRITICISES Belarus"),
    ("Poland condemned the Belarusian decision.", "Poland CRITICISES Belarus"),
    ("Emmanuel Macron hit out at Olaf Scholz.", "Emmanuel Macron CRITICISES Olaf Scholz"),
    ("Poland did not criticise Belarus.", "Poland CRITICISES Belarus denied"),
    ("Poland supports Ukraine.", "Poland SUPPORTS Ukraine"),
    ("Poland backs Ukraine's accession.", "Poland SUPPORTS Ukraine"),
    ("Poland expressed support for Ukraine.", "Poland SUPPORTS Ukraine"),
    ("Ukraine has the backing of Poland.", "Poland SUPPORTS Ukraine"),
    ("Emmanuel Macron won the endorsement of Olaf Scholz.", "Olaf Scholz SUPPORTS Emmanuel Macron"),
    ("Emmanuel Macron leans toward supporting Olaf Scholz.", "Emmanuel Macron SUPPORTS Olaf Scholz hypothetical"),
    ("Poland rejected Belarus's criticism of Latvia.", "Belarus CRITICISES Latvia"),
    ("Poland did not appeal the case to Latvia.", ""),
    ("Poland no longer supports Belarus.", "Poland SUPPORTS Belarus denied"),
    ("Poland will support Ukraine.", "Poland SUPPORTS Ukraine planned"),
]  # fmt: skip
STATES = [
    ("Russia's war against Ukraine goes on.", "Russia AT_WAR_WITH Ukraine"),
    ("Talks on ending the war of Russia against Ukraine began.", "Russia AT_WAR_WITH Ukraine"),
    ("Russia invaded Ukraine in 2022.", "Russia AT_WAR_WITH Ukraine"),
    ("The war between Armenia and Azerbaijan ended.", "Armenia AT_WAR_WITH Azerbaijan"),
    ("Russia is at war with Ukraine.", "Russia AT_WAR_WITH Ukraine"),
    ("Canada's trade war with China goes on.", ""),
    ("The war of words between Canada and China goes on.", ""),
    ("Hungary, a member of NATO, is late.", "Hungary MEMBER_OF NATO"),
    ("Hungary is a member of NATO.", "Hungary MEMBER_OF NATO"),
    ("NATO member Hungary is late.", "Hungary MEMBER_OF NATO"),
    ("Finland joined NATO in April.", "Finland MEMBER_OF NATO"),
    ("Austria is not a member of NATO.", "Austria MEMBER_OF NATO denied"),
    ("Sweden wants to join NATO.", "Sweden SEEKS_MEMBERSHIP NATO"),
    ("Sweden applied to join NATO.", "Sweden SEEKS_MEMBERSHIP NATO"),
    ("Sweden will apply for NATO membership.", "Sweden SEEKS_MEMBERSHIP NATO planned"),
    ("Sweden's bid to join NATO is on the table.", "Sweden SEEKS_MEMBERSHIP NATO"),
    ("Hungary blocked Sweden's bid to join NATO.", "Sweden SEEKS_MEMBERSHIP NATO"),
    ("Belarus is a former ally of Russia.", ""),
    ("Sweden could join NATO.", "Sweden MEMBER_OF NATO hypothetical"),
    ("Norway joined NATO in condemning the strike.", ""),
    ("Belarus is an ally of Russia.", "Belarus ALLIED_WITH Russia"),
    ("Belarus, Russia's closest ally, is silent.", "Belarus ALLIED_WITH Russia"),
    ("Russia launched Shahed drones overnight.", "Russia USES_WEAPON Shahed-136"),
    ("Russian forces attacked the port with Shahed drones.", "Russia USES_WEAPON Shahed-136"),
    ("Ukraine did not use Storm Shadow missiles.", "Ukraine USES_WEAPON Storm Shadow denied"),
    ("Ukraine may use Storm Shadow missiles.", "Ukraine USES_WEAPON Storm Shadow hypothetical"),
]  # fmt: skip


def extraction(text: str) -> Extraction:
    return extract(Article(id=article_id(None, text), text=text + "\n", published_at=DAY), RULES)


def found(text: str) -> set[str]:
    result = extraction(text)
    names = {each.id: each.name for each in result.entities}
    said = set()
    for each in result.relations:
        if each.type not in STANDING:
            modality = "" if each.modality == "asserted" else f" {each.modality}"
            first, second = names[each.subject], names[each.object]
            said.add(f"{first} {each.type} {second}{modality}")
    return said


def expected(told: str) -> set[str]:
    return set(filter(None, told.split(" / ")))


@pytest.mark.parametrize(("text", "told"), [*MEETINGS, *SUPPLIES, *ACTS, *STATES])
def test_a_sentence_says_what_happens(text: str, told: str) -> None:
    assert found(text) == expected(told)


def test_the_tables_are_long_enough() -> None:
    assert len([*MEETINGS, *SUPPLIES, *ACTS, *STATES]) >= 100
