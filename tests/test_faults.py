"""A small round of the fault trials; ``benchmarks/faults.py`` runs the long one."""

from benchmarks.faults import Plan, faults


def test_nothing_is_lost_half_or_twice_after_kills() -> None:
    with faults(Plan(kills=1, server_kills=1, processes=2, rounds=2, editions=1)) as work:
        trials = list(work.run())
    assert [trial.what.split(",")[0] for trial in trials] == ["2 at once"] * 2 + ["ingest killed", "Neo4j killed"]
    assert [trial for trial in trials if not trial.good] == []
