"""AWS's own images for training with PyTorch: dated data that a user overrides with an image of one's own.

As of 2026-09-28, when the images of PyTorch 2.14 came out, which AWS promises to patch for a year. Tags and
accounts are those of AWS's deep-learning-containers (pages on PyTorch and on Regions, data of its releases),
accounts of the two us-gov Regions those of image_uri_config in AWS's sagemaker-python-sdk, for PyTorch 2.13.
By the same sources the images have Python 3.12 and boto3. No image was pulled.
"""

import re

from tunewise.backends.base import BackendError

CPU = "pytorch:2.14-cpu-amzn2023-sagemaker"
GPU = "pytorch:2.14-cu133-amzn2023-sagemaker"
VOLTA = "pytorch-training:2.6.0-gpu-py312-cu126-ubuntu22.04-sagemaker"
"""The latest image that is known to have kernels for Volta: CUDA 13 knows no GPU from before Turing."""

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
    "ap-east-2": "975050140332",
    "ap-northeast-3": "364406365360",
    "ap-south-2": "772153158452",
    "ap-southeast-3": "907027046896",
    "ap-southeast-4": "457447274322",
    "ap-southeast-5": "550225433462",
    "ap-southeast-6": "633930458069",
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
    "me-west-1": "124382933778",
    "mx-central-1": "637423239942",
    "us-gov-east-1": "446045086412",
    "us-gov-west-1": "442386744353",
}
"""Whose registry holds the images, by Region."""

_IMAGES = (
    (re.compile(r"ml\.(trn|inf|p2\.|p6e)"), None),  # Trainium and Inferentia, Kepler, processors of ARM
    (re.compile(r"ml\.p3"), VOLTA),
    (re.compile(r"ml\.[gp]\d"), GPU),
    (re.compile(""), CPU),
)
"""What runs on an instance type, by how its name begins; the first that fits counts."""


def default_image(region: str, instance_type: str) -> str:
    """The URI of AWS's image for training with PyTorch on an instance type such as ml.g4dn.xlarge.

    Raises BackendError for a Region or an instance type for which none is known.
    """
    account = ACCOUNTS.get(region)
    if account is None:
        raise BackendError(f"AWS's image of PyTorch isn't known for the Region {region!r}: give --image.")
    image = next(image for kind, image in _IMAGES if kind.match(instance_type))
    if image is None:
        raise BackendError(
            f"AWS's image of PyTorch doesn't run on {instance_type}: give another with --image."
        )
    domain = "amazonaws.com.cn" if region.startswith("cn-") else "amazonaws.com"
    return f"{account}.dkr.ecr.{region}.{domain}/{image}"
