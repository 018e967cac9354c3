"""Studies compare methods over numbers of workers and seeds, by one command and in one figure."""

from tunewise.studies.spec import MethodArguments

__all__ = ["MethodArguments"]
