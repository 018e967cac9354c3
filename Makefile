# `make demo` and `make test` set up what they need in .venv. Everything else is for developers.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench clean

demo: $(VENV)/.with-demo
	$(BIN)/python examples/demo.py

test: $(VENV)/.with-test lint
	$(BIN)/python -m pytest -n 2 --dist worksteal

lint: $(VENV)/.with-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/.with-test
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build dist *.egg-info src/*.egg-info

$(VENV)/.with-demo: pyproject.toml constraints.txt
	scripts/install $(PYTHON) $(VENV) benchmarks,plots
	touch $@

$(VENV)/.with-test: pyproject.toml constraints.txt
	scripts/install $(PYTHON) $(VENV) benchmarks,blackboxes,plots,rehearsal,test
	touch $@
