"""Measurements: `make bench`. Each figure stands beside its target, as a ratio from one run."""
