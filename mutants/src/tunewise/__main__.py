"""`python -m tunewise` is `tunewise`."""

from tunewise.cli import main

if __name__ == "__main__":
    main()
