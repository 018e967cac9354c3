"""Units of time on axes."""

TIME_UNITS = (
    (120.0, 1.0, "s"),
    (7200.0, 60.0, "min"),
    (172800.0, 3600.0, "h"),
    (float("inf"), 86400.0, "days"),
)
"""Up to how many seconds which unit will do: its length in seconds, and its name."""


def time_unit(seconds: float) -> tuple[float, str]:
    """The length in seconds and the name of the unit in which to show up to so many seconds."""
    return next((length, name) for limit, length, name in TIME_UNITS if seconds <= limit)
