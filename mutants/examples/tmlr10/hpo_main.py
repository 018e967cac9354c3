"""Runs the comparison, or a part of it:

python hpo_main.py --experiment_tag tmlr10 --benchmark transformer_wikitext2 --method MOBSTER --n_workers 4 \
    --num_seeds 10 --scale_max_wallclock_time 1

It is `tunewise study` on this folder, with the same flags: see `python hpo_main.py --help`.
"""

import sys
from pathlib import Path

from tunewise.cli import main

if __name__ == "__main__":
    main(["study", str(Path(__file__).parent), *sys.argv[1:]])
