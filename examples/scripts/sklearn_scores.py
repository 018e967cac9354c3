"""Scores a pipeline by cross-validation, prints the score, and knows nothing of Tunewise, which tunes it with

tunewise run sklearn_scores.py --name scores \
    --space "clf=choice(['forest', 'svc'])" --space "scaler=choice(['standard', 'minmax', 'none'])" \
    --space "trees=lograndint(5, 50) if clf == 'forest'" \
    --space "depth=choice([None, 4, 8]) if clf == 'forest'" \
    --space "C=loguniform(0.01, 100) if clf == 'svc'" --space "gamma=loguniform(1e-4, 1) if clf == 'svc'" \
    --metric f1 --mode max --metric-pattern "f1=F1 score: ([0-9.]+)" --workers 2 --max-trials 6
"""

import argparse
import logging

from sklearn.datasets import load_breast_cancer
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.svm import SVC

SCALERS = {"standard": StandardScaler(), "minmax": MinMaxScaler(), "none": "passthrough"}

parser = argparse.ArgumentParser()
parser.add_argument("--clf", choices=["forest", "svc"], default="forest")
parser.add_argument("--scaler", choices=SCALERS, default="standard")
parser.add_argument("--trees", type=int, default=20)
parser.add_argument("--depth", type=int)
parser.add_argument("--C", type=float, default=1.0)
parser.add_argument("--gamma", type=float, default=0.01)
parser.add_argument("--seed", type=int, default=0)
args = parser.parse_args()

logging.basicConfig(level=logging.INFO)
logging.info("arguments: %s", args)
if args.clf == "forest":
    model = RandomForestClassifier(args.trees, max_depth=args.depth, random_state=args.seed)
else:
    model = SVC(C=args.C, gamma=args.gamma)
features, labels = load_breast_cancer(return_X_y=True)
folds = StratifiedKFold(3, shuffle=True, random_state=args.seed)
scores = cross_val_score(
    make_pipeline(SCALERS[args.scaler], model), features, labels, cv=folds, scoring="f1_macro"
)
logging.info("folds: %s", scores.round(3))
print(f"F1 score: {scores.mean():.4f} +/- {scores.std():.4f}")
