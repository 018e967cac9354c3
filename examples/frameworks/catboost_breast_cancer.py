"""Tunes CatBoost on scikit-learn's breast cancer data, with pauses: python catboost_breast_cancer.py"""

from functools import partial

from catboost import CatBoostClassifier
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

import tunewise
from tunewise import methods, space
from tunewise.integrations.catboost import ReportEach, snapshot

ITERATIONS = 27


def train(config, report):
    features, labels = load_breast_cancer(return_X_y=True)
    x, x_valid, y, y_valid = train_test_split(features, labels, random_state=0)
    model = CatBoostClassifier(
        iterations=ITERATIONS, thread_count=1, random_seed=0, verbose=False, **snapshot(report), **config
    )
    model.fit(x, y, eval_set=(x_valid, y_valid), callbacks=[ReportEach(report)])


if __name__ == "__main__":
    result = tunewise.tune(
        train,
        {
            "learning_rate": space.loguniform(0.01, 0.5),
            "depth": space.randint(1, 6),
            "subsample": space.uniform(0.5, 1.0),
            "bootstrap_type": "Bernoulli",
        },
        metric="validation-Logloss",
        resource="iteration",
        max_resource=ITERATIONS,
        method=partial(methods.asha, type="promotion", grace_period=3),
        workers=2,
        trials=9,
        name="catboost",
    )
    print(result.best_config())
