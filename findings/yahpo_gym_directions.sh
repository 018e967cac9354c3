#!/usr/bin/env bash
# yahpo_gym 1.0.2: y_minimize has the wrong direction for some targets.
#
# A scenario's configuration says for each target whether it is to be minimised. In the seven rbv2 scenarios
# this says so of f1, the harmonic mean of precision and recall, which in the five iaml scenarios of the same
# package is to be maximised, and acc, bac and auc beside it are, too. taskset, a module that has to be
# imported, has six directions for four targets, all of which are losses: valid1 and test, the second and the
# fourth, are to be maximised. A search that uses these directions looks for the worst.
#
# Seen:
#   f1 is minimised in rbv2_aknn, rbv2_glmnet, rbv2_ranger, rbv2_rpart, rbv2_super, rbv2_svm, rbv2_xgboost
#   f1 is maximised in iaml_glmnet, iaml_ranger, iaml_rpart, iaml_super, iaml_xgboost
#   taskset: 4 targets (train, valid1, valid2, test), 6 directions (min, max, min, max, min, max)
#
# Exits with 0 if this is still so. The pinned versions are for Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-deps yahpo-gym==1.0.2 ConfigSpace==0.6.1 numpy==1.26.4 pandas==2.2.3 \
    onnxruntime==1.20.1 coloredlogs==15.0.1 \
    flatbuffers==25.12.19 humanfriendly==10.0 more-itertools==11.2.1 mpmath==1.3.0 packaging==26.4 protobuf==7.36.2 \
    pyparsing==3.3.3 python-dateutil==4.0.0 pytz==2026.6 PyYAML==6.0.4 scipy==1.17.1 sympy==1.14.0 \
    typing_extensions==4.16.0 tzdata==2026.6
mkdir "$folder/data"
echo "data_path: $folder/data" > "$folder/settings.yaml"
YAHPO_LOCAL_CONFIG="$folder/settings.yaml" "$folder/venv/bin/python" - <<'PY'
import yahpo_gym.benchmarks.taskset  # not among those that are listed by default
from yahpo_gym.configuration import cfg
from yahpo_gym import list_scenarios

turned = {True: [], False: []}
for name in sorted(list_scenarios()):
    config = cfg(name).config
    directions = dict(zip(config["y_names"], config["y_minimize"]))
    if "f1" in directions:
        turned[directions["f1"]].append(name)
print("f1 is minimised in", ", ".join(turned[True]))
print("f1 is maximised in", ", ".join(turned[False]))
taskset = cfg("taskset").config
shown = ", ".join("min" if minimised else "max" for minimised in taskset["y_minimize"])
print(f"taskset: {len(taskset['y_names'])} targets ({', '.join(taskset['y_names'])}), ", end="")
print(f"{len(taskset['y_minimize'])} directions ({shown})")
assert len(turned[True]) == 7 and all(name.startswith("rbv2_") for name in turned[True])
assert len(turned[False]) == 5 and all(name.startswith("iaml_") for name in turned[False])
assert len(taskset["y_names"]) == 4 and taskset["y_minimize"] == [True, False] * 3
PY
