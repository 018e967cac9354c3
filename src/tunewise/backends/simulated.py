"""Where installations of earlier versions registered the simulated back end."""

from tunewise.blackboxes.simulated import SimulatedBackend

__all__ = ["SimulatedBackend"]
