"""Tunes a network on scikit-learn's digits with Keras, with pauses: python keras_digits.py"""

import os
from functools import partial

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import torch
from sklearn.datasets import load_digits

import tunewise
from tunewise import methods, space
from tunewise.integrations.keras import ReportEach

EPOCHS = 9


def compiled(lr, dropout):
    model = keras.Sequential(
        [
            keras.Input((64,)),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dropout(dropout),
            keras.layers.Dense(10),
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(lr), loss)
    return model


def train(config, report):
    torch.set_num_threads(1)
    keras.utils.set_random_seed(0)
    features, labels = load_digits(return_X_y=True)
    features = features.astype("float32") / 16
    each = ReportEach(report)
    model = each.resumed(lambda: compiled(**config))
    model.fit(
        features[:1400],
        labels[:1400],
        batch_size=64,
        validation_data=(features[1400:], labels[1400:]),
        initial_epoch=each.initial_epoch,
        epochs=EPOCHS,
        callbacks=[each],
        verbose=0,
    )


if __name__ == "__main__":
    result = tunewise.tune(
        train,
        {"lr": space.loguniform(1e-4, 0.1), "dropout": space.uniform(0.0, 0.5)},
        metric="val_loss",
        max_resource=EPOCHS,
        method=partial(methods.asha, type="promotion"),
        workers=2,
        trials=9,
        name="keras",
    )
    print(result.best_config())
