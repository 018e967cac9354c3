"""Our MOBSTER, stopping, by the same loop."""

from protocol import RUNGS, SPACE, main_curves

from tunewise import AskTell, Problem, Verdict, methods, space

KINDS = {"float": space.uniform, "log": space.loguniform, "int": space.randint, "choice": space.choice}


class Engine:
    def __init__(self, points):
        tuned = {name: KINDS[kind](*rest) for name, (kind, *rest) in SPACE.items()}
        problem = Problem(tuned, "loss", resource_attr="epoch", max_resource=RUNGS[-1])
        method = methods.build("mobster", problem, 0, {"type": "stopping", "points_to_evaluate": points})
        self.tuner = AskTell(method)
        self.now = 0.0

    def ask(self):
        trial_id = self.tuner.ask(self.now).trial_id
        return trial_id, self.tuner.trials[trial_id].config

    def report(self, trial, level, value):
        self.now += 1.0
        verdict = self.tuner.report(trial, {"epoch": level, "loss": value}, self.now)
        return verdict is Verdict.CONTINUE

    def end(self, trial):
        self.tuner.complete(trial, self.now)


main_curves(Engine)
