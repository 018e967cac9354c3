"""Other libraries, measured side by side with ours: each in an environment of its own, by a script of its
own that prints JSON. Nothing of ours imports any of them."""
