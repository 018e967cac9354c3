"""A word-level transformer language model on WikiText-2, tuned over its optimiser and its dropout.

`train.py` is the training script, `training.py` its epochs and checkpoints, `model.py` the model and `sgd.py`
the optimiser. `data.py` finds the texts, `stand_in.py` makes one for machines without a network, and
`corpus.py` turns words into numbers.
"""
