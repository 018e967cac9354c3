"""Finds the images of CIFAR-10 in their binary form, which needs no unpickling.

A. Krizhevsky: Learning Multiple Layers of Features from Tiny Images. 2009.
"""

import argparse
import hashlib
import http.client
import os
import tarfile
import tempfile
import urllib.request
from pathlib import Path

import torch
from torch import Tensor

ADDRESS = "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"
MD5 = "c32a1d4ab5d03f1284b67883e8d87530"  # as published on that page
VARIABLE = "TUNEWISE_CIFAR10"
TRAIN = tuple(f"data_batch_{number}.bin" for number in range(1, 6))
TEST = ("test_batch.bin",)
PIXELS = 3 * 32 * 32
MEAN = (0.4914, 0.4822, 0.4465)
STD = (0.2470, 0.2435, 0.2616)


class DataError(Exception):
    """No usable images; the message is one sentence for the user."""


def add_data_flags(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", metavar="FOLDER", help=f"with data_batch_1.bin ... (or ${VARIABLE})")
    parser.add_argument("--download", action="store_true", help=f"download {ADDRESS} if they are missing")


def find_data(named: str | None, download: bool) -> Path:
    """The folder of the images: the named one, or the one in the cache. download: fill it if it is empty."""
    named = named or os.environ.get(VARIABLE)
    folder = Path(named).expanduser() if named else _cache()
    if _complete(folder):
        return folder
    if not download:
        raise DataError(
            f"{folder} doesn't hold {TRAIN[0]} and the other batches of CIFAR-10 in binary form: give the "
            f"folder with --data (or ${VARIABLE}), or download {ADDRESS} with --download."
        )
    fetch(folder)
    return folder


def fetch(folder: Path, address: str = ADDRESS, md5: str = MD5) -> None:
    """Downloads the archive, checks it, and keeps its batches in the folder."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, suffix=".tar.gz") as archive:
            digest = hashlib.md5(usedforsecurity=False)
            with urllib.request.urlopen(address, timeout=30.0) as answer:
                while chunk := answer.read(1 << 20):
                    digest.update(chunk)
                    archive.write(chunk)
            archive.flush()
            if digest.hexdigest() != md5:
                raise DataError(f"The archive at {address} isn't CIFAR-10 (its md5 is {digest.hexdigest()}).")
            _unpack(Path(archive.name), folder)
    except (OSError, http.client.HTTPException) as error:
        raise DataError(f"CIFAR-10 can't be downloaded from {address} ({error}).") from error


def load(folder: Path, names: tuple[str, ...]) -> tuple[Tensor, Tensor]:
    """Images (n, 3, 32, 32) as bytes, and their classes (n,)."""
    rows = []
    for name in names:
        content = bytearray((folder / name).read_bytes())
        if len(content) % (PIXELS + 1) or not content:
            raise DataError(f"{folder / name} isn't a batch of CIFAR-10 in binary form.")
        rows.append(torch.frombuffer(content, dtype=torch.uint8).view(-1, PIXELS + 1))
    table = torch.cat(rows)
    return table[:, 1:].reshape(-1, 3, 32, 32).contiguous(), table[:, 0].long()


def normalised(images: Tensor) -> Tensor:
    """Bytes scaled to mean 0 and standard deviation 1 over the training images."""
    mean = torch.tensor(MEAN, device=images.device)[:, None, None]
    std = torch.tensor(STD, device=images.device)[:, None, None]
    return (images.float() / 255.0 - mean) / std


def augmented(images: Tensor, generator: torch.Generator) -> Tensor:
    """Random crops of images padded by 4 pixels, half of them mirrored (n, 3, 32, 32)."""
    n = len(images)
    padded = torch.nn.functional.pad(images, (4, 4, 4, 4))
    offsets = torch.randint(0, 9, (2, n, 1), generator=generator).to(images.device)
    steps = torch.arange(32, device=images.device)
    columns = offsets[1] + steps
    mirrored = (torch.rand(n, 1, generator=generator) < 0.5).to(images.device)
    columns = torch.where(mirrored, columns.flip(1), columns)
    rows = offsets[0] + steps
    picked = torch.arange(n, device=images.device)[:, None, None]
    cropped = padded.permute(0, 2, 3, 1)[picked, rows[:, :, None], columns[:, None, :]]
    # contiguous, because otherwise torch 2.13's backward convolution crashes on a CPU's threads
    return cropped.permute(0, 3, 1, 2).contiguous()


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "tunewise" / "cifar-10"


def _complete(folder: Path) -> bool:
    return all((folder / name).is_file() for name in (*TRAIN, *TEST))


def _unpack(archive: Path, folder: Path) -> None:
    """Extracts the known files, by their bare names, and nothing else."""
    with tarfile.open(archive, "r:gz") as content:
        for member in content:
            name = Path(member.name).name
            file = content.extractfile(member) if member.isfile() and name in (*TRAIN, *TEST) else None
            if file is not None:
                draft = folder / f".{name}.{os.getpid()}"
                draft.write_bytes(file.read())
                os.replace(draft, folder / name)
    if not _complete(folder):
        raise DataError(f"The archive of CIFAR-10 lacks batches: delete {folder} and try again.")
