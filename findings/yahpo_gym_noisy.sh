#!/usr/bin/env bash
# yahpo_gym 1.0.2: BenchmarkSet(noisy=True) answers by the surrogate without noise, and says nothing.
#
# A scenario's folder may hold model_noisy.onnx beside model.onnx, and `noisy` is documented as the switch
# between them. The path of the noisy one is built and not used, so model.onnx is always opened.
# Here the two are linear models, one of which has 100 added to each target, in a folder laid out like that of
# rbv2_glmnet.
#
# Seen, after what the package asks to cite:
#   acc without noise 3.0, acc with noisy=True 3.0, acc by the noisy model itself 103.0
#
# Exits with 0 if this is still so. The pinned versions are for Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --no-deps yahpo-gym==1.0.2 ConfigSpace==0.6.1 numpy==1.26.4 pandas==2.2.3 \
    onnxruntime==1.20.1 onnx==1.16.2 coloredlogs==15.0.1 \
    flatbuffers==25.12.19 humanfriendly==10.0 more-itertools==11.2.1 mpmath==1.3.0 packaging==26.4 protobuf==7.36.2 \
    pyparsing==3.3.3 python-dateutil==4.0.0 pytz==2026.6 PyYAML==6.0.4 scipy==1.17.1 sympy==1.14.0 \
    typing_extensions==4.16.0 tzdata==2026.6

mkdir -p "$folder/data/rbv2_glmnet"
echo "data_path: $folder/data" > "$folder/settings.yaml"
YAHPO_LOCAL_CONFIG="$folder/settings.yaml" "$folder/venv/bin/python" - "$folder/data/rbv2_glmnet" <<'PY'
import json
import sys
from pathlib import Path

import ConfigSpace as CS
import numpy as np
import onnx
import onnxruntime
from ConfigSpace.read_and_write import json as configspace_json
from onnx import TensorProto, helper, numpy_helper
from yahpo_gym import benchmark_set

folder = Path(sys.argv[1])
space = CS.ConfigurationSpace(seed=0)
space.add_hyperparameters(
    [
        CS.UniformFloatHyperparameter("alpha", 0.0, 1.0),
        CS.UniformFloatHyperparameter("s", 0.001, 1000.0, log=True),
        CS.UniformFloatHyperparameter("trainsize", 0.03, 1.0),
        CS.UniformIntegerHyperparameter("repl", 1, 10),
        CS.CategoricalHyperparameter("task_id", ["3", "15"]),
        CS.CategoricalHyperparameter("num.impute.selected.cpo", ["impute.mean", "impute.hist"]),
    ]
)
(folder / "config_space.json").write_text(configspace_json.write(space))
codes = {"task_id": ["3", "15"], "num.impute.selected.cpo": ["impute.mean", "impute.hist"]}
encoding = {name: {"#na#": 0, **{value: code + 1 for code, value in enumerate(values)}} for name, values in codes.items()}
(folder / "encoding.json").write_text(json.dumps(encoding))
for name, added in (("model.onnx", 0.0), ("model_noisy.onnx", 100.0)):
    arrays = {"weights": np.ones((4, 9), np.float32), "added": np.full(9, added, np.float32)}
    graph = helper.make_graph(
        [
            helper.make_node("MatMul", ["x_cont", "weights"], ["sum"]),
            helper.make_node("Cast", ["x_cat"], ["codes"], to=TensorProto.FLOAT),
            helper.make_node("ReduceSum", ["codes"], ["code"], keepdims=1),
            helper.make_node("Sub", ["code", "code"], ["zero"]),
            helper.make_node("Add", ["sum", "zero"], ["same"]),
            helper.make_node("Add", ["same", "added"], ["output"]),
        ],
        "linear",
        [
            helper.make_tensor_value_info("x_cat", TensorProto.INT32, [None, 2]),
            helper.make_tensor_value_info("x_cont", TensorProto.FLOAT, [None, 4]),
        ],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [None, 9])],
        [numpy_helper.from_array(array, which) for which, array in arrays.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    onnx.save(model, str(folder / name))

config = {
    "alpha": 0.25,
    "s": 1.0,
    "trainsize": 0.75,
    "repl": 1,
    "task_id": "3",
    "num.impute.selected.cpo": "impute.mean",
}
answers = []
for noisy in (False, True):
    benchmark = benchmark_set.BenchmarkSet("rbv2_glmnet", instance="3", noisy=noisy)
    answers.append(float(benchmark.objective_function(config)[0]["acc"]))
numbers = np.array([[config[name] for name in ("alpha", "s", "trainsize", "repl")]], np.float32)
session = onnxruntime.InferenceSession(str(folder / "model_noisy.onnx"), providers=["CPUExecutionProvider"])
(itself,) = session.run(["output"], {"x_cat": np.array([[1, 1]], np.int32), "x_cont": numbers})
print(f"acc without noise {answers[0]}, acc with noisy=True {answers[1]}, acc by the noisy model itself {itself[0, 0]}")
assert answers[0] == answers[1] == 3.0 and itself[0, 0] == 103.0
PY
