"""Measurements: `make bench`. Each figure stands beside its target, as a ratio from one run.

Everything is measured on one thread: import this package before NumPy.
"""

import os

for _threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")  # NumPy reads it when it is first imported
