r"""Trains a network as a YAML file says, and goes on from its own checkpoint. It knows nothing of
Tunewise, which tunes it, with pauses, with

tunewise run torch_yaml.py --name half-moons --preload torch --pass-as yaml --base-config torch_yaml.yaml \
    --args "--config {file} --workdir {checkpoint_dir} --resume" \
    --space "optim.name=choice(['sgd', 'adam'])" --space "optim.lr=loguniform(1e-4, 1)" \
    --space "optim.sgd.momentum=uniform(0, 0.99) if optim.name == 'sgd'" \
    --space "optim.sgd.nesterov=choice([True, False]) if optim.sgd.momentum > 0" \
    --space "model.hidden=lograndint(4, 64)" --space "model.batchnorm=choice([True, False])" \
    --metric val_loss --resource epoch --max-resource epochs=9 \
    --metric-pattern "val_loss=epoch (?P<epoch>\d+): val_loss=(?P<value>\S+) val_acc=(?P<val_acc>\S+)" \
    --method asha --method-arg type=promotion --workers 2 --max-trials 9
"""

import argparse
from pathlib import Path

import torch
import yaml
from torch import nn


def build(model):
    norm = [nn.BatchNorm1d(model["hidden"])] if model["batchnorm"] else []
    return nn.Sequential(nn.Linear(2, model["hidden"]), *norm, nn.ReLU(), nn.Linear(model["hidden"], 2))


def optimizer(optim, parameters):
    if optim["name"] == "sgd":
        return torch.optim.SGD(parameters, float(optim["lr"]), **optim["sgd"])
    return torch.optim.Adam(parameters, float(optim["lr"]), betas=(0.9, optim["adam"]["beta2"]))


def half_moons(rows):
    angle, side = torch.rand(rows) * torch.pi, torch.randint(2, (rows,))
    moon = torch.stack([angle.cos(), angle.sin()], 1) * (1 - 2 * side[:, None])
    return moon + side[:, None] * torch.tensor([1.0, 0.5]) + 0.2 * torch.randn(rows, 2), side


parser = argparse.ArgumentParser()
parser.add_argument("--config", type=Path, default="torch_yaml.yaml")
parser.add_argument("--workdir", type=Path, default="runs")
parser.add_argument("--resume", action="store_true", help="go on from WORKDIR/last.pt if it is there")
args = parser.parse_args()
config = yaml.safe_load(args.config.read_text())

torch.set_num_threads(1)  # more are slower for so little
torch.manual_seed(config["seed"])
(x, y), (x_valid, y_valid) = half_moons(600), half_moons(200)
model = build(config["model"])
steps = optimizer(config["optim"], model.parameters())
done, last = 0, args.workdir / "last.pt"
args.workdir.mkdir(exist_ok=True, parents=True)
if args.resume and last.exists():
    state = torch.load(last)
    model.load_state_dict(state["model"])
    steps.load_state_dict(state["optim"])
    torch.set_rng_state(state["random"])
    done = state["epoch"]
    print(f"=> goes on after epoch {done}")

for epoch in range(done + 1, config["epochs"] + 1):
    model.train()
    for batch in torch.randperm(len(x)).split(64):
        steps.zero_grad()
        nn.functional.cross_entropy(model(x[batch]), y[batch]).backward()
        steps.step()
    model.eval()
    with torch.no_grad():
        guess = model(x_valid)
    loss, right = nn.functional.cross_entropy(guess, y_valid), (guess.argmax(1) == y_valid).float().mean()
    state = {
        "model": model.state_dict(),
        "optim": steps.state_dict(),
        "random": torch.get_rng_state(),
        "epoch": epoch,
    }
    torch.save(state, args.workdir / "draft.pt")
    (args.workdir / "draft.pt").replace(last)
    print(f"epoch {epoch}: val_loss={loss:.4f} val_acc={right:.4f}")
