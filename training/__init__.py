"""How the encoder is made: readers of corpora, heads, training, export, measures."""
