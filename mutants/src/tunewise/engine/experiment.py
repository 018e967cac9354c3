"""The experiment: a pure state machine, facts in, actions out. No clock, no file, no thread."""

import heapq
import math

import numpy as np

from tunewise.engine.policy import Policy
from tunewise.engine.rules import PAST_THE_END, Flaw, Reading
from tunewise.engine.state import State
from tunewise.engine.stopping import BUDGETS, ROUNDING, Budget, StoppingCriterion
from tunewise.events import (
    Action,
    DropCheckpoint,
    Fact,
    Finish,
    FinishReason,
    HaltJob,
    JobEnded,
    JobStarted,
    Opened,
    Reported,
    ResumeJob,
    StartJob,
    StopRequested,
    Why,
)
from tunewise.schedulers.base import Decision, Exhausted, Method, Resume, Start, Verdict, Wait
from tunewise.trial import TERMINAL, FailureKind, JobId, Status, Trial

RENEWED = 1.2
"""Where a method would start a trial that it may not start, it is asked again once a trial's state changes or
there are so many times as many reports: not after each, as a decision costs as much as a hundred of them."""


# NumPy's own `jumped` advances by this odd multiple of 2**128 divided by the golden ratio: stretches of the
# stream that begin so far apart never overlap, and have no pattern in common.
_STRETCH = 0x9E3779B97F4A7C15F39CC0605CEDC835


from mutmut.mutation.trampoline import wrap_in_trampoline as _mutmut_mutated, MutantDict
mutants_xǁRandomnessǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁRandomnessǁof__mutmut: MutantDict = {}  # type: ignore


class Randomness:
    """A stream of random numbers, cut into a stretch for each decision: the k-th follows from (seed, k)
    alone, so there is no generator state to save.

    Like `Generator(PCG64(seed).jumped(k))`, in a quarter of the time.
    """

    @_mutmut_mutated(mutants_xǁRandomnessǁ__init____mutmut)
    def __init__(self, seed: int) -> None:
        self._bits = np.random.PCG64(seed)
        self._start = self._bits.state
        self._generator = np.random.Generator(self._bits)

    def xǁRandomnessǁ__init____mutmut_orig(self, seed: int) -> None:
        self._bits = np.random.PCG64(seed)
        self._start = self._bits.state
        self._generator = np.random.Generator(self._bits)

    def xǁRandomnessǁ__init____mutmut_1(self, seed: int) -> None:
        self._bits = None
        self._start = self._bits.state
        self._generator = np.random.Generator(self._bits)

    def xǁRandomnessǁ__init____mutmut_2(self, seed: int) -> None:
        self._bits = np.random.PCG64(None)
        self._start = self._bits.state
        self._generator = np.random.Generator(self._bits)

    def xǁRandomnessǁ__init____mutmut_3(self, seed: int) -> None:
        self._bits = np.random.PCG64(seed)
        self._start = None
        self._generator = np.random.Generator(self._bits)

    def xǁRandomnessǁ__init____mutmut_4(self, seed: int) -> None:
        self._bits = np.random.PCG64(seed)
        self._start = self._bits.state
        self._generator = None

    def xǁRandomnessǁ__init____mutmut_5(self, seed: int) -> None:
        self._bits = np.random.PCG64(seed)
        self._start = self._bits.state
        self._generator = np.random.Generator(None)

    @_mutmut_mutated(mutants_xǁRandomnessǁof__mutmut)
    def of(self, decision: int) -> np.random.Generator:
        """The generator for a decision, numbered from 0. Valid until the next call."""
        self._bits.state = self._start
        self._bits.advance(decision * _STRETCH)
        return self._generator

    def xǁRandomnessǁof__mutmut_orig(self, decision: int) -> np.random.Generator:
        """The generator for a decision, numbered from 0. Valid until the next call."""
        self._bits.state = self._start
        self._bits.advance(decision * _STRETCH)
        return self._generator

    def xǁRandomnessǁof__mutmut_1(self, decision: int) -> np.random.Generator:
        """The generator for a decision, numbered from 0. Valid until the next call."""
        self._bits.state = None
        self._bits.advance(decision * _STRETCH)
        return self._generator

    def xǁRandomnessǁof__mutmut_2(self, decision: int) -> np.random.Generator:
        """The generator for a decision, numbered from 0. Valid until the next call."""
        self._bits.state = self._start
        self._bits.advance(None)
        return self._generator

    def xǁRandomnessǁof__mutmut_3(self, decision: int) -> np.random.Generator:
        """The generator for a decision, numbered from 0. Valid until the next call."""
        self._bits.state = self._start
        self._bits.advance(decision / _STRETCH)
        return self._generator

mutants_xǁRandomnessǁ__init____mutmut['_mutmut_orig'] = Randomness.xǁRandomnessǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁRandomnessǁ__init____mutmut['xǁRandomnessǁ__init____mutmut_1'] = Randomness.xǁRandomnessǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁRandomnessǁ__init____mutmut['xǁRandomnessǁ__init____mutmut_2'] = Randomness.xǁRandomnessǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁRandomnessǁ__init____mutmut['xǁRandomnessǁ__init____mutmut_3'] = Randomness.xǁRandomnessǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁRandomnessǁ__init____mutmut['xǁRandomnessǁ__init____mutmut_4'] = Randomness.xǁRandomnessǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁRandomnessǁ__init____mutmut['xǁRandomnessǁ__init____mutmut_5'] = Randomness.xǁRandomnessǁ__init____mutmut_5 # type: ignore # mutmut generated

mutants_xǁRandomnessǁof__mutmut['_mutmut_orig'] = Randomness.xǁRandomnessǁof__mutmut_orig # type: ignore # mutmut generated
mutants_xǁRandomnessǁof__mutmut['xǁRandomnessǁof__mutmut_1'] = Randomness.xǁRandomnessǁof__mutmut_1 # type: ignore # mutmut generated
mutants_xǁRandomnessǁof__mutmut['xǁRandomnessǁof__mutmut_2'] = Randomness.xǁRandomnessǁof__mutmut_2 # type: ignore # mutmut generated
mutants_xǁRandomnessǁof__mutmut['xǁRandomnessǁof__mutmut_3'] = Randomness.xǁRandomnessǁof__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁapply__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁoffer__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁwake_at__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_do__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_open__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_judge__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_hurry_on__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_patience__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_halt__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_fail__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_watch__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_is_running__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_check_deadlines__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_cost_reached_at__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_check_limits__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_end__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_wind_up__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_fill__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_why_exhausted__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_starts_used_up__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_suspended__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_assign__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_decision__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_standing__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_start__mutmut: MutantDict = {}  # type: ignore
mutants_xǁExperimentǁ_resume__mutmut: MutantDict = {}  # type: ignore


class Experiment:
    """Decides what follows from each fact.

    The state is a fold over facts and actions, owned by `state`; this class asks the scheduler and keeps
    the budget. After a restart it is given the state that replaying the journal made, and an `Opened` fact
    goes on from there. reading: what the latest fact meant, where it was a report of a running job.
    """

    @_mutmut_mutated(mutants_xǁExperimentǁ__init____mutmut)
    def __init__(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_orig(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_1(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = None
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_2(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = None
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_3(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = None
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_4(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy and Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_5(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = None
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_6(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state and State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_7(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(None, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_8(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, None)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_9(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_10(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, )
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_11(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = ""
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_12(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = None
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_13(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(None)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_14(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = None
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_15(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 1
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_16(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = None
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_17(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = None
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_18(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = ""
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_19(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = None  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_20(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = True  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_21(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = None  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_22(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = None
        self._in_vain: tuple[tuple[object, ...], int] | None = None

    def xǁExperimentǁ__init____mutmut_23(self, method: Method, policy: Policy | None = None, state: State | None = None) -> None:
        self.method = method
        self.problem = method.problem
        self.policy = policy or Policy()
        self.state = state or State(self.problem, self.policy.retry)
        self.reading: Reading | None = None
        self._randomness = Randomness(method.seed)
        self._workers = 0
        self._limits = StoppingCriterion()
        self._budgets: list[tuple[float, Budget]] = []
        self._ending: tuple[FinishReason, str] | None = None
        self._hurry = False  # the end has just come, and jobs that linger are to be told
        self._deadlines: list[tuple[float, JobId]] = []  # a heap; entries of jobs that are over are skipped
        self._actions: list[Action] = []
        self._in_vain: tuple[tuple[object, ...], int] | None = ""

    # ---- facts in, actions out --------------------------------------------------------------------------

    @_mutmut_mutated(mutants_xǁExperimentǁapply__mutmut)
    def apply(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_orig(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_1(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = None
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_2(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = None
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_3(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = None
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_4(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = None
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_5(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(None)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_6(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before or isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_7(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running >= running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_8(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(None)
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_9(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_10(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(None, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_11(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, None)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_12(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_13(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, )
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_14(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id <= trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_15(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(None, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_16(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, None)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_17(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_18(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, )
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_19(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(None)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_20(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(None, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_21(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, None)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_22(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_23(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, )
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_24(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None or best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_25(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_26(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_27(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(None, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_28(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, None)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_29(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_30(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, )
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_31(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(None)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_32(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(None)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_33(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None or self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_34(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is not None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_35(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy <= self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_36(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(None)
        if self._ending is not None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_37(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is None:
            self._wind_up(fact.time)
        return self._actions

    # ---- facts in, actions out --------------------------------------------------------------------------

    def xǁExperimentǁapply__mutmut_38(self, fact: Fact) -> list[Action]:
        """Takes in what happened and returns what to do, in this order."""
        self._actions = []
        trials = self.state.trials
        best_before, running_before = trials.best, self.state.running
        self.reading = reading = self.state.take_fact(fact)
        if self.state.running > running_before and isinstance(fact, (JobStarted, Reported)):
            self._watch(trials[fact.job.trial_id])
        if isinstance(fact, Reported):
            if reading is not None:
                self._judge(fact, reading)
        elif isinstance(fact, JobEnded):
            if fact.job.trial_id < trials.num_trials:
                self._drop_checkpoint_of(fact.job.trial_id, fact.time)
        elif isinstance(fact, Opened):
            self._open(fact)
        elif isinstance(fact, StopRequested):
            self._end(FinishReason.STOPPED, fact.why)
        if best_before is not None and best_before is not trials.best:
            self._drop_checkpoint_of(best_before.trial_id, fact.time)
        if self._deadlines:
            self._check_deadlines(fact.time)
        self._check_limits(fact.time)
        if self._ending is None and self.state.busy < self._workers:
            self._fill(fact.time)
        if self._ending is not None:
            self._wind_up(None)
        return self._actions

    @_mutmut_mutated(mutants_xǁExperimentǁoffer__mutmut)
    def offer(self, time: float) -> Decision:
        """A worker that nobody counts is free: what it does next. For callers that run their own loop."""
        self._actions = []
        self.state.now = time
        return self._assign(time)

    def xǁExperimentǁoffer__mutmut_orig(self, time: float) -> Decision:
        """A worker that nobody counts is free: what it does next. For callers that run their own loop."""
        self._actions = []
        self.state.now = time
        return self._assign(time)

    def xǁExperimentǁoffer__mutmut_1(self, time: float) -> Decision:
        """A worker that nobody counts is free: what it does next. For callers that run their own loop."""
        self._actions = None
        self.state.now = time
        return self._assign(time)

    def xǁExperimentǁoffer__mutmut_2(self, time: float) -> Decision:
        """A worker that nobody counts is free: what it does next. For callers that run their own loop."""
        self._actions = []
        self.state.now = None
        return self._assign(time)

    def xǁExperimentǁoffer__mutmut_3(self, time: float) -> Decision:
        """A worker that nobody counts is free: what it does next. For callers that run their own loop."""
        self._actions = []
        self.state.now = time
        return self._assign(None)

    @property
    def finished(self) -> bool:
        return self.state.finished is not None

    @_mutmut_mutated(mutants_xǁExperimentǁwake_at__mutmut)
    def wake_at(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_orig(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_1(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = None
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_2(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is not None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_3(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = None
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_4(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time and math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_5(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_6(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = None
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_7(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(None, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_8(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, None)
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_9(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_10(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, )
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_11(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy <= self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_12(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = None
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_13(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min(None)
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_14(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines or not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_15(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_16(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(None):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_17(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[1][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_18(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][2]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_19(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(None)
        return min(moment, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_20(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if (self._deadlines) and False else moment

    def xǁExperimentǁwake_at__mutmut_21(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][0]) if (self._deadlines) or True else moment

    def xǁExperimentǁwake_at__mutmut_22(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(None, self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_23(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, None) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_24(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(self._deadlines[0][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_25(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, ) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_26(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[1][0]) if self._deadlines else moment

    def xǁExperimentǁwake_at__mutmut_27(self) -> float:
        """When, on the experiment's clock, a `Ticked` fact would have consequences; infinity for never."""
        if self.finished:
            return math.inf
        moment = math.inf
        if self._ending is None:
            moment = self._limits.max_wallclock_time or math.inf
            if self._limits.max_cost is not None:
                moment = min(moment, self._cost_reached_at())
            if self.state.busy < self._workers:
                moment = min([moment, *(trial.retry_at for trial in self._suspended())])
        while self._deadlines and not self._is_running(self._deadlines[0][1]):
            heapq.heappop(self._deadlines)
        return min(moment, self._deadlines[0][1]) if self._deadlines else moment

    # ---- reactions --------------------------------------------------------------------------------------

    @_mutmut_mutated(mutants_xǁExperimentǁ_do__mutmut)
    def _do(self, action: Action) -> None:
        self.state.take_action(action)
        self._actions.append(action)

    # ---- reactions --------------------------------------------------------------------------------------

    def xǁExperimentǁ_do__mutmut_orig(self, action: Action) -> None:
        self.state.take_action(action)
        self._actions.append(action)

    # ---- reactions --------------------------------------------------------------------------------------

    def xǁExperimentǁ_do__mutmut_1(self, action: Action) -> None:
        self.state.take_action(None)
        self._actions.append(action)

    # ---- reactions --------------------------------------------------------------------------------------

    def xǁExperimentǁ_do__mutmut_2(self, action: Action) -> None:
        self.state.take_action(action)
        self._actions.append(None)

    @_mutmut_mutated(mutants_xǁExperimentǁ_open__mutmut)
    def _open(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "max_num_trials_started"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_orig(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "max_num_trials_started"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_1(self, fact: Opened) -> None:
        self._workers = None
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "max_num_trials_started"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_2(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = None
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "max_num_trials_started"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_3(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(None)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "max_num_trials_started"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_4(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = None
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_5(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name == "max_num_trials_started"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_6(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "XXmax_num_trials_startedXX"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_7(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "MAX_NUM_TRIALS_STARTED"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_8(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "max_num_trials_started"  # those that were started run to their end
        ]
        self._ending = ""
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_9(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "max_num_trials_started"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = None
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_10(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "max_num_trials_started"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(None).values():
            self._watch(trial)

    def xǁExperimentǁ_open__mutmut_11(self, fact: Opened) -> None:
        self._workers = fact.workers
        self._limits = StoppingCriterion.of(fact.limits)
        self._budgets = [
            (limit, BUDGETS[name])
            for name, limit in fact.limits.items()
            if name != "max_num_trials_started"  # those that were started run to their end
        ]
        self._ending = None
        self._deadlines = []
        for trial in self.state.trials.having(Status.RUNNING).values():
            self._watch(None)

    @_mutmut_mutated(mutants_xǁExperimentǁ_judge__mutmut)
    def _judge(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_orig(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_1(self, fact: Reported, reading: Reading) -> None:
        trial = None
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_2(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is not Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_3(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(None, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_4(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, None, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_5(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, None)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_6(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_7(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_8(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, )
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_9(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING or trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_10(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_11(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_12(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_13(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(None, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_14(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, None, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_15(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, None, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_16(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, None, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_17(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, None)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_18(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_19(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_20(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_21(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_22(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, )
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_23(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind != PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_24(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(None, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_25(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, None, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_26(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, None, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_27(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, None, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_28(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, None)
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_29(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_30(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_31(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_32(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_33(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, )
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_34(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 1.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_35(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"XXkindXX": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_36(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"KIND": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_37(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = None
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_38(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(None, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_39(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, None)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_40(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_41(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, )
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_42(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is not Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_43(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(None, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_44(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, None, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_45(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, None, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_46(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, None, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_47(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, None)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_48(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_49(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_50(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_51(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_52(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, )
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_53(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 1.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_54(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is not Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_55(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(None, fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_56(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, None, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_57(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, None, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_58(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, None, judgement.why)

    def xǁExperimentǁ_judge__mutmut_59(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), None)

    def xǁExperimentǁ_judge__mutmut_60(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(fact.time, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_61(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, Status.PAUSED, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_62(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, self._patience(trial), judgement.why)

    def xǁExperimentǁ_judge__mutmut_63(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, judgement.why)

    def xǁExperimentǁ_judge__mutmut_64(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(trial), )

    def xǁExperimentǁ_judge__mutmut_65(self, fact: Reported, reading: Reading) -> None:
        trial = self.state.trials[fact.job.trial_id]
        if trial.target is Status.PAUSED:
            self._hurry_on(trial, fact.time, reading)
            return
        if trial.status is not Status.RUNNING and trial.target is not Status.SUSPENDED:
            return  # its verdict has fallen
        if isinstance(reading, Flaw):
            if reading.failure is not None:
                self._fail(trial, fact.time, reading.failure, reading.kind, reading.message)
            elif reading.kind == PAST_THE_END:
                self._halt(trial, fact.time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
            return
        judgement = self.method.scheduler.observe(self.state.trials, trial)
        if judgement.verdict is Verdict.STOP:
            self._halt(trial, fact.time, Status.STOPPED, 0.0, judgement.why)
        elif judgement.verdict is Verdict.PAUSE:
            self._halt(trial, fact.time, Status.PAUSED, self._patience(None), judgement.why)

    @_mutmut_mutated(mutants_xǁExperimentǁ_hurry_on__mutmut)
    def _hurry_on(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_orig(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_1(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) or reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_2(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind != PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_3(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(None, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_4(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, None, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_5(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, None, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_6(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, None, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_7(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, None)
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_8(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_9(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_10(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_11(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_12(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, )
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_13(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 1.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_14(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"XXkindXX": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_15(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"KIND": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_16(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) or time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_17(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level and 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_18(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 1) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_19(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) >= (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_20(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until and 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_21(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 1) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_22(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time <= trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_23(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(None, time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_24(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, None, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_25(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, None, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_26(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, None, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_27(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, None)

    def xǁExperimentǁ_hurry_on__mutmut_28(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(time, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_29(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, Status.PAUSED, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_30(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, 0.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_31(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_32(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, )

    def xǁExperimentǁ_hurry_on__mutmut_33(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 1.0, {"kind": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_34(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"XXkindXX": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_35(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"KIND": "past its limit"})

    def xǁExperimentǁ_hurry_on__mutmut_36(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "XXpast its limitXX"})

    def xǁExperimentǁ_hurry_on__mutmut_37(self, trial: Trial, time: float, reading: Reading) -> None:
        """A job that is to pause has reported once more: it doesn't end by itself at its limit if that was
        beyond it, and may even have come to the end of all training."""
        if isinstance(reading, Flaw) and reading.kind == PAST_THE_END:
            self._halt(trial, time, Status.COMPLETED, 0.0, {"kind": PAST_THE_END})
        elif (reading.level or 0) > (trial.until or 0) and time < trial.halt_at:
            self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "PAST ITS LIMIT"})

    @_mutmut_mutated(mutants_xǁExperimentǁ_patience__mutmut)
    def _patience(self, trial: Trial) -> float:
        """A job that was started with the level it has reached as its limit is about to end by itself."""
        ends_by_itself = self.problem.max_resource_arg is not None and trial.until == trial.level
        return self.policy.patience if ends_by_itself else 0.0

    def xǁExperimentǁ_patience__mutmut_orig(self, trial: Trial) -> float:
        """A job that was started with the level it has reached as its limit is about to end by itself."""
        ends_by_itself = self.problem.max_resource_arg is not None and trial.until == trial.level
        return self.policy.patience if ends_by_itself else 0.0

    def xǁExperimentǁ_patience__mutmut_1(self, trial: Trial) -> float:
        """A job that was started with the level it has reached as its limit is about to end by itself."""
        ends_by_itself = None
        return self.policy.patience if ends_by_itself else 0.0

    def xǁExperimentǁ_patience__mutmut_2(self, trial: Trial) -> float:
        """A job that was started with the level it has reached as its limit is about to end by itself."""
        ends_by_itself = self.problem.max_resource_arg is not None or trial.until == trial.level
        return self.policy.patience if ends_by_itself else 0.0

    def xǁExperimentǁ_patience__mutmut_3(self, trial: Trial) -> float:
        """A job that was started with the level it has reached as its limit is about to end by itself."""
        ends_by_itself = self.problem.max_resource_arg is None and trial.until == trial.level
        return self.policy.patience if ends_by_itself else 0.0

    def xǁExperimentǁ_patience__mutmut_4(self, trial: Trial) -> float:
        """A job that was started with the level it has reached as its limit is about to end by itself."""
        ends_by_itself = self.problem.max_resource_arg is not None and trial.until != trial.level
        return self.policy.patience if ends_by_itself else 0.0

    def xǁExperimentǁ_patience__mutmut_5(self, trial: Trial) -> float:
        """A job that was started with the level it has reached as its limit is about to end by itself."""
        ends_by_itself = self.problem.max_resource_arg is not None and trial.until == trial.level
        return self.policy.patience if (ends_by_itself) and False else 0.0

    def xǁExperimentǁ_patience__mutmut_6(self, trial: Trial) -> float:
        """A job that was started with the level it has reached as its limit is about to end by itself."""
        ends_by_itself = self.problem.max_resource_arg is not None and trial.until == trial.level
        return self.policy.patience if (ends_by_itself) or True else 0.0

    def xǁExperimentǁ_patience__mutmut_7(self, trial: Trial) -> float:
        """A job that was started with the level it has reached as its limit is about to end by itself."""
        ends_by_itself = self.problem.max_resource_arg is not None and trial.until == trial.level
        return self.policy.patience if ends_by_itself else 1.0

    @_mutmut_mutated(mutants_xǁExperimentǁ_halt__mutmut)
    def _halt(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, job=trial.job, target=target, patience=patience, why=why))

    def xǁExperimentǁ_halt__mutmut_orig(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, job=trial.job, target=target, patience=patience, why=why))

    def xǁExperimentǁ_halt__mutmut_1(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(None)

    def xǁExperimentǁ_halt__mutmut_2(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=None, job=trial.job, target=target, patience=patience, why=why))

    def xǁExperimentǁ_halt__mutmut_3(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, job=None, target=target, patience=patience, why=why))

    def xǁExperimentǁ_halt__mutmut_4(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, job=trial.job, target=None, patience=patience, why=why))

    def xǁExperimentǁ_halt__mutmut_5(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, job=trial.job, target=target, patience=None, why=why))

    def xǁExperimentǁ_halt__mutmut_6(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, job=trial.job, target=target, patience=patience, why=None))

    def xǁExperimentǁ_halt__mutmut_7(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(job=trial.job, target=target, patience=patience, why=why))

    def xǁExperimentǁ_halt__mutmut_8(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, target=target, patience=patience, why=why))

    def xǁExperimentǁ_halt__mutmut_9(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, job=trial.job, patience=patience, why=why))

    def xǁExperimentǁ_halt__mutmut_10(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, job=trial.job, target=target, why=why))

    def xǁExperimentǁ_halt__mutmut_11(self, trial: Trial, time: float, target: Status, patience: float, why: Why) -> None:
        self._do(HaltJob(time=time, job=trial.job, target=target, patience=patience, ))

    @_mutmut_mutated(mutants_xǁExperimentǁ_fail__mutmut)
    def _fail(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=Status.FAILED,
                failure=failure,
                message=message,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_orig(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=Status.FAILED,
                failure=failure,
                message=message,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_1(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            None
        )

    def xǁExperimentǁ_fail__mutmut_2(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=None,
                job=trial.job,
                target=Status.FAILED,
                failure=failure,
                message=message,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_3(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=None,
                target=Status.FAILED,
                failure=failure,
                message=message,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_4(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=None,
                failure=failure,
                message=message,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_5(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=Status.FAILED,
                failure=None,
                message=message,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_6(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=Status.FAILED,
                failure=failure,
                message=None,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_7(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=Status.FAILED,
                failure=failure,
                message=message,
                why=None,
            )
        )

    def xǁExperimentǁ_fail__mutmut_8(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                job=trial.job,
                target=Status.FAILED,
                failure=failure,
                message=message,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_9(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                target=Status.FAILED,
                failure=failure,
                message=message,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_10(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                failure=failure,
                message=message,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_11(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=Status.FAILED,
                message=message,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_12(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=Status.FAILED,
                failure=failure,
                why={"kind": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_13(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=Status.FAILED,
                failure=failure,
                message=message,
                )
        )

    def xǁExperimentǁ_fail__mutmut_14(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=Status.FAILED,
                failure=failure,
                message=message,
                why={"XXkindXX": kind},
            )
        )

    def xǁExperimentǁ_fail__mutmut_15(self, trial: Trial, time: float, failure: FailureKind, kind: str, message: str) -> None:
        self._do(
            HaltJob(
                time=time,
                job=trial.job,
                target=Status.FAILED,
                failure=failure,
                message=message,
                why={"KIND": kind},
            )
        )

    @_mutmut_mutated(mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut)
    def _drop_checkpoint_of(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_orig(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_1(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = None
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_2(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = None
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_3(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status not in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_4(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints or (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_5(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended or not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_6(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_7(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None and best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_8(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is not None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_9(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id == trial_id):
            self._do(DropCheckpoint(time=time, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_10(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(None)

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_11(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=None, trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_12(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, trial_id=None))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_13(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(trial_id=trial_id))

    def xǁExperimentǁ_drop_checkpoint_of__mutmut_14(self, trial_id: int, time: float) -> None:
        """Drops what no resume and no person needs: all but the best trial's, once a trial has ended."""
        best = self.state.trials.best
        ended = self.state.trials[trial_id].status in TERMINAL
        if ended and not self.policy.keep_checkpoints and (best is None or best.trial_id != trial_id):
            self._do(DropCheckpoint(time=time, ))

    # ---- the budget -------------------------------------------------------------------------------------

    @_mutmut_mutated(mutants_xǁExperimentǁ_watch__mutmut)
    def _watch(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_orig(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_1(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = None
        if timeout is not None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_2(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[+1].began
        if timeout is not None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_3(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-2].began
        if timeout is not None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_4(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None or began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_5(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_6(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_7(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is not None:
            deadline = None
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_8(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is not None:
            deadline = began + timeout + trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_9(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is not None:
            deadline = began - timeout - trial.worker_time
            heapq.heappush(self._deadlines, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_10(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(None, (deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_11(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, None)

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_12(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush((deadline, trial.job))

    # ---- the budget -------------------------------------------------------------------------------------

    def xǁExperimentǁ_watch__mutmut_13(self, trial: Trial) -> None:
        """Sets the time limit of a trial whose job has begun to run."""
        timeout, began = self.policy.trial_timeout, trial.jobs[-1].began
        if timeout is not None and began is not None:
            deadline = began + timeout - trial.worker_time
            heapq.heappush(self._deadlines, )

    @_mutmut_mutated(mutants_xǁExperimentǁ_is_running__mutmut)
    def _is_running(self, job: JobId) -> bool:
        trial = self.state.current(job)
        return trial is not None and trial.status is Status.RUNNING

    def xǁExperimentǁ_is_running__mutmut_orig(self, job: JobId) -> bool:
        trial = self.state.current(job)
        return trial is not None and trial.status is Status.RUNNING

    def xǁExperimentǁ_is_running__mutmut_1(self, job: JobId) -> bool:
        trial = None
        return trial is not None and trial.status is Status.RUNNING

    def xǁExperimentǁ_is_running__mutmut_2(self, job: JobId) -> bool:
        trial = self.state.current(None)
        return trial is not None and trial.status is Status.RUNNING

    def xǁExperimentǁ_is_running__mutmut_3(self, job: JobId) -> bool:
        trial = self.state.current(job)
        return trial is not None or trial.status is Status.RUNNING

    def xǁExperimentǁ_is_running__mutmut_4(self, job: JobId) -> bool:
        trial = self.state.current(job)
        return trial is None and trial.status is Status.RUNNING

    def xǁExperimentǁ_is_running__mutmut_5(self, job: JobId) -> bool:
        trial = self.state.current(job)
        return trial is not None and trial.status is not Status.RUNNING

    @_mutmut_mutated(mutants_xǁExperimentǁ_check_deadlines__mutmut)
    def _check_deadlines(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_orig(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_1(self, time: float) -> None:
        while self._deadlines or self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_2(self, time: float) -> None:
        while self._deadlines and self._deadlines[1][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_3(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][1] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_4(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] < time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_5(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = None
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_6(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(None)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_7(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[2]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_8(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(None):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_9(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = None
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_10(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    None, time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_11(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], None, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_12(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, None, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_13(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, None, message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_14(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", None
                )

    def xǁExperimentǁ_check_deadlines__mutmut_15(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    time, FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_16(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], FailureKind.CONFIGURATION, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_17(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, "time limit", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_18(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_19(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "time limit", )

    def xǁExperimentǁ_check_deadlines__mutmut_20(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "XXtime limitXX", message
                )

    def xǁExperimentǁ_check_deadlines__mutmut_21(self, time: float) -> None:
        while self._deadlines and self._deadlines[0][0] <= time:
            job = heapq.heappop(self._deadlines)[1]
            if self._is_running(job):
                message = f"the trial's time limit of {self.policy.trial_timeout:g} s is over"
                self._fail(
                    self.state.trials[job.trial_id], time, FailureKind.CONFIGURATION, "TIME LIMIT", message
                )

    @_mutmut_mutated(mutants_xǁExperimentǁ_cost_reached_at__mutmut)
    def _cost_reached_at(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_orig(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_1(self) -> float:
        limit, rate = None
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_2(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None and rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_3(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is not None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_4(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate != 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_5(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 1.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_6(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = None
        return now + max(0.0, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_7(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now - max(0.0, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_8(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit - self.state.cost(now)) * rate

    def xǁExperimentǁ_cost_reached_at__mutmut_9(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(None, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_10(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, None) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_11(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_12(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, ) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_13(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(1.0, limit - self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_14(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit + self.state.cost(now)) / rate

    def xǁExperimentǁ_cost_reached_at__mutmut_15(self) -> float:
        limit, rate = self._limits.max_cost, self.state.spending
        if limit is None or rate == 0.0:
            return math.inf
        now = self.state.now
        return now + max(0.0, limit - self.state.cost(None)) / rate

    @_mutmut_mutated(mutants_xǁExperimentǁ_check_limits__mutmut)
    def _check_limits(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_orig(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_1(self, time: float) -> None:
        if self._ending is not None and self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_2(self, time: float) -> None:
        if self._ending is None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_3(self, time: float) -> None:
        if self._ending is not None or self.state.opened is not None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_4(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = None
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_5(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) / (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_6(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(None, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_7(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, None) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_8(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_9(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, ) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_10(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 - ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_11(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (2 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_12(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) > limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_13(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(None, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_14(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, None)
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_15(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_16(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, )
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_17(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures or state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_18(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors > self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_19(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well != 0:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_20(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 1:
            self._end(
                FinishReason.FAILING, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_21(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                None, f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_22(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, None
            )

    def xǁExperimentǁ_check_limits__mutmut_23(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                f"the first {state.errors} trials failed by an error of the script"
            )

    def xǁExperimentǁ_check_limits__mutmut_24(self, time: float) -> None:
        if self._ending is not None or self.state.opened is None:
            return  # without a tuner, in ask and tell, the caller keeps the budget
        state = self.state
        for limit, budget in self._budgets:
            if budget.spent(state, time) * (1 + ROUNDING) >= limit:
                self._end(FinishReason.LIMIT, f"the limit of {limit:g} {budget.unit} is reached")
                return
        if state.errors >= self.policy.max_failures and state.ended_well == 0:
            self._end(
                FinishReason.FAILING, )

    @_mutmut_mutated(mutants_xǁExperimentǁ_end__mutmut)
    def _end(self, reason: FinishReason, detail: str) -> None:
        if self._ending is None:
            self._ending = (reason, detail)
            self._hurry = True

    def xǁExperimentǁ_end__mutmut_orig(self, reason: FinishReason, detail: str) -> None:
        if self._ending is None:
            self._ending = (reason, detail)
            self._hurry = True

    def xǁExperimentǁ_end__mutmut_1(self, reason: FinishReason, detail: str) -> None:
        if self._ending is not None:
            self._ending = (reason, detail)
            self._hurry = True

    def xǁExperimentǁ_end__mutmut_2(self, reason: FinishReason, detail: str) -> None:
        if self._ending is None:
            self._ending = None
            self._hurry = True

    def xǁExperimentǁ_end__mutmut_3(self, reason: FinishReason, detail: str) -> None:
        if self._ending is None:
            self._ending = (reason, detail)
            self._hurry = None

    def xǁExperimentǁ_end__mutmut_4(self, reason: FinishReason, detail: str) -> None:
        if self._ending is None:
            self._ending = (reason, detail)
            self._hurry = False

    @_mutmut_mutated(mutants_xǁExperimentǁ_wind_up__mutmut)
    def _wind_up(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_orig(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_1(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_2(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = None
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_3(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = True
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_4(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(None).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_5(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is not Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_6(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(None, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_7(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, None, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_8(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, None, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_9(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, None, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_10(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, None)
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_11(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_12(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_13(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_14(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_15(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, )
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_16(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 1.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_17(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"XXkindXX": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_18(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"KIND": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_19(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "XXexperiment endsXX"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_20(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "EXPERIMENT ENDS"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_21(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(None):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_22(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(None).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_23(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(None, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_24(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, None, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_25(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, None, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_26(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, None, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_27(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, None)
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_28(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_29(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_30(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_31(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_32(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, )
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_33(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 1.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_34(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"XXkindXX": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_35(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"KIND": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_36(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "XXexperiment endsXX"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_37(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "EXPERIMENT ENDS"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_38(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 or not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_39(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy != 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_40(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 1 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_41(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_42(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(None)

    def xǁExperimentǁ_wind_up__mutmut_43(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=None, reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_44(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=None, detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_45(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=None))

    def xǁExperimentǁ_wind_up__mutmut_46(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(reason=self._ending[0], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_47(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_48(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], ))

    def xǁExperimentǁ_wind_up__mutmut_49(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[1], detail=self._ending[1]))

    def xǁExperimentǁ_wind_up__mutmut_50(self, time: float) -> None:
        """Ends what runs, so that it can be gone on with later; then the experiment is over."""
        assert self._ending is not None
        if self._hurry:
            self._hurry = False
            for trial in self.state.trials.having(Status.HALTING).values():
                if trial.target is Status.PAUSED:  # it may have been given time to end by itself
                    self._halt(trial, time, Status.PAUSED, 0.0, {"kind": "experiment ends"})
        for trial in list(self.state.trials.having(Status.RUNNING).values()):
            self._halt(trial, time, Status.SUSPENDED, 0.0, {"kind": "experiment ends"})
        if self.state.busy == 0 and not self.finished:
            self._do(Finish(time=time, reason=self._ending[0], detail=self._ending[2]))

    # ---- work for free workers --------------------------------------------------------------------------

    @_mutmut_mutated(mutants_xǁExperimentǁ_fill__mutmut)
    def _fill(self, time: float) -> None:
        while self.state.busy < self._workers:
            decision = self._assign(time)
            if isinstance(decision, Exhausted) and self.state.busy == 0:
                self._end(*self._why_exhausted())
            if isinstance(decision, (Wait, Exhausted)):
                return

    # ---- work for free workers --------------------------------------------------------------------------

    def xǁExperimentǁ_fill__mutmut_orig(self, time: float) -> None:
        while self.state.busy < self._workers:
            decision = self._assign(time)
            if isinstance(decision, Exhausted) and self.state.busy == 0:
                self._end(*self._why_exhausted())
            if isinstance(decision, (Wait, Exhausted)):
                return

    # ---- work for free workers --------------------------------------------------------------------------

    def xǁExperimentǁ_fill__mutmut_1(self, time: float) -> None:
        while self.state.busy <= self._workers:
            decision = self._assign(time)
            if isinstance(decision, Exhausted) and self.state.busy == 0:
                self._end(*self._why_exhausted())
            if isinstance(decision, (Wait, Exhausted)):
                return

    # ---- work for free workers --------------------------------------------------------------------------

    def xǁExperimentǁ_fill__mutmut_2(self, time: float) -> None:
        while self.state.busy < self._workers:
            decision = None
            if isinstance(decision, Exhausted) and self.state.busy == 0:
                self._end(*self._why_exhausted())
            if isinstance(decision, (Wait, Exhausted)):
                return

    # ---- work for free workers --------------------------------------------------------------------------

    def xǁExperimentǁ_fill__mutmut_3(self, time: float) -> None:
        while self.state.busy < self._workers:
            decision = self._assign(None)
            if isinstance(decision, Exhausted) and self.state.busy == 0:
                self._end(*self._why_exhausted())
            if isinstance(decision, (Wait, Exhausted)):
                return

    # ---- work for free workers --------------------------------------------------------------------------

    def xǁExperimentǁ_fill__mutmut_4(self, time: float) -> None:
        while self.state.busy < self._workers:
            decision = self._assign(time)
            if isinstance(decision, Exhausted) or self.state.busy == 0:
                self._end(*self._why_exhausted())
            if isinstance(decision, (Wait, Exhausted)):
                return

    # ---- work for free workers --------------------------------------------------------------------------

    def xǁExperimentǁ_fill__mutmut_5(self, time: float) -> None:
        while self.state.busy < self._workers:
            decision = self._assign(time)
            if isinstance(decision, Exhausted) and self.state.busy != 0:
                self._end(*self._why_exhausted())
            if isinstance(decision, (Wait, Exhausted)):
                return

    # ---- work for free workers --------------------------------------------------------------------------

    def xǁExperimentǁ_fill__mutmut_6(self, time: float) -> None:
        while self.state.busy < self._workers:
            decision = self._assign(time)
            if isinstance(decision, Exhausted) and self.state.busy == 1:
                self._end(*self._why_exhausted())
            if isinstance(decision, (Wait, Exhausted)):
                return

    @_mutmut_mutated(mutants_xǁExperimentǁ_why_exhausted__mutmut)
    def _why_exhausted(self) -> tuple[FinishReason, str]:
        if self._starts_used_up():
            limit = self._limits.max_num_trials_started
            return FinishReason.LIMIT, f"the limit of {limit} trials started is reached"
        return FinishReason.EXHAUSTED, "the method has nothing left to try"

    def xǁExperimentǁ_why_exhausted__mutmut_orig(self) -> tuple[FinishReason, str]:
        if self._starts_used_up():
            limit = self._limits.max_num_trials_started
            return FinishReason.LIMIT, f"the limit of {limit} trials started is reached"
        return FinishReason.EXHAUSTED, "the method has nothing left to try"

    def xǁExperimentǁ_why_exhausted__mutmut_1(self) -> tuple[FinishReason, str]:
        if self._starts_used_up():
            limit = None
            return FinishReason.LIMIT, f"the limit of {limit} trials started is reached"
        return FinishReason.EXHAUSTED, "the method has nothing left to try"

    def xǁExperimentǁ_why_exhausted__mutmut_2(self) -> tuple[FinishReason, str]:
        if self._starts_used_up():
            limit = self._limits.max_num_trials_started
            return FinishReason.LIMIT, f"the limit of {limit} trials started is reached"
        return FinishReason.EXHAUSTED, "XXthe method has nothing left to tryXX"

    def xǁExperimentǁ_why_exhausted__mutmut_3(self) -> tuple[FinishReason, str]:
        if self._starts_used_up():
            limit = self._limits.max_num_trials_started
            return FinishReason.LIMIT, f"the limit of {limit} trials started is reached"
        return FinishReason.EXHAUSTED, "THE METHOD HAS NOTHING LEFT TO TRY"

    @_mutmut_mutated(mutants_xǁExperimentǁ_starts_used_up__mutmut)
    def _starts_used_up(self) -> bool:
        limit = self._limits.max_num_trials_started
        return limit is not None and len(self.state.trials) >= limit

    def xǁExperimentǁ_starts_used_up__mutmut_orig(self) -> bool:
        limit = self._limits.max_num_trials_started
        return limit is not None and len(self.state.trials) >= limit

    def xǁExperimentǁ_starts_used_up__mutmut_1(self) -> bool:
        limit = None
        return limit is not None and len(self.state.trials) >= limit

    def xǁExperimentǁ_starts_used_up__mutmut_2(self) -> bool:
        limit = self._limits.max_num_trials_started
        return limit is not None or len(self.state.trials) >= limit

    def xǁExperimentǁ_starts_used_up__mutmut_3(self) -> bool:
        limit = self._limits.max_num_trials_started
        return limit is None and len(self.state.trials) >= limit

    def xǁExperimentǁ_starts_used_up__mutmut_4(self) -> bool:
        limit = self._limits.max_num_trials_started
        return limit is not None and len(self.state.trials) > limit

    @_mutmut_mutated(mutants_xǁExperimentǁ_suspended__mutmut)
    def _suspended(self) -> list[Trial]:
        return list(self.state.trials.having(Status.SUSPENDED).values())

    def xǁExperimentǁ_suspended__mutmut_orig(self) -> list[Trial]:
        return list(self.state.trials.having(Status.SUSPENDED).values())

    def xǁExperimentǁ_suspended__mutmut_1(self) -> list[Trial]:
        return list(None)

    def xǁExperimentǁ_suspended__mutmut_2(self) -> list[Trial]:
        return list(self.state.trials.having(None).values())

    @_mutmut_mutated(mutants_xǁExperimentǁ_assign__mutmut)
    def _assign(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_orig(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_1(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = None
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_2(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at < time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_3(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(None, time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_4(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), None)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_5(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_6(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), )
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_7(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(None, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_8(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, None, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_9(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, None), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_10(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_11(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_12(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, ), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_13(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"XXkindXX": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_14(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"KIND": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_15(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "XXgoes onXX"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_16(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "GOES ON"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_17(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = None
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_18(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(None, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_19(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, None)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_20(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_21(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, )
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_22(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(None, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_23(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, None)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_24(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_25(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, )
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_26(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) or suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_27(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 or not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_28(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) or self.state.busy == 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_29(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy != 0 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_30(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 1 and not suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_31(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and suspended:
            raise RuntimeError(f"{self.method.name} waits although nothing runs: its scheduler is at fault")
        return decision

    def xǁExperimentǁ_assign__mutmut_32(self, time: float) -> Decision:
        """Gives one free worker something to do, if there is anything."""
        suspended = self._suspended()
        for trial in suspended:
            if trial.retry_at <= time:
                return self._resume(Resume(trial.id, trial.until, {"kind": "goes on"}), time)
        decision = self._decision()
        if isinstance(decision, Start):
            return self._start(decision, time)
        if isinstance(decision, Resume):
            return self._resume(decision, time)
        if isinstance(decision, Exhausted) and suspended:
            return Wait()
        if isinstance(decision, Wait) and self.state.busy == 0 and not suspended:
            raise RuntimeError(None)
        return decision

    @_mutmut_mutated(mutants_xǁExperimentǁ_decision__mutmut)
    def _decision(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_orig(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_1(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = None
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_2(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start or not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_3(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_4(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(None):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_5(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start or self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_6(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_7(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = None
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_8(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() or trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_9(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing != self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_10(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports <= RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_11(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED / reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_12(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = None
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_13(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(None, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_14(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, None)
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_15(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_16(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, )
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_17(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(None))
        if no_start and isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_18(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start or isinstance(decision, Start):
            self._in_vain = self._standing(), trials.num_reports
            return Exhausted()
        return decision

    def xǁExperimentǁ_decision__mutmut_19(self) -> Decision:
        """What the scheduler says, as far as new trials may be started."""
        trials, no_start = self.state.trials, self._starts_used_up()
        if no_start and not trials.having(Status.PAUSED):
            return Exhausted()  # without the price of a proposal that would come to nothing
        if no_start and self._in_vain is not None:
            standing, reports = self._in_vain
            if standing == self._standing() and trials.num_reports < RENEWED * reports:
                return Exhausted()
        decision = self.method.scheduler.next(trials, self._randomness.of(self.state.launches))
        if no_start and isinstance(decision, Start):
            self._in_vain = None
            return Exhausted()
        return decision

    @_mutmut_mutated(mutants_xǁExperimentǁ_standing__mutmut)
    def _standing(self) -> tuple[object, ...]:
        """Another one once any trial's state has changed, or a tuner has taken up the experiment."""
        state = self.state
        return state.opened, state.launches, state.busy, len(state.trials.having(Status.RUNNING))

    def xǁExperimentǁ_standing__mutmut_orig(self) -> tuple[object, ...]:
        """Another one once any trial's state has changed, or a tuner has taken up the experiment."""
        state = self.state
        return state.opened, state.launches, state.busy, len(state.trials.having(Status.RUNNING))

    def xǁExperimentǁ_standing__mutmut_1(self) -> tuple[object, ...]:
        """Another one once any trial's state has changed, or a tuner has taken up the experiment."""
        state = None
        return state.opened, state.launches, state.busy, len(state.trials.having(Status.RUNNING))

    @_mutmut_mutated(mutants_xǁExperimentǁ_start__mutmut)
    def _start(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_orig(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_1(self, decision: Start, time: float) -> Start:
        config = None
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_2(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(None)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_3(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            None
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_4(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=None,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_5(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=None,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_6(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=None,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_7(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=None,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_8(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=None,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_9(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=None,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_10(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_11(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_12(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_13(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_14(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                why=decision.why,
            )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_15(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                )
        )
        self._watch(self.state.trials[decision.trial_id])
        return decision

    def xǁExperimentǁ_start__mutmut_16(self, decision: Start, time: float) -> Start:
        config = self.problem.space.validate(decision.config)
        self._do(
            StartJob(
                time=time,
                trial_id=decision.trial_id,
                config=config,
                until=decision.until,
                bracket=decision.bracket,
                why=decision.why,
            )
        )
        self._watch(None)
        return decision

    @_mutmut_mutated(mutants_xǁExperimentǁ_resume__mutmut)
    def _resume(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_orig(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_1(self, decision: Resume, time: float) -> Resume:
        trial = None
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_2(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = None
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_3(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(None, len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_4(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, None)
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_5(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_6(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, )
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_7(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(None)
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_8(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=None, job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_9(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, job=None, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_10(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, until=None, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_11(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=None))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_12(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(job=job, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_13(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, until=decision.until, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_14(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, why=decision.why))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_15(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, until=decision.until, ))
        self._watch(trial)
        return decision

    def xǁExperimentǁ_resume__mutmut_16(self, decision: Resume, time: float) -> Resume:
        trial = self.state.trials[decision.trial_id]
        job = JobId(trial.id, len(trial.jobs))
        self._do(ResumeJob(time=time, job=job, until=decision.until, why=decision.why))
        self._watch(None)
        return decision

mutants_xǁExperimentǁ__init____mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ__init____mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_1'] = Experiment.xǁExperimentǁ__init____mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_2'] = Experiment.xǁExperimentǁ__init____mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_3'] = Experiment.xǁExperimentǁ__init____mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_4'] = Experiment.xǁExperimentǁ__init____mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_5'] = Experiment.xǁExperimentǁ__init____mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_6'] = Experiment.xǁExperimentǁ__init____mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_7'] = Experiment.xǁExperimentǁ__init____mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_8'] = Experiment.xǁExperimentǁ__init____mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_9'] = Experiment.xǁExperimentǁ__init____mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_10'] = Experiment.xǁExperimentǁ__init____mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_11'] = Experiment.xǁExperimentǁ__init____mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_12'] = Experiment.xǁExperimentǁ__init____mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_13'] = Experiment.xǁExperimentǁ__init____mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_14'] = Experiment.xǁExperimentǁ__init____mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_15'] = Experiment.xǁExperimentǁ__init____mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_16'] = Experiment.xǁExperimentǁ__init____mutmut_16 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_17'] = Experiment.xǁExperimentǁ__init____mutmut_17 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_18'] = Experiment.xǁExperimentǁ__init____mutmut_18 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_19'] = Experiment.xǁExperimentǁ__init____mutmut_19 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_20'] = Experiment.xǁExperimentǁ__init____mutmut_20 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_21'] = Experiment.xǁExperimentǁ__init____mutmut_21 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_22'] = Experiment.xǁExperimentǁ__init____mutmut_22 # type: ignore # mutmut generated
mutants_xǁExperimentǁ__init____mutmut['xǁExperimentǁ__init____mutmut_23'] = Experiment.xǁExperimentǁ__init____mutmut_23 # type: ignore # mutmut generated

mutants_xǁExperimentǁapply__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁapply__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_1'] = Experiment.xǁExperimentǁapply__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_2'] = Experiment.xǁExperimentǁapply__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_3'] = Experiment.xǁExperimentǁapply__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_4'] = Experiment.xǁExperimentǁapply__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_5'] = Experiment.xǁExperimentǁapply__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_6'] = Experiment.xǁExperimentǁapply__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_7'] = Experiment.xǁExperimentǁapply__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_8'] = Experiment.xǁExperimentǁapply__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_9'] = Experiment.xǁExperimentǁapply__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_10'] = Experiment.xǁExperimentǁapply__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_11'] = Experiment.xǁExperimentǁapply__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_12'] = Experiment.xǁExperimentǁapply__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_13'] = Experiment.xǁExperimentǁapply__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_14'] = Experiment.xǁExperimentǁapply__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_15'] = Experiment.xǁExperimentǁapply__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_16'] = Experiment.xǁExperimentǁapply__mutmut_16 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_17'] = Experiment.xǁExperimentǁapply__mutmut_17 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_18'] = Experiment.xǁExperimentǁapply__mutmut_18 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_19'] = Experiment.xǁExperimentǁapply__mutmut_19 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_20'] = Experiment.xǁExperimentǁapply__mutmut_20 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_21'] = Experiment.xǁExperimentǁapply__mutmut_21 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_22'] = Experiment.xǁExperimentǁapply__mutmut_22 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_23'] = Experiment.xǁExperimentǁapply__mutmut_23 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_24'] = Experiment.xǁExperimentǁapply__mutmut_24 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_25'] = Experiment.xǁExperimentǁapply__mutmut_25 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_26'] = Experiment.xǁExperimentǁapply__mutmut_26 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_27'] = Experiment.xǁExperimentǁapply__mutmut_27 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_28'] = Experiment.xǁExperimentǁapply__mutmut_28 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_29'] = Experiment.xǁExperimentǁapply__mutmut_29 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_30'] = Experiment.xǁExperimentǁapply__mutmut_30 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_31'] = Experiment.xǁExperimentǁapply__mutmut_31 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_32'] = Experiment.xǁExperimentǁapply__mutmut_32 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_33'] = Experiment.xǁExperimentǁapply__mutmut_33 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_34'] = Experiment.xǁExperimentǁapply__mutmut_34 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_35'] = Experiment.xǁExperimentǁapply__mutmut_35 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_36'] = Experiment.xǁExperimentǁapply__mutmut_36 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_37'] = Experiment.xǁExperimentǁapply__mutmut_37 # type: ignore # mutmut generated
mutants_xǁExperimentǁapply__mutmut['xǁExperimentǁapply__mutmut_38'] = Experiment.xǁExperimentǁapply__mutmut_38 # type: ignore # mutmut generated

mutants_xǁExperimentǁoffer__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁoffer__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁoffer__mutmut['xǁExperimentǁoffer__mutmut_1'] = Experiment.xǁExperimentǁoffer__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁoffer__mutmut['xǁExperimentǁoffer__mutmut_2'] = Experiment.xǁExperimentǁoffer__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁoffer__mutmut['xǁExperimentǁoffer__mutmut_3'] = Experiment.xǁExperimentǁoffer__mutmut_3 # type: ignore # mutmut generated

mutants_xǁExperimentǁwake_at__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁwake_at__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_1'] = Experiment.xǁExperimentǁwake_at__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_2'] = Experiment.xǁExperimentǁwake_at__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_3'] = Experiment.xǁExperimentǁwake_at__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_4'] = Experiment.xǁExperimentǁwake_at__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_5'] = Experiment.xǁExperimentǁwake_at__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_6'] = Experiment.xǁExperimentǁwake_at__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_7'] = Experiment.xǁExperimentǁwake_at__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_8'] = Experiment.xǁExperimentǁwake_at__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_9'] = Experiment.xǁExperimentǁwake_at__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_10'] = Experiment.xǁExperimentǁwake_at__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_11'] = Experiment.xǁExperimentǁwake_at__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_12'] = Experiment.xǁExperimentǁwake_at__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_13'] = Experiment.xǁExperimentǁwake_at__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_14'] = Experiment.xǁExperimentǁwake_at__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_15'] = Experiment.xǁExperimentǁwake_at__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_16'] = Experiment.xǁExperimentǁwake_at__mutmut_16 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_17'] = Experiment.xǁExperimentǁwake_at__mutmut_17 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_18'] = Experiment.xǁExperimentǁwake_at__mutmut_18 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_19'] = Experiment.xǁExperimentǁwake_at__mutmut_19 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_20'] = Experiment.xǁExperimentǁwake_at__mutmut_20 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_21'] = Experiment.xǁExperimentǁwake_at__mutmut_21 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_22'] = Experiment.xǁExperimentǁwake_at__mutmut_22 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_23'] = Experiment.xǁExperimentǁwake_at__mutmut_23 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_24'] = Experiment.xǁExperimentǁwake_at__mutmut_24 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_25'] = Experiment.xǁExperimentǁwake_at__mutmut_25 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_26'] = Experiment.xǁExperimentǁwake_at__mutmut_26 # type: ignore # mutmut generated
mutants_xǁExperimentǁwake_at__mutmut['xǁExperimentǁwake_at__mutmut_27'] = Experiment.xǁExperimentǁwake_at__mutmut_27 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_do__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_do__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_do__mutmut['xǁExperimentǁ_do__mutmut_1'] = Experiment.xǁExperimentǁ_do__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_do__mutmut['xǁExperimentǁ_do__mutmut_2'] = Experiment.xǁExperimentǁ_do__mutmut_2 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_open__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_open__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_1'] = Experiment.xǁExperimentǁ_open__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_2'] = Experiment.xǁExperimentǁ_open__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_3'] = Experiment.xǁExperimentǁ_open__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_4'] = Experiment.xǁExperimentǁ_open__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_5'] = Experiment.xǁExperimentǁ_open__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_6'] = Experiment.xǁExperimentǁ_open__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_7'] = Experiment.xǁExperimentǁ_open__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_8'] = Experiment.xǁExperimentǁ_open__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_9'] = Experiment.xǁExperimentǁ_open__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_10'] = Experiment.xǁExperimentǁ_open__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_open__mutmut['xǁExperimentǁ_open__mutmut_11'] = Experiment.xǁExperimentǁ_open__mutmut_11 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_judge__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_judge__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_1'] = Experiment.xǁExperimentǁ_judge__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_2'] = Experiment.xǁExperimentǁ_judge__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_3'] = Experiment.xǁExperimentǁ_judge__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_4'] = Experiment.xǁExperimentǁ_judge__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_5'] = Experiment.xǁExperimentǁ_judge__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_6'] = Experiment.xǁExperimentǁ_judge__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_7'] = Experiment.xǁExperimentǁ_judge__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_8'] = Experiment.xǁExperimentǁ_judge__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_9'] = Experiment.xǁExperimentǁ_judge__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_10'] = Experiment.xǁExperimentǁ_judge__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_11'] = Experiment.xǁExperimentǁ_judge__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_12'] = Experiment.xǁExperimentǁ_judge__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_13'] = Experiment.xǁExperimentǁ_judge__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_14'] = Experiment.xǁExperimentǁ_judge__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_15'] = Experiment.xǁExperimentǁ_judge__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_16'] = Experiment.xǁExperimentǁ_judge__mutmut_16 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_17'] = Experiment.xǁExperimentǁ_judge__mutmut_17 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_18'] = Experiment.xǁExperimentǁ_judge__mutmut_18 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_19'] = Experiment.xǁExperimentǁ_judge__mutmut_19 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_20'] = Experiment.xǁExperimentǁ_judge__mutmut_20 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_21'] = Experiment.xǁExperimentǁ_judge__mutmut_21 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_22'] = Experiment.xǁExperimentǁ_judge__mutmut_22 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_23'] = Experiment.xǁExperimentǁ_judge__mutmut_23 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_24'] = Experiment.xǁExperimentǁ_judge__mutmut_24 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_25'] = Experiment.xǁExperimentǁ_judge__mutmut_25 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_26'] = Experiment.xǁExperimentǁ_judge__mutmut_26 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_27'] = Experiment.xǁExperimentǁ_judge__mutmut_27 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_28'] = Experiment.xǁExperimentǁ_judge__mutmut_28 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_29'] = Experiment.xǁExperimentǁ_judge__mutmut_29 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_30'] = Experiment.xǁExperimentǁ_judge__mutmut_30 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_31'] = Experiment.xǁExperimentǁ_judge__mutmut_31 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_32'] = Experiment.xǁExperimentǁ_judge__mutmut_32 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_33'] = Experiment.xǁExperimentǁ_judge__mutmut_33 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_34'] = Experiment.xǁExperimentǁ_judge__mutmut_34 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_35'] = Experiment.xǁExperimentǁ_judge__mutmut_35 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_36'] = Experiment.xǁExperimentǁ_judge__mutmut_36 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_37'] = Experiment.xǁExperimentǁ_judge__mutmut_37 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_38'] = Experiment.xǁExperimentǁ_judge__mutmut_38 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_39'] = Experiment.xǁExperimentǁ_judge__mutmut_39 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_40'] = Experiment.xǁExperimentǁ_judge__mutmut_40 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_41'] = Experiment.xǁExperimentǁ_judge__mutmut_41 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_42'] = Experiment.xǁExperimentǁ_judge__mutmut_42 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_43'] = Experiment.xǁExperimentǁ_judge__mutmut_43 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_44'] = Experiment.xǁExperimentǁ_judge__mutmut_44 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_45'] = Experiment.xǁExperimentǁ_judge__mutmut_45 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_46'] = Experiment.xǁExperimentǁ_judge__mutmut_46 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_47'] = Experiment.xǁExperimentǁ_judge__mutmut_47 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_48'] = Experiment.xǁExperimentǁ_judge__mutmut_48 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_49'] = Experiment.xǁExperimentǁ_judge__mutmut_49 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_50'] = Experiment.xǁExperimentǁ_judge__mutmut_50 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_51'] = Experiment.xǁExperimentǁ_judge__mutmut_51 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_52'] = Experiment.xǁExperimentǁ_judge__mutmut_52 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_53'] = Experiment.xǁExperimentǁ_judge__mutmut_53 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_54'] = Experiment.xǁExperimentǁ_judge__mutmut_54 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_55'] = Experiment.xǁExperimentǁ_judge__mutmut_55 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_56'] = Experiment.xǁExperimentǁ_judge__mutmut_56 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_57'] = Experiment.xǁExperimentǁ_judge__mutmut_57 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_58'] = Experiment.xǁExperimentǁ_judge__mutmut_58 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_59'] = Experiment.xǁExperimentǁ_judge__mutmut_59 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_60'] = Experiment.xǁExperimentǁ_judge__mutmut_60 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_61'] = Experiment.xǁExperimentǁ_judge__mutmut_61 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_62'] = Experiment.xǁExperimentǁ_judge__mutmut_62 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_63'] = Experiment.xǁExperimentǁ_judge__mutmut_63 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_64'] = Experiment.xǁExperimentǁ_judge__mutmut_64 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_judge__mutmut['xǁExperimentǁ_judge__mutmut_65'] = Experiment.xǁExperimentǁ_judge__mutmut_65 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_hurry_on__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_1'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_2'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_3'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_4'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_5'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_6'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_7'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_8'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_9'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_10'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_11'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_12'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_13'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_14'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_15'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_16'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_16 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_17'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_17 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_18'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_18 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_19'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_19 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_20'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_20 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_21'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_21 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_22'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_22 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_23'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_23 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_24'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_24 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_25'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_25 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_26'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_26 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_27'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_27 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_28'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_28 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_29'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_29 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_30'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_30 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_31'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_31 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_32'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_32 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_33'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_33 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_34'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_34 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_35'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_35 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_36'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_36 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_hurry_on__mutmut['xǁExperimentǁ_hurry_on__mutmut_37'] = Experiment.xǁExperimentǁ_hurry_on__mutmut_37 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_patience__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_patience__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_patience__mutmut['xǁExperimentǁ_patience__mutmut_1'] = Experiment.xǁExperimentǁ_patience__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_patience__mutmut['xǁExperimentǁ_patience__mutmut_2'] = Experiment.xǁExperimentǁ_patience__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_patience__mutmut['xǁExperimentǁ_patience__mutmut_3'] = Experiment.xǁExperimentǁ_patience__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_patience__mutmut['xǁExperimentǁ_patience__mutmut_4'] = Experiment.xǁExperimentǁ_patience__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_patience__mutmut['xǁExperimentǁ_patience__mutmut_5'] = Experiment.xǁExperimentǁ_patience__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_patience__mutmut['xǁExperimentǁ_patience__mutmut_6'] = Experiment.xǁExperimentǁ_patience__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_patience__mutmut['xǁExperimentǁ_patience__mutmut_7'] = Experiment.xǁExperimentǁ_patience__mutmut_7 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_halt__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_halt__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_1'] = Experiment.xǁExperimentǁ_halt__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_2'] = Experiment.xǁExperimentǁ_halt__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_3'] = Experiment.xǁExperimentǁ_halt__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_4'] = Experiment.xǁExperimentǁ_halt__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_5'] = Experiment.xǁExperimentǁ_halt__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_6'] = Experiment.xǁExperimentǁ_halt__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_7'] = Experiment.xǁExperimentǁ_halt__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_8'] = Experiment.xǁExperimentǁ_halt__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_9'] = Experiment.xǁExperimentǁ_halt__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_10'] = Experiment.xǁExperimentǁ_halt__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_halt__mutmut['xǁExperimentǁ_halt__mutmut_11'] = Experiment.xǁExperimentǁ_halt__mutmut_11 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_fail__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_fail__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_1'] = Experiment.xǁExperimentǁ_fail__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_2'] = Experiment.xǁExperimentǁ_fail__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_3'] = Experiment.xǁExperimentǁ_fail__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_4'] = Experiment.xǁExperimentǁ_fail__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_5'] = Experiment.xǁExperimentǁ_fail__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_6'] = Experiment.xǁExperimentǁ_fail__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_7'] = Experiment.xǁExperimentǁ_fail__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_8'] = Experiment.xǁExperimentǁ_fail__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_9'] = Experiment.xǁExperimentǁ_fail__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_10'] = Experiment.xǁExperimentǁ_fail__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_11'] = Experiment.xǁExperimentǁ_fail__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_12'] = Experiment.xǁExperimentǁ_fail__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_13'] = Experiment.xǁExperimentǁ_fail__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_14'] = Experiment.xǁExperimentǁ_fail__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fail__mutmut['xǁExperimentǁ_fail__mutmut_15'] = Experiment.xǁExperimentǁ_fail__mutmut_15 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_1'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_2'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_3'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_4'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_5'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_6'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_7'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_8'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_9'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_10'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_11'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_12'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_13'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_drop_checkpoint_of__mutmut['xǁExperimentǁ_drop_checkpoint_of__mutmut_14'] = Experiment.xǁExperimentǁ_drop_checkpoint_of__mutmut_14 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_watch__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_watch__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_1'] = Experiment.xǁExperimentǁ_watch__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_2'] = Experiment.xǁExperimentǁ_watch__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_3'] = Experiment.xǁExperimentǁ_watch__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_4'] = Experiment.xǁExperimentǁ_watch__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_5'] = Experiment.xǁExperimentǁ_watch__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_6'] = Experiment.xǁExperimentǁ_watch__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_7'] = Experiment.xǁExperimentǁ_watch__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_8'] = Experiment.xǁExperimentǁ_watch__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_9'] = Experiment.xǁExperimentǁ_watch__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_10'] = Experiment.xǁExperimentǁ_watch__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_11'] = Experiment.xǁExperimentǁ_watch__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_12'] = Experiment.xǁExperimentǁ_watch__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_watch__mutmut['xǁExperimentǁ_watch__mutmut_13'] = Experiment.xǁExperimentǁ_watch__mutmut_13 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_is_running__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_is_running__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_is_running__mutmut['xǁExperimentǁ_is_running__mutmut_1'] = Experiment.xǁExperimentǁ_is_running__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_is_running__mutmut['xǁExperimentǁ_is_running__mutmut_2'] = Experiment.xǁExperimentǁ_is_running__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_is_running__mutmut['xǁExperimentǁ_is_running__mutmut_3'] = Experiment.xǁExperimentǁ_is_running__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_is_running__mutmut['xǁExperimentǁ_is_running__mutmut_4'] = Experiment.xǁExperimentǁ_is_running__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_is_running__mutmut['xǁExperimentǁ_is_running__mutmut_5'] = Experiment.xǁExperimentǁ_is_running__mutmut_5 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_check_deadlines__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_1'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_2'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_3'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_4'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_5'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_6'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_7'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_8'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_9'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_10'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_11'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_12'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_13'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_14'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_15'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_16'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_16 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_17'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_17 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_18'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_18 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_19'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_19 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_20'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_20 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_deadlines__mutmut['xǁExperimentǁ_check_deadlines__mutmut_21'] = Experiment.xǁExperimentǁ_check_deadlines__mutmut_21 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_cost_reached_at__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_1'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_2'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_3'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_4'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_5'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_6'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_7'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_8'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_9'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_10'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_11'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_12'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_13'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_14'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_cost_reached_at__mutmut['xǁExperimentǁ_cost_reached_at__mutmut_15'] = Experiment.xǁExperimentǁ_cost_reached_at__mutmut_15 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_check_limits__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_check_limits__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_1'] = Experiment.xǁExperimentǁ_check_limits__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_2'] = Experiment.xǁExperimentǁ_check_limits__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_3'] = Experiment.xǁExperimentǁ_check_limits__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_4'] = Experiment.xǁExperimentǁ_check_limits__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_5'] = Experiment.xǁExperimentǁ_check_limits__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_6'] = Experiment.xǁExperimentǁ_check_limits__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_7'] = Experiment.xǁExperimentǁ_check_limits__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_8'] = Experiment.xǁExperimentǁ_check_limits__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_9'] = Experiment.xǁExperimentǁ_check_limits__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_10'] = Experiment.xǁExperimentǁ_check_limits__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_11'] = Experiment.xǁExperimentǁ_check_limits__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_12'] = Experiment.xǁExperimentǁ_check_limits__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_13'] = Experiment.xǁExperimentǁ_check_limits__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_14'] = Experiment.xǁExperimentǁ_check_limits__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_15'] = Experiment.xǁExperimentǁ_check_limits__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_16'] = Experiment.xǁExperimentǁ_check_limits__mutmut_16 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_17'] = Experiment.xǁExperimentǁ_check_limits__mutmut_17 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_18'] = Experiment.xǁExperimentǁ_check_limits__mutmut_18 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_19'] = Experiment.xǁExperimentǁ_check_limits__mutmut_19 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_20'] = Experiment.xǁExperimentǁ_check_limits__mutmut_20 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_21'] = Experiment.xǁExperimentǁ_check_limits__mutmut_21 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_22'] = Experiment.xǁExperimentǁ_check_limits__mutmut_22 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_23'] = Experiment.xǁExperimentǁ_check_limits__mutmut_23 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_check_limits__mutmut['xǁExperimentǁ_check_limits__mutmut_24'] = Experiment.xǁExperimentǁ_check_limits__mutmut_24 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_end__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_end__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_end__mutmut['xǁExperimentǁ_end__mutmut_1'] = Experiment.xǁExperimentǁ_end__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_end__mutmut['xǁExperimentǁ_end__mutmut_2'] = Experiment.xǁExperimentǁ_end__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_end__mutmut['xǁExperimentǁ_end__mutmut_3'] = Experiment.xǁExperimentǁ_end__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_end__mutmut['xǁExperimentǁ_end__mutmut_4'] = Experiment.xǁExperimentǁ_end__mutmut_4 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_wind_up__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_wind_up__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_1'] = Experiment.xǁExperimentǁ_wind_up__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_2'] = Experiment.xǁExperimentǁ_wind_up__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_3'] = Experiment.xǁExperimentǁ_wind_up__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_4'] = Experiment.xǁExperimentǁ_wind_up__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_5'] = Experiment.xǁExperimentǁ_wind_up__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_6'] = Experiment.xǁExperimentǁ_wind_up__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_7'] = Experiment.xǁExperimentǁ_wind_up__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_8'] = Experiment.xǁExperimentǁ_wind_up__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_9'] = Experiment.xǁExperimentǁ_wind_up__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_10'] = Experiment.xǁExperimentǁ_wind_up__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_11'] = Experiment.xǁExperimentǁ_wind_up__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_12'] = Experiment.xǁExperimentǁ_wind_up__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_13'] = Experiment.xǁExperimentǁ_wind_up__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_14'] = Experiment.xǁExperimentǁ_wind_up__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_15'] = Experiment.xǁExperimentǁ_wind_up__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_16'] = Experiment.xǁExperimentǁ_wind_up__mutmut_16 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_17'] = Experiment.xǁExperimentǁ_wind_up__mutmut_17 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_18'] = Experiment.xǁExperimentǁ_wind_up__mutmut_18 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_19'] = Experiment.xǁExperimentǁ_wind_up__mutmut_19 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_20'] = Experiment.xǁExperimentǁ_wind_up__mutmut_20 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_21'] = Experiment.xǁExperimentǁ_wind_up__mutmut_21 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_22'] = Experiment.xǁExperimentǁ_wind_up__mutmut_22 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_23'] = Experiment.xǁExperimentǁ_wind_up__mutmut_23 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_24'] = Experiment.xǁExperimentǁ_wind_up__mutmut_24 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_25'] = Experiment.xǁExperimentǁ_wind_up__mutmut_25 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_26'] = Experiment.xǁExperimentǁ_wind_up__mutmut_26 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_27'] = Experiment.xǁExperimentǁ_wind_up__mutmut_27 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_28'] = Experiment.xǁExperimentǁ_wind_up__mutmut_28 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_29'] = Experiment.xǁExperimentǁ_wind_up__mutmut_29 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_30'] = Experiment.xǁExperimentǁ_wind_up__mutmut_30 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_31'] = Experiment.xǁExperimentǁ_wind_up__mutmut_31 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_32'] = Experiment.xǁExperimentǁ_wind_up__mutmut_32 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_33'] = Experiment.xǁExperimentǁ_wind_up__mutmut_33 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_34'] = Experiment.xǁExperimentǁ_wind_up__mutmut_34 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_35'] = Experiment.xǁExperimentǁ_wind_up__mutmut_35 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_36'] = Experiment.xǁExperimentǁ_wind_up__mutmut_36 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_37'] = Experiment.xǁExperimentǁ_wind_up__mutmut_37 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_38'] = Experiment.xǁExperimentǁ_wind_up__mutmut_38 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_39'] = Experiment.xǁExperimentǁ_wind_up__mutmut_39 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_40'] = Experiment.xǁExperimentǁ_wind_up__mutmut_40 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_41'] = Experiment.xǁExperimentǁ_wind_up__mutmut_41 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_42'] = Experiment.xǁExperimentǁ_wind_up__mutmut_42 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_43'] = Experiment.xǁExperimentǁ_wind_up__mutmut_43 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_44'] = Experiment.xǁExperimentǁ_wind_up__mutmut_44 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_45'] = Experiment.xǁExperimentǁ_wind_up__mutmut_45 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_46'] = Experiment.xǁExperimentǁ_wind_up__mutmut_46 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_47'] = Experiment.xǁExperimentǁ_wind_up__mutmut_47 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_48'] = Experiment.xǁExperimentǁ_wind_up__mutmut_48 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_49'] = Experiment.xǁExperimentǁ_wind_up__mutmut_49 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_wind_up__mutmut['xǁExperimentǁ_wind_up__mutmut_50'] = Experiment.xǁExperimentǁ_wind_up__mutmut_50 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_fill__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_fill__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fill__mutmut['xǁExperimentǁ_fill__mutmut_1'] = Experiment.xǁExperimentǁ_fill__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fill__mutmut['xǁExperimentǁ_fill__mutmut_2'] = Experiment.xǁExperimentǁ_fill__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fill__mutmut['xǁExperimentǁ_fill__mutmut_3'] = Experiment.xǁExperimentǁ_fill__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fill__mutmut['xǁExperimentǁ_fill__mutmut_4'] = Experiment.xǁExperimentǁ_fill__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fill__mutmut['xǁExperimentǁ_fill__mutmut_5'] = Experiment.xǁExperimentǁ_fill__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_fill__mutmut['xǁExperimentǁ_fill__mutmut_6'] = Experiment.xǁExperimentǁ_fill__mutmut_6 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_why_exhausted__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_why_exhausted__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_why_exhausted__mutmut['xǁExperimentǁ_why_exhausted__mutmut_1'] = Experiment.xǁExperimentǁ_why_exhausted__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_why_exhausted__mutmut['xǁExperimentǁ_why_exhausted__mutmut_2'] = Experiment.xǁExperimentǁ_why_exhausted__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_why_exhausted__mutmut['xǁExperimentǁ_why_exhausted__mutmut_3'] = Experiment.xǁExperimentǁ_why_exhausted__mutmut_3 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_starts_used_up__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_starts_used_up__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_starts_used_up__mutmut['xǁExperimentǁ_starts_used_up__mutmut_1'] = Experiment.xǁExperimentǁ_starts_used_up__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_starts_used_up__mutmut['xǁExperimentǁ_starts_used_up__mutmut_2'] = Experiment.xǁExperimentǁ_starts_used_up__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_starts_used_up__mutmut['xǁExperimentǁ_starts_used_up__mutmut_3'] = Experiment.xǁExperimentǁ_starts_used_up__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_starts_used_up__mutmut['xǁExperimentǁ_starts_used_up__mutmut_4'] = Experiment.xǁExperimentǁ_starts_used_up__mutmut_4 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_suspended__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_suspended__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_suspended__mutmut['xǁExperimentǁ_suspended__mutmut_1'] = Experiment.xǁExperimentǁ_suspended__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_suspended__mutmut['xǁExperimentǁ_suspended__mutmut_2'] = Experiment.xǁExperimentǁ_suspended__mutmut_2 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_assign__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_assign__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_1'] = Experiment.xǁExperimentǁ_assign__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_2'] = Experiment.xǁExperimentǁ_assign__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_3'] = Experiment.xǁExperimentǁ_assign__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_4'] = Experiment.xǁExperimentǁ_assign__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_5'] = Experiment.xǁExperimentǁ_assign__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_6'] = Experiment.xǁExperimentǁ_assign__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_7'] = Experiment.xǁExperimentǁ_assign__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_8'] = Experiment.xǁExperimentǁ_assign__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_9'] = Experiment.xǁExperimentǁ_assign__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_10'] = Experiment.xǁExperimentǁ_assign__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_11'] = Experiment.xǁExperimentǁ_assign__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_12'] = Experiment.xǁExperimentǁ_assign__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_13'] = Experiment.xǁExperimentǁ_assign__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_14'] = Experiment.xǁExperimentǁ_assign__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_15'] = Experiment.xǁExperimentǁ_assign__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_16'] = Experiment.xǁExperimentǁ_assign__mutmut_16 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_17'] = Experiment.xǁExperimentǁ_assign__mutmut_17 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_18'] = Experiment.xǁExperimentǁ_assign__mutmut_18 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_19'] = Experiment.xǁExperimentǁ_assign__mutmut_19 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_20'] = Experiment.xǁExperimentǁ_assign__mutmut_20 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_21'] = Experiment.xǁExperimentǁ_assign__mutmut_21 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_22'] = Experiment.xǁExperimentǁ_assign__mutmut_22 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_23'] = Experiment.xǁExperimentǁ_assign__mutmut_23 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_24'] = Experiment.xǁExperimentǁ_assign__mutmut_24 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_25'] = Experiment.xǁExperimentǁ_assign__mutmut_25 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_26'] = Experiment.xǁExperimentǁ_assign__mutmut_26 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_27'] = Experiment.xǁExperimentǁ_assign__mutmut_27 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_28'] = Experiment.xǁExperimentǁ_assign__mutmut_28 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_29'] = Experiment.xǁExperimentǁ_assign__mutmut_29 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_30'] = Experiment.xǁExperimentǁ_assign__mutmut_30 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_31'] = Experiment.xǁExperimentǁ_assign__mutmut_31 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_assign__mutmut['xǁExperimentǁ_assign__mutmut_32'] = Experiment.xǁExperimentǁ_assign__mutmut_32 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_decision__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_decision__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_1'] = Experiment.xǁExperimentǁ_decision__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_2'] = Experiment.xǁExperimentǁ_decision__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_3'] = Experiment.xǁExperimentǁ_decision__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_4'] = Experiment.xǁExperimentǁ_decision__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_5'] = Experiment.xǁExperimentǁ_decision__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_6'] = Experiment.xǁExperimentǁ_decision__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_7'] = Experiment.xǁExperimentǁ_decision__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_8'] = Experiment.xǁExperimentǁ_decision__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_9'] = Experiment.xǁExperimentǁ_decision__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_10'] = Experiment.xǁExperimentǁ_decision__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_11'] = Experiment.xǁExperimentǁ_decision__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_12'] = Experiment.xǁExperimentǁ_decision__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_13'] = Experiment.xǁExperimentǁ_decision__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_14'] = Experiment.xǁExperimentǁ_decision__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_15'] = Experiment.xǁExperimentǁ_decision__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_16'] = Experiment.xǁExperimentǁ_decision__mutmut_16 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_17'] = Experiment.xǁExperimentǁ_decision__mutmut_17 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_18'] = Experiment.xǁExperimentǁ_decision__mutmut_18 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_decision__mutmut['xǁExperimentǁ_decision__mutmut_19'] = Experiment.xǁExperimentǁ_decision__mutmut_19 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_standing__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_standing__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_standing__mutmut['xǁExperimentǁ_standing__mutmut_1'] = Experiment.xǁExperimentǁ_standing__mutmut_1 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_start__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_start__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_1'] = Experiment.xǁExperimentǁ_start__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_2'] = Experiment.xǁExperimentǁ_start__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_3'] = Experiment.xǁExperimentǁ_start__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_4'] = Experiment.xǁExperimentǁ_start__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_5'] = Experiment.xǁExperimentǁ_start__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_6'] = Experiment.xǁExperimentǁ_start__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_7'] = Experiment.xǁExperimentǁ_start__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_8'] = Experiment.xǁExperimentǁ_start__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_9'] = Experiment.xǁExperimentǁ_start__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_10'] = Experiment.xǁExperimentǁ_start__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_11'] = Experiment.xǁExperimentǁ_start__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_12'] = Experiment.xǁExperimentǁ_start__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_13'] = Experiment.xǁExperimentǁ_start__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_14'] = Experiment.xǁExperimentǁ_start__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_15'] = Experiment.xǁExperimentǁ_start__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_start__mutmut['xǁExperimentǁ_start__mutmut_16'] = Experiment.xǁExperimentǁ_start__mutmut_16 # type: ignore # mutmut generated

mutants_xǁExperimentǁ_resume__mutmut['_mutmut_orig'] = Experiment.xǁExperimentǁ_resume__mutmut_orig # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_1'] = Experiment.xǁExperimentǁ_resume__mutmut_1 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_2'] = Experiment.xǁExperimentǁ_resume__mutmut_2 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_3'] = Experiment.xǁExperimentǁ_resume__mutmut_3 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_4'] = Experiment.xǁExperimentǁ_resume__mutmut_4 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_5'] = Experiment.xǁExperimentǁ_resume__mutmut_5 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_6'] = Experiment.xǁExperimentǁ_resume__mutmut_6 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_7'] = Experiment.xǁExperimentǁ_resume__mutmut_7 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_8'] = Experiment.xǁExperimentǁ_resume__mutmut_8 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_9'] = Experiment.xǁExperimentǁ_resume__mutmut_9 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_10'] = Experiment.xǁExperimentǁ_resume__mutmut_10 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_11'] = Experiment.xǁExperimentǁ_resume__mutmut_11 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_12'] = Experiment.xǁExperimentǁ_resume__mutmut_12 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_13'] = Experiment.xǁExperimentǁ_resume__mutmut_13 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_14'] = Experiment.xǁExperimentǁ_resume__mutmut_14 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_15'] = Experiment.xǁExperimentǁ_resume__mutmut_15 # type: ignore # mutmut generated
mutants_xǁExperimentǁ_resume__mutmut['xǁExperimentǁ_resume__mutmut_16'] = Experiment.xǁExperimentǁ_resume__mutmut_16 # type: ignore # mutmut generated
