"""Synchronous halving against its definition, computed from scratch for each decision."""
