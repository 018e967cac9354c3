"""Tunes XGBoost on scikit-learn's breast cancer data, with pauses: python xgboost_breast_cancer.py"""

from functools import partial

import xgboost
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

import tunewise
from tunewise import methods, space
from tunewise.integrations.xgboost import ReportEach, resumed

ROUNDS = 27


def train(config, report):
    features, labels = load_breast_cancer(return_X_y=True)
    x, x_valid, y, y_valid = train_test_split(features, labels, random_state=0)
    xgboost.train(
        {"objective": "binary:logistic", "nthread": 1, "seed": 0, **config},
        xgboost.DMatrix(x, y),
        evals=[(xgboost.DMatrix(x_valid, y_valid), "valid")],
        verbose_eval=False,
        callbacks=[ReportEach(report)],
        **resumed(report, ROUNDS),
    )


if __name__ == "__main__":
    result = tunewise.tune(
        train,
        {
            "eta": space.loguniform(0.01, 0.5),
            "max_depth": space.randint(1, 6),
            "subsample": space.choice([0.7, 1.0]),
        },
        metric="valid-logloss",
        resource="round",
        max_resource=ROUNDS,
        method=partial(methods.asha, type="promotion", grace_period=3),
        workers=2,
        trials=9,
        name="xgboost",
    )
    print(result.best_config())
