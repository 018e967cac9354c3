"""The checks of scripts/check-against-aws."""
