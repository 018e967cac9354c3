"""The problem and the loops that every library is measured with. NumPy alone: it runs in each environment.

An engine is given n random observations and four random trials that are still pending. Then it decides by
itself: each time one of the pending trials is told and a new one is asked for.
"""

import json
import sys
import time

import numpy as np

PENDING = 4
SPACE = {
    "f0": ("float", 0.0, 1.0),
    "f1": ("float", 0.0, 1.0),
    "f2": ("float", -5.0, 5.0),
    "f3": ("log", 1e-5, 1e-1),
    "f4": ("log", 1e-3, 1e3),
    "i0": ("int", 1, 10),
    "i1": ("int", 16, 256),
    "c0": ("choice", ["a", "b", "c"]),
    "c1": ("choice", ["u", "v", "w", "x"]),
}
"""Nine dimensions: five floats, two integers, two choices."""


def random_config(rng):
    config = {}
    for name, (kind, *rest) in SPACE.items():
        if kind == "float":
            config[name] = float(rng.uniform(*rest))
        elif kind == "log":
            config[name] = float(np.exp(rng.uniform(np.log(rest[0]), np.log(rest[1]))))
        elif kind == "int":
            config[name] = int(rng.integers(rest[0], rest[1] + 1))
        else:
            config[name] = str(rng.choice(rest[0]))
    return config


def unit(config):
    """Numbers in [0, 1] (7,), and the indices of the choices (2,)."""
    numbers, choices = [], []
    for name, (kind, *rest) in SPACE.items():
        if kind == "choice":
            choices.append(rest[0].index(config[name]))
        elif kind == "log":
            low, high = np.log(rest)
            numbers.append((np.log(config[name]) - low) / (high - low))
        else:
            numbers.append((config[name] - rest[0]) / (rest[1] - rest[0]))
    return np.array(numbers), np.array(choices)


def onehot(config):
    """A row (14,): numbers in [0, 1], then a column for each value of each choice."""
    numbers, choices = unit(config)
    parts = [numbers]
    options = [rest[0] for kind, *rest in SPACE.values() if kind == "choice"]
    parts += [np.eye(len(values))[index] for values, index in zip(options, choices, strict=True)]
    return np.concatenate(parts)


_OPTIMUM = np.array([0.3, 0.7, 0.45, 0.6, 0.35, 0.5, 0.65])
_WEIGHTS = np.array([3.0, 1.5, 1.0, 4.0, 0.5, 0.8, 0.3])
_EFFECTS = (np.array([0.0, 0.3, 0.5]), np.array([0.2, 0.0, 0.1, 0.4]))


def value(config, rng):
    """To be minimised, with noise of a hundredth."""
    numbers, choices = unit(config)
    away = numbers - _OPTIMUM
    away[0] += 0.1 * choices[0]
    bowl = float(_WEIGHTS @ away**2) + 0.4 * float(away[0] * away[3]) + 0.05 * float(np.sin(12 * away).sum())
    effects = sum(float(effect[choice]) for effect, choice in zip(_EFFECTS, choices, strict=True))
    return bowl + effects + 0.01 * float(rng.normal())


def main(engine):
    """Prints the CPU seconds of decisions for the request on the command line.

    engine(history, pending) has ask() -> config and tell(config, value); history is a list of (config,
    value), pending one of configurations that have been given out.
    """
    request = json.loads(sys.argv[1])
    print(json.dumps(loop(engine, request["n"], request["decisions"])))


def loop(engine, n, decisions):
    """CPU seconds of decisions around n observations."""
    rng = np.random.default_rng(0)
    first = n - (decisions + 1) // 2
    configs = [random_config(rng) for _ in range(first)]
    pending = [random_config(rng) for _ in range(PENDING)]
    optimiser = engine([(config, value(config, rng)) for config in configs], pending)
    pending = [*pending, optimiser.ask()]  # this one is longer, for all it has to fit at once, and not timed
    seconds = []
    for _ in range(decisions):
        config = pending.pop(0)
        result = value(config, rng)
        begun = time.process_time()
        optimiser.tell(config, result)
        pending.append(optimiser.ask())
        seconds.append(time.process_time() - begun)
    return seconds


RUNGS = (1, 3, 9, 27)


def main_curves(engine):
    """The same for methods that see learning curves.

    engine(points) starts with these configurations; it has ask() -> (trial, config), report(trial, level,
    value) -> whether it goes on, and end(trial).
    """
    request = json.loads(sys.argv[1])
    print(json.dumps(curve_loop(engine, request["n"], request["decisions"])))


def curve_loop(engine, n, decisions):
    """CPU seconds of decisions around n reports, all of them at rungs, with four other trials running."""
    rng = np.random.default_rng(0)
    points = [random_config(rng) for _ in range(int(n / 1.6))]  # trials have about so many reports each
    optimiser = engine(points)
    running = [(*optimiser.ask(), 0) for _ in range(PENDING + 1)]
    asked, seconds, spent = len(running), [], 0.0
    while len(seconds) <= decisions:
        trial, config, rung = running.pop(0)
        result = value(config, rng) + 0.5 / RUNGS[rung]
        begun = time.process_time()
        goes_on = optimiser.report(trial, RUNGS[rung], result) and rung + 1 < len(RUNGS)
        if goes_on:
            running.append((trial, config, rung + 1))
        else:
            optimiser.end(trial)
            running.append((*optimiser.ask(), 0))
        spent += time.process_time() - begun
        if not goes_on:
            asked += 1
            if asked > len(points):
                seconds.append(spent)
            spent = 0.0
    return seconds[1:]
