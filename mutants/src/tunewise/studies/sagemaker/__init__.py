"""Studies whose tuners are training jobs on SageMaker."""
