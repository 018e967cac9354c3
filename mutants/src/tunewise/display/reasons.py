"""Why decisions fell, in words: one phrase for each kind of reason that searchers and schedulers give.

What a reason holds beyond what its phrase tells stands behind it in brackets, so that nothing is lost of
reasons that this module knows nothing of.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tunewise.display.formats import ordinal, value

if TYPE_CHECKING:
    from tunewise.events import Why


class Names(NamedTuple):
    """What the metric is called, and what the levels of a trial count, such as `epoch`."""

    metric: str
    level: str


class Phrase(NamedTuple):
    """How a kind of reason is told.

    tell: makes the text of a reason that has at least all of `needs`, and takes out of it what it tells.
    """

    tell: Callable[[Why, Names], str]
    needs: tuple[str, ...] = ()


def reason(why: Why, names: Names) -> str:
    """A reason in words; empty for none."""
    left = dict(why)
    kind = str(left.pop("kind", ""))
    phrase = PHRASES.get(kind)
    if phrase is None or not all(name in left for name in phrase.needs):
        phrase = _plain(kind)
    text = phrase.tell(left, names)
    details = ", ".join(
        f"{_DETAILS.get(name, name.replace('_', ' '))} {value(item)}" for name, item in left.items()
    )
    return f"{text} ({details})" if text and details else text or details


# ---- phrases ---------------------------------------------------------------------------------------------


def _at_level(why: Why, names: Names, key: str = "level") -> str:
    return f" at {names.level} {why.pop(key)}" if key in why else ""


def _place(why: Why, names: Names, key: str = "level") -> str:
    return f"{ordinal(why.pop('rank'))} of {why.pop('of')}{_at_level(why, names, key)}"


def _prediction(why: Why, names: Names, introduction: str) -> str:
    if "predicted" not in why:
        return ""
    predicted = value(why.pop("predicted"))
    spread = f" ± {value(why.pop('predicted_std'))}" if "predicted_std" in why else ""
    return f"{introduction}{names.metric} {predicted}{spread}{_at_level(why, names)}"


def _random(why: Why, names: Names) -> str:
    return f"drawn at random, as {why.pop('because')}" if "because" in why else "drawn at random"


def _rung(why: Why, names: Names) -> str:
    is_full = why.get("slots") == why["of"]
    place = _place(why, names)
    if "keep" in why:
        return f"{place}, where the best {why.pop('keep')} go on"
    slots = why.pop("slots", None)
    return place if slots is None or is_full else f"{place}, where {slots} are to be compared"


def _promotion(why: Why, names: Names) -> str:
    return _place(why, names, "from_level")


def _below_its_rung(why: Why, names: Names) -> str:
    return f"its first rung is{_at_level(why, names)}"


def _median(why: Why, names: Names) -> str:
    best, median = value(why.pop("best")), value(why.pop("median"))
    others = f"{why.pop('of')} others{_at_level(why, names)}"
    return f"its best {best} is worse than the median {median} of {others}"


def _acquisition(why: Why, names: Names) -> str:
    return "the model's choice" + _prediction(why, names, ", which predicts ")


def _forecast(why: Why, names: Names) -> str:
    return _prediction(why, names, "predicted to reach ")


def _full_training(why: Why, names: Names) -> str:
    return "one of those that run to their end" + _prediction(why, names, ", by a model that predicts ")


def _outpaced(why: Why, names: Names) -> str:
    return "others promise more a second" + _prediction(why, names, "; it is predicted to reach ")


def _quantile_sample(why: Why, names: Names) -> str:
    return "the best of the values drawn for all candidates" + _prediction(why, names, ": ")


def _density_ratio(why: Why, names: Names) -> str:
    return f"more likely among the good trials than among the others{_at_level(why, names)}"


def _evolution(why: Why, names: Names) -> str:
    return f"trial {why.pop('parent')} with another {why.pop('changed')}"


def _plain(text: str) -> Phrase:
    return Phrase(lambda why, names: text)


PHRASES = {
    "random": Phrase(_random),
    "random safeguard": _plain("drawn at random, in case the model is wrong"),
    "initial design": _plain("one of the first, before there is a model"),
    "acquisition": Phrase(_acquisition),
    "density ratio": Phrase(_density_ratio),
    "quantile sample": Phrase(_quantile_sample),
    "evolution": Phrase(_evolution, needs=("parent", "changed")),
    "forecast": Phrase(_forecast, needs=("predicted",)),
    "full training": Phrase(_full_training),
    "outpaced": Phrase(_outpaced),
    "rung": Phrase(_rung, needs=("level", "rank", "of")),
    "promotion": Phrase(_promotion, needs=("from_level", "rank", "of")),
    "below its rung": Phrase(_below_its_rung, needs=("level",)),
    "median": Phrase(_median, needs=("best", "median", "of", "level")),
    "goes on": _plain("it had been interrupted"),
    "experiment ends": _plain("the experiment ends for now"),
    "past its limit": _plain("it goes on beyond the limit that it was started with"),
    "past max_resource": _plain("it has gone past the largest resource"),
}
"""The phrases by the kind of reason. Other kinds are told by their name."""

_DETAILS = {"log_ei": "log EI"}
"""What details are called where that isn't their name with spaces."""
