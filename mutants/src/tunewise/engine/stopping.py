"""When an experiment ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Annotated, NamedTuple

import msgspec

from tunewise.options import POSITIVE, SECONDS, Option, check_fields, whole
from tunewise.signature import call
from tunewise.trial import TERMINAL, Status

if TYPE_CHECKING:
    from tunewise.engine.state import State


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_xǁStoppingCriterionǁ__post_init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁStoppingCriterionǁlimits__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStoppingCriterionǁchanged__mutmut: MutantDict = {}  # type: ignore
mutants_xǁStoppingCriterionǁof__mutmut: MutantDict = {}  # type: ignore


@dataclass(frozen=True, repr=False)
class StoppingCriterion:
    """Limits of an experiment; whichever is reached first ends it. None: no such limit.

    All count from the experiment's beginning, over all resumptions.

    max_wallclock_time: seconds on the experiment's clock.
    max_num_trials_started: that many trials are started, and then run to their end.
    max_num_trials_completed: trials whose script ended by itself.
    max_num_trials_finished: trials that completed, were stopped by the method, or failed.
    max_cost: money, by worker-time and price, running jobs included, and workers without a job if those cost,
        or instances that were kept between two jobs.
    max_num_evaluations: usable reports.
    """

    max_wallclock_time: Annotated[
        float | None, Option("Time: 90, 90s, 30m, 1h, 1h30m, 2d.", SECONDS, flag="max_wallclock")
    ] = None
    max_num_trials_started: Annotated[
        int | None, Option("Trials that are started; those run to their end.", whole(1), flag="max_trials")
    ] = None
    max_num_trials_completed: Annotated[
        int | None, Option("Trials whose script ended by itself.", whole(1), flag="max_completed")
    ] = None
    max_num_trials_finished: Annotated[
        int | None, Option("Trials that completed, were stopped, or failed.", whole(1), flag="max_finished")
    ] = None
    max_cost: Annotated[
        float | None, Option("Cost: worker-hours times --price.", POSITIVE, metavar="COST")
    ] = None
    max_num_evaluations: Annotated[
        int | None, Option("Reports over all trials.", whole(1), flag="max_evaluations")
    ] = None

    __repr__ = call

    @_mutmut_mutated(mutants_xǁStoppingCriterionǁ__post_init____mutmut)
    def __post_init__(self) -> None:
        check_fields(self)

    def xǁStoppingCriterionǁ__post_init____mutmut_orig(self) -> None:
        check_fields(self)

    def xǁStoppingCriterionǁ__post_init____mutmut_1(self) -> None:
        check_fields(None)

    @_mutmut_mutated(mutants_xǁStoppingCriterionǁlimits__mutmut)
    def limits(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_orig(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_1(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = None
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_2(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(None, field.name) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_3(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, None) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_4(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(field.name) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_5(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, ) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_6(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(None)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_7(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = None
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_8(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if (isinstance(limit, float)) and False else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_9(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if (isinstance(limit, float)) or True else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_10(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(None) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is not None}

    def xǁStoppingCriterionǁlimits__mutmut_11(self) -> dict[str, float]:
        """The limits that are set, by name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        # NumPy's floats are Python's, too, but JSON has none of them
        plain = {name: float(limit) if isinstance(limit, float) else limit for name, limit in named.items()}
        return {name: limit for name, limit in plain.items() if limit is None}

    @_mutmut_mutated(mutants_xǁStoppingCriterionǁchanged__mutmut)
    def changed(self, limits: Mapping[str, float]) -> StoppingCriterion:
        """The same with some limits replaced."""
        return StoppingCriterion.of({**self.limits(), **limits})

    def xǁStoppingCriterionǁchanged__mutmut_orig(self, limits: Mapping[str, float]) -> StoppingCriterion:
        """The same with some limits replaced."""
        return StoppingCriterion.of({**self.limits(), **limits})

    def xǁStoppingCriterionǁchanged__mutmut_1(self, limits: Mapping[str, float]) -> StoppingCriterion:
        """The same with some limits replaced."""
        return StoppingCriterion.of(None)

    @classmethod
    @_mutmut_mutated(mutants_xǁStoppingCriterionǁof__mutmut, is_classmethod = True)
    def of(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_orig(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_1(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = None
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_2(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) + {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_3(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(None) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_4(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(None)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_5(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(None)
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_6(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(None)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_7(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[1]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_8(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = None
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_9(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if (name.startswith("max_num")) and False else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_10(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if (name.startswith("max_num")) or True else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_11(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(None) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_12(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith(None) else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_13(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("XXmax_numXX") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_14(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("MAX_NUM") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_15(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(None, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_16(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, None)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_17(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_18(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, )
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(limits)} can't be: {error}.") from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_19(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(None) from None

    @classmethod
    def xǁStoppingCriterionǁof__mutmut_20(cls, limits: Mapping[str, float]) -> StoppingCriterion:
        """The inverse of `limits()`."""
        unknown = set(limits) - {field.name for field in fields(cls)}
        if unknown:
            raise ValueError(f"There is no limit named {sorted(unknown)[0]!r}.")
        typed = {name: int(limit) if name.startswith("max_num") else limit for name, limit in limits.items()}
        try:
            return msgspec.convert(typed, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"The limits {dict(None)} can't be: {error}.") from None

mutants_xǁStoppingCriterionǁ__post_init____mutmut['_mutmut_orig'] = StoppingCriterion.xǁStoppingCriterionǁ__post_init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁ__post_init____mutmut['xǁStoppingCriterionǁ__post_init____mutmut_1'] = StoppingCriterion.xǁStoppingCriterionǁ__post_init____mutmut_1 # type: ignore # mutmut generated

mutants_xǁStoppingCriterionǁlimits__mutmut['_mutmut_orig'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_1'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_2'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_3'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_4'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_5'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_6'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_7'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_8'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_9'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_10'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁlimits__mutmut['xǁStoppingCriterionǁlimits__mutmut_11'] = StoppingCriterion.xǁStoppingCriterionǁlimits__mutmut_11 # type: ignore # mutmut generated

mutants_xǁStoppingCriterionǁchanged__mutmut['_mutmut_orig'] = StoppingCriterion.xǁStoppingCriterionǁchanged__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁchanged__mutmut['xǁStoppingCriterionǁchanged__mutmut_1'] = StoppingCriterion.xǁStoppingCriterionǁchanged__mutmut_1 # type: ignore # mutmut generated

mutants_xǁStoppingCriterionǁof__mutmut['_mutmut_orig'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_orig # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_1'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_1 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_2'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_2 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_3'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_3 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_4'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_4 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_5'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_5 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_6'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_6 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_7'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_7 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_8'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_8 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_9'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_9 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_10'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_10 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_11'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_11 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_12'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_12 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_13'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_13 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_14'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_14 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_15'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_15 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_16'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_16 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_17'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_17 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_18'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_18 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_19'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_19 # type: ignore # mutmut generated
mutants_xǁStoppingCriterionǁof__mutmut['xǁStoppingCriterionǁof__mutmut_20'] = StoppingCriterion.xǁStoppingCriterionǁof__mutmut_20 # type: ignore # mutmut generated


class Budget(NamedTuple):
    """What a limit counts: how much is spent at a time, and in which unit."""

    spent: Callable[[State, float], float]
    unit: str
mutants_x__in_state__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x__in_state__mutmut)
def _in_state(*statuses: Status) -> Callable[[State, float], float]:
    return lambda state, now: sum(len(state.trials.having(status)) for status in statuses)


def x__in_state__mutmut_orig(*statuses: Status) -> Callable[[State, float], float]:
    return lambda state, now: sum(len(state.trials.having(status)) for status in statuses)


def x__in_state__mutmut_1(*statuses: Status) -> Callable[[State, float], float]:
    return lambda state, now: None


def x__in_state__mutmut_2(*statuses: Status) -> Callable[[State, float], float]:
    return lambda state, now: sum(None)

mutants_x__in_state__mutmut['_mutmut_orig'] = x__in_state__mutmut_orig # type: ignore # mutmut generated
mutants_x__in_state__mutmut['x__in_state__mutmut_1'] = x__in_state__mutmut_1 # type: ignore # mutmut generated
mutants_x__in_state__mutmut['x__in_state__mutmut_2'] = x__in_state__mutmut_2 # type: ignore # mutmut generated


BUDGETS: Mapping[str, Budget] = {
    "max_wallclock_time": Budget(lambda state, now: now, "seconds"),
    "max_num_trials_started": Budget(lambda state, now: state.trials.num_trials, "trials started"),
    "max_num_trials_completed": Budget(_in_state(Status.COMPLETED), "trials completed"),
    "max_num_trials_finished": Budget(_in_state(*TERMINAL), "trials finished"),
    "max_cost": Budget(lambda state, now: state.cost(now), "spent"),
    "max_num_evaluations": Budget(lambda state, now: state.trials.num_reports, "evaluations"),
}
"""What each limit counts."""


ROUNDING = 1e-12  # relative: a moment computed to reach a limit may miss it by so much, for ever
mutants_x_used_up__mutmut: MutantDict = {}  # type: ignore


@_mutmut_mutated(mutants_x_used_up__mutmut)
def used_up(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_orig(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_1(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = None
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_2(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(None, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_3(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, None)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_4(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_5(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, )
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_6(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name == "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_7(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "XXmax_num_trials_startedXX":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_8(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "MAX_NUM_TRIALS_STARTED":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_9(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent / (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_10(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 - ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_11(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (2 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_12(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) > limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_13(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = None
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_14(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(None)
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_15(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(None) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and not left)


def x_used_up__mutmut_16(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit and (spent == limit and not left)


def x_used_up__mutmut_17(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent >= limit or (spent == limit and not left)


def x_used_up__mutmut_18(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit or not left)


def x_used_up__mutmut_19(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent != limit and not left)


def x_used_up__mutmut_20(name: str, limit: float, state: State) -> bool:
    """Whether an experiment that is taken up under this limit would end without having done anything."""
    spent = BUDGETS[name].spent(state, state.now)
    if name != "max_num_trials_started":
        return spent * (1 + ROUNDING) >= limit
    # those that were started run to their end
    left = any(state.trials.having(status) for status in (Status.RUNNING, Status.HALTING, Status.SUSPENDED))
    return spent > limit or (spent == limit and left)

mutants_x_used_up__mutmut['_mutmut_orig'] = x_used_up__mutmut_orig # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_1'] = x_used_up__mutmut_1 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_2'] = x_used_up__mutmut_2 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_3'] = x_used_up__mutmut_3 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_4'] = x_used_up__mutmut_4 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_5'] = x_used_up__mutmut_5 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_6'] = x_used_up__mutmut_6 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_7'] = x_used_up__mutmut_7 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_8'] = x_used_up__mutmut_8 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_9'] = x_used_up__mutmut_9 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_10'] = x_used_up__mutmut_10 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_11'] = x_used_up__mutmut_11 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_12'] = x_used_up__mutmut_12 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_13'] = x_used_up__mutmut_13 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_14'] = x_used_up__mutmut_14 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_15'] = x_used_up__mutmut_15 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_16'] = x_used_up__mutmut_16 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_17'] = x_used_up__mutmut_17 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_18'] = x_used_up__mutmut_18 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_19'] = x_used_up__mutmut_19 # type: ignore # mutmut generated
mutants_x_used_up__mutmut['x_used_up__mutmut_20'] = x_used_up__mutmut_20 # type: ignore # mutmut generated
