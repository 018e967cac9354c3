"""The command `tunewise`.

Its exit codes, the same for every command (`tunewise.cli.exits`):

0    fine
1    the experiment failed: its script fails whatever the configuration, or no trial reported the metric
2    bad usage: a flag, a file, a space or a method that can't be
3    an experiment that isn't there, is busy, or can't be read or written
130  interrupted; an experiment that ran is suspended, and `tunewise resume` goes on with it
"""

from tunewise.cli.group import main

__all__ = ["main"]
