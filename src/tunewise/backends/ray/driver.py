"""The program that speaks to a Ray cluster for a tuner: a process of its own.

A tuner can't connect to Ray itself: in the process that connects, Ray replaces the handler of SIGTERM, ends
the process when the cluster's head is away for a minute, and some of its calls wait for ever. So this program
connects, and answers requests line by line. Its owner (`cluster.py`) gives up on an answer after some
seconds, ends the program and starts another one. Nothing is lost with it: actors are detached, and are found
again by their names.

Requests and answers are lines of JSON on standard input and output. The first answer says whether the program
is connected. It ends at the end of its standard input.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from typing import IO, Any

import ray
import ray.util
from ray import cloudpickle
from ray.exceptions import GetTimeoutError, RayError

from tunewise.backends.ray import actor as actor_module
from tunewise.backends.ray.actor import JobActor

NAMESPACE = "tunewise"
ANSWER = 2.0  # seconds for an actor that lives to say how it is, and for Ray to say why one doesn't


def main() -> None:
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # so that what Ray prints is not taken for an answer
    try:
        ray.init(
            address=sys.argv[1],
            namespace=NAMESPACE,
            log_to_driver=False,
            configure_logging=False,
            logging_level="ERROR",
        )
    except Exception as error:  # noqa: BLE001 - Ray raises anything; the tuner shows it
        _say(answers, {"failed": f"{type(error).__name__}: {error}"})
        return
    _say(answers, {"ray": ray.__version__})
    jobs = Jobs()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = jobs.answer(request)
        except (RayError, ValueError, TypeError, RuntimeError, ConnectionError) as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        _say(answers, answer)


def _say(answers: IO[str], answer: Mapping[str, Any]) -> None:
    print(json.dumps(answer), file=answers, flush=True)


class Jobs:
    """The actors of jobs, by their names."""

    def __init__(self) -> None:
        cloudpickle.register_pickle_by_value(actor_module)
        self._class = ray.remote(JobActor)
        self._actors: dict[str, Any] = {}
        self._pending: dict[str, Any] = {}  # references to answers that haven't come
        self._answers: dict[str, dict[str, str]] = {}
        self._verbs: dict[str, Callable[..., dict[str, Any]]] = {
            "create": self._create,
            "list": self._list,
            "look": self._look,
            "why": self._why,
            "halt": self._halt,
            "kill": self._kill,
        }

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        return self._verbs[request.pop("do")](**request)

    def _create(self, name: str, options: dict[str, Any], plan: dict[str, Any]) -> dict[str, Any]:
        """Creates an actor, unless there is one by that name."""
        actor = self._class.options(
            name=name,
            namespace=NAMESPACE,
            lifetime="detached",
            get_if_exists=True,
            max_restarts=0,
            **options,
        )
        self._ask(name, actor.remote(**plan))
        return {}

    def _list(self, prefix: str) -> dict[str, Any]:
        return {"names": [name for name in ray.util.list_named_actors() if name.startswith(prefix)]}

    def _look(self, names: list[str]) -> dict[str, Any]:
        """For each actor: whether it exists, pending or alive, and what it answered, or Ray says about its
        end. For each node that is alive: its resources."""
        there = set(ray.util.list_named_actors())
        actors = {name: {"there": name in there, **self._answer_of(name, name in there)} for name in names}
        nodes = [node["Resources"] for node in ray.nodes() if node["Alive"]]
        for name in self._actors.keys() - set(names):
            self._forget(name)
        return {"actors": actors, "nodes": nodes}

    def _why(self, name: str) -> dict[str, Any]:
        """What Ray says about an actor's end, if it has ended."""
        return self._answer_of(name, name in ray.util.list_named_actors())

    def _halt(self, name: str) -> dict[str, Any]:
        actor = self._find(name)
        if actor is not None:
            actor.halt.remote()
        return {}

    def _kill(self, name: str) -> dict[str, Any]:
        actor = self._find(name)
        if actor is not None:
            ray.kill(actor)
        return {}

    def _answer_of(self, name: str, there: bool) -> dict[str, str]:
        answer = self._answers.get(name, {})
        if "end" in answer or (there and answer):
            return answer
        if name not in self._pending:
            actor = self._find(name) if there else self._actors.get(name)
            if actor is None:
                return answer
            self._ask(name, actor)
        ready, _ = ray.wait([self._pending[name]], timeout=0.0 if there else ANSWER)
        if ready:
            answer = {**answer, **_result(self._pending.pop(name))}
            self._answers[name] = answer
            if answer.get("refusal"):  # it only stayed to say so
                ray.kill(self._actors[name])
        return answer

    def _ask(self, name: str, actor: Any) -> None:  # noqa: ANN401 - a handle of Ray
        self._actors[name] = actor
        self._pending[name] = actor.look.remote()

    def _find(self, name: str) -> Any:  # noqa: ANN401 - a handle of Ray, or None
        if name not in self._actors:
            try:
                self._actors[name] = ray.get_actor(name, NAMESPACE)
            except ValueError:
                return None
        return self._actors[name]

    def _forget(self, name: str) -> None:
        del self._actors[name]
        self._pending.pop(name, None)
        self._answers.pop(name, None)


def _result(reference: Any) -> dict[str, str]:  # noqa: ANN401 - a reference of Ray
    try:
        answer: dict[str, str] = ray.get(reference, timeout=ANSWER)
    except GetTimeoutError:
        return {}
    except RayError as error:
        return {"end": str(error)}
    return answer
