"""What is seen of an experiment while it runs."""
