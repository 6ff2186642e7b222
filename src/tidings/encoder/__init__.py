"""The encoder: turns text into words, grammar and labelled spans, the raw material of every rule."""

from tidings.encoder.reader import Encoder

__all__ = ["Encoder"]
