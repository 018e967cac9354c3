"""Whole runs of other libraries on our benchmarks:

    python -m benchmarks.peers --peers optuna_gp,dehb --tables lcbench,taskset --seeds 2

runs what isn't in benchmarks/recorded/peers.jsonl yet, one run at a time, in such an order that what is there
is balanced at any time, and appends it. All peers and the three recorded families if left out. A peer's
environment is made when it is first needed. --seconds: of CPU to spend on deciding, then it ends.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

from benchmarks import catalogue, records
from benchmarks.peers.asking import Peer
from benchmarks.peers.catalogue import PEERS, STORE
from benchmarks.peers.environments import SCRIPTS, PeerMissing, python_of
from benchmarks.records import Record, Setting
from benchmarks.simulation import BUDGET

FAMILIES = "lcbench,taskset,rbv2_xgboost"


def main() -> int:
    options = _parser().parse_args()
    names = catalogue.expand(options.tables.split(","))
    have = {record.key for record in records.load(options.store)}
    wanted = [
        (peer, setting)
        for seed in range(options.first_seed, options.seeds)
        for name in _in_turn(names)
        for setting in [Setting(name, seed, options.workers, options.delay, options.noise, options.budget)]
        for peer in options.peers.split(",")
        if (PEERS[peer].identity, setting) not in have
    ]
    spent = failures = 0.0
    for record in _run(wanted):
        failures += record is None
        if record is not None:
            records.append(options.store, record)
            spent += record.cpu_seconds
            if spent > options.seconds:
                break
    return 1 if failures else 0


def _in_turn(names: list[str]) -> list[str]:
    """The families by turns."""
    families: dict[str, list[str]] = {}
    for name in names:
        families.setdefault(catalogue.family(name), []).append(name)
    return [name for some in zip_longest(*families.values()) for name in some if name is not None]


def _run(wanted: list[tuple[str, Setting]]) -> Iterator[Record | None]:
    """The runs as they end; None for one that failed. Each peer's process is kept for its next run."""
    open_ones: dict[str, Peer] = {}
    for number, (name, setting) in enumerate(wanted, start=1):
        peer, begun = PEERS[name], time.perf_counter()
        try:
            if name not in open_ones:
                open_ones[name] = Peer(python_of(peer.environment), SCRIPTS / peer.script, peer.arguments)
            result = open_ones[name].run(catalogue.benchmark(setting.benchmark), setting)
        except PeerMissing as error:
            print(f"{name} on {setting} failed: {error}", file=sys.stderr, flush=True)
            if name in open_ones:
                open_ones.pop(name).close()
            yield None
            continue
        record = Record.of(name, peer.identity, setting, result)
        print(
            f"{number}/{len(wanted)}  {name:<22} {setting.benchmark:<24} seed {setting.seed}  "
            f"{record.starts} starts, {record.resumes} resumes, {record.full} full, {record.marks[-1]:.4g}, "
            f"{record.cpu_seconds:.1f} CPU s deciding, {time.perf_counter() - begun:.1f} s",
            flush=True,
        )
        yield record
    for process in open_ones.values():
        process.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--tables", default=FAMILIES)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=2, help="up to which, it itself left out")
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--delay", type=float, default=0.0, help="in mean epochs")
    parser.add_argument("--noise", type=float, default=0.0)
    parser.add_argument("--budget", type=float, default=BUDGET, help="in mean full trainings")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--store", type=Path, default=STORE)
    return parser


if __name__ == "__main__":
    sys.exit(main())
