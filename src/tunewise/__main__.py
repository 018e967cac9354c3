"""`python -m tunewise` is `tunewise`."""

from __future__ import annotations

from tunewise.cli import main

if __name__ == "__main__":
    main()
