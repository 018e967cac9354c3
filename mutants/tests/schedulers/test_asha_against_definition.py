"""All kinds of ASHA against their definitions, computed from scratch for each decision."""
