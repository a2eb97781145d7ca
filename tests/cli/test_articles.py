"""The commands that read articles, with the real model: ``extract``, ``evaluate``, ``ingest`` and ``demo``."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from textwrap import indent

import pytest

from graph_service.cli.exits import Exit
from graph_service.cli.options import worker_count
from graph_service.cli.progress import article_count
from graph_service.samples import FOLDER
from graph_service.store.local import Connection
from tests.cli.graphs import fill, settings_of
from tests.inputs.sites import Answer, feed, page, site
from tests.scorer import SCORER

COMMAND = Path(sys.executable).with_name("graph-service")
TEXT = "The minister of Norway, Tora Vik, said on Monday that Sweden had signed the treaty.\n"
LINE = {"id": "a", "text": TEXT, "title": "Treaty signed", "date": "2031-03-04", "outlet": "Harbour Wire"}
# of these nothing may be read
GOLD = {
    "url": "https://example.org/",
    "entities": [{"id": "e1"}],
    "statements": [{"content": [[0, 3]]}],
    "split": "dev",
}

# the shape a scorer's answer has, with every figure one half
HALF = {"p": 0.5, "r": 0.5, "f1": 0.5, "n_pred": 1, "n_gold": 1}
SCORES = {
    "articles": 1,
    "content >=0.5": HALF,
    "content exact": HALF,
    "content soft": HALF,
    "end to end": HALF,
    "by type": {"direct": {"end to end": HALF}},
    "span exact": {"source": HALF, "cue": HALF, "content": HALF},
    "speaker entity accuracy": {"accuracy": None, "n": 0},
    "accuracy": {name: {"acc": 0.25} for name in ("speaker_given_found", "modality", "stance", "negated")},
    "statement_speaker": HALF,
    "who_about_whom": HALF,
    "mentions": HALF,
    **dict.fromkeys(("targets", "addressees", "reported_by", "relations"), HALF),
}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def written(run, tmp_path: Path, *lines: dict | bytes, workers: int = 1) -> tuple[list[dict], object]:
    """The predictions for some lines, and what the command showed."""
    given, wanted = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    given.write_bytes(b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines))
    shown = run("extract", "--jsonl", str(given), "--out", str(wanted), "--workers", str(workers))
    return [json.loads(line) for line in wanted.read_text("ascii").splitlines()], shown


# --- extract ----------------------------------------------------------------------------------------------------------


def test_predictions_come_in_the_order_of_the_lines(run, tmp_path: Path) -> None:
    lines = [LINE | {"id": number, "text": TEXT.replace("Monday", f"Monday {number}")} for number in range(6)]
    found, shown = written(run, tmp_path, *lines, workers=2)
    assert shown.exit_code == Exit.DONE
    assert [each["id"] for each in found] == list(range(6))
    [statement] = found[3]["statements"]
    assert lines[3]["text"][slice(*statement["content"][0])] == "that Sweden had signed the treaty"
    names = {each["id"]: each["name"] for each in found[3]["entities"]}
    assert names[statement["speaker"]] == "Tora Vik"


def test_only_the_five_fields_are_read(run, tmp_path: Path) -> None:
    [bare, labelled], _ = written(run, tmp_path, LINE, LINE | GOLD)
    assert bare == labelled


def test_a_bad_line_costs_only_itself(run, tmp_path: Path) -> None:
    found, shown = written(run, tmp_path, LINE, b"not JSON", {"id": "empty", "text": ""}, LINE | {"id": "last"})
    assert shown.exit_code == Exit.SOME_FAILED
    assert [(each["id"], bool(each["statements"])) for each in found] == [("a", True), ("empty", False), ("last", True)]
    assert "line 2: " in shown.stderr
    assert "line 3: " in shown.stderr
    assert "4 articles, 2 statements, 2 failed" in shown.stderr


def test_one_article_as_a_listing_and_as_json(run, article: Path) -> None:
    assert "Tora Vik" in run("extract", str(article)).stdout
    [line] = run("extract", str(article), "--json").stdout.splitlines()
    extraction = json.loads(line)
    assert extraction["article"]["text"] == TEXT.strip()
    assert len(extraction["statements"]) == 1


def test_an_article_from_standard_input() -> None:
    done = subprocess.run([COMMAND, "extract", "-"], input=TEXT, capture_output=True, text=True, check=True)
    assert "Tora Vik" in done.stdout


def test_an_article_that_cannot_be_used_is_named(run, tmp_path: Path) -> None:
    shown = run("extract", str(tmp_path / "none.txt"))
    assert shown.exit_code == Exit.SOME_FAILED
    assert "none.txt: There is no such file" in shown.stderr


# --- evaluate ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    """A folder with one small corpus and scorers that answer with fixed figures."""
    folder = tmp_path / "corpora"
    folder.mkdir()
    (folder / "seed.jsonl").write_text(json.dumps(LINE | {"statements": []}), "utf-8")
    run = f"import json, sys\nassert len(open(sys.argv[2]).readlines()) == 1\nprint(json.dumps({SCORES!r}))\n"
    scorer = f"{SCORER}if __name__ == '__main__':\n{indent(run, '    ')}"
    for name in ("score.py", "score_graph.py"):
        (folder / name).write_text(scorer, "utf-8")
    return folder


def test_evaluate_prints_what_the_scorers_say(run, corpora: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    arguments = ("evaluate", "--corpora", str(corpora), "--only", "seed.jsonl", "--keep", str(kept))
    [line] = run(*arguments, "--json").stdout.splitlines()
    scores = json.loads(line)
    assert (scores["corpus"], scores["statements"], scores["linked_f1"]) == ("Seed", 1, 0.5)
    assert (scores["speaker_of_found"], scores["who_about_whom_f1"]) == (0.25, 0.5)
    assert (scores["soft_f1"], scores["linked_recall"], scores["span_f1"]["cue"]) == (0.5, {"direct": 0.5}, 0.5)
    assert (scores["graph"]["targets"]["value"], scores["graph"]["stance"]["value"]) == (0.5, 0.25)
    assert scores["calibration"]["bins"] == [] or scores["calibration"]["bins"][0]["statements"] > 0
    assert "0.250" in run(*arguments).stdout
    assert json.loads((kept / "seed.jsonl").read_text("ascii"))["id"] == "a"


# --- ingest and demo --------------------------------------------------------------------------------------------------


def test_ingest_and_ask(run, neo4j_env: Connection, article: Path) -> None:
    fill(neo4j_env)
    arguments = ("ingest", str(article), "--outlet", "Harbour Wire", "--date", "2031-03-04", "--json")
    first, second = (json.loads(run(*arguments).stdout) for _ in range(2))
    assert (first["created"], first["statements"], second["unchanged"]) == (1, 1, 1)
    [line] = run("ask", "--speaker", "Tora Vik", "--about", "Sweden", "--json").stdout.splitlines()
    row = json.loads(line)
    assert (row["outlet"], row["published_at"]) == ("Harbour Wire", "2031-03-04")
    assert TEXT[row["start"] : row["end"]] == row["text"]


def test_a_bad_article_is_named_and_the_rest_goes_on(run, neo4j_env: Connection, article: Path) -> None:
    fill(neo4j_env)
    (article.parent / "empty.txt").write_text("")
    shown = run("ingest", str(article.parent))
    assert shown.exit_code == Exit.SOME_FAILED
    assert "empty.txt" in shown.stderr
    assert "1 created" in shown.stderr
    assert "1 failed" in shown.stderr


@pytest.mark.parametrize("option", [("--date", "yesterday"), ("--url", "ftp://example.org/")])
def test_wrong_metadata_is_refused_before_anything_is_read(run, article: Path, option: tuple[str, str]) -> None:
    shown = run("ingest", str(article), *option)
    assert shown.exit_code == Exit.SOME_FAILED
    assert "is not one" in shown.stderr


def test_a_url_a_feed_and_a_table(run, neo4j_env: Connection, tmp_path: Path, monkeypatch) -> None:
    fill(neo4j_env)
    with site() as wire:
        monkeypatch.setenv("GRAPH_SERVICE_FETCH_PORTS", f"80,443,{wire.port}")
        monkeypatch.setenv("GRAPH_SERVICE_FETCH_DELAY", "0")
        address = wire.url("/ships", "127.0.0.1")
        wire.answers["/ships"] = Answer(page("Ships wait"), Content_Type="text/html")
        wire.answers["/feed"] = Answer(feed(address), Content_Type="text/xml", ETag='"1"')
        refused = run("ingest", address)
        assert refused.exit_code == Exit.SOME_FAILED
        assert "not on the public internet" in " ".join(refused.stderr.split())
        assert wire.accepted == 0
        monkeypatch.setenv("GRAPH_SERVICE_FETCH_ALLOWED", "127.0.0.1")
        polls = [json.loads(run("ingest", "--feed", wire.url("/feed", "127.0.0.1"), "--json").stdout) for _ in range(2)]
        assert [(poll["created"], poll["unchanged_feeds"]) for poll in polls] == [(1, 0), (0, 1)]
        assert json.loads(run("ingest", address, "--json").stdout)["unchanged"] == 1
        [line] = run("extract", address, "--json").stdout.splitlines()
        assert json.loads(line)["article"]["url"] == address
    table = tmp_path / "wire.csv"
    table.write_text(f'body,when\n"{TEXT}",2031-03-04\n')
    arguments = ("ingest", str(table), "--column", "text=body", "--column", "date=when", "--json")
    assert json.loads(run(*arguments).stdout)["created"] == 1


def test_a_feed_is_polled_until_ctrl_c(neo4j_env: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    with site() as wire:
        monkeypatch.setenv("GRAPH_SERVICE_FETCH_ALLOWED", "127.0.0.0/8")
        monkeypatch.setenv("GRAPH_SERVICE_FETCH_PORTS", str(wire.port))
        monkeypatch.setenv("GRAPH_SERVICE_FETCH_DELAY", "0")
        wire.answers["/feed"] = Answer(feed(), Content_Type="text/xml", ETag='"1"')
        command = [COMMAND, "ingest", "--feed", wire.url("/feed", "127.0.0.1"), "--every", "0.01"]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
            said = [next(process.stderr) for _ in range(5)]
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=60)
    assert said[0].startswith("Articles: 0 created")
    assert said[1:3] == ["Again in 0.01 minutes; Ctrl-C ends it.\n", "Feeds without news: 1.\n"]
    assert process.returncode == Exit.DONE


@pytest.mark.parametrize("other", [("--job", "--feed", "https://wire.example/feed"), ("-",)])
def test_what_cannot_be_done_again_is_refused(run, other: tuple[str, ...]) -> None:
    shown = run("ingest", *other, "--every", "15", stdin="")
    assert shown.exit_code == Exit.USAGE
    assert "--every" in shown.stderr


def test_nothing_to_ingest_is_a_usage_error(run) -> None:
    shown = run("ingest")
    assert shown.exit_code == Exit.USAGE
    assert "--feed" in shown.stderr


def test_the_demo_says_who_said_what_and_where_to_look(run, neo4j_env: Connection) -> None:
    fill(neo4j_env)
    first, second = run("demo"), run("demo")
    assert first.exit_code == second.exit_code == Exit.DONE
    assert "12 created" in first.stderr
    assert "12 unchanged" in second.stderr
    assert "graph-service ask --speaker" in first.stdout
    assert neo4j_env.uri in first.stdout
    assert settings_of(neo4j_env).neo4j_password.get_secret_value() not in first.output


def test_the_demo_does_not_mix_with_other_articles_unasked(run, neo4j_env: Connection, article: Path) -> None:
    fill(neo4j_env)
    run("ingest", str(article))
    shown = run("demo")
    assert shown.exit_code == Exit.USAGE
    assert "demo --yes" in shown.stderr


# --- how much there is to do ------------------------------------------------------------------------------------------


def test_articles_are_counted_before_they_are_read(tmp_path: Path, article: Path) -> None:
    (tmp_path / "more.jsonl").write_text('{"text": "a"}\n\n{"text": "b"}\n')
    assert article_count([str(tmp_path), str(tmp_path / "none.txt")]) == 4
    assert article_count([str(article), "-"]) is None
    assert article_count([str(FOLDER)]) == 12


@pytest.mark.parametrize(("wanted", "articles", "count"), [(3, 1, 3), (None, 0, 1), (None, 15, 1)])
def test_few_articles_are_read_in_one_process(wanted: int | None, articles: int, count: int) -> None:
    assert worker_count(wanted, articles) == count
