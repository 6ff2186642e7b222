"""The store: what was read and what was decided, and what follows from the two."""
