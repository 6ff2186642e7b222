"""Span: where words stand in a report."""

from dataclasses import dataclass
from typing import Protocol


class Stretch(Protocol):
    """Anything that begins and ends somewhere in a report: a span, a word, a sentence, a mention."""

    @property
    def start(self) -> int:
        """The offset of the first character."""

    @property
    def end(self) -> int:
        """The offset behind the last character."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `report.text`, as half-open code-point offsets.

    Source: `tidings.record/1`; offsets count Unicode code points, as Python does.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that ends before it starts."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """Return the words of this span in `text`."""
        return text[self.start : self.end]

    def covers(self, other: Stretch) -> bool:
        """Say whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Stretch) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def to_json(self) -> list[int]:
        """Return `[start, end]`, the contract's form of a span."""
        return [self.start, self.end]
