"""The engines of the package, as the contract suite for back ends knows them; each is found by itself."""
