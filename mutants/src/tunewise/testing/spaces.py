"""Spaces of all kinds, for contract suites."""

from tunewise.space import (
    Space,
    choice,
    finrange,
    logfinrange,
    lograndint,
    loguniform,
    ordinal,
    randint,
    uniform,
)


def endless_spaces() -> dict[str, Space]:
    """Spaces with at least one real number in them, by a name that says what is special."""
    return {
        "one number": Space({"x": uniform(-1.0, 2.0)}),
        "one number, logarithmic": Space({"lr": loguniform(1e-6, 1.0)}),
        "mixed": Space(
            {
                "lr": loguniform(1e-5, 1e-1),
                "dropout": uniform(0.0, 0.5),
                "layers": randint(1, 8),
                "width": lograndint(16, 2048),
                "activation": choice(["relu", "tanh", "gelu"]),
                "batch_size": ordinal([16, 32, 64, 128]),
                "momentum": finrange(0.8, 0.99, 20),
                "weight_decay": choice([None, 1e-4, 1e-2]),
                "nesterov": choice([True, False]),
                "epochs": 9,
            }
        ),
        "conditional": Space(
            {
                "momentum": uniform(0.0, 1.0).when("optimizer", "sgd"),
                "nesterov": choice([True, False]).when("optimizer", "sgd"),
                "optimizer": choice(["sgd", "adam"]),
                "beta": logfinrange(0.9, 0.999, 5).when("optimizer", "adam"),
                "lr": loguniform(1e-5, 1e-1),
            }
        ),
        "long choices": Space(
            {
                "token": choice([f"token {number}" for number in range(300)]),
                "lr": loguniform(1e-5, 1e-1),
                "sub": choice(list(range(80))).when("kind", "a", "b"),
                "kind": choice(["a", "b", "c"]),
            }
        ),
        "twelve numbers": Space({f"x{number}": uniform(0.0, 1.0) for number in range(12)}),
    }


def finite_spaces() -> dict[str, Space]:
    """Spaces of few configurations, with no more than five values for any hyperparameter."""
    return {
        "one choice": Space({"kind": choice(["a", "b", "c"])}),
        "one number": Space({"layers": randint(1, 5)}),
        "mixed": Space(
            {
                "layers": lograndint(1, 4),
                "activation": choice(["relu", None, True]),
                "batch_size": ordinal([16, 32]),
                "momentum": finrange(0.8, 1.0, 3),
            }
        ),
        "conditional": Space(
            {
                "optimizer": choice(["sgd", "adam"]),
                "momentum": finrange(0.0, 0.9, 4).when("optimizer", "sgd"),
                "nesterov": choice([True, False]).when("optimizer", "sgd"),
            }
        ),
        "nothing to tune": Space({"epochs": 9}),
    }
