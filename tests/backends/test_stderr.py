"""What libraries, launchers and shells write where memory is lacking, and what only looks like it."""

# ruff: noqa: E501, W291 - the texts are as they are written

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tunewise.backends.diagnosis import (
    OUT_OF_MEMORY,
    SHOWN_LINES,
    EndRecord,
    diagnose,
    find_line,
    shown_tail,
)
from tunewise.trial import FailureKind
from tunewise.worker.files import TAIL_BYTES, read_tail

if TYPE_CHECKING:
    from pathlib import Path

TRACE = 'Traceback (most recent call last):\n  File "train.py", line 9, in <module>\n    train(1)\n'
"""How a traceback begins."""

BOX = (
    f"╭{'─' * 20} Traceback (most recent call last) {'─' * 20}╮\n"
    + "│ /usr/local/bin/accelerate:8 in <module>                                  │\n"
    + "│   4 from accelerate.commands.accelerate_cli import main                  │\n" * 30
    + f"╰{'─' * 75}╯\n"
)
"""How one begins that Rich writes, as accelerate has it."""

RAN_OUT: dict[str, str] = {
    # CPU: Python and what its own messages pass on
    "Python": "MemoryError",
    "NumPy, _ArrayMemoryError": "numpy._core._exceptions._ArrayMemoryError: Unable to allocate 8.00 PiB for an "
    "array with shape (1125899906842624,) and data type float64",
    "PyArrow, ArrowMemoryError": "pyarrow.lib.ArrowMemoryError: malloc of size 8000000000 failed",
    "the C library, fork": "OSError: [Errno 12] Cannot allocate memory",
    "the C++ library": "terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc",
    "Rust's standard library, Polars": "memory allocation of 34359738368 bytes failed",
    "PyTorch, c10/core/impl/alloc_cpu.cpp": "RuntimeError: [enforce fail at alloc_cpu.cpp:117] err == 0. "
    "DefaultCPUAllocator: can't allocate memory: you tried to allocate 80000000000 bytes. Error code 12 "
    "(Cannot allocate memory)",
    # GPU: PyTorch and what it calls
    "PyTorch, CUDACachingAllocator.cpp": "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 "
    "MiB. GPU 0 has a total capacity of 79.15 GiB of which 14.25 MiB is free.",
    "PyTorch before 2.5": "torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB",
    "PyTorch, CUDAException.cpp": "RuntimeError: CUDA error: out of memory\nCUDA kernel errors might be "
    "asynchronously reported at some other API call",
    "PyTorch on ROCm": "torch.OutOfMemoryError: HIP out of memory. Tried to allocate 2.00 GiB.",
    "PyTorch on Apple, MPSAllocator.mm": "RuntimeError: MPS backend out of memory (MPS allocated: 20.48 GiB, other "
    "allocations: 146.27 GiB, max allowed: 163.20 GiB). Tried to allocate 1.00 GiB on private pool.",
    "PyTorch on Intel GPUs": "torch.OutOfMemoryError: XPU out of memory. Tried to allocate 64.00 GiB.",
    "cuBLAS by PyTorch": "RuntimeError: CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
    "cuDNN by PyTorch": "RuntimeError: cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
    "cuDNN 9": "RuntimeError: cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
    "cuFFT": "RuntimeError: cuFFT error: CUFFT_ALLOC_FAILED",
    "cuSOLVER": "RuntimeError: cusolver error: CUSOLVER_STATUS_ALLOC_FAILED, when calling `cusolverDnCreate(handle)`",
    "NCCL by PyTorch": "torch.distributed.DistBackendError: NCCL error in: ProcessGroupNCCL.cpp:1331, unhandled cuda "
    "error\nncclUnhandledCudaError: Call to CUDA function failed.\nLast error:\nCuda failure 'out of memory'",
    # TensorFlow
    "TensorFlow, op_kernel.cc": "tensorflow.python.framework.errors_impl.ResourceExhaustedError: OOM when allocating "
    "tensor with shape[32,1024,64,64] and type float on /job:localhost/replica:0/task:0/device:GPU:0 by allocator "
    "GPU_0_bfc\n\t [[node model_10/FusedBatchNormV3]]\nHint: If you want to see a list of allocated tensors when OOM "
    "happens, add report_tensor_allocations_upon_oom to RunOptions.",
    "TensorFlow, eager": "tensorflow.python.framework.errors_impl.ResourceExhaustedError: {{function_node "
    "__wrapped__Mul_device_/job:localhost/replica:0/task:0/device:GPU:0}} failed to allocate memory [Op:Mul]",
    "Keras, a message with an empty line": "tensorflow.python.framework.errors_impl.ResourceExhaustedError: Exception "
    "encountered when calling RandomContrast.call().\n\n{{function_node __wrapped__Maximum_device_/job:localhost/"
    "replica:0/task:0/device:GPU:0}} failed to allocate memory [Op:Maximum] name: \n\nArguments received by "
    "RandomContrast.call():\n  - training=True",
    "TensorFlow, gpu_util.cc": "tensorflow.python.framework.errors_impl.InternalError: Failed copying input tensor from "
    "CPU:0 to GPU:0 in order to run _EagerConst: Dst tensor is not initialized.",
    # JAX, XLA
    "XLA, bfc_allocator.cc": "jaxlib.xla_extension.XlaRuntimeError: RESOURCE_EXHAUSTED: Out of memory while trying to "
    "allocate 17179869184 bytes.",
    "XLA, GPU": "jaxlib.xla_extension.XlaRuntimeError: RESOURCE_EXHAUSTED: Failed to allocate request for 105.47MiB "
    "(110592000B) on device ordinal 0",
    "XLA, CPU": "jaxlib.xla_extension.XlaRuntimeError: RESOURCE_EXHAUSTED: Out of memory allocating 34359738368 bytes.",
    "XLA, TPU compiler": "jax.errors.JaxRuntimeError: RESOURCE_EXHAUSTED: XLA:TPU compile permanent error. Ran out of "
    "memory in memory space hbm. Used 31.28G of 31.25G hbm. Exceeded hbm capacity by 33.24M.\n\nTotal hbm usage >= "
    "31.53G:\n    reserved        258.00M",
    # others on GPUs
    "CuPy": "cupy.cuda.memory.OutOfMemoryError: Out of memory allocating 800,000,000,000 bytes (allocated so far: 0 "
    "bytes).",
    "CuPy, runtime": "cupy_backends.cuda.api.runtime.CUDARuntimeError: cudaErrorMemoryAllocation: out of memory",
    "Numba": "numba.cuda.cudadrv.driver.CudaAPIError: [2] Call to cuMemAlloc results in CUDA_ERROR_OUT_OF_MEMORY",
    "RMM, by cuDF": "MemoryError: std::bad_alloc: out_of_memory: CUDA error (failed to allocate 33295450768 bytes) at: "
    "/include/rmm/mr/device/cuda_memory_resource.hpp:62: cudaErrorMemoryAllocation out of memory",
    "RMM, uncaught": "terminate called after throwing an instance of 'rmm::out_of_memory'",
    "XGBoost, device_vector.cu": "xgboost.core.XGBoostError: [12:31:01] /workspace/src/common/device_vector.cu:23: Memory "
    "allocation error on worker 0: std::bad_alloc: cudaErrorMemoryAllocation: out of memory\n- Free memory: 12.3MB\n"
    "- Requested memory: 2.1GB\n\nStack trace:\n  [bt] (0) /lib/libxgboost.so(+0x2f1) [0x7f]",
    "LightGBM, CUDA": "lightgbm.basic.LightGBMError: [CUDA] out of memory (cuda_tree.cpp line 124)",
    "LightGBM, OpenCL": "lightgbm.basic.LightGBMError: MEM_OBJECT_ALLOCATION_FAILURE",
    "LightGBM, CPU": "lightgbm.basic.LightGBMError: std::bad_alloc",
    "CatBoost": "_catboost.CatBoostError: catboost/cuda/cuda_lib/cuda_base.h:281: CUDA error 2: out of memory",
    "Slurm": "slurmstepd: error: Detected 1 oom_kill event in StepId=45791123.batch. Some of the step tasks have been OOM "
    "Killed.",
}
"""The error's text by who writes it: from sources, documentation and public logs."""


def failed(exit_code: int = 1, killed_by: int | None = None, oom_killed: bool = False) -> EndRecord:
    return EndRecord(None if killed_by else exit_code, killed_by, 1.0, 0.0, 1.0, False, oom_killed)


def kind(stderr: str) -> FailureKind | None:
    return diagnose(failed(), False, stderr).failure


@pytest.mark.parametrize("text", RAN_OUT.values(), ids=RAN_OUT)
def test_out_of_memory_messages_of_libraries(text: str) -> None:
    assert kind(f"{TRACE}{text}\n") is FailureKind.CONFIGURATION
    assert kind(f"epoch 3\n{text}\n") is FailureKind.CONFIGURATION  # printed by a script that caught it
    assert (
        kind(f"{TRACE}{text}\n\n{CHAINED}\n\n{TRACE}RuntimeError: training failed\n")
        is FailureKind.CONFIGURATION
    )


CHAINED = "The above exception was the direct cause of the following exception:"
HANDLING = "During handling of the above exception, another exception occurred:"

NOT_MEMORY: dict[str, str] = {
    "another error": f"{TRACE}ValueError: x",
    "got over, then another error": "step 3: caught CUDA out of memory, retrying with half\n"
    + TRACE
    + "ValueError: x",
    "logged with its traceback, then another error": f"ERROR:root:retrying\n{TRACE}torch.OutOfMemoryError: CUDA out of "
    f"memory. Tried to allocate 2 MiB\nstep 4\nstep 5\n{TRACE}ValueError: x",
    "logged with its traceback, and hours of training behind it": f"ERROR:root:retrying\n{TRACE}MemoryError\n"
    + "".join(f"step {step}\n" for step in range(200))
    + "error: no such data set",
    "lines of code that name it": 'Traceback (most recent call last):\n  File "train.py", line 9, in train\n'
    "    except torch.OutOfMemoryError:\n           ^^^^^^\nAttributeError: module 'torch' has no attribute 'x'",
    "advice": f"{TRACE}ValueError: choose a smaller batch, or you will run out of memory",
    "TensorFlow grows its pool": "W bfc_allocator.cc:296] Allocator (GPU_0_bfc) ran out of memory trying to allocate "
    "2.20GiB with freed_by_count=0. The caller indicates that this is not a failure, but this may mean that there "
    f"could be performance gains if more memory were available.\n{TRACE}ValueError: x",
    "got over, then another error, by Rich": f"caught CUDA out of memory\n{BOX}ValueError: x",
    "gRPC": f"{TRACE}grpc._channel._InactiveRpcError: RESOURCE_EXHAUSTED: Received message larger than max (5 vs. 4)",
    "a name like it": f"{TRACE}AttributeError: HuhMemoryErrorHandlerMissing",
}


@pytest.mark.parametrize("text", NOT_MEMORY.values(), ids=NOT_MEMORY)
def test_similar_messages_are_errors_of_the_script(text: str) -> None:
    assert kind(text) is FailureKind.ERROR


# ---- where it stands -------------------------------------------------------------------------------------

RULE = "=" * 60
TORCHRUN = f"""E1129 torch/distributed/elastic/multiprocessing/api.py:1002] failed (exitcode: 1) local_rank: 0 (pid: 7) of
Traceback (most recent call last):
  File "torch/distributed/launcher/api.py", line 383, in launch_agent
    raise ChildFailedError(
torch.distributed.elastic.multiprocessing.errors.ChildFailedError: 
{RULE}
train.py FAILED
------------------------------------------------------------
Failures:
[1]:
  time      : 2026-11-29_16:59:40
  host      : localhost
  rank      : 1 (local_rank: 1)
  exitcode  : 1 (pid: 8) 
  error_file: <N/A>
  traceback : To enable traceback see: https://pytorch.org/docs/stable/elastic/errors.html
------------------------------------------------------------
Root Cause (first observed failure):
[0]:
  time      : 2026-11-29_16:59:40
  host      : localhost
  rank      : 0 (local_rank: 0)
  exitcode  : 1 (pid: 7) 
  error_file: <N/A>
  traceback : To enable traceback see: https://pytorch.org/docs/stable/elastic/errors.html
{RULE}
"""
RANK_1 = "".join(
    f"[rank1]: {line}\n" for line in f"{TRACE}torch.OutOfMemoryError: CUDA out of memory.".splitlines()
)
RANK_0 = "".join(
    f"[rank0]: {line}\n" for line in f"{TRACE}RuntimeError: Connection closed by peer".splitlines()
)

BURIED: dict[str, str] = {
    "torchrun": f"{TRACE}torch.OutOfMemoryError: CUDA out of memory.\n{TORCHRUN}",
    "torchrun, of one rank": RANK_1 + RANK_0 + TORCHRUN,
    "torchrun, ranks line by line": "".join(
        f"{one}\n{other}\n" for one, other in zip(RANK_1.splitlines(), RANK_0.splitlines(), strict=True)
    )
    + TORCHRUN,
    "accelerate": f"{TRACE}torch.OutOfMemoryError: CUDA out of memory.\n{TRACE}subprocess.CalledProcessError: Command "
    "'['/usr/bin/python', 'train.py']' returned non-zero exit status 1.",
    "accelerate, by Rich": f"{BOX}OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 14.76 GiB\n"
    f"total capacity)\n{BOX}CalledProcessError: Command '['/usr/bin/python3', 'train.py']' returned non-zero exit \n"
    "status 1.",
    "torch.multiprocessing": f"{TRACE}torch.multiprocessing.spawn.ProcessRaisedException: \n\n-- Process 0 terminated with "
    f"the following error:\n{TRACE}torch.OutOfMemoryError: CUDA out of memory.\n\n",
    "a pool's worker": f'multiprocessing.pool.RemoteTraceback: \n"""\n{TRACE}MemoryError\n"""\n\n{CHAINED}\n\n{TRACE}'
    "RuntimeError: the loader failed",
    "PyTorch's loader": f"{TRACE}RuntimeError: Caught RuntimeError in DataLoader worker process 0.\nOriginal {TRACE}"
    "RuntimeError: [enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't allocate memory",
    "a handler that fails itself": f"{TRACE}MemoryError\n\n{HANDLING}\n\n{TRACE}KeyError: 'run'",
    "a group of exceptions": '  + Exception Group Traceback (most recent call last):\n  |   File "train.py", line 3\n'
    "  | ExceptionGroup: 2 (2 sub-exceptions)\n  +-+---------------- 1 ----------------\n    | Traceback (most recent "
    'call last):\n    |   File "train.py", line 2\n    | MemoryError\n    +------------------------------------',
    "a tracker's summary": f"{TRACE}MemoryError\n" + "".join(f"wandb: line {line}\n" for line in range(60)),
}


@pytest.mark.parametrize("text", BURIED.values(), ids=BURIED)
def test_out_of_memory_is_found_under_the_output_of_launchers_and_pools(text: str) -> None:
    outcome = diagnose(failed(), False, text)
    assert outcome.failure is FailureKind.CONFIGURATION
    first, _, rest = outcome.detail.partition("\n")
    line = find_line(OUT_OF_MEMORY, text)
    assert not line.startswith("["), "without the rank"
    assert first == "out of memory: exit code 1" + ("" if text.rstrip().endswith(line) else f": {line}")
    assert rest == shown_tail(text)
    assert len(rest.splitlines()) <= SHOWN_LINES


def test_under_a_launcher_other_errors_stay_errors_of_the_script() -> None:
    assert kind(f"{TRACE}ValueError: x\n{TORCHRUN}") is FailureKind.ERROR


def test_the_whole_tail_is_searched(tmp_path: Path) -> None:
    path = tmp_path / "stderr"
    error = f"{TRACE}MemoryError\n"
    for filler, expected in (
        (TAIL_BYTES - 2000, FailureKind.CONFIGURATION),
        (2 * TAIL_BYTES, FailureKind.ERROR),
    ):
        wide = "x" * ((filler - len(TORCHRUN)) // 80) + "\n"
        path.write_text(f"{'begin' * 50_000}\n{error}{wide * 79}{TORCHRUN}")
        assert kind(read_tail(path)) is expected
    assert len(read_tail(path)) == TAIL_BYTES


# ---- children that the kernel killed ---------------------------------------------------------------------

KILLED: dict[str, str] = {
    "PyTorch's loader": f"{TRACE}RuntimeError: DataLoader worker (pid 7) is killed by signal: Killed. ",
    "torchrun": TORCHRUN.replace("exitcode  : 1 (pid: 7)", "exitcode  : -9 (pid: 7)"),
    "torchrun before 2.3": TORCHRUN.replace(
        "To enable traceback see: https://pytorch.org/docs/stable/elastic/errors.html\n=",
        "Signal 9 (SIGKILL) received by PID 7\n=",
    ),
    "torch.multiprocessing": f"{TRACE}torch.multiprocessing.spawn.ProcessExitedException: process 0 terminated with "
    "signal SIGKILL",
    "accelerate": f"{TRACE}subprocess.CalledProcessError: Command '['/usr/bin/python', 'train.py']' died with "
    "<Signals.SIGKILL: 9>.",
    "a shell under accelerate": f"{TRACE}subprocess.CalledProcessError: Command '['sh', 'train.sh']' returned non-zero "
    "exit status 137.",
    "DeepSpeed": "[2026-01-01 10:00:00,000] [INFO] [launch.py:335:sigkill_handler] Killing subprocess 7\n[2026-01-01 "
    "10:00:01,000] [ERROR] [launch.py:341:sigkill_handler] ['python', 'train.py'] exits with return code = -9",
    "joblib": f"{TRACE}joblib.externals.loky.process_executor.TerminatedWorkerError: A worker process managed by the "
    "executor was unexpectedly terminated. This could be caused by a segmentation fault while calling the function or "
    "by an excessive memory usage causing the Operating System to kill the worker.\n\nThe exit codes of the workers are "
    "{SIGKILL(-9)}",
    "concurrent.futures": f"{TRACE}concurrent.futures.process.BrokenProcessPool: A process in the process pool was "
    "terminated abruptly while the future was running or pending.",
    "datasets": f"{TRACE}RuntimeError: One of the subprocesses has abruptly died during map operation.To debug the "
    "error, disable multiprocessing.",
    "Open MPI": "----------\nmpirun noticed that process rank 3 with PID 7 on node n342 exited on signal 9 (Killed).\n"
    "----------",
    "MPICH": "=   BAD TERMINATION OF ONE OF YOUR APPLICATION PROCESSES\n=   PID 7 RUNNING AT n342\n=   EXIT CODE: 9\n"
    "YOUR APPLICATION TERMINATED WITH THE EXIT STRING: Killed (signal 9)",
    "Intel MPI": "=   RANK 0 PID 7 RUNNING AT n342\n=   KILLED BY SIGNAL: 9 (Killed)",
    "bash": "train.sh: line 3: 12345 Killed                  python train.py",
    "a shell's own line": "Killed",
    "srun": "srun: error: n342: task 0: Killed",
}
"""How parents that live on tell of it."""


@pytest.mark.parametrize("text", KILLED.values(), ids=KILLED)
def test_a_killed_child_ran_out_of_memory_if_the_kernel_killed_for_memory(text: str) -> None:
    outcome = diagnose(failed(oom_killed=True), False, text)
    assert outcome.failure is FailureKind.CONFIGURATION
    assert outcome.detail.startswith("out of memory: the kernel killed it (exit code 1)")
    assert diagnose(failed(), False, text).failure is FailureKind.ERROR  # somebody else killed it


@pytest.mark.parametrize("exit_code", [137, 247])
def test_exit_codes_that_pass_on_the_signal_of_a_child(exit_code: int) -> None:
    """A shell says 128 + 9; Python makes 247 of sys.exit(-9), as launchers do."""
    assert diagnose(failed(exit_code, oom_killed=True), False, "").failure is FailureKind.CONFIGURATION
    assert diagnose(failed(exit_code), False, "").failure is FailureKind.INFRASTRUCTURE


@pytest.mark.parametrize("text", ["", f"{TRACE}ValueError: x", f"{TRACE}EOFError"])
def test_kills_of_other_processes_do_not_matter(text: str) -> None:
    assert diagnose(failed(oom_killed=True), False, text).failure is FailureKind.ERROR
    assert (
        diagnose(failed(killed_by=signal.SIGSEGV, oom_killed=True), False, text).failure is FailureKind.ERROR
    )


PARENTS = """
import os, signal, subprocess, sys
def die(_):
    os.kill(os.getpid(), signal.SIGKILL)
def run_out(_):
    raise MemoryError
if __name__ == "__main__":
    how, what = sys.argv[1], {"die": die, "run_out": run_out}[sys.argv[2]]
    if how == "joblib":
        import joblib
        joblib.Parallel(2)(joblib.delayed(what)(number) for number in range(2))
    if how == "futures":
        from concurrent.futures import ProcessPoolExecutor
        with ProcessPoolExecutor(1) as pool:
            list(pool.map(what, [1]))
    if how == "subprocess":
        subprocess.run([sys.executable, __file__, "in_process", sys.argv[2]], check=True)
    if how == "shell":
        sys.exit(subprocess.call(["sh", "-c", f"{sys.executable} {__file__} in_process {sys.argv[2]}; exit $?"]))
    if how == "in_process":
        what(1)
"""


@pytest.mark.parametrize("what", ["die", "run_out"])
@pytest.mark.parametrize("how", ["joblib", "futures", "subprocess", "shell"])
def test_messages_of_real_parent_processes(tmp_path: Path, how: str, what: str) -> None:
    if how == "joblib":
        pytest.importorskip("joblib")
    script = tmp_path / "parent.py"
    script.write_text(PARENTS)
    done = subprocess.run(
        [sys.executable, str(script), how, what], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert done.returncode > 0
    ended = failed(done.returncode, oom_killed=what == "die")
    assert diagnose(ended, False, done.stderr).failure is FailureKind.CONFIGURATION, done.stderr
