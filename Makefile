.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test prove check audit format bench ids lock wheel clean

PYTHON ?= python3
DATA ?= data
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
# Compiled when installed: else the first start compiles 3 000 files, and each start where Python may not write.
INSTALL := $(UV) pip install --quiet --python $(BIN)/python --compile-bytecode
LOCK := $(UV) pip compile --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet
JOBS ?= 2

help:
	@echo "make run     startar Evenemang, första gången med exempelåret (DATA=mapp, förvalt data)"
	@echo "make test    allt som en ändring ska klara"
	@echo "make prove   de långa bevisen, en kvart eller mer"
	@echo "make audit   frågar PyPI om kända fel i det som installeras"
	@echo "make format  rättar kodens form"
	@echo "make bench   mäter mot golven"
	@echo "make ids     för in nya id i checklists/published-ids.txt"
	@echo "make lock    räknar om låsen efter en ändring i pyproject.toml"

# A stamp per step: a second run installs nothing and needs no network.
$(VENV)/uv.stamp: requirements-uv.txt
	@scripts/venv "$(PYTHON)" $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.txt
	@touch $@

$(VENV)/run.stamp: $(VENV)/uv.stamp requirements.txt pyproject.toml
	@$(INSTALL) --require-hashes -r requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q app.py evenemang checklists
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.txt
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

setup: $(VENV)/run.stamp

setup-dev: $(VENV)/dev.stamp

run: setup
	@$(BIN)/evenemang demo --if-empty --data "$(DATA)"
	@$(BIN)/evenemang --data "$(DATA)"

test: setup-dev
	@scripts/need chromium chromium fonts-dejavu-core
	@scripts/need soffice libreoffice-calc fonts-dejavu-core
	@scripts/need pdftotext poppler-utils
	@scripts/need postgres postgresql
	@$(MAKE) --no-print-directory check
	$(BIN)/pytest -n $(JOBS)

# The long proofs of all kinds, shared out piece by piece.
prove: setup-dev
	@scripts/need chromium chromium fonts-dejavu-core
	@scripts/need soffice libreoffice-calc fonts-dejavu-core
	@scripts/need lowriter libreoffice-writer
	@scripts/need pdftotext poppler-utils
	@scripts/need postgres postgresql
	$(BIN)/pytest -n $(JOBS) --dist=load -m prove

# What needs neither browser nor office.
check: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml app.py evenemang checklists

# Known faults in what we install; asks PyPI, so it stands apart. A package nobody knows is a fault too.
audit: setup-dev
	$(BIN)/pip-audit --strict --disable-pip --require-hashes --requirement requirements.txt

format: setup-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup-dev
	$(BIN)/python -m bench

ids: setup-dev
	@$(BIN)/evenemang checklist ids checklists/published-ids.txt

lock: $(VENV)/uv.stamp
	$(LOCK) pyproject.toml --group build -o requirements.txt
	$(LOCK) pyproject.toml --group build --group dev -c requirements.txt -o requirements-dev.txt
	@! grep -n '://' requirements*.txt

wheel: setup-dev
	$(UV) build --quiet --wheel --no-build-isolation --python $(BIN)/python

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
