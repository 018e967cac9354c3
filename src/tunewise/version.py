"""The version of the package, and where it is installed."""

from os.path import abspath, dirname

__version__ = "0.1.0"
PACKAGE = dirname(abspath(__file__))
ROOT = dirname(PACKAGE)
"""The entry of sys.path that a process needs to import the package."""
