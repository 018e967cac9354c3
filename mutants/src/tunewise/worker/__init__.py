"""What runs beside a training script. The standard library alone, so that a script pays next to nothing."""
