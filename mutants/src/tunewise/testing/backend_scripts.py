"""The scripts that the contract suite for back ends runs. Each is the prelude and one of these texts."""

PRELUDE = """
import argparse, os, platform, signal, sys, time
from tunewise import Reporter, checkpoint_dir

def options(**defaults):
    parser = argparse.ArgumentParser()
    parser.add_argument("--gate")
    for name, default in defaults.items():
        parser.add_argument(f"--{name}", default=default, type=type(default))
    return parser.parse_args()

def wait_for(gate):
    deadline = time.monotonic() + 120
    while not os.path.exists(gate):
        if time.monotonic() > deadline:
            sys.exit("nobody opened the gate")
        time.sleep(0.005)

report = Reporter()
"""

STEPS = """
args = options(first=0, last=3)
for step in range(1, args.last + 1):
    if step == args.first + 1:
        wait_for(args.gate)
    report(step=step, host=platform.node(), main=os.getpid())
"""
"""Reports steps 1 to `last`, waiting for the gate after step `first`."""

CLOCK = """
import json
true_time = time.time
for step, hours in enumerate((0, 2, -2, 0), start=1):
    time.time = lambda: true_time() + 3600 * hours
    report(step=step)
for step, hours in enumerate((2, -2, 0), start=5):
    line = {"time": true_time() + 3600 * hours, "values": {"step": step}}
    with open(os.environ["TUNEWISE_REPORTS"], "a") as file:
        file.write(json.dumps(line) + "\\n")
"""
"""Reports while somebody sets the clock to and fro; the last three times as other languages do."""

ECHO = """
report(**{flag[2:]: value for flag, value in zip(sys.argv[1::2], sys.argv[2::2])})
"""
"""Reports its arguments as the texts that they arrived as."""

FAIL = """
how = options(how="").how
if how == "raise":
    raise ValueError("a bug in line 7")
if how == "memory":
    raise MemoryError
if how == "buried":
    class ChildFailedError(RuntimeError): pass
    try:
        raise MemoryError
    except MemoryError:
        sys.excepthook(*sys.exc_info())
    raise ChildFailedError("\\n".join(f"rank {rank}: {'failed ' * 40}" for rank in range(40)))
"""
"""`buried` ends as launchers do: with a summary of 40 lines and 11,000 characters."""

SCRIBBLE = """
report(step=1)
with open(os.environ["TUNEWISE_REPORTS"], "ab") as file:
    file.write(b'{"time": 1.0, "values": ' + b'{"a": ' * 1000 + b"\\n")
    file.write(b'{"time": ' + b"9" * 400 + b', "values": {"step": 7}}\\n')
    file.write(b'{"time": 1.0, "values": {"step": [7]}}\\n' + b"\\xff\\n" + b"[" * 300_000 + b"\\n")
report(step=2)
"""
"""Reports twice, with five lines in between that are no reports."""

REPLACE = """
by = options(by="").by
report(step=1)
os.unlink(os.environ["TUNEWISE_REPORTS"])
os.mkdir(os.environ["TUNEWISE_REPORTS"]) if by == "folder" else os.mkfifo(os.environ["TUNEWISE_REPORTS"])
report(step=2)
"""
"""Puts a folder or a named pipe in the place of its file of reports, and reports again."""

FAMILY = """
def save(why):
    (checkpoint_dir() / "saved").write_text(why)

def on_sigterm(number, frame):
    save("on SIGTERM")
    sys.exit(0)

def fork(away):
    known, pid = os.pipe()
    if os.fork() == 0:
        if away >= 1:
            os.setsid()
        if away >= 2 and os.fork() > 0:
            os._exit(0)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.write(pid, str(os.getpid()).encode())
        while True:
            signal.pause()
    return int(os.read(known, 20))

args = options(show=0)
if args.show:
    report(saved=(checkpoint_dir() / "saved").read_text())
    sys.exit(0)
plain, session, orphan = [fork(away) for away in range(3)]
signal.signal(signal.SIGTERM, on_sigterm)
report(step=1, host=platform.node(), main=os.getpid(), plain=plain, session=session, orphan=orphan)
wait_for(args.gate)
save("at the end")
"""
"""Has a plain child, one in a session of its own, and one that was forked twice; none heeds SIGTERM. The
main process saves on SIGTERM and ends, and otherwise ends when the gate opens. With `show` it has none,
and reports what was saved."""

STUBBORN = """
args = options()
signal.signal(signal.SIGTERM, signal.SIG_IGN)
report(step=1, host=platform.node(), main=os.getpid())
wait_for(args.gate)
"""

CHECKPOINT = """
options()
saved = checkpoint_dir() / "deep" / "saved"
report(found=saved.exists())
saved.parent.mkdir(exist_ok=True)
saved.touch()
"""
"""Reports whether there is a checkpoint, then leaves one."""

COUNTED = """
args = options(trial=0)
with open(f"{args.gate}-{args.trial}", "a") as runs:
    runs.write("x")
for step in range(1, 4):
    if step == 2:
        wait_for(args.gate)
    report(step=step, host=platform.node(), main=os.getpid())
"""
"""Leaves a letter beside the gate each time it runs. Reports three steps, waiting for the gate after the
first one."""

CHATTER = """
fail = options(fail=0).fail
text = "x" * 65536
for _ in range(32):
    print(text, end="", flush=True)
    print(text, end="", flush=True, file=sys.stderr)
report(step=1, host=platform.node(), main=os.getpid())
if fail:
    sys.exit(3)
while True:
    print(text, end="", flush=True)
    time.sleep(0.01)
"""
"""Prints one line that never ends. With `fail` it ends, after 2 MiB each on standard output and error."""

VARIABLES = """
import re
args = options(word="")
words = {word for value in os.environ.values() for word in re.findall(r"tw-word-[0-9]+", value)}
saved = [path.name for path in checkpoint_dir().iterdir()]
(checkpoint_dir() / args.word).touch()
report(words=" ".join(sorted({*words, *saved} - {args.word})), host=platform.node(), main=os.getpid())
wait_for(args.gate)
"""
"""Reports which words of other jobs are in its environment and beside its checkpoint."""
