"""A word-level transformer language model on WikiText-2, whose optimiser and dropout are tuned.

`train.py` is the training script, `training.py` has the epochs, the optimiser and the checkpoints, and
`model.py` the model. `data.py` finds the texts, `stand_in.py` makes a substitute for machines without a
network, and `corpus.py` turns words into numbers.
"""
