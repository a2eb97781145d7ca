"""A small round of the fault trials; ``benchmarks/faults.py`` and ``faults_jobs.py`` run the long ones."""

from benchmarks.faults import Plan, faults
from benchmarks.faults_jobs import JobPlan, job_faults


def test_nothing_is_lost_half_or_twice_after_kills() -> None:
    with faults(Plan(kills=1, server_kills=1, processes=2, rounds=2, editions=1)) as work:
        trials = list(work.run())
    assert [trial.what.split(",")[0] for trial in trials] == ["2 at once"] * 2 + ["ingest killed", "Neo4j killed"]
    assert [trial for trial in trials if not trial.good] == []


def test_jobs_are_done_once_whatever_is_killed() -> None:
    with job_faults(JobPlan(kills=10, articles=36, batch=6)) as work:
        trial = work.run()
    assert [kill.what for kill in work.kills] == [*["API", "worker", "Neo4j"] * 3, "API"]
    assert trial.acknowledged == 6
    assert trial.good, trial
