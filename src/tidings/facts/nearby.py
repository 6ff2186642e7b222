"""Nearby: things by the stretches of text they fill, so that a rule looks only at those beside it."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from tidings.model.span import Stretch

#: The text is cut into blocks of so many characters; a stretch stands in few of them.
_BLOCK = 256

T = TypeVar("T")


class Nearby(Generic[T]):
    """Things that fill one or more stretches of a text, found by where they stand."""

    def __init__(self, things: Iterable[tuple[T, Iterable[Stretch]]] = ()) -> None:
        """Place some things, each with the stretches it fills."""
        self._blocks: dict[int, dict[int, T]] = {}
        self._size = 0
        for thing, stretches in things:
            self.add(thing, stretches)

    def __len__(self) -> int:
        """Return how many things there are."""
        return self._size

    def add(self, thing: T, stretches: Iterable[Stretch]) -> None:
        """Place one more thing."""
        self._size += 1
        for stretch in stretches:
            for block in range(stretch.start // _BLOCK, stretch.end // _BLOCK + 1):
                self._blocks.setdefault(block, {})[self._size] = thing

    def at(self, stretch: Stretch) -> list[T]:
        """Return what may overlap or touch a stretch, each thing once, in the order in which they were placed."""
        first, last = stretch.start // _BLOCK, stretch.end // _BLOCK
        if first == last:
            return list(self._blocks.get(first, {}).values())
        found: dict[int, T] = {}
        for block in range(first, last + 1):
            found.update(self._blocks.get(block, {}))
        return [found[number] for number in sorted(found)]
