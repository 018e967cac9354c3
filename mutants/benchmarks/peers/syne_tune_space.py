"""The space in Syne Tune's words."""

from protocol import SPACE
from syne_tune.config_space import choice, loguniform, randint, uniform

KINDS = {"float": uniform, "log": loguniform, "int": randint, "choice": choice}
CONFIG_SPACE = {name: KINDS[kind](*rest) for name, (kind, *rest) in SPACE.items()}
