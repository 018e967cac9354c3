"""Tunes a network on scikit-learn's digits with Lightning, with pauses: python lightning_digits.py"""

from functools import partial

import torch
from lightning.pytorch import LightningModule, Trainer, seed_everything
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy
from torch.utils.data import DataLoader, TensorDataset

import tunewise
from tunewise import methods, space
from tunewise.integrations.lightning import ReportEach, resumed

EPOCHS = 9


class Digits(LightningModule):
    def __init__(self, lr, dropout):
        super().__init__()
        self.lr = lr
        self.layers = torch.nn.Sequential(
            torch.nn.Linear(64, 32), torch.nn.ReLU(), torch.nn.Dropout(dropout), torch.nn.Linear(32, 10)
        )

    def training_step(self, batch):
        return cross_entropy(self.layers(batch[0]), batch[1])

    def validation_step(self, batch):
        self.log("val_loss", cross_entropy(self.layers(batch[0]), batch[1]))

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=self.lr)


def train(config, report):
    torch.set_num_threads(1)
    seed_everything(0, verbose=False)
    features, labels = load_digits(return_X_y=True)
    data = TensorDataset(torch.tensor(features / 16, dtype=torch.float32), torch.tensor(labels))
    train_set, valid_set = torch.utils.data.random_split(data, [1400, 397])
    trainer = Trainer(
        accelerator="cpu",
        max_epochs=EPOCHS,
        logger=False,
        enable_progress_bar=False,
        enable_model_summary=False,
        callbacks=[ReportEach(report)],
    )
    loaders = DataLoader(train_set, 64, shuffle=True), DataLoader(valid_set, 397)
    trainer.fit(Digits(**config), *loaders, **resumed(report))


if __name__ == "__main__":
    result = tunewise.tune(
        train,
        {"lr": space.loguniform(1e-4, 0.1), "dropout": space.uniform(0.0, 0.5)},
        metric="val_loss",
        max_resource=EPOCHS,
        method=partial(methods.asha, type="promotion"),
        workers=2,
        trials=9,
        name="lightning",
    )
    print(result.best_config())
