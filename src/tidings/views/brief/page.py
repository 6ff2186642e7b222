"""A brief: sentences in sections, each with what it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """Words of a report: which report, which item of its record, and the words themselves.

    `number` is that of the source in the brief's list, 0 before the brief is whole.
    """

    report: str
    item: str
    title: str
    publisher: str | None
    published: str | None
    words: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence that at least one report bears out, unless it says what is not known."""

    text: str
    cites: tuple[Cite, ...] = ()
    is_unknown: bool = False

    def __post_init__(self) -> None:
        """Refuse what nobody says."""
        if not self.cites and not self.is_unknown:
            raise ValueError(f"no report says: {self.text}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Sentences under a heading."""

    heading: str
    sentences: tuple[Sentence, ...]

    @classmethod
    def of(cls, heading: str, sentences: Iterable[Sentence]) -> "Section":
        """Return a section in which what several reports say alike stands once, with the sources of all."""
        found: dict[str, Sentence] = {}
        for sentence in sentences:
            before = found.get(sentence.text)
            found[sentence.text] = replace(before, cites=before.cites + sentence.cites) if before else sentence
        return cls(heading=heading, sentences=tuple(found.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A page on one subject; `address` is its page on the desk."""

    kind: str
    id: str
    title: str
    about: str
    address: str
    sections: tuple[Section, ...]

    @property
    def sources(self) -> tuple[Cite, ...]:
        """Return what the sentences rest on, each once, in the order of first use."""
        cites = (cite for section in self.sections for sentence in section.sentences for cite in sentence.cites)
        return tuple({cite.number: cite for cite in cites}.values())


def number_sources(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return sections with their sources numbered from 1; the same words of the same report have one number."""
    numbers: dict[tuple[str, str], int] = {}
    return tuple(
        replace(section, sentences=tuple(_numbered(section.sentences, numbers)))
        for section in sections
        if section.sentences
    )


def _numbered(sentences: Iterable[Sentence], numbers: dict[tuple[str, str], int]) -> Iterator[Sentence]:
    for sentence in sentences:
        cites = dict.fromkeys(
            replace(cite, number=numbers.setdefault((cite.report, cite.words), len(numbers) + 1))
            for cite in sentence.cites
        )
        by_number = {cite.number: cite for cite in cites}
        yield replace(sentence, cites=tuple(by_number.values()))
