#!/usr/bin/env bash
# Syne Tune 0.13.0 and 0.16.0: reverseloguniform comes back from its own JSON as loguniform, and counts as equal.
#
# reverseloguniform is for numbers near 1, such as a momentum. config_space_to_json_dict writes it under the
# name of the logarithmic sampler, whose subclass it is, so that config_space_from_json_dict makes a
# loguniform of it: nine tenths of the draws of 0.9 to 0.999 are then below 0.99 in place of half of them.
# The two domains are equal by ==, so that a test of the round trip passes. So are finite ranges of other sizes:
# finrange(0, 1, 11) == finrange(0, 1, 3).
#
# Seen:
#   syne-tune 0.13.0: before: median 0.990, after: median 0.948, equal: True; ranges of 11 and 3 values equal: True
#   syne-tune 0.16.0: before: median 0.990, after: median 0.948, equal: True; ranges of 11 and 3 values equal: True
#
# Exits with 0 if this is still so. The pinned versions are for Python 3.11. Spaces need only NumPy, so the other dependencies are left out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for pins in "syne-tune==0.13.0 numpy==1.26.4" "syne-tune==0.16.0 numpy==2.4.6"; do
    version=${pins#*==}
    version=${version%% *}
    python3 -m venv "$folder/$version"
    # shellcheck disable=SC2086
    "$folder/$version/bin/pip" install -q --no-deps $pins
    "$folder/$version/bin/python" - "$version" <<'PY'
import contextlib
import io
import json
import sys

import numpy as np

with contextlib.redirect_stdout(io.StringIO()):  # a hint at what else could be installed
    from syne_tune.config_space import (
        config_space_from_json_dict,
        config_space_to_json_dict,
        finrange,
        reverseloguniform,
    )

before = {"momentum": reverseloguniform(0.9, 0.999)}
after = config_space_from_json_dict(json.loads(json.dumps(config_space_to_json_dict(before))))
medians = [
    float(np.median(space["momentum"].sample(size=100_000, random_state=np.random.RandomState(0))))
    for space in (before, after)
]
equal = before["momentum"] == after["momentum"]
ranges = finrange(0.0, 1.0, 11) == finrange(0.0, 1.0, 3)
print(f"syne-tune {sys.argv[1]}: before: median {medians[0]:.3f}, after: median {medians[1]:.3f}, equal: {equal}; ", end="")
print(f"ranges of 11 and 3 values equal: {ranges}")
assert abs(medians[0] - 0.99) < 0.001 and abs(medians[1] - 0.948) < 0.002
assert equal and ranges
PY
done
