"""The colours of our labels in displaCy; spaCy finds them by the entry point ``spacy_displacy_colors``."""

from graph_service.vocabulary import EntityType

#: of ``doc.spans["statements"]`` and ``doc.spans["mentions"]``; dark text is readable on all of them
DISPLACY: dict[str, str] = {
    "SOURCE": "#8ecae6",
    "CUE": "#ffb703",
    "CONTENT": "#b7e4c7",
    "ADDRESSEE": "#e0b1cb",
    EntityType.PERSON.value: "#a2d2ff",
    EntityType.COUNTRY.value: "#ffd6a5",
    EntityType.ORGANISATION.value: "#cdb4db",
    EntityType.WEAPON_SYSTEM.value: "#ffadad",
    EntityType.PLACE.value: "#caffbf",
}
