# hoering: `make demo` and `make test` are all a new user needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: demo test check bench fuzz lab lock locale model setup clean
.DEFAULT_GOAL := demo

setup: $(READY)

# --no-deps: the lock file is complete, and it leaves torch out on purpose (docs/adr/0002-environment.md).
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

demo: setup
	$(BIN)/hoering run data/raw/eksempelkommune

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --doctest-modules src/hoering

lab: setup
	$(BIN)/jupyter lab --notebook-dir=notebooks

# Renews requirements.lock from pyproject.toml; uv lives in a folder of its own and is not part of the environment.
lock:
	$(PYTHON) -m venv .lock-venv
	.lock-venv/bin/python -m pip install --quiet uv==0.13.9
	.lock-venv/bin/uv pip compile pyproject.toml --extra topics --extra dev --overrides requirements.overrides \
	  --python-version 3.11 --universal --generate-hashes --no-sources --quiet \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --output-file requirements.lock

# Compiles the Danish texts of the command line.
locale: setup
	$(BIN)/pybabel compile -i src/hoering/locale/da/LC_MESSAGES/messages.po -o src/hoering/locale/da/LC_MESSAGES/messages.mo

# Words per second of the coding pass beside the bare language pipeline.
bench: setup
	$(BIN)/python benchmarks/coding_speed.py

# Thousands of damaged and hostile files: what became of them, how long and how much memory it took.
fuzz: setup
	$(BIN)/python -m tests.fuzz --whole

# Trains the bundled language model anew from the data beside the project; see training/README.md.
model: setup
	$(MAKE) -C training

clean:
	rm -rf $(VENV) .lock-venv .pytest_cache .mypy_cache .ruff_cache
