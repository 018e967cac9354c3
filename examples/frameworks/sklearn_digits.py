"""Tunes scikit-learn's support vectors on its images of digits, fold by fold: python sklearn_digits.py"""

from scipy.stats import loguniform
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

from tunewise.integrations.sklearn import SearchCV

if __name__ == "__main__":
    features, labels = load_digits(return_X_y=True)
    x, x_test, y, y_test = train_test_split(features, labels, random_state=0)
    search = SearchCV(
        SVC(),
        {"C": loguniform(0.01, 100), "gamma": loguniform(1e-5, 0.1), "kernel": ["rbf", "sigmoid"]},
        n_candidates=20,
        cv=5,
        n_jobs=2,
        random_state=0,
        name="sklearn",
    )
    search.fit(x, y)
    print(search.best_params_, search.best_score_)
    print("on the test set:", search.score(x_test, y_test))
