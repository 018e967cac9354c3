"""The command `tunewise`.

Every command has the same exit codes (`tunewise.cli.exits`):

0    fine
1    the experiment failed: its script fails for every configuration, or no trial reported the metric
2    bad usage: an invalid flag, file, space or method
3    an experiment that isn't there, is busy, or can't be read or written
130  interrupted; a running experiment is suspended, and `tunewise resume` resumes it
"""

from tunewise.cli.group import main

__all__ = ["main"]
