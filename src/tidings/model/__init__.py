"""The vocabulary: frozen values that every stage speaks, standard library only."""
