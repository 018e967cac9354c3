#!/usr/bin/env bash
# hydra-optuna-sweeper 1.3.0: range(1,4) tries 4 as well, which Hydra's own sweeper doesn't; its grid leaves 4 out.
#
# Hydra's grammar has range(start, stop) as Python's, without stop: its basic sweeper runs x=1, 2 and 3. The same
# override with hydra/sweeper=optuna becomes Optuna's IntUniformDistribution(1, 4), which has both ends. With the
# grid sampler of the same plugin 4 is left out again. Who indexes a list by range(0,n) gets an index that doesn't
# exist. Write choice(1,2,3).
#
# Seen:
#   basic: 1 2 3    optuna, tpe: 1 2 3 4    optuna, grid: 1 2 3
#
# Exits with 0 if this is still so. The pinned versions are for Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q hydra-core==1.3.8 omegaconf==2.3.1 hydra-optuna-sweeper==1.3.0 optuna==2.10.1 \
    SQLAlchemy==2.1.9 alembic==1.20.1 numpy==2.4.6

cd "$folder"
cat > app.py <<'PY'
import hydra


@hydra.main(version_base="1.3", config_path=None)
def main(config):
    with open("tried", "a") as file:
        print(config.x, file=file)
    return float(config.x)


if __name__ == "__main__":
    main()
PY

tried() {  # the values that a sweep tries, each once
    rm -f tried
    venv/bin/python -W ignore app.py --multirun '+x=range(1,4)' "$@" > log 2>&1 || { cat log; exit 1; }
    sort -nu tried | xargs
}

basic=$(tried)
tpe=$(tried hydra/sweeper=optuna hydra.sweeper.n_trials=20 hydra.sweeper.sampler.seed=1)
grid=$(tried hydra/sweeper=optuna hydra/sweeper/sampler=grid hydra.sweeper.n_trials=20)
echo "basic: $basic    optuna, tpe: $tpe    optuna, grid: $grid"
[ "$basic" = "1 2 3" ] && [ "$tpe" = "1 2 3 4" ] && [ "$grid" = "1 2 3" ]
