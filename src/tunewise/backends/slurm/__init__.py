"""Jobs as jobs of Slurm."""

from tunewise.backends.slurm.spec import SlurmBackend

__all__ = ["SlurmBackend"]
