"""Statements: who said what, in what capacity, and what act that was."""

from tidings.facts.statements.find import find_statements

__all__ = ["find_statements"]
