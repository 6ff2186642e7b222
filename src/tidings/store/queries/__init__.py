"""What each screen asks the store: one module a screen, functions of an open connection."""
