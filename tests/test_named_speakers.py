"""Named speakers: a wrong name costs precision and recall, an unresolved speaker recall only."""

import json
from pathlib import Path

from graph_service.evaluation.corpora import Corpus
from graph_service.evaluation.speakers import NamedSpeakers, named_speakers
from tests.scorer import SCORER

TEXT = "Mora said the dam holds. Reyes said rain falls. Lund said fog lifts. A guard said ice melts."
CORPUS = Corpus("Own", "own.jsonl", graph=True)


def statement(content: str, speaker: str | None, **more: object) -> dict[str, object]:
    start = TEXT.index(content)
    return {"content": [[start, start + len(content)]], "speaker": speaker, **more}


def test_what_counts(tmp_path: Path) -> None:
    entities = [{"id": name.lower(), "name": name} for name in ("Mora", "Reyes", "Lund")]
    gold = [
        statement("the dam holds", "mora"),
        statement("rain falls", "reyes"),
        statement("fog lifts", "lund"),
        statement("ice melts", None, anonymous=True),
    ]
    # right, wrong, unresolved, and a name for somebody who has none
    found = [
        statement("the dam holds", "mora"),
        statement("rain falls", "lund"),
        statement("fog lifts", None),
        statement("ice melts", "reyes"),
    ]
    (tmp_path / "score.py").write_text(SCORER)
    for name, statements in ((CORPUS.file, gold), ("found.jsonl", found)):
        line = {"id": 1, "text": TEXT, "entities": entities, "statements": statements}
        (tmp_path / name).write_text(json.dumps(line) + "\n")
    counted = named_speakers(CORPUS, tmp_path, tmp_path / "found.jsonl")
    assert counted == NamedSpeakers(right=1, told=3, wanted=3)
    assert (counted.precision, counted.recall) == (1 / 3, 1 / 3)
    assert NamedSpeakers(0, 0, 0).precision is None
