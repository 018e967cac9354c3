"""Jobs as training jobs on SageMaker, each on an instance of its own."""

from tunewise.backends.sagemaker.backend import SageMakerBackend

__all__ = ["SageMakerBackend"]
