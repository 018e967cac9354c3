#!/usr/bin/env bash
# Syne Tune 0.13.0 and 0.16.0: quantised whole numbers are drawn from beyond their bounds.
#
# qrandint(1, 10, 4) rounds to multiples of 4 without looking at the bounds, so that a fifth of the draws is 0,
# and qrandint(5, 20, 3) gives 21. The documentation of both has the bounds included, and the domain itself says
# that such a value isn't valid. (For real numbers, bounds that aren't multiples are refused: quniform.) Drawn
# one at a time they are int, drawn several at a time float, also where the domain's type is int.
#
# Seen:
#   syne-tune 0.13.0: qrandint(1, 10, 4): [0, 4, 8], not valid: [0]
#   syne-tune 0.13.0: qrandint(5, 20, 3): [6, 9, 12, 15, 18, 21], not valid: [21]
#   syne-tune 0.16.0: qrandint(1, 10, 4): [0, 4, 8], not valid: [0]
#   syne-tune 0.16.0: qrandint(5, 20, 3): [6, 9, 12, 15, 18, 21], not valid: [21]
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
import sys

import numpy as np

with contextlib.redirect_stdout(io.StringIO()):  # a hint at what else could be installed
    from syne_tune.config_space import qrandint

for (lower, upper, step), expected, outside in (
    ((1, 10, 4), {0, 4, 8}, {0}),
    ((5, 20, 3), {6, 9, 12, 15, 18, 21}, {21}),
):
    domain, state = qrandint(lower, upper, step), np.random.RandomState(0)
    one_by_one = [domain.sample(random_state=state) for _ in range(2_000)]
    together = domain.sample(size=2_000, random_state=state)
    drawn = set(one_by_one)
    print(f"syne-tune {sys.argv[1]}: qrandint({lower}, {upper}, {step}): {sorted(drawn)}, ", end="")
    print(f"not valid: {sorted(value for value in drawn if not domain.is_valid(value))}")
    assert drawn == set(together) == expected
    assert {value for value in drawn if not domain.is_valid(value)} == outside
    assert type(one_by_one[0]) is int and isinstance(together[0], float) and domain.value_type is int
PY
done
