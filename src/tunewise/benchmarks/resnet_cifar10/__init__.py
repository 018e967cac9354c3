"""A residual network on CIFAR-10, whose optimiser is tuned. `data.py` finds the images, `model.py` is the
network, and `train.py` the training script. It needs a GPU, where an epoch takes about half a minute."""
