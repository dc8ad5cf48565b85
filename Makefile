# hoering: `make demo` and `make test` are all a new user needs.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
# Texts and coded material for training and measuring; nothing else needs it.
SHARED ?= ../shared

.PHONY: demo test check bench bench-topics fuzz eval eval-agendas eval-positions eval-coverage eval-comparison meaning coder coder-held-out two-coders lab lock locale model setup clean
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

# Two at a time, a file's tests together: they share what is made for the file.
test: setup
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --doctest-modules src/hoering

lab: setup
	$(BIN)/jupyter lab --notebook-dir=. notebooks/01_laes_og_rens.ipynb

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

# Topics on public titles and the example: agreement with people's codes, stability, diversity, coherence, speed; SHARED
# holds the titles and seeds; written to docs/evaluation.md.
bench-topics: setup
	SHARED=$(SHARED) PYTHONPATH=training/coding OMP_NUM_THREADS=1 $(BIN)/python benchmarks/topics.py

# Thousands of damaged and hostile files: what became of them, how long and how much memory it took.
fuzz: setup
	$(BIN)/python -m tests.fuzz --whole

# Trains the coder that ships with hoering (training/coding/README.md); SHARED holds the texts. About 15 minutes. VECTORS=keep leaves the word
# vectors as they are, which depend on the texts only; else `make meaning` comes after it.
coder: setup
	OMP_NUM_THREADS=1 $(BIN)/python training/coding/train.py $(SHARED) src/hoering/coding/models/beskaeftigelse $(if $(filter keep,$(VECTORS)),--keep-vectors)

# How the coder does on each author it has not seen; some hours for all, or AUTHORS='letters passages-B'.
coder-held-out: setup
	OMP_NUM_THREADS=1 $(BIN)/python training/coding/held_out.py $(SHARED) $(AUTHORS)

# How far the first and the second coding of the training material agree; a quarter of a minute.
two-coders: setup
	$(BIN)/python training/coding/two_coders.py $(SHARED)

# How well coders agree with people, one or several: `make eval CODER=patterns,stacked`; written to docs/evaluation.md.
# PROEVE=1 also measures on the half of the example that nothing may be tuned on.
CODER  ?= patterns
PROEVE ?=
eval: setup
	SHARED=$(SHARED) $(BIN)/python training/coding/evaluate.py --coder $(CODER) $(if $(PROEVE),--untouched)

# The trained coder's features on other people's short texts, ../shared/agendas; about three minutes.
eval-agendas: setup
	SHARED=$(SHARED) OMP_NUM_THREADS=1 $(BIN)/python training/coding/agendas.py

# How well positions agree with those grouped by hand (tests/data/positions); a quarter of a minute. SHARED for foreign wording.
eval-positions: setup
	SHARED=$(SHARED) OMP_NUM_THREADS=1 $(BIN)/python benchmarks/positions.py -v

# How well draft coverage agrees with positions judged by hand (tests/data/coverage); a minute.
eval-coverage: setup
	OMP_NUM_THREADS=1 $(BIN)/python benchmarks/coverage.py

# How well `hoering compare` knows a position again in another consultation; a minute.
eval-comparison: setup
	OMP_NUM_THREADS=1 $(BIN)/python benchmarks/comparison.py

# The space of meaning and what coverage weighs by, from training/meaning/groups; ten minutes. After `make coder`, whose word vectors it reads.
meaning: setup
	OMP_NUM_THREADS=1 $(BIN)/python training/meaning/fit.py src/hoering/meaning/model
	$(BIN)/python training/meaning/fit_promise.py src/hoering/coverage/promise.npz
	OMP_NUM_THREADS=1 $(BIN)/python training/meaning/fit_coverage.py src/hoering/coverage/weights.json

# Trains the bundled language model anew from the data beside the project; see training/README.md.
model: setup
	$(MAKE) -C training

clean:
	rm -rf $(VENV) .lock-venv .pytest_cache .mypy_cache .ruff_cache
