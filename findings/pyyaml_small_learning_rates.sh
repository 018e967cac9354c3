#!/usr/bin/env bash
# PyYAML 6.0.3: a learning rate of 1e-05 that Python wrote as JSON is read as text; 0.0001 is a number.
#
# YAML is meant to take JSON as it is, so training scripts read files of hyperparameters, JSON or YAML, with
# yaml.safe_load. Python writes floats below 1e-4 as 1e-05, without a point, which PyYAML's rules for numbers
# (those of YAML 1.1) don't know. Of choice([1e-5, 1.5e-5, 1e-4]) one value comes as text and the others as
# numbers, so that only some trials fail. OmegaConf, on the same PyYAML, and ruamel.yaml read the number.
#
# Seen:
#   PyYAML 6.0.3: 0.0001 -> float, 1e-05 -> str, 1.5e-05 -> float, 1e+16 -> str
#   OmegaConf 2.3.0: 0.0001 -> float, 1e-05 -> float, 1.5e-05 -> float, 1e+16 -> float
#   ruamel.yaml 0.19.1: 0.0001 -> float, 1e-05 -> float, 1.5e-05 -> float, 1e+16 -> float
#
# Exits with 0 if this is still so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q PyYAML==6.0.3 omegaconf==2.3.0 ruamel.yaml==0.19.1

"$folder/venv/bin/python" - <<'PY'
import json

import yaml
from omegaconf import OmegaConf
from ruamel.yaml import YAML

assert json.dumps(0.00001) == "1e-05"
texts = [json.dumps(0.0001), json.dumps(0.00001), json.dumps(1.5e-5), json.dumps(1e16)]
readers = {
    "PyYAML 6.0.3": lambda text: yaml.safe_load(text)["lr"],
    "OmegaConf 2.3.0": lambda text: OmegaConf.create(text)["lr"],
    "ruamel.yaml 0.19.1": lambda text: YAML(typ="safe", pure=True).load(text)["lr"],
}
for name, read in readers.items():
    kinds = [type(read(f'{{"lr": {text}}}')).__name__ for text in texts]
    print(f"{name}:", ", ".join(f"{text} -> {kind}" for text, kind in zip(texts, kinds, strict=True)))
    expected = ["float", "str", "float", "str"] if name.startswith("PyYAML") else ["float"] * 4
    assert kinds == expected
PY
