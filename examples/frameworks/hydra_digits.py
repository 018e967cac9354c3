"""Tunes a linear model of digits as an app of Hydra, with pauses: python hydra_digits.py --multirun"""

import hydra
import joblib
from sklearn.datasets import load_digits
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split

from tunewise import Reporter
from tunewise.integrations import save, saved


@hydra.main(version_base="1.3", config_path="hydra_conf", config_name="config")
def main(config):
    x, x_valid, y, y_valid = train_test_split(*load_digits(return_X_y=True), random_state=0)
    report = Reporter()
    former = saved(report, "model")
    if former is not None:
        model = joblib.load(former)
    else:
        model = SGDClassifier(alpha=config.alpha, penalty=config.penalty, random_state=0)
        model.epochs = 0
    while model.epochs < config.epochs:
        model.partial_fit(x, y, classes=range(10))
        model.epochs += 1
        error = 1 - model.score(x_valid, y_valid)
        save(report, "model", lambda path: joblib.dump(model, path))
        report(epoch=model.epochs, error=error)
    return error


if __name__ == "__main__":
    main()
