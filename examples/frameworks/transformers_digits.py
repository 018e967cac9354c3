"""Tunes a small transformer on scikit-learn's images of digits with Hugging Face's Trainer, with pauses: each
image is a sequence of its pixels' values. python transformers_digits.py"""

from functools import partial

import torch
from sklearn.datasets import load_digits
from transformers import BertConfig, BertForSequenceClassification, Trainer, TrainingArguments, set_seed

import tunewise
from tunewise import methods, space
from tunewise.integrations.transformers import ReportEach, resumed, saving

EPOCHS = 9


def train(config, report):
    torch.set_num_threads(1)
    set_seed(0)
    pixels, labels = load_digits(return_X_y=True)
    data = [
        {"input_ids": torch.tensor(image, dtype=torch.long), "labels": int(label)}
        for image, label in zip(pixels[:256], labels[:256], strict=True)
    ]
    model = BertForSequenceClassification(
        BertConfig(
            vocab_size=17,
            hidden_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=64,
            num_labels=10,
            hidden_dropout_prob=config["dropout"],
        )
    )
    arguments = TrainingArguments(
        learning_rate=config["lr"],
        num_train_epochs=EPOCHS,
        per_device_train_batch_size=32,
        eval_strategy="epoch",
        use_cpu=True,
        report_to=[],
        disable_tqdm=True,
        **saving(report),
    )
    trainer = Trainer(
        model, arguments, train_dataset=data[:192], eval_dataset=data[192:], callbacks=[ReportEach(report)]
    )
    trainer.train(**resumed(report))


if __name__ == "__main__":
    result = tunewise.tune(
        train,
        {"lr": space.loguniform(1e-4, 0.1), "dropout": space.uniform(0.0, 0.5)},
        metric="eval_loss",
        max_resource=EPOCHS,
        method=partial(methods.asha, type="promotion"),
        workers=2,
        trials=9,
        name="transformers",
    )
    print(result.best_config())
