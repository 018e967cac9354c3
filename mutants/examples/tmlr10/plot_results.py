"""Draws what the comparison found: python plot_results.py --experiment_tag tmlr10

It is `tunewise compare`, with the same flags: see `python plot_results.py --help`.
"""

import sys

from tunewise.cli import main

if __name__ == "__main__":
    main(["compare", *sys.argv[1:]])
