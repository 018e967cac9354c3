"""The SageMaker back end on the emulator: calls a minute, how soon reports are seen, what pools bring; and
Syne Tune's beside it."""

from collections.abc import Iterator
from dataclasses import replace

from benchmarks import sagemaker_side_by_side
from benchmarks.emulated import asha, emulated, lacking, polled, trains
from benchmarks.figures import Figure, Skipped, median

CROWD = (1000, 5000)  # jobs that have ended, of the experiment and of others
SETTLE = 90.0  # seconds; the first list has many pages, and the next comes late for that
WALLCLOCK = 90.0  # real seconds of an experiment with or without pools
SCALE = 10.0  # what a busy machine adds to a job's start counts so many times
WORKERS = 4
EPOCHS = 27  # of a trial at most


def measure() -> Iterator[Figure | Skipped]:
    missing = lacking()
    if missing is not None:
        yield Skipped("jobs on the emulator", f"{missing} isn't installed")
        return
    yield from _polling()
    yield from _pools()
    yield from sagemaker_side_by_side.measure()


def _polling() -> Iterator[Figure | Skipped]:
    crowd = f"with {CROWD[0]} jobs of the experiment that have ended and {CROWD[1]} of others"
    for workers in (8, 100):
        runs = workers == 8
        told = polled(workers, runs, CROWD, SETTLE)
        every = ", ".join(f"{number:.0f} to {service}" for service, number in told.calls.items())
        name = f"SageMaker calls a minute, {workers} workers"
        yield Figure(name, told.calls["sagemaker"], 15.0, "calls", remark=f"{crowd}; {every}")
        if runs:
            name, delays = f"report until it is seen, {workers} workers", told.delays
            remark = f"the median of {len(delays)}, at most {max(delays):.1f} s"
            yield Figure(name, median(delays), 3.0, "s", remark=remark)


def _pools() -> Iterator[Figure | Skipped]:
    cold, _ = _trained(keep_alive=0)
    warm, reused = _trained(keep_alive=1800)
    remark = (
        f"cold start 120 s, warm start 10 s, epochs of 6 s, {WORKERS} workers, ASHA; {warm} and {cold} epochs"
    )
    yield Figure("epochs with warm pools, to without", warm / cold, 1.5, "x", at_most=False, remark=remark)
    yield Figure("jobs after the first wave on a kept instance", 100 * reused, 95.0, "%", at_most=False)


def _trained(keep_alive: int) -> tuple[int, float]:
    """Epochs trained by ASHA, and the share of jobs after the first wave that got a kept instance."""
    script = trains(seconds=6.0 / SCALE)
    with emulated(script, time_scale=SCALE, cold_start=120.0, warm_start=10.0) as (emulator, spec, _):
        spec = replace(spec, keep_alive=keep_alive, poll_every=5.0 / SCALE)
        record = asha(spec, "promotion", EPOCHS, WORKERS, WALLCLOCK)
        warm = [job.warm for job in emulator.jobs()[WORKERS:]]
        return sum(trial.level for trial in record.state.trials), sum(warm) / max(1, len(warm))
