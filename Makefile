# `make demo` and `make test` set up what they need in .venv. Everything else is for developers.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# `make study` compares methods on the recorded transformer, `make study BACKEND=local` really trains it,
# on a small grid that takes about ten minutes.
BACKEND ?= simulated
STUDY_simulated := --experiment-tag study --n-workers 2,4,8 --num-seeds 5 --scale-max-wallclock-time 1 \
	--method RS,BO,ASHA,MOBSTER,SyncHB,SyncMOBSTER
STUDY_local := --experiment-tag study-local --size ci --n-workers 2 --method RS,BO,ASHA,MOBSTER,SyncHB \
	--max-wallclock-time 2m

FLAGS ?=

# How long `make chaos` looks for what breaks.
TIME ?= 10m

.PHONY: demo study rehearsal site test test-fast lint coverage house chaos mutation bench clean

demo: $(VENV)/.with-demo
	$(BIN)/python examples/demo.py

study: $(VENV)/.with-$(if $(filter local,$(BACKEND)),test,demo)
	$(BIN)/tunewise study examples/tmlr10 --backend $(BACKEND) $(STUDY_$(BACKEND))

# A study on SageMaker, on an emulator on this machine: FLAGS="--max_wallclock_time 1m" for a shorter one.
rehearsal: $(VENV)/.with-test
	$(BIN)/python examples/rehearsal.py $(FLAGS)

test: $(VENV)/.with-test lint
	scripts/install-slurm
	scripts/install-chromium
	$(BIN)/python -m pytest -n 4 --dist loadgroup

# While one works: the tests that start no process and take no second.
test-fast: $(VENV)/.with-test
	$(BIN)/python -m pytest -q -n 4 --dist loadgroup -m "not slow and not chaos"

lint: $(VENV)/.with-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python scripts/house.py

# What of the source the whole suite runs, by branches: at least 92 %.
coverage: $(VENV)/.with-test
	scripts/install-slurm
	scripts/install-chromium
	mkdir -p build/coverage
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q -n 4 --dist loadgroup
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --fail-under 92

# For a chosen time, tests that kill and break things at moments that are drawn anew in each round.
chaos: $(VENV)/.with-test
	scripts/install-slurm
	scripts/install-chromium
	scripts/chaos $(BIN)/python $(TIME)

# The figures of the house by one command: lines, seconds of both suites, branches covered, what is left of the
# last `make mutation`. Takes half an hour.
house: lint test-fast coverage
	-$(BIN)/mutmut export-cicd-stats && cat mutants/mutmut-cicd-stats.json

# Whether the tests of engine and journal notice a changed line. Takes an hour; goes on where it was stopped.
mutation: $(VENV)/.with-test
	$(BIN)/python -m pip install --quiet -c constraints.txt --group mutation
	$(BIN)/mutmut run
	$(BIN)/mutmut results

# The documentation as a site, build/site/index.html; a page or a link that is wrong fails.
site: $(VENV)/.with-test
	$(BIN)/sphinx-build --fail-on-warning --keep-going --fresh-env --quiet -c docs . build/site

bench: $(VENV)/.with-test
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) build dist *.egg-info src/*.egg-info

$(VENV)/.with-demo: pyproject.toml constraints.txt
	@echo "Installing Tunewise: about 90 MB to download."
	scripts/install $(PYTHON) $(VENV) console,plots
	$(BIN)/python scripts/demo_torch.py
	touch $@

$(VENV)/.with-test: pyproject.toml constraints.txt
	scripts/install $(PYTHON) $(VENV) benchmarks,blackboxes,console,plots,ray,rehearsal dev
	touch $@
