"""An experiment told to a person: in words, as lines, and live while it runs."""
