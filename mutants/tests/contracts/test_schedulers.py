"""Every scheduler and every method against the contract of schedulers."""
