#!/usr/bin/env bash
# SciPy 1.17.1: importing scipy.special imports NumPy's test tools, unittest and the compiler wrapper f2py.
#
# NumPy 2 loads f2py, testing, ma, polynomial and others only when they are asked for, so that `import numpy` is
# quick. scipy.special, linalg and optimize import scipy._lib.array_api_compat.numpy, which executes `from numpy
# import *` and then asks for each name of dir(numpy). Both name these modules, so all of them are loaded for whoever
# needs one function of the normal distribution. A program that starts often pays for it each time. Without these
# names in numpy.__all__ and dir(numpy), the same import works and loads none of them.
#
# Seen:
#   import numpy: nothing of it
#   import scipy.special: f2py, testing, unittest, ma, polynomial, in 0.16 CPU s on a busy machine
#   the same without their names: nothing of it, in 0.11 CPU s; ndtr(0) is 0.5 either way
#
# Exits with 0 if this is still so. The pinned versions are for Python 3.11.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q scipy==1.17.1 numpy==2.4.6

cd "$folder"
cat >seen.py <<'PY'
import sys
import time

import numpy

TOOLS = {"f2py": "numpy.f2py", "testing": "numpy.testing", "unittest": "unittest", "ma": "numpy.ma",
         "polynomial": "numpy.polynomial"}


def loaded():
    return [name for name, module in TOOLS.items() if module in sys.modules]


before = loaded()
if sys.argv[1] == "short":
    names = [name for name in dir(numpy) if name not in TOOLS]
    numpy.__dir__ = lambda: names
    numpy.__all__ = [name for name in numpy.__all__ if name not in TOOLS]
begun = time.process_time()
from scipy.special import ndtr

seconds = time.process_time() - begun
print(f"{sys.argv[1]}: numpy loads {before}, scipy.special {loaded()} in {seconds:.3f} CPU s; ndtr(0) is {ndtr(0.0)}")
assert not before
assert loaded() == ([] if sys.argv[1] == "short" else list(TOOLS))
assert ndtr(0.0) == 0.5
PY
for _ in 1 2 3; do
    for how in plain short; do venv/bin/python seen.py "$how"; done
done
