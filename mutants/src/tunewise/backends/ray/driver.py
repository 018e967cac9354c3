"""The program that speaks to a Ray cluster for a tuner: a process of its own.

Ray has a mind of its own in the process that connects to a cluster: it replaces the handler of SIGTERM, ends
the process when the cluster's head is gone for a minute, and some of its calls wait for ever. None of that is
for a tuner. So this program connects, and does what it is asked line by line; its owner (`cluster.py`) gives
up on an answer after some seconds, ends it and starts another. Nothing is lost with it: actors are detached,
and found again by their names.

Requests and answers are lines of JSON on standard input and output. The first answer says whether it is
connected; the end of standard input ends it.
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
    os.dup2(2, 1)  # what Ray prints is no answer
    try:
        ray.init(
            address=sys.argv[1],
            namespace=NAMESPACE,
            log_to_driver=False,
            configure_logging=False,
            logging_level="ERROR",
        )
    except Exception as error:  # noqa: BLE001 - Ray raises anything; it is told to the tuner as it is
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
        self._asked: dict[str, Any] = {}  # the reference to an answer that hasn't come
        self._told: dict[str, dict[str, str]] = {}
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
        """Has an actor be there; one that is there by that name is taken for it."""
        asked = self._class.options(
            name=name,
            namespace=NAMESPACE,
            lifetime="detached",
            get_if_exists=True,
            max_restarts=0,
            **options,
        )
        self._ask(name, asked.remote(**plan))
        return {}

    def _list(self, prefix: str) -> dict[str, Any]:
        return {"names": [name for name in ray.util.list_named_actors() if name.startswith(prefix)]}

    def _look(self, names: list[str]) -> dict[str, Any]:
        """Of each actor whether it is there, pending or alive, and what it, or Ray of its end, has told. Of
        each node that is alive what it has in all."""
        there = set(ray.util.list_named_actors())
        actors = {name: {"there": name in there, **self._words(name, name in there)} for name in names}
        nodes = [node["Resources"] for node in ray.nodes() if node["Alive"]]
        for name in self._actors.keys() - set(names):
            self._forget(name)
        return {"actors": actors, "nodes": nodes}

    def _why(self, name: str) -> dict[str, Any]:
        """What Ray says of an actor's end, if it has ended."""
        return self._words(name, name in ray.util.list_named_actors())

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

    def _words(self, name: str, there: bool) -> dict[str, str]:
        told = self._told.get(name, {})
        if "end" in told or (there and told):
            return told
        if name not in self._asked:
            actor = self._find(name) if there else self._actors.get(name)
            if actor is None:
                return told
            self._ask(name, actor)
        answered, _ = ray.wait([self._asked[name]], timeout=0.0 if there else ANSWER)
        if answered:
            told = {**told, **_result(self._asked.pop(name))}
            self._told[name] = told
            if told.get("refusal"):  # it waits for nothing but to say so
                ray.kill(self._actors[name])
        return told

    def _ask(self, name: str, actor: Any) -> None:  # noqa: ANN401 - a handle of Ray's
        self._actors[name] = actor
        self._asked[name] = actor.look.remote()

    def _find(self, name: str) -> Any:  # noqa: ANN401 - a handle of Ray's, or None
        if name not in self._actors:
            try:
                self._actors[name] = ray.get_actor(name, NAMESPACE)
            except ValueError:  # there is none by that name
                return None
        return self._actors[name]

    def _forget(self, name: str) -> None:
        del self._actors[name]
        self._asked.pop(name, None)
        self._told.pop(name, None)


def _result(reference: Any) -> dict[str, str]:  # noqa: ANN401 - a reference of Ray's
    try:
        told: dict[str, str] = ray.get(reference, timeout=ANSWER)
    except GetTimeoutError:
        return {}
    except RayError as error:
        return {"end": str(error)}
    return told
