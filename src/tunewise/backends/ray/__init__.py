"""Jobs on a Ray cluster: a detached actor for each (docs/ray.md)."""

from tunewise.backends.ray.spec import RayBackend

__all__ = ["RayBackend"]
