"""The methods of the comparison: asynchronous ones in the left panel, synchronous ones in the right."""

from __future__ import annotations

from tunewise import methods as tunewise_methods
from tunewise.schedulers.base import Method
from tunewise.studies import MethodArguments


def rs(arguments: MethodArguments) -> Method:
    return tunewise_methods.rs(arguments.problem, seed=arguments.seed)


def bo(arguments: MethodArguments) -> Method:
    return tunewise_methods.bo(arguments.problem, seed=arguments.seed)


def asha(arguments: MethodArguments) -> Method:
    return tunewise_methods.asha(arguments.problem, seed=arguments.seed, type="promotion")


def mobster(arguments: MethodArguments) -> Method:
    return tunewise_methods.mobster(arguments.problem, seed=arguments.seed)


def sync_hyperband(arguments: MethodArguments) -> Method:
    return tunewise_methods.sync_hyperband(arguments.problem, seed=arguments.seed)


def sync_bohb(arguments: MethodArguments) -> Method:
    return tunewise_methods.bohb(arguments.problem, seed=arguments.seed)


def sync_mobster(arguments: MethodArguments) -> Method:
    return tunewise_methods.sync_mobster(arguments.problem, seed=arguments.seed)


methods = {
    "RS": rs,
    "BO": bo,
    "ASHA": asha,
    "MOBSTER": mobster,
    "SyncHB": sync_hyperband,
    "SyncBOHB": sync_bohb,
    "SyncMOBSTER": sync_mobster,
}

groups = {
    "asynchronous": ("RS", "BO", "ASHA", "MOBSTER"),
    "synchronous": ("SyncHB", "SyncBOHB", "SyncMOBSTER"),
}
