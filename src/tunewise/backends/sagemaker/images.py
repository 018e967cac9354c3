"""AWS's own images for training with PyTorch: dated data that a user overrides with an image of one's own.

Accounts and tags are those of `available_images.md` of AWS's deep-learning-containers, in a version of 2025
whose latest PyTorch is 2.7.1; those of the two us-gov Regions are from image_uri_config of AWS's
sagemaker-python-sdk. ap-east-2 is left out, as sources disagree about it. No image was pulled.
"""

from __future__ import annotations

import re

from tunewise.backends.base import BackendError

REPOSITORY = "pytorch-training"
CPU = "2.6.0-cpu-py312-ubuntu22.04-sagemaker"
GPU = "2.6.0-gpu-py312-cu126-ubuntu22.04-sagemaker"

_COMMON = "763104351884"
ACCOUNTS = {
    **dict.fromkeys(
        (
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-south-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
        ),
        _COMMON,
    ),
    "af-south-1": "626614931356",
    "ap-east-1": "871362719292",
    "ap-northeast-3": "364406365360",
    "ap-south-2": "772153158452",
    "ap-southeast-3": "907027046896",
    "ap-southeast-4": "457447274322",
    "ap-southeast-5": "550225433462",
    "ap-southeast-7": "590183813437",
    "ca-west-1": "204538143572",
    "cn-north-1": "727897471807",
    "cn-northwest-1": "727897471807",
    "eu-central-2": "380420809688",
    "eu-south-1": "692866216735",
    "eu-south-2": "503227376785",
    "il-central-1": "780543022126",
    "me-central-1": "914824155844",
    "me-south-1": "217643126080",
    "mx-central-1": "637423239942",
    "us-gov-east-1": "446045086412",
    "us-gov-west-1": "442386744353",
}
"""Whose registry holds the images, by Region."""

_GPU = re.compile(r"ml\.[gp]\d")
_OTHERS = re.compile(r"ml\.(trn|inf|p2\.|p6|g7)")
"""Accelerators that CUDA 12.6 doesn't know: Trainium and Inferentia, Kepler, Blackwell."""


def default_image(region: str, instance_type: str) -> str:
    """The URI of AWS's image for training with PyTorch 2.6 on an instance type such as ml.g4dn.xlarge.

    Raises BackendError for a Region or an instance type for which none is known.
    """
    account = ACCOUNTS.get(region)
    if account is None:
        raise BackendError(f"AWS's image of PyTorch isn't known for the Region {region!r}: give --image.")
    if _OTHERS.match(instance_type):
        raise BackendError(
            f"AWS's image of PyTorch 2.6 doesn't run on {instance_type}: give another with --image."
        )
    tag = GPU if _GPU.match(instance_type) else CPU
    domain = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
    return f"{account}.dkr.ecr.{region}.{domain}/{REPOSITORY}:{tag}"
