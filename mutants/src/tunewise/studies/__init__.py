"""Studies: methods x numbers of workers x seeds on benchmarks, by one command and in one figure."""

from tunewise.studies.spec import MethodArguments

__all__ = ["MethodArguments"]
