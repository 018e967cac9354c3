"""Benchmarks: tuning problems with a training script, a recorded table or a surrogate behind them."""
