.DEFAULT_GOAL := help
.PHONY: help install check format lint types architecture test golden docs

help: ## Show the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: ## Install tidings and what its checks need into the current environment
	python -m pip install --quiet --editable ".[dev]"

check: lint types architecture test ## Everything that CI runs

format: ## Rewrite the code in the project's format
	ruff format .
	ruff check --fix .

lint: ## Format and style
	ruff format --check .
	ruff check .

types: ## Strict types
	mypy

architecture: ## The import contracts
	lint-imports

test: ## Unit, golden and documentation tests
	python -m pytest

golden: ## Rewrite the golden files; read the diff before you commit it
	python -m pytest tests/test_golden.py --rewrite-golden

docs: ## Rewrite the generated reference pages
	python -m docs.generate
