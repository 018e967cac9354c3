"""Spaces that are learned from what trials asked for."""

import pytest

from tunewise import space
from tunewise.space import Config, Domain, Space
from tunewise.space.learned import learned_space

LR = space.uniform(0, 1)
DOMAINS: dict[str, Domain] = {
    "optimizer": space.choice(["sgd", "adam", "lion"]),
    "layers": space.randint(1, 4),
    "nesterov": space.choice([False, True]),
    "lr": LR,
    "momentum": LR,
}


def learned(*asked: Config) -> Space:
    return learned_space(DOMAINS, asked)


def test_what_all_asked_for_has_no_condition() -> None:
    found = learned({"optimizer": "sgd", "lr": 0.1}, {"optimizer": "adam", "lr": 0.7})
    assert found.to_text() == {"optimizer": DOMAINS["optimizer"].text(), "lr": LR.text()}


@pytest.mark.parametrize(
    ("asked", "name", "condition"),
    [
        (
            [{"optimizer": "sgd", "lr": 0.1, "momentum": 0.5}, {"optimizer": "adam", "lr": 0.3}],
            "momentum",
            "optimizer == 'sgd'",
        ),
        (
            [
                {"optimizer": "sgd", "momentum": 0.5},
                {"optimizer": "adam"},
                {"optimizer": "lion", "momentum": 0.2},
            ],
            "momentum",
            "optimizer in ('sgd', 'lion')",
        ),
        (
            [{"layers": 3, "momentum": 0.5}, {"layers": 1}, {"layers": 4, "momentum": 1.0}],
            "momentum",
            "layers >= 3",
        ),
        ([{"layers": 1, "momentum": 0.5}, {"layers": 3}], "momentum", "layers <= 1"),
        ([{"nesterov": True, "lr": 0.2}, {"nesterov": False}], "lr", "nesterov == True"),
        # a number tells them apart, too, but a choice is more likely
        (
            [{"optimizer": "sgd", "layers": 3, "lr": 0.1}, {"optimizer": "adam", "layers": 1}],
            "lr",
            "optimizer == 'sgd'",
        ),
    ],
)
def test_what_some_asked_for_depends_on_what_tells_them_apart(
    asked: list[Config], name: str, condition: str
) -> None:
    text = learned(*asked).to_text()[name]
    assert text == f"{DOMAINS[name].text()} if {condition}"


def test_what_is_asked_for_in_a_branch_of_a_branch() -> None:
    found = learned(
        {"optimizer": "sgd", "nesterov": True, "momentum": 0.1},
        {"optimizer": "sgd", "nesterov": False},
        {"optimizer": "adam"},
    )
    texts = found.to_text()
    assert texts["nesterov"].endswith("if optimizer == 'sgd'")
    assert texts["momentum"].endswith("if nesterov == True")


def test_what_is_asked_for_with_its_parent_has_the_same_condition() -> None:
    found = learned({"optimizer": "sgd", "layers": 2, "momentum": 0.1}, {"optimizer": "adam"})
    assert found.to_text()["momentum"].endswith("if optimizer == 'sgd'")


def test_nothing_depends_on_a_real_number_or_on_what_comes_later() -> None:
    found = learned({"lr": 0.1, "momentum": 0.5, "optimizer": "sgd"}, {"lr": 0.9, "optimizer": "adam"})
    assert found.to_text()["momentum"] == LR.text()


def test_what_nothing_explains_is_always_there() -> None:
    found = learned({"optimizer": "sgd", "momentum": 0.5}, {"optimizer": "sgd"})
    assert found.to_text()["momentum"] == LR.text()
