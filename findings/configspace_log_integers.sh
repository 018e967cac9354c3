#!/usr/bin/env bash
# ConfigSpace 0.6.1 and 1.2.2: the same whole number on a log scale has different distributions.
#
# Up to 0.x the lower bound has the share of the logarithm that reaches half a number to either side of it.
# Since 1.x it has about a quarter less, and the others more. A study that moves from one version to the other
# compares random searches on different spaces, though the space is written alike, its bounds and its JSON are
# the same, and neither version warns.
#
# Seen, shares of the lower bound, the number after it and the upper bound in 50,000 draws:
#   ConfigSpace 0.6.1, 1 to 10: 0.363 0.164 0.032 (halves: 0.361)
#   ConfigSpace 0.6.1, 1 to 100: 0.209 0.097 0.002 (halves: 0.207)
#   ConfigSpace 1.2.2, 1 to 10: 0.281 0.166 0.040 (halves: 0.361)
#   ConfigSpace 1.2.2, 1 to 100: 0.151 0.088 0.002 (halves: 0.207)
#
# Exits with 0 if this is still so. The pinned versions are for Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat > "$folder/shares.py" <<'PY'
import math
import sys
from collections import Counter

from ConfigSpace import ConfigurationSpace
from ConfigSpace.hyperparameters import UniformIntegerHyperparameter

version, old = sys.argv[1], sys.argv[1].startswith("0.")
for upper in (10, 100):
    space = ConfigurationSpace(seed=1)
    number = UniformIntegerHyperparameter("x", 1, upper, log=True)
    (space.add_hyperparameter if old else space.add)(number)
    counts = Counter(int(config["x"]) for config in space.sample_configuration(50_000))
    shares = [counts[value] / 50_000 for value in (1, 2, upper)]
    halves = math.log(1.5 / 0.5) / math.log((upper + 0.5) / 0.5)
    print(f"ConfigSpace {version}, 1 to {upper}:", *(f"{share:.3f}" for share in shares), f"(halves: {halves:.3f})")
    if old:
        assert abs(shares[0] / halves - 1.0) < 0.04
    else:
        assert 0.68 < shares[0] / halves < 0.82
PY

also="more-itertools==11.2.1 pyparsing==3.3.3 scipy==1.17.1 typing_extensions==4.16.0"
for pins in "ConfigSpace==0.6.1 numpy==1.26.4" "ConfigSpace==1.2.2 numpy==2.4.6"; do
    version=${pins#*==}
    version=${version%% *}
    python3 -m venv "$folder/$version"
    # shellcheck disable=SC2086
    "$folder/$version/bin/pip" install -q --no-deps $pins $also
    "$folder/$version/bin/python" "$folder/shares.py" "$version"
done
