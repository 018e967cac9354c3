"""Where jobs run on SageMaker, whatever their script."""

from __future__ import annotations

import msgspec

from tunewise.backends.sagemaker.backend import SageMakerBackend


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """What all back ends of a user's account have in common. Each field is that of `SageMakerBackend` by the
    same name, which documents and checks it."""

    role: str
    image: str
    instance_type: str
    s3: str
    region: str | None = None
    volume_gb: int = 30
    keep_alive: int = 0
    spot: bool = False
    training_plan: str | None = None
    max_run: int = 24 * 3600
    max_pending: int | None = None
    subnets: tuple[str, ...] = ()
    security_groups: tuple[str, ...] = ()
    environment: dict[str, str] = {}
    pass_environment: tuple[str, ...] = ()
    tags: dict[str, str] = {}
    channels: dict[str, str] = {}
    poll_every: float = 5.0

    def backend(
        self, entry_point: str, arguments: tuple[str, ...] = (), source_dir: str | None = None
    ) -> SageMakerBackend:
        """The back end for a script, and the folder that goes with it. Raises ValueError for what SageMaker
        would refuse."""
        return SageMakerBackend(
            entry_point, arguments=arguments, source_dir=source_dir, **msgspec.structs.asdict(self)
        )
