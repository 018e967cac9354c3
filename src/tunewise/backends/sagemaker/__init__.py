"""Jobs as training jobs on SageMaker, each on its own instance."""

from tunewise.backends.sagemaker.backend import SageMakerBackend

__all__ = ["SageMakerBackend"]
