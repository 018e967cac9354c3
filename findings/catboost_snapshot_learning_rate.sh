#!/usr/bin/env bash
# CatBoost 1.2.10: with a snapshot of a finished training, another learning rate returns the old model.
#
# save_snapshot has no file of its own for each training: the default is one in catboost_info. A second training
# in the same folder that differs in depth, l2_leaf_reg, random_seed or loss_function is refused ("Current
# training params differ"). One that differs in the learning rate alone is accepted, trains nothing, returns the
# first model, and says that it has the new rate. There is no warning. Who tries learning rates in a loop compares
# one model with itself. Give each training its own snapshot_file.
#
# Seen:
#   first: rate 0.03, error 1.1115    second: rate 0.5, error 1.1115    0.5 without a snapshot: error 0.1806
#   depth=3: refused
#
# Exits with 0 if this is still so. The pinned versions are for Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q catboost==1.2.10 numpy==2.4.6 pandas==3.1.1

cd "$folder"
venv/bin/python - <<'PY'
import numpy as np
from catboost import CatBoostError, CatBoostRegressor

x = np.random.default_rng(0).normal(size=(500, 5))
y = x[:, 0] + x[:, 1] ** 2


def train(learning_rate, **others):
    settings = {"iterations": 20, "thread_count": 1, "verbose": False, **others}
    return CatBoostRegressor(learning_rate=learning_rate, **settings).fit(x, y)


def error(model):
    return np.sqrt(np.mean((model.predict(x) - y) ** 2))


def rate(model):
    return round(model.get_all_params()["learning_rate"], 4)


first, second, alone = train(0.03, save_snapshot=True), train(0.5, save_snapshot=True), train(0.5)
print(
    f"first: rate {rate(first)}, error {error(first):.4f}    second: rate {rate(second)}, error "
    f"{error(second):.4f}    0.5 without a snapshot: error {error(alone):.4f}"
)
assert np.array_equal(first.predict(x), second.predict(x))
assert rate(second) == 0.5
assert error(alone) < error(second) / 2
try:
    train(0.03, depth=3, save_snapshot=True)
except CatBoostError as refused:
    assert "params differ" in str(refused)
    print("depth=3: refused")
else:
    raise AssertionError("another depth was accepted")
PY
