"""Ours, by the same loop."""

import json
import sys

from protocol import SPACE, main

from tunewise import AskTell, Problem, methods, space

KINDS = {"float": space.uniform, "log": space.loguniform, "int": space.randint, "choice": space.choice}
METHOD = json.loads(sys.argv[1]).get("method", "bo")


class Engine:
    def __init__(self, history, pending):
        tuned = {name: KINDS[kind](*rest) for name, (kind, *rest) in SPACE.items()}
        points = [*(config for config, _ in history), *pending]
        method = methods.build(METHOD, Problem(tuned, "loss"), 0, {"points_to_evaluate": points})
        self.tuner = AskTell(method)
        self.running = []
        self.now = 0.0
        for config, value in history:
            self.ask()
            self.tell(config, value)
        for _ in pending:
            self.ask()

    def ask(self):
        start = self.tuner.ask(self.now)
        self.running.append(start.trial_id)
        return start.config

    def tell(self, config, value):
        trial_id = self.running.pop(0)
        self.now += 1.0
        self.tuner.report(trial_id, {"loss": value}, self.now)
        self.tuner.complete(trial_id, self.now)


main(Engine)
