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
        time.sleep(0.01)

def count(args):
    with open(f"{args.gate}-{args.trial}", "a") as runs:
        runs.write("x")

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

REPORTS = """
arguments = {flag[2:]: value for flag, value in zip(sys.argv[1::2], sys.argv[2::2])}
report(step=1, **arguments)
true_time = time.time
for step in range(2, 23):
    hours = (0, 2, -2, 0)[step % 4]
    time.time = lambda: true_time() + 3600 * hours
    report(step=step)
with open(os.environ["TUNEWISE_REPORTS"], "a") as file:
    for step, hours in enumerate((2, -2, 0), start=23):
        line = '{"time": %f, "values": {"step": %d}}'
        file.write(line % (true_time() + 3600 * hours, step) + "\\n")
"""
"""Reports its arguments, as the texts that they arrive as, then steps 2 to 25. Meanwhile somebody changes the
clock. The last three are written as programs in other languages do it."""

UNCHANGED = """
import json
with open(sys.argv[2]) as file:
    settings = json.load(file)
print("begins at", settings["at"]["first"], file=sys.stderr)
for step in range(2):
    print("step", step, "of 2: loss", settings["at"]["first"] + step, sys.argv[1:2], sys.argv[3:])
    if step == 0:
        wait_for(settings["gate"])
with open(os.path.join(sys.argv[5], "log.csv"), "w") as file:
    file.write("step,loss,text\\n2,7.5,last")
"""
"""Takes a file and other arguments, and reports nothing: it prints two losses, waiting for the gate after the
first one, and writes a third one to a file."""

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

SPOIL = """
how, file = options(how="").how, os.environ["TUNEWISE_REPORTS"]
report(step=1)
if how == "lines":
    with open(file, "ab") as lines:
        lines.write(b'{"time": 1.0, "values": ' + b'{"a": ' * 1000 + b"\\n")
        lines.write(b'{"time": ' + b"9" * 400 + b', "values": {"step": 7}}\\n')
        lines.write(b'{"time": 1.0, "values": {"step": [7]}}\\n' + b"\\xff\\n" + b"[" * 300_000 + b"\\n")
else:
    os.unlink(file)
    os.mkdir(file) if how == "folder" else os.mkfifo(file)
report(step=2)
"""
"""Reports twice. In between it writes five lines that are not reports, or replaces the file of reports by a
folder or a named pipe."""

FAMILY = """
def save(why):
    (checkpoint_dir() / "saved").write_text(why)
    report(saved=why)

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

args = options(first=1, last=0, show=0, stubborn=0, trial=-1)
if args.trial >= 0:
    count(args)
if args.show:
    report(saved=(checkpoint_dir() / "saved").read_text())
    sys.exit(0)
family = {name: fork(away) for away, name in enumerate(("plain", "session", "orphan"))}
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
signal.signal(signal.SIGTERM, signal.SIG_IGN if args.stubborn else on_sigterm)
for step in range(1, args.first + 1):
    report(step=step, host=platform.node(), main=os.getpid(), **family)
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
wait_for(args.gate)
for step in range(args.first + 1, args.last + 1):
    report(step=step)
save("at the end")
"""
"""Has a plain child, one in a session of its own, and one that was forked twice, which all ignore SIGTERM. It
reports steps 1 to `first`, waits for the gate, and reports the steps to `last`. On SIGTERM, unless it is
`stubborn`, or at its end it saves, and reports what it saved. With `show` it only reports what was saved.
With `trial` it leaves a letter beside the gate."""

STUBBORN = """
args = options()
signal.signal(signal.SIGTERM, signal.SIG_IGN)
report(step=1, host=platform.node(), main=os.getpid())
wait_for(args.gate)
"""

COUNTED = """
args = options(trial=0)
count(args)
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

APART = """
import re
args = options(word="")
words = {word for value in os.environ.values() for word in re.findall(r"tw-word-[0-9]+", value)}
saved = checkpoint_dir() / "deep"
saved.mkdir(exist_ok=True)
names = sorted(path.name for path in saved.iterdir())
(saved / args.word).touch()
report(words=" ".join(sorted(words - {args.word})), saved=" ".join(names))
wait_for(args.gate)
report(step=2)
"""
"""Reports which words of other jobs are in its environment, and which words are in its checkpoint. Saves its
own word there, and reports again when the gate opens."""
