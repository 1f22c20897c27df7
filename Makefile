# The verbs of the house. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# Steps depend on one another through scripts that skip what is up to date, so targets run in order.
.NOTPARALLEL:
.PHONY: help run demo test check bench format build lock server development stories

BIN := .venv/bin

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: server build ## install, build, start everything and print the address; Ctrl-C stops it
	@exec $(BIN)/parta serve

demo: server build ## the same with an invented town of 600 people, in a data folder of its own
	@exec $(BIN)/parta demo

test: development build ## all tests: server, client, then people in real browsers
	@scripts/ensure-speech
	@scripts/ensure-scanner
	$(BIN)/pytest -n 2 --ignore=tests/stories
	npm --prefix web test
	@$(MAKE) --no-print-directory stories

stories: development build
	scripts/ensure-browser
	$(BIN)/pytest -n 2 --dist loadgroup tests/stories

check: development build ## formatting, lint, types, floors, sizes, schema.sql, generated pages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/architecture
	$(BIN)/parta schema --check
	npm --prefix web run check
	cd web && node scripts/measure.mjs

bench: development build ## measure this machine: JSON and a table in bench/results
	$(BIN)/python -m bench

format: development ## format the code and repair what the linter can
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

lock: development ## renew the lock files from pyproject.toml and web/package.json
	scripts/lock

build: ## build the web client
	@scripts/build-client

server:
	@scripts/install-server server

development:
	@scripts/install-server development
