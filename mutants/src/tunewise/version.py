"""Which version this is, and where it lies."""

from os.path import abspath, dirname

__version__ = "0.1.0"
PACKAGE = dirname(abspath(__file__))
ROOT = dirname(PACKAGE)
"""From where Python finds it: a process that is to import it has this on its path."""
