"""Runs the comparison, or a part of it, on SageMaker: a job for the tuner of each method and seed, which
starts the jobs that train.

python launch_remote.py --experiment_tag tmlr10 --benchmark transformer_wikitext2 --n_workers 4 \
    --warm_pool 1 --scale_max_wallclock_time 1 --num_seeds 10

It is `tunewise launch` on this folder, with the same flags: see `python launch_remote.py --help`. Without
--method it runs ASHA and MOBSTER, which the published comparison comes down to.
"""

import sys
from pathlib import Path

from tunewise.cli import main

METHODS = "ASHA,MOBSTER"

if __name__ == "__main__":
    chosen = [] if any(flag.startswith("--method") for flag in sys.argv[1:]) else ["--method", METHODS]
    main(["launch", str(Path(__file__).parent), *chosen, *sys.argv[1:]])
