"""English or not, without a model."""

import pytest

from graph_service.inputs.language import is_english

ENGLISH = (
    "The foreign ministers met for two hours on Thursday. Neither of them spoke to reporters afterwards, but an aide "
    "said that a second round was planned and that nobody had walked out of the room."
)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Talks to resume Monday",
        "Macron, Scholz, Meloni",
        "12 34 56",
        "“I will not go,” the envoy, Łukasz Żółć of Gdańsk, told Erdoğan’s adviser Şahin Çelik on Monday. It was "
        "not his first refusal, and it will hardly be his last one, people who know him said.",
    ],
)
def test_english_or_too_short_to_tell(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Außenminister trafen sich am Donnerstag für zwei Stunden. Keiner von ihnen sprach danach mit der Presse, "
        "aber ein Mitarbeiter sagte, eine zweite Runde sei geplant und niemand habe den Raum verlassen.",
        "Les ministres se sont rencontrés jeudi pendant deux heures. Aucun n'a parlé à la presse, mais un conseiller a "
        "dit qu'une deuxième réunion était prévue et que personne n'avait quitté la salle.",
        "Los ministros se reunieron el jueves durante dos horas. Ninguno habló con la prensa, pero un asesor dijo que "
        "estaba prevista una segunda ronda y que nadie había abandonado la sala.",
        "De ministers kwamen donderdag twee uur bijeen. Geen van hen sprak met de pers, maar een medewerker zei dat er "
        "een tweede ronde gepland was en dat niemand de zaal had verlaten of was weggelopen.",
        "Ministrowie spotkali się w czwartek na dwie godziny. Żaden z nich nie rozmawiał z prasą, ale doradca "
        "powiedział, że planowana jest druga runda i że nikt nie wyszedł z sali.",
        "Ministrene møttes torsdag i to timer. Ingen av dem snakket med pressen etterpå, men en rådgiver sa at en ny "
        "runde var planlagt for mandag og at ingen hadde forlatt rommet.",
        "Bakanlar perşembe günü iki saat görüştü. Hiçbiri basına konuşmadı ama bir danışman ikinci turun planlandığını "
        "ve kimsenin salonu terk etmediğini söyledi. Toplantının yeri ve tarihi henüz belli değil.",
        "Die Minister trafen sich am Donnerstag und sagten, dass niemand den Raum verlassen habe, weil man rede.",
        "Министры встретились в четверг.",
        "部长们周四会面了两个小时。",
        "Οι υπουργοί συναντήθηκαν την Πέμπτη.",
    ],
)
def test_another_language(text: str) -> None:
    assert not is_english(text)
