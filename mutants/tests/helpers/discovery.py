"""Finds the implementations that a contract suite is to hold to their contract."""

import inspect
import pkgutil
from collections.abc import Iterable
from importlib import import_module
from typing import TypeVar

T = TypeVar("T")


def discover(base: type[T], package: str) -> list[type[T]]:
    """All concrete subclasses of `base` that are defined in a package or the packages in it, by name.

    Imports every module of the package, so that a new implementation cannot be forgotten.
    """
    root = import_module(package)
    modules = [root, *map(import_module, _module_names(root.__path__, package))]
    found = {
        member
        for module in modules
        for _, member in inspect.getmembers(module, inspect.isclass)
        if member.__module__ == module.__name__
        and issubclass(member, base)
        and not inspect.isabstract(member)
        and member is not base
    }
    return sorted(found, key=lambda member: (member.__module__, member.__qualname__))


def _module_names(path: Iterable[str], package: str) -> list[str]:
    return [module.name for module in pkgutil.walk_packages(path, f"{package}.")]
