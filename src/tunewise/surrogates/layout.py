"""What the columns of a point may hold, for whoever searches among points."""

from __future__ import annotations

from dataclasses import dataclass

from tunewise.arrays import Array, Places


@dataclass(frozen=True, eq=False)
class Layout:
    """The columns of points (d,), each of which is in exactly one of the four.

    continuous: integers (c,), the columns that hold any number in [0, 1].
    grids: the columns that hold one of few numbers in [0, 1], each with these numbers (k,), ascending.
    choices: (start, stop) of runs of columns of which one holds 1 and the others 0.
    places: the columns that hold a whole number from 0 up to one below some size, each with this size. The
        numbers have no order; -1 stands for none of them.
    """

    dim: int
    continuous: Places
    grids: tuple[tuple[int, Array], ...] = ()
    choices: tuple[tuple[int, int], ...] = ()
    places: tuple[tuple[int, int], ...] = ()
