"""A residual network on CIFAR-10, tuned over its optimiser. `data.py` finds the images, `model.py` is the
network, and `train.py` the training script. It wants a GPU: an epoch on one takes about half a minute."""
