"""Tunes LightGBM on scikit-learn's breast cancer data, with pauses: python lightgbm_breast_cancer.py"""

from functools import partial

import lightgbm
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

import tunewise
from tunewise import methods, space
from tunewise.integrations.lightgbm import report_each, resumed

ROUNDS = 27


def train(config, report):
    features, labels = load_breast_cancer(return_X_y=True)
    x, x_valid, y, y_valid = train_test_split(features, labels, random_state=0)
    train_set = lightgbm.Dataset(x, y)
    lightgbm.train(
        {"objective": "binary", "verbose": -1, "num_threads": 1, "seed": 0, **config},
        train_set,
        valid_sets=[lightgbm.Dataset(x_valid, y_valid, reference=train_set)],
        valid_names=["valid"],
        callbacks=[report_each(report)],
        **resumed(report, ROUNDS),
    )


if __name__ == "__main__":
    result = tunewise.tune(
        train,
        {
            "learning_rate": space.loguniform(0.01, 0.5),
            "num_leaves": space.randint(4, 32),
            "bagging_fraction": space.choice([0.7, 1.0]),
            "bagging_freq": 1,
        },
        metric="valid-binary_logloss",
        resource="round",
        max_resource=ROUNDS,
        method=partial(methods.asha, type="promotion", grace_period=3),
        workers=2,
        trials=9,
        name="lightgbm",
    )
    print(result.best_config())
