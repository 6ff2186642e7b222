"""Benchmarks: the installed product measured through its public door. See quality/README.md."""
